"""Numbers that say how much something changed: 同比上升35.33%, 较上年减少15天, 降幅达3.2个百分点."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from courtnews.interpret.bases import basis_of, compared_month, compared_year
from courtnews.interpret.pairs import gap_between, is_at_another_time
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import MOVES, TREND, Token
from courtnews.quantities import Quantity

# Between the trend word and the number; 至, 到 or 达 would make the number the value reached, not the
# change ...
_NEAR = re.compile(
    r"(?:了|案|均|都|各|近|约|大约|超过?|逾|将近|高达|多达|近乎|不到|不足|仅|的?幅度(?:为|达)?|[:： ])*$"
)
# ... except behind a noun (增幅达, 降幅为), and behind 分别.
_NEAR_NOUN = re.compile(
    r"(?:分别|依次|各|均|都)?(?:了|近|将近|接近|约|超过?|逾|不到|不足|高达|达到?|为|至|是|在|[:： ])*$"
)
_BEHIND = re.compile(r"的?(?:同比|年均|平均)?(?:增长|增幅|涨幅|升幅|降幅|增速|增长率|上升|下降)(?![至到为])")
_LIST = re.compile(r"(?:[、,，和及与\s]|以及)*(?:约|近|超过?|逾)?$")
_COMPARED_BY = re.compile(r"(?:同比|环比|比上年|较上年|比去年|较去年)(?:分别)?(?:为|是|达到?)?")
_REACHES, _MOST = re.compile("(?:高?达到?|为|有)"), re.compile("(?:幅度)?最(?:多|大|快|高|明显|突出|猛)")
_SIGNED = re.compile(r"(?:同比|环比)\s?([+＋－-])\s?$")
_SIGNED_LONGEST = 6
_SIGN_ALONE = re.compile("[0-9件人元次辆起宗案][(（]([+＋－−-])")
_TIMES = re.compile(
    "[是为达](?:到|了)?([^,，。;；、是]{0,8}(?:年|同期|届|以往|此前|之前)[^,，。;；、0-9均]{0,4})的$"
)
_LAST_YEAR = re.compile("(?:去年|上年|上一年|前一年|上年度)")
# 半年多执结14万件: 多 belongs to the time.
_LASTED = re.compile("(?<![0-9]{4})(?<![去上前今往同全])年$|(?<![0-9上同])月$|[天周]$")
_LASTED_LONGEST = 5
# 高于, 低于 say how far two rates lie apart, and only with points; 低于40% is a limit.
_DISTANCES = frozenset(("高", "低", "高于", "低于"))
_REACHING = ("高", "多")
_ARROWS = frozenset("↑↓⬆⬇")
_PROPORTIONS = ("percent", "points", "times")
_COUNTED = frozenset(("case", "person", "money", "item", "vehicle", "duration", "area"))


def find_changes(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Mark the readings that are changes, with sign, basis and trend word."""
    text = sentence.text
    moving = [t.start for t in sentence.tokens if MOVES in t.word.marks] if MOVES in sentence.said else []
    signs = "同比" in text or "环比" in text
    for index, reading in enumerate(readings):
        trend = _trend_of(sentence, readings, index, moving) if moving else None
        if trend is None:
            if signs or "(" in text or "（" in text:
                _signed(sentence, reading)
            if reading.quantity.unit_class == "times":
                _multiple(sentence, readings, index)
        elif _fits(sentence, reading.quantity, trend):
            _mark(sentence, reading, trend)


def _trend_of(
    sentence: Sentence, readings: Sequence[Reading], index: int, moving: Sequence[int]
) -> Token | None:
    """The word that says how a number changed something; `moving` is where such words stand at all."""
    reading, before = readings[index], readings[index - 1] if index else None
    q, low = reading.quantity, reading.clause
    if before is not None and before.quantity.end > low:
        low = before.quantity.end
    trend = None
    if bisect_left(moving, low) < bisect_left(moving, q.start):
        trend = _trend_before(sentence, reading, low)
    if trend is None and before is not None and before.is_change:
        trend = _listed(sentence, before, q)
    if trend is not None or q.unit_class not in _PROPORTIONS:
        return trend
    return _named_before(sentence, reading) or _trend_behind(sentence, q)


def _mark(sentence: Sentence, reading: Reading, trend: Token) -> None:
    reading.kind, reading.trend = "change", trend
    reading.sign = -1 if "trend_down" in trend.word.classes else 1
    reading.compared_year = compared_year(sentence, reading.quantity)
    if reading.compared_year is None:
        reading.basis = basis_of(sentence, reading.quantity)
    if reading.basis is None:
        reading.compared_month = compared_month(sentence, reading.quantity)
    reading.why.append(f"change: {trend.word.text}" + (f", basis {reading.basis}" if reading.basis else ""))


def _trend_before(sentence: Sentence, reading: Reading, low: int) -> Token | None:
    """The word of a change between the number or break before, behind which `low` stands, and a number."""
    q, tokens = reading.quantity, reading.ahead
    if low > reading.clause:
        tokens = sentence.tokens_between(low, q.start)
    for token in reversed(tokens):
        classes = token.word.classes
        if token.word.text in _REACHING and sentence.text.startswith("达", token.end - sentence.start):
            continue  # 增幅高达15%
        if not classes.isdisjoint(TREND):
            gap = _without_date(sentence, token.end, q.start)
            near = _NEAR_NOUN if "trend_noun" in classes else _NEAR
            return token if near.match(gap) and not _names_a_result(sentence, token) else None
        if "distribute" not in classes or q.start - token.end > 6:
            return _before_verb(sentence, tokens, token, q) if token is tokens[-1] else None
    return None


def _named_before(sentence: Sentence, reading: Reading) -> Token | None:
    """The noun of a change in the clause before its size: 增幅更大,同比分别为18.42%和27.67%."""
    clause = reading.clause
    if clause <= sentence.start or reading.quantity.unit_class not in ("percent", "points"):
        return None
    said = sentence.text[clause - sentence.start : reading.quantity.start - sentence.start]
    before = sentence.tokens_between(sentence.clause_start(clause - 1), clause)
    if _COMPARED_BY.fullmatch(said):
        return next((t for t in reversed(before) if "trend_noun" in t.word.classes), None)
    if _REACHES.fullmatch(said) is None:
        return None
    if any(t.word.offers_for("percent", "%") for t in before):
        return None  # 结案率提升最快,达62%
    # 其中涉小额贷款的下降最多,达27.5%
    return next(
        (
            t
            for t in before
            if not t.word.classes.isdisjoint(TREND)
            and _MOST.fullmatch(sentence.text, t.end - sentence.start, clause - 1 - sentence.start)
        ),
        None,
    )


def _before_verb(sentence: Sentence, tokens: Sequence[Token], verb: Token, q: Quantity) -> Token | None:
    """多 or 少 before the verb of a number: 比上年多执结120件."""
    if len(tokens) < 2 or not verb.word.offers or tokens[-2].end != verb.start:
        return None
    end = tokens[-2].start - sentence.start
    if _LASTED.search(sentence.text, max(0, end - _LASTED_LONGEST), end):
        return None
    gap = sentence.text[verb.end - sentence.start : q.start - sentence.start]
    return tokens[-2] if tokens[-2].word.text in ("多", "少") and _NEAR.match(gap) else None


def _without_date(sentence: Sentence, start: int, end: int) -> str:
    """The text between, less a date: 高于2019年2.1个百分点."""
    text = sentence.text[start - sentence.start : end - sentence.start]
    for date in sentence.dates:
        if start <= date.start and date.end <= end:
            text = text[: date.start - start] + text[date.end - start :]
            break
    return text


def _names_a_result(sentence: Sentence, token: Token) -> bool:
    """Whether the trend word is only part of another word here: 增 in 新增, 降 in 不降."""
    before = sentence.text[max(0, token.start - sentence.start - 1) : token.start - sentence.start]
    return len(token.word.text) == 1 and before in ("新", "倍", "许", "很", "最", "更", "至", "不", "太")


def _listed(sentence: Sentence, before: Reading, q: Quantity) -> Token | None:
    """The trend of the change before in one list: 分别上升22.43%、14.61%; 增幅2017年53%,2018年106%."""
    gap = gap_between(sentence, before.quantity, q)
    if _LIST.match(gap):
        return before.trend
    named = before.trend is not None and "trend_noun" in before.trend.word.classes
    same = before.quantity.unit_class == q.unit_class and sentence.text[q.end - sentence.start :][:1] != "的"
    return before.trend if named and same and is_at_another_time(sentence, before.quantity, q) else None


def _trend_behind(sentence: Sentence, q: Quantity) -> Token | None:
    """The word of a change right behind its size."""
    if not _BEHIND.match(sentence.text, q.end - sentence.start):
        return None
    tokens = sentence.tokens_between(q.end, min(sentence.end, q.end + 8))
    return next((t for t in tokens if not t.word.classes.isdisjoint(TREND)), None)


def _signed(sentence: Sentence, reading: Reading) -> None:
    """同比+12.5%: the sign says the direction."""
    q = reading.quantity
    end = q.start - sentence.start
    match = _SIGNED.search(sentence.text, max(0, end - _SIGNED_LONGEST), end)
    match = match or _in_brackets(sentence, reading)
    if match:
        reading.kind = "change"
        # The sign of -7.95% is a part of the number already.
        reading.sign = 1 if match[1] in "+＋" or q.value < 0 else -1
        reading.basis = basis_of(sentence, q)


def _in_brackets(sentence: Sentence, reading: Reading) -> re.Match[str] | None:
    """The sign of a percentage that stands alone in brackets behind a count: 受理139件(-7.95%)."""
    q = reading.quantity
    start = q.start - sentence.start
    if q.unit_class != "percent" or sentence.text[q.end - sentence.start :][:1] not in (")", "）"):
        return None
    signed = start if sentence.text[start] in "+-−＋－" else start - 1
    return _SIGN_ALONE.match(sentence.text, max(0, signed - 2))


def _multiple(sentence: Sentence, readings: Sequence[Reading], index: int) -> None:
    """是去年同期的2.1倍, 分别是上一个五年的2.1倍和2.6倍: as many times what it was at another time."""
    reading, q = readings[index], readings[index].quantity
    before, end = readings[index - 1] if index else None, q.start - sentence.start
    if before is not None and before.quantity.unit_class == "times" and before.is_change:
        gap = sentence.text[before.quantity.end - sentence.start : end]
        if before.trend is None and _LIST.match(gap):
            reading.kind, reading.basis, reading.compared_year = "change", before.basis, before.compared_year
        return
    times = _TIMES.search(sentence.text, max(0, end - 16), end)
    if times is not None:
        reading.kind = "change"
        reading.basis = "yoy" if _LAST_YEAR.search(times[1]) else "other"
        reading.why.append(f"change: as many times that of {times[1]}")


def _fits(sentence: Sentence, q: Quantity, trend: Token) -> bool:
    """Percent, points and times always change; a count does where the sentence compares (比上年多1200件,
    增加120件).
    """
    if trend.word.text in _DISTANCES:
        return q.unit_class == "points"
    if q.unit_class in ("percent", "points", "times", "none"):
        return True
    if q.unit_class not in _COUNTED:
        return False
    if len(trend.word.text) > 1 or trend.word.text in _ARROWS or basis_of(sentence, q) is not None:
        return True
    return compared_year(sentence, q) is not None
