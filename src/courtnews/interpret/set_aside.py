"""Numbers that are set aside before any cue is asked: limits, lengths of time, and a or one as an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.fallback import average_of
from courtnews.interpret.limits import BEHIND_STARTS, BOUNDED, KINDS, bounds_a_class, is_limit
from courtnews.interpret.onlookers import are_onlookers
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import STRONG
from courtnews.quantities import Quantity


def set_aside(sentence: Sentence, readings: Sequence[Reading], earlier: Sequence[Reading]) -> None:
    """Give thresholds their role, and refuse durations and articles that no cue claims."""
    text, base = sentence.text, sentence.start
    if _LINK.match(text) is not None:
        for reading in readings:
            reading.refused = "a link to another page"
        return
    noted, ruled = not _NOTED.isdisjoint(sentence.said), "凡" in text
    priced: Quantity | None = None
    for reading in readings:
        q = reading.quantity
        end = q.end - base
        limited = text[end : end + 1] in BEHIND_STARTS
        if limited and bounds_a_class(sentence, reading):
            reading.refused = "a boundary inside a class of cases"
        elif (limited or ruled or q.unit_class in BOUNDED) and is_limit(sentence, reading, limited=limited):
            reading.role, reading.kind = "threshold", KINDS.get(q.unit_class, "item_count")
        elif q.unit_class == "duration" and _only_lasts(sentence, readings, reading, earlier):
            reading.refused = ONLY_LASTS
        elif q.chinese and (why := _in_words(sentence, readings, reading)):
            reading.refused = why
        elif q.unit_class == "money" and (priced := _is_price(sentence, q, priced)):
            reading.role, reading.kind = "case_detail", "amount"
            reading.why.append("case_detail: what one thing was thought to be worth")
        elif why := _measures_nothing(text, q, q.start - base):
            reading.refused = why
        elif noted and are_onlookers(sentence, q):
            reading.refused = "people who only looked on"


def _measures_nothing(text: str, q: Quantity, start: int) -> str:
    """Why a number that begins at `start` measures nothing of a court's, if it does not."""
    if q.unit in _NO_RESULTS:
        return "a distance or districts"
    if q.unit == "项" and text.startswith(_RULES, start + q.end - q.start):
        return "rules, which count nothing done"
    if q.unit in ("次", "轮") and _BIDS.search(text, max(0, start - _PRICE_LONGEST), start):
        return "bids for one thing"
    if q.unit_class == "person" and text.endswith("宣告无罪", 0, start):
        return "people who were acquitted"
    people = q.unit_class == "person" and q.value >= _SO_MANY and not q.chinese
    if people and text.endswith("案件", 0, start):
        # 案件78118人次, of 78件118人次 on a damaged page
        return "a count of cases run together with one of people"
    if q.unit_class != "percent":
        return ""
    if text.endswith(_DENIED, 0, start):
        return "denied"
    interest = _INTEREST.search(text, max(0, start - _INTEREST_LONGEST), start)
    return "a rate of interest, or of the economy" if interest is not None else ""


# People of cases are counted in thousands with their cases only.
_SO_MANY = 1000
#: Why a length of time is refused that no word names.
ONLY_LASTS = "a length of time"
# 接下来两个月, 还剩20天
_AHEAD_OF_US = (
    *("接下来", "接下来的", "今后", "今后的", "未来", "未来的"),
    *("此后", "剩下", "剩下的", "还剩", "只剩", "为期"),
)
# 到位率还不是百分之百, 终本合格率未达到95%
_DENIED = ("不是", "并非", "算不上", "未达到", "未达", "没有达到", "未能达到", "达不到")
# 起拍价200万元; a total price is that of many things.
_PRICE = re.compile(
    "(?:评估|估|鉴定|起拍|起拍底|拍卖底|建议拍卖|挂牌|保留|市场|参考|拍卖保留|底)价(?:格|款)?"
    "(?:仅?[为是有达从]|只有|约|近|超过?|高达|:|：)*$"
)
_PRICE_LONGEST, _SHORT = 16, 4
# 竞价次数达到150次; 7项措施
_BIDS = re.compile("(?:竞价|出价|加价)(?:次数)?[^,，。;；0-9]{0,4}$")
_RULES = ("措施", "制度", "机制", "规定", "举措", "意见")
_NEXT_PRICE = re.compile("[、和及][^,，。;；、]{1,12}(?:则为|为|是)|[至到、—~-]")
# 远在40公里外; 会同10县1市3区的法院
_NO_RESULTS = frozenset(("公里", *"县市区省镇乡村"))
_INTEREST, _INTEREST_LONGEST = (
    re.compile("(?:利|罚息|失业|通胀)率(?:[^,，。;；率]|(?<=[费益化利息])率){0,16}$"),
    20,
)
_LINK = re.compile(r"[ \t\r\n\u3000]*(?:[上下]一[篇条]|相关阅读|相关链接|推荐阅读|延伸阅读)")
_AUTHORITIES = ("公检法", "公检法司", "公安", "检察院", "检察机关", "公安机关", "部门", "单位")
_NOTED = frozenset(("institution", "vacuous"))
# What may stand between a cue and its numeral: 执结案件四起.
_NOUNS = ("", "案件", "车辆", "人员", "了", "共")


def _only_lasts(
    sentence: Sentence, readings: Sequence[Reading], reading: Reading, earlier: Sequence[Reading]
) -> bool:
    """Whether a length of time is no result: no average, nor one of a list that follows an average."""
    if _each(sentence, reading.quantity):
        return True
    if sentence.text.endswith(_AHEAD_OF_US, 0, reading.quantity.start - sentence.start):
        return True
    listed = (
        sum(r.quantity.unit_class == "duration" for r in readings) > 1 and average_of(earlier) is not None
    )
    return not (listed or _averaged(sentence, reading))


def _is_price(sentence: Sentence, q: Quantity, before: Quantity | None) -> Quantity | None:
    """The quantity, if it is what one thing was thought to be worth, or the next of such (`before`):
    甲车底价300万元、乙车则为200万元.
    """
    start = q.start - sentence.start
    named = _PRICE.search(sentence.text, max(0, start - _PRICE_LONGEST), start)
    if named is not None:
        said = sentence.text[max(0, named.start() - _SHORT) : start]
        # 市场价3亿元的房产120套
        many = "总" in said or sentence.text.startswith("的", q.end - sentence.start)
        return None if many else q
    listed = before is not None and _NEXT_PRICE.fullmatch(sentence.text, before.end - sentence.start, start)
    return q if listed else None


def _in_words(sentence: Sentence, readings: Sequence[Reading], reading: Reading) -> str:
    """Why a number that is written in words counts nothing, if so."""
    if _parted_in(sentence, reading.quantity):
        return "institutions that took part"
    if _article(sentence, reading) or _one_by_one(readings, reading):
        return "a numeral used as an article"
    return ""


def _each(sentence: Sentence, q: Quantity) -> bool:
    """Whether a time is only that in which each has so much to do: 平均每人一年要办6100件."""
    if sentence.text.endswith(("每人", "人均", "每人每"), 0, q.start - sentence.start):
        return True
    # 平均下来,一个工作日要结将近四件
    return q.value == 1 and sentence.text.startswith(("要", "就要", "得"), q.end - sentence.start)


def _averaged(sentence: Sentence, reading: Reading) -> bool:
    """Whether an average or a trend is spoken of before the duration."""
    q = reading.quantity
    for token in sentence.tokens_between(sentence.start, q.start):
        if any(o.strength == STRONG for o in token.word.offers_for("duration", q.unit)):
            return True
    return False


def _parted_in(sentence: Sentence, q: Quantity) -> bool:
    """Whether the institutions are counted that are named right before: 公检法三家."""
    return q.unit == "家" and sentence.text.endswith(_AUTHORITIES, 0, q.start - sentence.start)


def _one_by_one(readings: Sequence[Reading], reading: Reading) -> bool:
    """办结一件、销号一件: each as it comes, no count."""
    q = reading.quantity
    if q.value != 1 or q.unit_class == "rank":
        return False
    twins = [
        r for r in readings if r.quantity.chinese and r.quantity.value == 1 and r.quantity.unit == q.unit
    ]
    return len(twins) > 1


# No sum told in characters is smaller.
_SMALL_CHANGE = 100
# 受理一件罚锾案件
_A_CASE = re.compile("[一-鿿]{2,20}案")
_DONE = re.compile("案件(?:当[场天日]|全部)")
_ENDS = re.compile("[,，。;；、]|$")
# 扣押一艘越南籍货轮时
_WHEN = re.compile("[^,，。;；、0-9]{2,12}时[,，]")


def _closes(sentence: Sentence, q: Quantity) -> bool:
    """Whether a clause ends with a number: 冻结账户一个."""
    return _ENDS.match(sentence.text, q.end - sentence.start) is not None


def _article(sentence: Sentence, reading: Reading) -> bool:
    """一家企业, 两个方面: a small numeral in characters counts something only right behind its cue
    (拘留一人).
    """
    q = reading.quantity
    if q.value == 1 and (q.unit == "次" or (q.unit == "个" and not _closes(sentence, q))):
        return True
    if q.unit_class == "money" and q.chinese and q.value < _SMALL_CHANGE:
        return True  # 每开出十块钱的罚单,九块钱还挂在账上
    if q.value > 10 or q.unit_class not in ("case", "person", "item", "vehicle", "area"):
        return False
    if sentence.text.startswith("一个人", q.start - sentence.start):
        return True
    if q.value == 1 and _WHEN.match(sentence.text, q.end - sentence.start):
        return True
    if q.value == 1 and q.unit_class == "case" and _A_CASE.match(sentence.text, q.end - sentence.start):
        return True
    if q.value > 2 and (q.unit_class == "person" or q.unit in ("家", "户")):
        return False
    near = sentence.tokens_between(max(sentence.start, q.start - 12), q.start)[-1:]
    if near and sentence.text[near[0].end - sentence.start : q.start - sentence.start] not in _NOUNS:
        near = []
    if q.unit_class == "vehicle" and q.value > 1:
        behind = sentence.tokens_between(q.end, min(sentence.end, q.end + 8))
        near += [t for t in behind[:1] if t.start == q.end]
    if (
        q.unit_class == "case"
        and q.value > 1
        and (done := _DONE.match(sentence.text, q.end - sentence.start))
    ):
        # 三起案件当场履行完毕
        near += sentence.tokens_between(q.end, sentence.start + done.end() + 8)
    return not any(o.strength == STRONG for t in near for o in t.word.offers_for(q.unit_class, q.unit))
