"""Checks of measure words that are units only in some places (日, 年, 点, 起, 台, 块 …).

A check looks at a few characters around the number and gives back None to accept the unit, another `Unit` to
take instead, a reason code to refuse the number, or "" where no unit stands and the number is to be read
without one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from courtnews.quantities.idioms import refuse_session
from courtnews.quantities.numerals import Numeral
from courtnews.quantities.units import Unit

Verdict = Unit | str | None
Check = Callable[[str, int, int, int, Numeral], Verdict]
"""(text, start of the numeral, start of the unit, end of the unit, numeral) -> verdict."""

_PHRASE_END: Final = frozenset('，。；：、,;:.!?！？)）]】”’」』"\n\r\t \u3000的和与及')
_CLAUSE: Final = re.compile(r"[，。；、,;！？\n]")
_EVENT: Final = re.compile(r"[^，。；、,;\n]{0,12}?(?:案|纠纷|官司|事件|事故|执行|诉讼)")
_GOODS_WORDS: Final = "物品 设备 家具 财物 首饰 电器 家电 衣物 艺术品 古董 字画 药品 动产 股票"
_GOODS: Final = tuple(_GOODS_WORDS.split())
_GOODS_ENDS: Final = frozenset(word[-1] for word in _GOODS)
_DRIVEN: Final = ("车", "拖拉机", "收割机", "挖掘机", "装载机", "推土机")
_LAND: Final = ("土地", "地块", "林地", "宅基地", "耕地", "使用权", "房产", "不动产")
_PIECES_OF: Final = re.compile(
    "(?:金条|黄金|金砖|银条|手表|名表|玉石|奇石|木料|电池|显卡|地砖|招牌|展板)[^，。；,;\n]{0,4}$"
)
_LOOK: Final = 10
_PIECES: Final = ("表", "玉", "石", "屏", "牌", "匾", "地")
_CASEWORK: Final = frozenset("评类质组团专办审管")
_PERSONS: Final = re.compile(
    r"[“\"‘]?(?:亲|失信|涉案|违法|小)?(?:被执行人|老赖|当事人|申请执行人|申请人|义务人|失信者|失信人|欠债人|欠款人|被告|原告|犯罪嫌疑人|嫌疑人|罪犯|案外人|干警|法官"
    r"|法警|书记员|律师|兄弟|姐妹|孩子|子女|儿子|女儿|工人|农民工|民工|债主|债权人|债务人|村民|业主|股东|员工|职工|群众|船员|购房者|投资人|人)"
)
_PERSONS_TOLD: Final = re.compile(
    '(?<!法人)(?<!企业)(?<!单位)(?<!机构)(?:被执行人|老赖[”"]?|自然人|失信人|当事人|申请人)[达共近约超逾]{0,2}$'
)
_NOT_PERSON: Final = frozenset("才民大事口工格")
_DAYS_AFTER: Final = re.compile(r"以内|之内|内|以上|以下|届满|期满|的?拘留|的?司法拘留|期限|不等|未")
_DAYS_BEFORE: Final = re.compile(
    r"(?:(?P<sure>拘留?|拘留[^，。；,;\n]{0,3}|期限为?|超过?|逾|满|不足|历时|长达|缩短了?至?|少于|至少|最长|最短|只有)|了|计|各|为期|仅|提前)$"
)
_MONTH_AFTER: Final = re.compile(r"[0-9一二三四五六七八九十]{1,3}月")
_NOT_LAW: Final = frozenset("依执司违合办守做")
_POINTS: Final = re.compile(
    "要求|意见|建议|做法|体会|启示|经验|原因|思考|看法|希望|感受|不足|工作|主张|说明|打算|诉求|任务|措施|指示"
)
_TERM: Final = re.compile("全国|省|市|县|区|人大|人民代表|政协|中央|委员|[一二三四五六七八九十]+[次中]")
_FLAGS: Final = re.compile(r"[^，。；、,;\n]{0,6}?(?:旗|墙|镜|匾)")
_ANIMALS: Final = frozenset("猪牛羊驴骡生奶母肉")
_COLUMN_BEFORE: Final = frozenset("分成为、，,兵")
_COLUMN_AFTER: Final = ("人马", "小组", "执行", "出击", "并进", "队伍", "分队", "干警")
_TENTHS_SPOILED: Final = frozenset("立功员为果长年本都交熟绩分就人品才型色套不因")


def check_event(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """一起 means together unless a case follows; every other number of 起 counts cases."""
    if number.chinese and number.low == 1 and _EVENT.match(text, end) is None:
        return "set_phrase"
    return None


def check_goods(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """件 right behind a word for goods counts them (家具等物品7件), else cases."""
    goods = text[start - 1 : start] in _GOODS_ENDS and text.endswith(_GOODS, 0, start)
    return Unit("件", "item") if goods else None


def check_parcel(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """宗 beside a word for land counts parcels (土地5宗), else cases."""
    return Unit("件", "area") if text.endswith(_LAND, 0, start) or text.startswith(_LAND, end) else None


def check_casework(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """个案件 are cases unless 案件 goes on to something else (6个案件管理员)."""
    if text[end : end + 1] in _CASEWORK and text[end : end + 1]:
        return Unit("个", "item") if text[unit] == "个" else ""
    return None


def check_kind(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """个 counts persons before a noun for one (两个亲兄弟, 15个“老赖”); 五个一 and 8个一 are names."""
    if text.startswith("一", end):
        return "slogan"
    if _PERSONS.match(text, end):
        return Unit("人", "person")
    # 发布失信被执行人7880个,其中自然人6533个
    told = text[end : end + 1] in _PHRASE_END and _PERSONS_TOLD.search(text, max(0, start - 8), start)
    return Unit("人", "person") if told else None


def counts_persons(text: str, end: int) -> bool:
    """Whether a noun for persons stands right behind a number: 12万被执行人."""
    return _PERSONS.match(text, end) is not None


def check_individual(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """个人 are persons unless 人 begins another word (个人才, 个人民法庭)."""
    return Unit("个", "item") if text[end : end + 1] in _NOT_PERSON else None


def check_day(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """日 is a day of the month unless custody or a time limit is spoken of (拘留15日, 30日内)."""
    if number.low > 31 or number.low != number.low.to_integral_value():
        return None
    before = text[max(0, start - 7) : start]
    if before[-1:] in ("月", "年", "到", "至") or (number.high is None and number.serial):
        return "date"
    cue = _DAYS_BEFORE.search(before)
    if cue is not None and (cue["sure"] or text[end : end + 1] in _PHRASE_END or end >= len(text)):
        return None
    return None if _DAYS_AFTER.match(text, end) else "date"


def check_month(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """月 without 个 is a month of the year."""
    return "date"


def check_year(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """年 is a calendar year when written digit by digit, in four digits, or from 80 to 150 (113年)."""
    digits = text[start : number.end]
    if number.serial or text[max(0, start - 2) : start] == "民国":
        return "date"
    if digits.isdigit() and digits[0] <= "9":
        if len(digits) == 4 or digits[0] == "0" or 80 <= number.low <= 150:
            return "date"
        if number.low > 12 and _MONTH_AFTER.match(text, end):
            return "date"
    return None


def check_article(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """条 right behind the name of a law is an article's number (刑法313条)."""
    before = text[max(0, start - 2) : start]
    is_law = before == "法典" or (before[-1:] == "法" and before[:1] not in _NOT_LAW)
    return "article" if is_law else None


def check_clock(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """点 is an o'clock unless points of a speech follow (三点要求)."""
    return None if _POINTS.match(text, end) else "time"


def check_score(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """分 is a minute behind an hour; else a mark, in Arabic digits and at the end of a phrase."""
    if start and text[start - 1] in "时点":
        return "time"
    return None if not number.chinese and (text[end : end + 1] in _PHRASE_END or end >= len(text)) else ""


def check_session(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """次 numbers the sessions of a congress (十六届人大一次会议)."""
    return "ordinal_name" if refuse_session(text, start, end) else None


def check_term(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """届 numbers the terms of a congress before its name or a session (十六届人大, 三届二次会议)."""
    return "ordinal_name" if _TERM.match(text, end) else None


_DEGREES: Final = ("零下", "零上", "高达", "摄氏", "近")
"""What degrees of heat stand behind: 零下三十度."""


def check_times(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """度 after Chinese digits is times (七度迁移), 一度 an adverb; in Arabic digits it is degrees."""
    if not number.chinese or text.endswith(_DEGREES, 0, start):
        return Unit("度", "item")
    return None if number.low > 1 else "indefinite"


def check_route(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """路 counts columns of a force (兵分两路); after Chinese digits it is else a street, 一路 an adverb."""
    if not number.chinese:
        return None
    if number.low == 1:
        return "set_phrase"
    column = text[start - 1 : start] in _COLUMN_BEFORE or text.startswith(_COLUMN_AFTER, end)
    return None if column else "place_name"


def check_flag(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """面 counts flags and banners; 一面 and 两面 before anything else are sides."""
    return None if not number.chinese or number.low > 2 or _FLAGS.match(text, end) else "indefinite"


def check_head(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """头 counts animals; after Chinese digits they must be named (两头 are both ends)."""
    return None if not number.chinese or text[end : end + 1] in _ANIMALS else "set_phrase"


def check_piece(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """块 is money at the end of a phrase (500块), else a piece of something (15块大屏, 手表5块)."""
    if number.low == 1 and number.chinese:
        return "indefinite"
    if text.endswith(_PIECES, 0, start) or _PIECES_OF.search(text, max(0, start - _LOOK), start):
        return Unit("块", "item")
    return None if text[end : end + 1] in _PHRASE_END or end >= len(text) else Unit("块", "item")


def check_vehicle(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """台 and 部 are vehicles if 车 or a machine that drives stands within six characters of the same clause,
    else items as written.
    """
    left = _CLAUSE.split(text[max(0, start - 6) : start])[-1]
    right = _CLAUSE.split(text[end : end + 6])[0]
    driven = any(word in left or word in right for word in _DRIVEN)
    return None if driven else Unit(text[unit:end], "item")


def check_tenths(text: str, start: int, unit: int, end: int, number: Numeral) -> Verdict:
    """成 is tenths after a number up to ten, where it begins no other word (三成立案)."""
    if number.low > 10 or number.scaled or text[end : end + 1] in _TENTHS_SPOILED:
        return ""
    return None


CHECKS: Final[dict[str, Check]] = {
    "goods": check_goods,
    "parcel": check_parcel,
    "event": check_event,
    "casework": check_casework,
    "kind": check_kind,
    "individual": check_individual,
    "day": check_day,
    "month": check_month,
    "year": check_year,
    "clock": check_clock,
    "score": check_score,
    "session": check_session,
    "term": check_term,
    "times": check_times,
    "route": check_route,
    "flag": check_flag,
    "article": check_article,
    "head": check_head,
    "piece": check_piece,
    "vehicle": check_vehicle,
    "tenths": check_tenths,
}
