"""What the words around a date make of it: the time of a result, a meeting, a comparison, a story."""

from __future__ import annotations

import re
from typing import NamedTuple

from courtnews.dates import DateExpr
from courtnews.interpret.periods.against import COMPARED_ENDS, is_compared, is_start
from courtnews.interpret.periods.events import (
    ACTION,
    AHEAD,
    BEGINS,
    ISSUE,
    WORK,
    is_of_a_law,
    is_of_a_speech,
    is_only_met_on,
)

_BY_CLOCK = re.compile(r"\s?(?:晚|上午|下午|中午|凌晨|早|[0-9]{1,2}[时点:])")
# 2007年底以前受理的积案, 须于9月30日前: the date bounds cases or duties, and is the time of no result.
_ATTRIBUTE = re.compile(
    r"[^,，。;；0-9]{0,6}(?:之前|以前)|[底末]?(?:以前|之前|前(?![往来景沿后所移进列述一二三四五六七八九十0-9两]))|的(?:历史|旧案|终本|未结|积案|存量|卷宗|案卷)|[^,，。;；0-9]{0,8}(?:终本|终结本次执行程序|未结|未执结|积压|形成)[^,，。;；0-9]{0,10}的"
)
# No match of it is longer; each holds 前 or 的.
_ATTRIBUTE_LONGEST = 28
# 翻出2016年以来终本的旧案: whose cases were gone through, not when.
_GONE_THROUGH = re.compile(
    r"(?:对|翻出|清出|清理|梳理|梳理出|排查|清查|评查|摸排)(?:全[部市省区县]|所有)?(?:自|从)?$"
)
_GONE_THROUGH_ENDS = frozenset("对出理查排部市省区县有自从")
_TO_COME_ENDS = frozenset("将会直续延展行进持干到至")
# “九月公开拘留大会”: a month in the name of an action.
_NAME_OPENS, _OF_A_NAME = frozenset("“《「『"), re.compile("[^”》」』,，。;；0-9]{2,14}[”》」』]")
_OPENED, _LIKENED = ("(", "（"), frozenset("是为于达到近过")
# 行动期间（3月10日至6月30日）; 小额清零（3月—5月）: the brackets say when what is told of was.
_NAMED = re.compile(
    r"(?:[0-9一二三四五六七八九十百](?:天|个多?月)(?:来|里|间|内|中)"
    r"|期间|行动|活动|专案|战役|阶段|会战|周|月|日|节)[”」』]?[(（]$"
)
# 今年第四批名单: one of several, which may come on a day told before.
_NTH = re.compile("的?(?:第[一二三四五六七八九十0-9]+[批次期轮个场]|首[次场轮批][“‘「])")
_SORTED = re.compile(r"[^,，。;；0-9]{0,10}(?:案|的)")
_LAUNCHES = re.compile("启动|打响|部署|拉开|吹响|推出")
# 这项行动始于今年4月; “夏季雷霆”开战,是上个月16日的事.
_STARTED = re.compile("(?:始于|(?:启动|打响|开战|开始|展开|铺开)(?:于|[,，]?是))$")
_STARTED_ENDS = frozenset("于是\n")
_BEGUN = re.compile(r"[^,，。;；]{0,8}(?:启动|打响|开始|部署|开展|推行|实施|上线|开通|建成|启用|成立|设立)的")
_LASTING = re.compile("(?:历时|持续了?|前后)([1-9][0-9]{0,2})天")
_CLOSES = re.compile(
    r"[,，]?(?:晚|上午|下午|中午|傍晚|深夜)?(?:[0-9]{1,2}[时点](?:[0-9]{1,2}分)?)?(?:专案|专项|行动|活动|攻坚|会战|清理)?(?:收官|收兵|收队|收尾|收网|结束|落幕|闭幕|告一段落|画上句号|鸣金|圆满)"
)
_ENDS_ACTION = re.compile(
    r"[^。;；]{0,48}(?:(?:行动|攻坚|会战|战役|活动|风暴|雷霆)[”」]?[^,，。;；]{0,6}(?:收官|落幕|[画划]上句号|结束|收兵|收了?尾|收了?网)"
    r"|随着[^,，。;；]{0,16}(?:收队|收兵|落幕|结束))"
)
# 2018年是决战之年
_CALLS = frozenset("是为乃")
_CALLED = re.compile("[是为乃][^,，。;；]{1,20}年(?![的第])")
# 是2016年的1.7倍
_TIMES = re.compile(r"(?:全年|同期)?的[0-9.两一二三四五六七八九十]+多?倍")
# 行动将持续到6月中旬: not yet over.
_TO_COME = re.compile("(?:(?<![现兹])将|还会)(?:会|一直)*(?:持续|延续|开展|进行|推进|坚持|干)?(?:到|至)?$")
# 2017年春节一天天近了
_FEAST_NEAR = re.compile("的?(?:春节|元旦|新春|元宵)(?!期间|假期|长假|过?后|前后)")
_ACTION_SINCE = re.compile(
    r"[^,，。;；0-9]{0,20}(?:行动|活动|会战|攻坚战?|战役)[”」]?(?:开展|启动|打响)?以来"
)
_FROM_START = re.compile(
    r"[从自](?:试点|启动|开展|部署|成立|运行|开通|上线|开始|挂牌|实施)[^,，。;；]{0,4}[到至]$"
)
# 截至6月30日,首月战报出炉: of the time since it began.
_AT_FIRST = ("首月", "首周", "满月")
_AS_MANY = ("是", "为", "相当于", "达", "达到", "接近", "超过", "近")
_BESIDE = ("与", "同", "和")
_FRONT = re.compile(r"[^,，]{0,14}(?:相比|比较|对比|相较|持平|相当|比[,，])")
# A date is led in by nothing that does not end with one of these or a blank.
_ENDS = frozenset("从由").union(
    _TO_COME_ENDS, _LIKENED, _GONE_THROUGH_ENDS, COMPARED_ENDS, _BESIDE, _NAME_OPENS
)
#: How far the text on either side of a date matters.
REACH = 80
_DECLARES = re.compile("[^。;；]{0,40}(?:通报|报告|汇报|公布|公示|统计|分析|发布)如下")
_SOON = 16
# How far back the words reach that say what a date is compared with, or what was gone through since.
_BACK = 12


class Surroundings(NamedTuple):
    """The text right before and right behind a date, as far as it can matter (`REACH`)."""

    before: str
    behind: str

    def is_aside(self, expr: DateExpr, *, heading: bool = False) -> bool:
        """Whether the date only describes cases, is compared with, stands in brackets or starts a step."""
        before, behind = self
        last, first = before[-1:], expr.first
        if (last in _ENDS or last.isspace()) and self._is_led_in(expr):
            return True
        if self._sorts() or is_of_a_speech(behind):
            return True
        if is_of_a_law(behind, day=first.day is not None):
            return True
        if first.month is None and any(p.match(behind) for p in (_FEAST_NEAR, ISSUE, _NTH)):
            return True
        opened = "(" in before or "（" in before
        return opened and self._bracketed() and not (last in _OPENED and (heading or _NAMED.search(before)))

    def _is_led_in(self, expr: DateExpr) -> bool:
        """Whether the words right before a date make it an aside."""
        before, behind = self
        end, last = len(before), before[-1:]
        if is_start(before, end, expr, behind) or is_compared(before, end):
            return True
        if last in _NAME_OPENS and expr.first.month and not expr.first.year and _OF_A_NAME.match(behind):
            return True
        if last in _TO_COME_ENDS and _TO_COME.search(before, max(0, end - _BACK)):
            return True
        if last in _LIKENED and before.endswith(_AS_MANY) and _TIMES.match(behind):
            return True
        gone = last in _GONE_THROUGH_ENDS and _GONE_THROUGH.search(before, max(0, end - _BACK))
        if gone and _SORTED.match(behind):
            return True
        return last in _BESIDE and _FRONT.match(behind) is not None

    def only_calls(self, expr: DateExpr) -> bool:
        """Whether a year is only called something: 2018年是决战之年."""
        named, behind = expr.first.year is not None or expr.first.year_shift == 0, self.behind
        return named and behind[:1] in _CALLS and _CALLED.match(behind) is not None

    def _sorts(self) -> bool:
        """Whether the date bounds cases or duties."""
        near = self.behind[:_ATTRIBUTE_LONGEST]
        return ("前" in near or "的" in near) and _ATTRIBUTE.match(near) is not None

    def _bracketed(self) -> bool:
        before, behind = self
        opened = max(before.rfind("("), before.rfind("（"))
        if opened < 0 or opened < max(before.rfind(")"), before.rfind("）")):
            return False
        return behind.find(")", 0, AHEAD) >= 0 or behind.find("）", 0, AHEAD) >= 0

    @property
    def acts(self) -> bool:
        """Whether an action of the court is told right behind."""
        return ACTION.search(self.behind, 0, AHEAD) is not None

    @property
    def acts_near(self) -> bool:
        """Whether an action of the court is told on either side."""
        return ACTION.search(self.before[-16:] + self.behind[:AHEAD]) is not None

    @property
    def counts_work(self) -> bool:
        """Whether the work of a month is spoken of right behind: 1月正逢春节,收结案“双降”."""
        return WORK.match(self.behind) is not None

    @property
    def names_action(self) -> bool:
        """Whether an action is named that goes on since then: 今年|开展“执行大会战”以来."""
        return _ACTION_SINCE.match(self.behind) is not None

    @property
    def opens_action(self) -> bool:
        """Whether what begins on that date may be an action of the court, told further on in the sentence."""
        return self.acts_near or ACTION.search(self.behind) is not None

    @property
    def lasting(self) -> int:
        """How many days what began then went on: 7月25日打响,历时38天; 0 where that is not said."""
        said = _LASTING.search(self.behind, 0, AHEAD)
        return int(said[1]) if said else 0

    @property
    def begins(self) -> bool:
        """Whether something begins on that date: 启动, 打响, 成立."""
        return BEGINS.search(self.behind, 0, AHEAD) is not None or self._has_started()

    @property
    def launches(self) -> bool:
        """Whether an action that goes on is set going then: 启动, 打响."""
        return _LAUNCHES.search(self.behind, 0, AHEAD) is not None

    @property
    def opens(self) -> bool:
        """Whether what began on that date is told of from then on: 自4月3日打响,九个月里;
        去年12月启动的清理活动.
        """
        if self.before.endswith(("自", "从")) or self._has_started():
            return True
        return _BEGUN.match(self.behind) is not None

    def _has_started(self) -> bool:
        if self.before[-1:] not in _STARTED_ENDS:
            return False
        return _STARTED.search(self.before, max(0, len(self.before) - _BACK)) is not None

    @property
    def only_met(self) -> bool:
        """Whether people only met, spoke or published on that day."""
        return is_only_met_on(self.behind)

    @property
    def soon_met(self) -> bool:
        """Whether it is told right behind that people only met: 8月,常委会听取和审议了报告."""
        return is_only_met_on(self.behind[:_SOON])

    @property
    def declares(self) -> bool:
        """Whether a report says what it is of: 现将1-2月份质效指标通报如下."""
        return _DECLARES.match(self.behind) is not None

    @property
    def counts_up(self) -> bool:
        """Whether a sum since no stated day is told: 截至…累计, 截至6月30日,首月战报出炉."""
        return "累计" in self.behind[:30] or self.behind[1:3] in _AT_FIRST

    @property
    def from_the_start(self) -> bool:
        """Whether the time since the action began is told: 从试点到去年6月底."""
        return _FROM_START.search(self.before) is not None or self.behind[1:3] in _AT_FIRST

    @property
    def of_action(self) -> bool:
        """Whether the sum is that of an action: 截至7月底,活动中累计; 截至7月底,攻坚战期间共."""
        near = self.behind[:16]
        told = any(word in near for word in ("行动", "活动", "攻坚", "会战", "专案", "专项"))
        return told and (self.counts_up or "期间" in near)

    @property
    def closes(self) -> bool:
        """Whether an action ended then: 11月15日攻坚收官."""
        return _CLOSES.match(self.behind) is not None

    @property
    def ends_action(self) -> bool:
        """Whether an action is told to have ended then: 8月13日,为期一百天的“百日执行攻坚”画上句号."""
        return _ENDS_ACTION.match(self.behind) is not None

    @property
    def plainly_until(self) -> bool:
        """Whether something went on from a day told to this one: 9月12日曝光25人。到9月19日,已有4人…."""
        return self.before.endswith(("到", "至")) and not self.before.endswith(("截至", "截止到", "截止至"))

    @property
    def by_clock(self) -> bool:
        """Whether a time of day follows: 截至11日晚."""
        return _BY_CLOCK.match(self.behind) is not None
