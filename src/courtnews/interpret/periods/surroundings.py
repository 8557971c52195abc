"""What the words around a date make of it: the time of a result, a meeting, a comparison, a story."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from courtnews.dates import DateExpr
from courtnews.interpret.structure import Document

_MEETING = re.compile(
    r"召开|举行|会议(?!室)|发布会|座谈|电(?=[ (（　])|讯|报道|消息|通报会|走进|采访|获悉|了解到|开幕|推进会"
    r"|现场会|调度会|部署会|动员会|联席会|审议|转入|开播|向省委|走上|讨论|(?:公布|发布|通报)(?:战果|成果|成绩|数据|战报)"
)
_ACTION = re.compile(r"行动|集中执行|打响|出动|集结|展开|集中发放|突击|亮剑|首日|执行现场|现场执行")
# 举行案款集中发放活动: the meeting is the action.
_PAYS = re.compile(r"[^,，。;；]{0,14}(?:发放|发还|返还|兑付|兑现|集中执行|行动|公开宣判|拍卖)")
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
_OPENED, _LIKENED = ("(", "（"), frozenset("是为于达到近过")
# 行动期间（3月10日至6月30日）; 小额清零（3月—5月）: the brackets say when what is told of was.
_NAMED = re.compile(r"(?:期间|行动|活动|战役|阶段|会战|周|月|日|节)[”」』]?[(（]$")
# 今年第四批名单: one of several, which may come on a day told before.
_NTH = re.compile("的?第[一二三四五六七八九十0-9]+[批次期轮个场]")
_SORTED = re.compile(r"[^,，。;；0-9]{0,10}(?:案|的)")
_BEGINS = re.compile(
    r"打响|启动|施行|拉开|部署|开展|建成|成立|运行|开通|上线|推行|成为|列为|确定为|出台|印发|实施|试点|起步|铺开|展开|吹响|推动|开局|启幕|开启|起跑|始于|首拍|动员|敲响|设立|挂牌|揭牌|开张"
)
_LAUNCHES = re.compile("启动|打响|部署|拉开|吹响|推出")
# 这项行动始于今年4月; “夏季雷霆”开战,是上个月16日的事.
_STARTED = re.compile("(?:始于|(?:启动|打响|开战|开始|展开|铺开)(?:于|[,，]?是))$")
_BEGUN = re.compile(r"[^,，。;；]{0,8}(?:启动|打响|开始|部署|开展|推行|实施)的")
_LASTING = re.compile("(?:历时|持续了?|前后)([1-9][0-9]{0,2})天")
_CLOSES = re.compile(
    r"[,，]?(?:晚|上午|下午|中午|傍晚|深夜)?(?:[0-9]{1,2}[时点](?:[0-9]{1,2}分)?)?(?:专案|专项|行动|活动|攻坚|会战|清理)?(?:收官|收兵|收队|收尾|收网|结束|落幕|闭幕|告一段落|画上句号|鸣金|圆满)"
)
# 2018年是决战之年
_CALLS = frozenset("是为乃")
_CALLED = re.compile("[是为乃][^,，。;；]{1,20}年(?![的第])")
# 最后一场发放会在院机关举行,41名申请人领走87万元: the meeting is the payout.
_PAYOUT = re.compile("(?:发放|兑付|兑现|发还)(?:大?会|仪式)")
_CLOSE = 2
# 召开部署会,28名干警分成5个小组
_SETS_OUT = re.compile("兵分|分[成为乘赴]|[赶奔][赴向往]|出发|集结|直奔")
# 是2016年的1.7倍
_TIMES = re.compile(r"(?:全年|同期)?的[0-9.两一二三四五六七八九十]+多?倍")
# 2017年春节一天天近了
_FEAST_NEAR = re.compile("的?(?:春节|元旦|新春|元宵)(?!期间|假期|长假|过?后)")
# 2017年4月在市人民代表大会上, 7月5日在全市法院执行工作会议上: when it is said, not when it was.
_SPOKEN_AT = re.compile(r"\s?[,，]?在[^,，。;；:：\n]{2,36}(?:会议|大会|全会|常委会)上")
_FROM_START = re.compile(
    r"[从自](?:试点|启动|开展|部署|成立|运行|开通|上线|开始|挂牌|实施)[^,，。;；]{0,4}[到至]$"
)
_COMPARED = re.compile(
    r"(?:比|较|对照|对比|超过|超越|相当于|高于|低于|好于|优于|差于|逊于|强于|胜于|快于|慢于|短于|高出|多出|盖过|高过|胜过|追平|接近|不及|多于|少于)(?:[^,，。;；:：0-9]{1,6}的)?\s?$"
)
_AS_MANY = ("是", "为", "相当于", "达", "达到", "接近", "超过", "近")
# A comparison ends with one of these or with a blank.
_COMPARED_ENDS = frozenset("比较过越于出近及平的")
_BESIDE = ("与", "同", "和")
_FRONT = re.compile(r"[^,，]{0,14}(?:相比|比较|对比|相较|持平|相当)")
REACH = 80
# How far back the words reach that say what a date is compared with, or what was gone through since.
_BACK = 12
# How far ahead the words stand that say what happened on a date.
_AHEAD = 40


class Surroundings(NamedTuple):
    """The text right before and right behind a date, as far as it can matter."""

    before: str
    behind: str

    @classmethod
    def of(cls, expr: DateExpr, text: str, base: int) -> Surroundings:
        """The surroundings of an expression in a text that begins at `base` of the working text."""
        start, end = expr.start - base, expr.end - base
        return cls(text[max(0, start - REACH) : start], text[end : end + REACH])

    def is_aside(self, expr: DateExpr, *, heading: bool = False) -> bool:
        """Whether the date only describes cases, is compared with, stands in brackets or starts a step."""
        before, behind = self
        end, last = len(before), before[-1:]
        if is_start(before, end, expr) or self._sorts() or says_when_told(behind):
            return True
        if expr.first.month is None and _FEAST_NEAR.match(behind):
            return True
        if expr.first.year_shift is not None and _NTH.match(behind):
            return True
        if self._bracketed() and not (last in _OPENED and (heading or _NAMED.search(before))):
            return True
        if last in _LIKENED and before.endswith(_AS_MANY) and _TIMES.match(behind):
            return True
        if (
            last in _GONE_THROUGH_ENDS
            and _GONE_THROUGH.search(before, max(0, end - _BACK))
            and _SORTED.match(behind)
        ):
            return True
        return is_compared(before, end) or (last in _BESIDE and _FRONT.match(behind) is not None)

    def only_calls(self, expr: DateExpr) -> bool:
        """Whether a year is only called something: 2018年是决战之年."""
        behind = self.behind
        return expr.first.year is not None and behind[:1] in _CALLS and _CALLED.match(behind) is not None

    def _sorts(self) -> bool:
        """Whether the date bounds cases or duties."""
        near = self.behind[:_ATTRIBUTE_LONGEST]
        return ("前" in near or "的" in near) and _ATTRIBUTE.match(near) is not None

    def _bracketed(self) -> bool:
        before, behind = self
        opened = max(before.rfind("("), before.rfind("（"))
        if opened < 0 or opened < max(before.rfind(")"), before.rfind("）")):
            return False
        return behind.find(")", 0, _AHEAD) >= 0 or behind.find("）", 0, _AHEAD) >= 0

    @property
    def acts(self) -> bool:
        """Whether an action of the court is told right behind."""
        return _ACTION.search(self.behind, 0, _AHEAD) is not None

    @property
    def acts_near(self) -> bool:
        """Whether an action of the court is told on either side."""
        return _ACTION.search(self.before[-16:] + self.behind[:_AHEAD]) is not None

    @property
    def opens_action(self) -> bool:
        """Whether what begins on that date may be an action of the court, told further on in the sentence."""
        return self.acts_near or _ACTION.search(self.behind) is not None

    @property
    def lasting(self) -> int:
        """How many days what began then went on: 7月25日打响,历时38天; 0 where that is not said."""
        said = _LASTING.search(self.behind, 0, _AHEAD)
        return int(said[1]) if said else 0

    @property
    def begins(self) -> bool:
        """Whether something begins on that date: 启动, 打响, 成立."""
        return _BEGINS.search(self.behind, 0, _AHEAD) is not None or self._has_started()

    @property
    def launches(self) -> bool:
        """Whether an action that goes on is set going then: 启动, 打响."""
        return _LAUNCHES.search(self.behind, 0, _AHEAD) is not None

    @property
    def opens(self) -> bool:
        """Whether what began on that date is told of from then on: 自4月3日打响,九个月里;
        去年12月启动的清理活动.
        """
        if self.before.endswith(("自", "从")) or self._has_started():
            return True
        return _BEGUN.match(self.behind) is not None

    def _has_started(self) -> bool:
        return _STARTED.search(self.before, max(0, len(self.before) - _BACK)) is not None

    @property
    def only_met(self) -> bool:
        """Whether people only met, spoke or published on that day."""
        meeting = _MEETING.search(self.behind[:_AHEAD])
        if meeting is None or _PAYS.match(self.behind[meeting.end() :]):
            return False
        if _SETS_OUT.search(self.behind, meeting.end()) is not None:
            return False
        if _PAYOUT.search(self.behind, 0, meeting.end() + _CLOSE):
            return False
        said = self.behind[: meeting.start()]
        if meeting[0].endswith("会"):
            said = said.removesuffix("行动")  # 专项行动推进会
        return "就" in said or (_ACTION.search(said) is None and _BEGINS.search(said) is None)

    @property
    def counts_up(self) -> bool:
        """Whether a sum since no stated day is told: 截至…累计."""
        return "累计" in self.behind[:30]

    @property
    def from_the_start(self) -> bool:
        """Whether the time since the action began is told: 从试点到去年6月底."""
        return _FROM_START.search(self.before) is not None

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
    def plainly_until(self) -> bool:
        """Whether something went on from a day told to this one: 9月12日曝光25人。到9月19日,已有4人…."""
        return self.before.endswith(("到", "至")) and not self.before.endswith(("截至", "截止到", "截止至"))

    @property
    def by_clock(self) -> bool:
        """Whether a time of day follows: 截至11日晚."""
        return _BY_CLOCK.match(self.behind) is not None


def sentence_around(document: Document, expr: DateExpr) -> tuple[str, int]:
    """The sentence of an expression, as far as it can matter, and where it begins."""
    ends = document.sentence_ends
    place = bisect_right(ends, expr.start)
    start = max(ends[place - 1] if place else 0, expr.start - REACH)
    end = min(ends[min(place, len(ends) - 1)], expr.end + REACH)
    return document.text[start:end], start


def says_when_told(behind: str) -> bool:
    """Whether what stands behind a date makes it that of a speech: 2017年4月|在市人民代表大会上."""
    return _SPOKEN_AT.match(behind) is not None


def is_compared(text: str, start: int) -> bool:
    """Whether what stands before a date that begins at `start` makes it the other side of a comparison:
    比2010年.
    """
    last = text[start - 1 : start]
    if last not in _COMPARED_ENDS and not last.isspace():
        return False
    return _COMPARED.search(text, max(0, start - _BACK), start) is not None


def is_start(text: str, start: int, expr: DateExpr) -> bool:
    """Whether an earlier year is only where a step starts: 由上年的第4位升至, 由2016年的51%升到."""
    if text[start - 1 : start] not in ("从", "由"):
        return False
    first = expr.first
    earlier = first.year_shift is not None and first.year_shift < 0
    plain = first.year is not None and first.month is None
    return (earlier or plain) and not (expr.last or expr.edge)


def tells_a_meeting(text: str) -> bool:
    """Whether a sentence tells of a meeting or its report."""
    return _MEETING.search(text) is not None
