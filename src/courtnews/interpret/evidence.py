"""What speaks for the story of one case (a party, kin, a debt), and what for a summary of many (921件,
执结率, 今年以来).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.dates import DateExpr
from courtnews.interpret.parties import parties
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import STRONG, Token

# A party tells a story alone, one person or thing (一名, 一辆) in the number's own clause; of the words of
# common life it takes two.
WEIGHTS = {"story": 2, "story_near": 1, "life": 1}
PARTY = 2
# How many cases it takes, and how many people.
FEW, _MANY = 3, 10
_SHORT = 2
# 在“海鑫56”轮船员欠薪系列案中
_NAMED_CASE = re.compile("在[^,，。;；类各这那此的]{4,30}案中")
_COURT = re.compile("[,，]?(?:[该本我]院|[一-鿿]{0,8}法院)")
_TWICE = re.compile("(一[一-鿿])\\1")
_ONE_SALE = ("rate_auction_premium", "rate_share")
_OF_MANY, _HUNDREDS = ("auctions", "notices_published", "documents_served", "searches", "inquiries"), 100
_IN_A_CASE = ("persons_deployed", "persons_paid", "persons_received", "persons_performed")


def sums_up(sentence: Sentence, date: DateExpr) -> bool:
    """Whether a sentence opens with a time over which results are counted: 今年以来, 上半年, 1至9月,
    当晚该院.
    """
    first = date.first
    if date.start - sentence.start > _SHORT:
        return False
    if sentence.text.startswith(("整个", "全")) and first.month:
        return True  # 整个9月,石桥法院腾退住房7套
    if first.of_event and first.day_shift == 0:
        return _COURT.match(sentence.text, date.end - sentence.start) is not None
    since = date.edge == "since" and (first.year or first.year_shift is not None)
    return bool(first.months or first.whole_year or since)


def telling(sentence: Sentence, readings: Sequence[Reading]) -> Sequence[Token]:
    """The words of a sentence that may tell of one case."""
    tokens: Sequence[Token] = sentence.tokens
    if any(r.quantity.chinese for r in readings):
        # 二十一件 is no one case.
        spans = [(r.quantity.start, r.quantity.end) for r in readings]
        tokens = [t for t in tokens if not any(start < t.start < end for start, end in spans)]
    for said in _TWICE.finditer(sentence.text):
        # 一笔一笔地发放: one after the other.
        low, high = (sentence.start + place for place in said.span())
        tokens = [t for t in tokens if not low <= t.start < high]
    # 213名借款人: the word right behind a count of several only says who is counted.
    counts = {r.quantity.end for r in readings if r.quantity.unit_class == "person" and r.value >= FEW}
    if counts:
        tokens = [t for t in tokens if t.start not in counts]
    # 平均38天一宗 says for each, not of one.
    rates = {r.quantity.end for r in readings if r.quantity.unit_class == "duration"}
    if rates:
        tokens = [t for t in tokens if t.start not in rates]
        # 一宗住宅平均只要68天 says for each as well.
        if "平均" in sentence.text:
            tokens = [t for t in tokens if not t.word.text.startswith("一")]
    return tokens


def marks_of(tokens: Sequence[Token], text: str, start: int) -> list[tuple[int, int]]:
    """What speaks for a story in a text that begins at `start`, with its weight."""
    marks = [(start + position, PARTY) for position in parties(text)]
    if "案中" in text:
        marks += [(start + case.start(), PARTY) for case in _NAMED_CASE.finditer(text)]
    if tokens:
        marks += [(t.start, WEIGHTS[c]) for t in tokens for c in t.word.classes if c in WEIGHTS]
    return marks


def stands_alone(reading: Reading, parties_named: Sequence[int]) -> bool:
    """Whether no party stands before a rate: what 到位率 follows one is that case's."""
    q = reading.quantity
    return reading.kind != "rate" or not any(
        segment_start(reading.sentence, q.start) <= p < q.start for p in parties_named
    )


def speaks_from(reading: Reading, parties_named: Sequence[int]) -> int:
    """Where a number beyond one case begins to speak for a summary: not before a party of its own clause,
    unless so many cases are counted that none of them is told.
    """
    if are_many(reading):
        return reading.quantity.start
    own = any(reading.clause <= p < reading.quantity.start for p in parties_named)
    return reading.clause if own else reading.quantity.start


def beyond_one_case(reading: Reading, least: int = FEW) -> bool:
    """Whether a number measures what no single case has: 执结834件, 结案率91%, 拘传1085人次; `least` is how
    many cases it takes.
    """
    if reading.kind == "rank" or are_many(reading):
        return True
    if reading.metric is None or reading.cue_strength < STRONG:
        return False
    if reading.kind == "rate":
        return reading.code not in _ONE_SALE and reading.value != 100
    if reading.kind == "case_count":
        return reading.value >= least
    if reading.kind in ("person_count", "detention"):
        return reading.value >= _MANY and reading.code not in _IN_A_CASE
    if reading.code in _OF_MANY and reading.value >= _HUNDREDS:
        return True
    return reading.kind == "duration" or reading.unit in ("人次", "辆次")


def are_many(reading: Reading) -> bool:
    return reading.kind == "case_count" and reading.value >= _HUNDREDS


def segment_start(sentence: Sentence, position: int) -> int:
    """Where the part of the sentence between semicolons begins."""
    for point in reversed(sentence.breaks):
        if point < position and sentence.text[point - sentence.start] in ";；":
            return point + 1
    return sentence.start


_AMONG = ("其中", "其中有", "有")
# What joins a sum to the people it is of, be they one: 罚款1人计5万元.
_JOINED = ("共", "计", "合计", "总计", "金额", "罚", "涉")


def is_of_one(sentence: Sentence, before: Reading, reading: Reading) -> bool:
    """Whether money is that of the one person counted before it in its clause: 其中1人还清了5.3万元."""
    one, q = before.quantity, reading.quantity
    if q.unit_class != "money" or one.unit_class != "person" or one.value != 1 or one.start < reading.clause:
        return False
    if not sentence.text.endswith(_AMONG, 0, one.start - sentence.start):
        return False  # 全年救助1人发放12万元 sums up
    gap = sentence.text[one.end - sentence.start : q.start - sentence.start]
    return len(gap) >= _SHORT and not gap.startswith(_JOINED)


# 历史最高的3.2亿元 is a year's sum.
_EXTREME = re.compile(
    "(?<!历史)(?<!历年)(?<!史上)(?<!以来)(?<!全[国省市区县州])(?<!同期)最[高低大小多少]的?(?:一[笔件宗套个])?(?:为|是|达|仅|有)?$"
)
_EXTREME_LONGEST = 8


def is_extreme(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sum is the largest or smallest of several: 最高的370万元,最低的8600元."""
    end = reading.quantity.start - sentence.start
    if reading.quantity.unit_class != "money":
        return False
    return _EXTREME.search(sentence.text, max(0, end - _EXTREME_LONGEST), end) is not None


# 最终以115万元拍定: the price of one lot.
_BY, _BY_LONGEST = re.compile("(?<!均)(?<!全部)(?<!分别)以(?:约|近|超过?|高于)?$"), 5
_SOLD = re.compile(
    "的?(?:最?高价|价格|价款|天价)?(?:当场|顺利|成功)?"
    "(?:拍定|落槌|落锤|成交|拍出|拍下|敲定|竞得|买下|买走|卖出|变卖|带走|拿下|得标|标脱)"
)
# What tells of more than one sale, besides a count.
_OF_MORE = ("共", "全年", "去年", "今年", "累计", "合计", "总", "全市", "全省", "全院", "各")
_TIMES = ("次", "轮", "名", "人", "个", "组")


def is_one_price(sentence: Sentence, reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether money is what one thing was sold for."""
    start = reading.quantity.start - sentence.start
    if reading.quantity.unit_class != "money":
        return False
    by = _BY.search(sentence.text, max(0, start - _BY_LONGEST), start)
    if by is None or _SOLD.match(sentence.text, reading.quantity.end - sentence.start) is None:
        return False
    if any(word in sentence.text for word in _OF_MORE):
        return False
    lots = ("case", "item", "vehicle")
    return not any(r.quantity.unit_class in lots and r.value > 1 and r.unit not in _TIMES for r in readings)
