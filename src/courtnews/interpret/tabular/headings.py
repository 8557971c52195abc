"""What one row or column of a table says of its numbers: measure, unit, change or rank, time, court."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from courtnews.dates import DateExpr, find_dates
from courtnews.interpret.courts.names import find_mentions
from courtnews.interpret.courts.words import OWN
from courtnews.interpret.govern import govern
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence, said_in
from courtnews.lexicon import STRONG, Matcher, Metric
from courtnews.quantities import Quantity, scan
from courtnews.quantities.units import UnitClass

_BRACKET = re.compile(r"[(（\[【]([^()（）\[\]【】]{1,12})[)）\]】]")
_TRAILING = re.compile(r"[/／:：]\s*([^/／:：]{1,4})$|(%)$")
_CHANGE = re.compile(
    r"同比|环比|增减|升降|增长|增幅|涨幅|升幅|降幅|减幅|增速|上升|下降|减少|±"
    r"|[较比](?:上年|去年|上月|上一年|上季度)(?:同期|度)?(?:增|减|升|降|变)?|变化(?:情况|幅度)?"
)
_CHANGE_DRESSING = re.compile(r"上年|去年|同期|上月|幅度|比例|比率|百分比|情况|[较比±的]|率$")
#: What heads a column of places reached.
RANKED = re.compile(r"排名|位次|名次")
_DOWN = re.compile(r"降幅|减幅|(?<!升)(?<!上升)(?:下降|减少)")
_NEUTRAL = re.compile(r"增减|升降|上升.?下降|增长.?(?:减少|下降)|±")
_MONTH = re.compile(r"环比|上月|上季度")
_YEAR = re.compile(r"同比|上年|去年|上一年|同期")
# Numbers of a plan or a score are no results; an average over courts is nobody's count.
_NO_RESULT = re.compile(
    r"目标|任务|计划|考核|得分|分值|评分|权重|扣分|标准|满分|预期|阈值|序号|编号|年龄|电话|邮编|案号|日期|时间$"
    r"|^(?:全[省市县区州国院](?:法院)?)?(?:平均|均值|平均值|平均数|平均水平)$"
)
_TOTAL = re.compile(r"(?:合计|总计|小计|共计|总数|累计|全[省市县区州盟国院]|全部|总体|总)+$")
_FILLER = re.compile(
    r"本期|当期|本年|累计数?|数值|数据|绝对数|实绩|完成情况|完成数|单位[:：]|[\s()（）\[\]【】]"
    r"|^[一二三四五六七八九十0-9]+[、.]|^其中[:：]?|[:：、/]+$"
)
_TAIL = re.compile(r"(?:案件)?(?:件|人|总)?[数量]+$|案件$|(?:金额|总额|额)$")
_BREAK = re.compile(r"[,，;；:：()（）/]")
_SAME = {"起": "件", "宗": "件"}
_TRIED: tuple[tuple[str, UnitClass], ...] = (
    ("件", "case"),
    ("元", "money"),
    ("%", "percent"),
    ("人", "person"),
)


@dataclass(slots=True)
class Unit:
    """A unit named outside the cells: as written, folded, and its class."""

    text: str
    name: str
    cls: UnitClass


@dataclass(slots=True)
class Heading:
    """One row's or column's heading, taken apart; `name` is what is left when all else is told.

    `sign` is that of a change: -1 where only falls are written (降幅), else 0.
    """

    text: str
    name: str = ""
    unit: Unit | None = None
    change: bool = False
    sign: int = 0
    basis: str | None = None
    rank: bool = False
    refused: bool = False
    total: bool = False
    court: str | None = None
    collective: bool = False
    date: DateExpr | None = None

    @property
    def key(self) -> tuple[str, str | None]:
        """What a change and the number that changed have in common: measure and court."""
        return _TAIL.sub("", self.name), self.court

    @property
    def empty(self) -> bool:
        """Whether nothing is said at all."""
        return not (self.name or self.unit or self.court or self.date or self.total)


@lru_cache(maxsize=1024)
def unit_of(text: str) -> Unit | None:
    """The unit that some words are; None where they are none, or more than one.

    >>> unit_of("万元"), unit_of("件、万元")
    (Unit(text='万元', name='元', cls='money'), None)
    """
    text = _SAME.get(text.strip(), text.strip())
    text = "个百分点" if text == "百分点" else text
    quantity = only_quantity("7" + text) if text and not text[0].isdigit() else None
    return Unit(text, quantity.unit, quantity.unit_class) if quantity is not None else None


def only_quantity(text: str) -> Quantity | None:
    """The quantity that fills a text; None where there is none, or anything besides."""
    found = scan(text)[0]
    if len(found) != 1 or found[0].unit_class == "none" or (found[0].start, found[0].end) != (0, len(text)):
        return None
    return found[0]


def units_in(caption: str) -> list[Unit]:
    """The units a caption gives to a whole table: 单位:件、万元、%."""
    match = re.search(r"单位\s*[:：]\s*([^()（）\n]{1,30})", caption)
    parts = re.split(r"[、,，/;；\s]+", match[1]) if match else []
    return [unit for part in parts if (unit := unit_of(part)) is not None]


def heading_of(text: str) -> Heading:
    """Take the words of a heading apart.

    >>> h = heading_of("2021年执行到位金额(万元)")
    >>> h.name, h.unit.name, h.date.first.year
    ('执行到位金额', '元', 2021)
    """
    if not text:
        return Heading(text)
    heading = Heading(text, refused=_NO_RESULT.search(text) is not None, rank=RANKED.search(text) is not None)
    rest = _take_unit(text, heading)
    rest = _take_court(rest, heading)
    if _CHANGE.search(text) and not heading.rank:
        heading.change = True
        heading.sign = 0 if _NEUTRAL.search(text) or not _DOWN.search(text) else -1
        heading.basis = "mom" if _MONTH.search(text) else "yoy" if _YEAR.search(text) else None
        rate = rest.endswith("率")
        rest = _CHANGE.sub("", rest)
        rest = rest if rate else _CHANGE_DRESSING.sub("", rest)
    if heading.rank:
        rest = RANKED.sub("", rest)
    dates = [d for d in find_dates(rest) if not d.clock]
    if dates:
        heading.date = dates[0]
        for expr in reversed(dates):
            rest = rest[: expr.start] + rest[expr.end :]
    name = _FILLER.sub("", rest).strip("-—·")
    heading.total = _TOTAL.fullmatch(name) is not None
    heading.name = "" if heading.total else name
    return heading


def _take_unit(text: str, heading: Heading) -> str:
    """Set the unit named in brackets or at the end; the words without it."""
    for match in reversed(list(_BRACKET.finditer(text))):
        unit = unit_of(re.sub(r"单位\s*[:：]|±|同比|增减", "", match[1]))
        if unit is not None:
            heading.unit = heading.unit or unit
            text = text[: match.start()] + text[match.end() :]
    trailing = _TRAILING.search(text) if heading.unit is None else None
    if trailing is not None:
        heading.unit = unit_of(trailing[1] or trailing[2])
        text = text[: trailing.start()] if heading.unit is not None else text
    return text


def _take_court(text: str, heading: Heading) -> str:
    mention = next(iter(find_mentions(text)), None)
    if mention is None:
        return text
    if mention.name not in OWN:  # 我院平均 is of the court of the report
        heading.court, heading.collective = mention.name, mention.collective
    return text[: mention.start] + text[mention.end :]


class Namer:
    """Finds the metric that the words of headings name, asking each question once."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._known: dict[tuple[str, str, str, str], Metric | None] = {}

    def names(self, name: str) -> bool:
        """Whether the words name some measure for sure, whatever its unit."""
        return any(o.strength == STRONG for t in self._matcher.find(name) for o in t.word.offers)

    def metric(self, name: str, unit: str, cls: UnitClass, other: str = "") -> Metric | None:
        """The metric that a name gives numbers of that unit, as prose would; `other`, the words of the
        crossing heading, may only narrow it."""
        key = (name, unit, cls, other)
        if key not in self._known:
            self._known[key] = self._ask(name, unit, cls, other)
        return self._known[key]

    def only(self, name: str) -> Metric | None:
        """The metric of a name whose unit is not said, if all units agree on it."""
        tried = _TRIED if not name.endswith("率") else (("%", "percent"),)
        found = {m.code: m for unit, cls in tried if (m := self.metric(name, unit, cls)) is not None}
        return next(iter(found.values())) if len(found) == 1 else None

    def implied(self, name: str) -> Unit | None:
        """件 for a name that only counts of cases have (收案, 结案数), a bare ratio for 结收比; else None."""
        offers = [o for t in self._matcher.find(name) for o in t.word.offers]
        strong = {o.metric.kind for o in offers if o.strength == STRONG}
        if strong == {"case_count"}:
            return Unit("件", "件", "case")
        return Unit("", "ratio", "none") if self.metric(name, "", "none") is not None else None

    def _ask(self, name: str, unit: str, cls: UnitClass, other: str) -> Metric | None:
        before = f"{other}，" if other else ""
        text = f"{before}{name}7"
        end = len(text)
        quantity = Quantity(end - 1, end, Decimal(7), None, unit, cls, "exact", False, False, end)
        tokens = self._matcher.find(text)
        breaks, starts = [m.start() for m in _BREAK.finditer(text)], [t.start for t in tokens]
        sentence = Sentence(0, end, 0, [quantity], tokens, [], breaks, text, starts, said_in(tokens))
        reading = Reading(quantity, sentence)
        govern(sentence, [reading], (), self._matcher)
        sure = reading.cue is not None and (reading.cue_strength == STRONG or reading.rule == "qualifier")
        if reading.metric is None or reading.cue is None or not sure or reading.cue.start < len(before):
            return None
        return reading.metric
