"""What makes a number an aim: a bound, a demand, a day it is due by, or a word of planning beside it."""

from __future__ import annotations

import re

from courtnews.interpret.evidence import segment_start
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import Token

# 90%的目标, 离95%还差一截, “90%的结案率是红线”.
_AIM_BEHIND = re.compile(
    "(?:以上)?(?:[作为]为?目标|的(?:[一-鿿]{2,8}[是为])?(?:目标|底线|要求|任务|规定|标准|红线|门槛|硬杠杠)|的?及格线|还差|尚差|还有差距|已?经?不远|仅?一步之遥)"
)
# 6月底前办结率要到九成.
_MUST_REACH = ("率要到", "率要达到", "率要站上", "率要提到", "率要升到", "率须达", "率要过")
# 中院要求6月底前再执结90件.
_DUE = re.compile(
    "(?<![按依][照])(?<![根依]据)要求[在于]?[^,，。;；]{0,8}(?:底|末|日|年|节|收官|结束)之?前[^。;；]*$"
)
# 乡镇案件10月底前执结率达到70%
_REACHED_BY = re.compile(
    "(?<![去上]年)(?:[月年]底|年末|春节|[月0-9]日)(?:之|以)?前(?!立案|受理|收案|新收|的)[^,，。;；0-9已]{0,14}率(?:达到?|不低于|要?达)$"
)
# 最高人民法院要求,积案清理率达到90%
_DEMANDED = re.compile(
    "(?<![按依][照])(?<![根依]据)要求[,，:：][^。;；已]{0,60}率(?:须|要|应)?(?:达到?|不低于)$"
)
# 要求收官时执结率达到90%以上
_DEMANDED_OF = re.compile(
    "(?<![按依][照])(?<![根依]据)(?<=[,，。;；、会院署])要求[^,，。;；0-9已]{0,30}率(?:须|要|应)?(?:达到|不低于|保持在|控制在)$"
)
# 按照省高院的要求, 落实“三统一”要求; who asks for money is no authority.
_IN_LINE, _NEAR = re.compile("按|依|根据|落实|坚持|贯彻|对标|对照|围绕|遵循|符合|申请人|全年|今年"), 14
# 6月底前结案率达到70%,同比上升5个百分点
_REACHED = re.compile("[,，]?[^。;；]{0,6}(?:同比|环比|位居|排名|居|列|第一|较|比|高于|低于|提高|上升|下降)")
# 订下征起180亿元、终结500万件的目标
_SET, _SET_LONGEST = re.compile("(?:订下|定下|设定|设下|立下|提出|确定)了?[^,，。;；]{0,30}$"), 34
_OF_A_LIST = re.compile("(?:以上)?[、和及与][^,，。;；]{2,24}的(?:目标|任务|指标)")
AIM_BEHIND_STARTS = frozenset("以作为的还尚、和及与已不仅一")
# 年底之前,执结率要站上90%; 到12月20日收官时,要清掉300件.
_DUE_BY = re.compile(
    "(?:(?:[年月]底|年末|春节|日|收官|收尾|结束|期满)(?:之前|以前|前|时)|[年月]底|年内|届时)[^。;；0-9]{0,30}"
    "(?<![主重需不只必首讨索催紧概纪机险扼摘大])要(?![求素回账债不么案闻点件道])[^,，。;；0-9]{0,12}$"
)
# 年底前未结案件控制在30件以内.
_KEPT_TO = re.compile("(?:[年月]底|年末|春节|[月日])(?:之前|以前|前)[^。;；0-9]{0,20}控制在$")
# No match of it is longer.
_DUE_LONGEST = 48
_BOUNDS = (
    "不低于",
    "不得低于",
    "不少于",
    "不得少于",
    "不高于",
    "不得高于",
    "不得超过",
    "不能超过",
    "不能低于",
)
# 占比不低于全院干警的15%, 至少还清本金的三成.
_BOUND_OF, _BOUND_LONGEST = re.compile("(?:不低于|不少于|至少)[^,，。;；0-9]{1,10}的$"), 16
# 月底前再移送5人以上, 秋收前先筹20万元.
_NEXT = re.compile(
    "(?:底|[0-9]日|节|收)(?:之|以)?前(?:再|先(?![后期行进锋头是由])|至少|争取|须)[^,，。;；0-9]{0,8}$"
)
# 12月20日前清结八成
_BY = re.compile(
    "(?:[月0-9]日|[月年]底)前(?:全部|必须|应|需|要)?(?:清结|清零|办结|执结|结案|完成|化解|兑现|发还|整改)[^,，。;；0-9已了率]{0,4}$"
)
_NEXT_LONGEST = 16
_KEPT = ("按", "按照", "依照", "还款", "履行", "偿还", "付款", "支付", "分期", "清偿")
_COME_TO = ("压到", "降到", "压降到", "提到", "提高到", "升到", "达到", "控制在", "稳定在")
_ASKED = ("要求全", "要求两级", "要求辖区")
_DOES = re.compile(
    "[,，;；](?!各|全|基层|中级|高级|两级|三级|辖区)(?:[^,，。;；0-9]{2,8}法院|[该我本]院)(?![^,，。;；0-9]{0,12}达到)"
)
_DONE = re.compile("(?:按照?|根据)[^,，。;；]{0,6}|法院|[该我本全]院|已")
# 目标嘛,两年内提到45%.
_TOPIC, _AIM = (
    re.compile("(?:嘛|呢|很?明确|只有一个)?[,，:：](?![^。;；0-9]*(?:已|实际|去年|上半年))"),
    "目标",
)
# 目标实现, 列入当晚计划的15个案件: an aim that was reached, and what a plan lists.
_REACHED_AIM = re.compile(
    "(?:如期|基本|全面|圆满|顺利|提前|已经?|全部)(?:实现|达成|完成|达标)|(?:实现|达成|达标)(?=[\\s,，。;；!！:：]|$)|(?<=计划)的"
)
_SHARES = ("%", "成")
_NOUNS = ("目标", "任务", "计划", "指标")
_AIM_BEFORE = (
    "任务数",
    "目标数",
    "指标数",
    "要求的",
    "规定的",
    "划定的",
    "下达的",
    "设定的",
    "确定的",
    *_MUST_REACH,
)
_AIM_BEFORE_ENDS = frozenset(words[-1] for words in _AIM_BEFORE)
# 控制在 is the one other word that makes an aim of what follows.
AIM_ENDS = _AIM_BEFORE_ENDS | {"在"}


def is_bounded(sentence: Sentence, reading: Reading) -> bool:
    """Whether a share is what must be kept to: 占比不低于50%."""
    end = reading.quantity.start - sentence.start
    said = sentence.text.endswith(_BOUNDS, 0, end) or (
        _BOUND_OF.search(sentence.text, max(0, end - _BOUND_LONGEST), end) is not None
    )
    if said:
        reading.why.append("target: a bound is said before the number")
    return said


def is_to_reach(sentence: Sentence, reading: Reading) -> bool:
    """Whether a share is what a plan wants to come to: 方案要求今年压到5%以内."""
    if "plan" not in sentence.said:
        return False
    start = reading.quantity.start - sentence.start
    tokens = sentence.tokens_between(sentence.start, reading.quantity.start)
    plan = next((t for t in tokens if "plan" in t.word.classes), None)
    if plan is None or not sentence.text.endswith(_COME_TO, 0, start):
        return False
    # 按照方案要求,云溪法院将占比压到25%: it has come to that.
    return _DONE.search(sentence.text, plan.start - sentence.start, start) is None


def aim_beside(text: str, start: int, end: int) -> bool:
    """Whether the words right beside a number, or a demand before it, make it an aim."""
    return bool(
        (text[end : end + 1] in AIM_BEHIND_STARTS and _aimed_behind(text, start, end))
        or (text[start - 1 : start] in _AIM_BEFORE_ENDS and text.endswith(_AIM_BEFORE, 0, start))
        or ("前" in text and _NEXT.search(text, max(0, start - _NEXT_LONGEST), start))
        or (
            "前" in text
            and "已" not in text
            and "截" not in text
            and text[end - 1 : end] in _SHARES
            and _is_by(text, start)
        )
        or ("要求" in text and _DUE.search(text, _part_start(text, start), start))
        or (text.endswith("控制在", 0, start) and _KEPT_TO.search(text, max(0, start - _DUE_LONGEST), start))
        or ("前" in text and "率" in text and _is_due(text, start, end))
        or ("要求" in text and _is_demanded(text, start))
        or ("要" in text and _DUE_BY.search(text, max(0, start - _DUE_LONGEST), start))
    )


def _aimed_behind(text: str, start: int, end: int) -> bool:
    """Whether what stands behind a number makes it an aim, or one of a list of those that were set."""
    if _AIM_BEHIND.match(text, end):
        return True
    return bool(_OF_A_LIST.match(text, end) and _SET.search(text, max(0, start - _SET_LONGEST), start))


def _is_due(text: str, start: int, end: int) -> bool:
    """Whether a rate is to be reached by a day; one that is compared or ranked has been."""
    due = _REACHED_BY.search(text, max(0, start - _DUE_LONGEST), start)
    return due is not None and _REACHED.match(text, end) is None


def _is_by(text: str, start: int) -> bool:
    """Whether a number is to be done by a day: 12月20日前清结八成."""
    return _BY.search(text, max(0, start - _NEXT_LONGEST), start) is not None


def _is_demanded(text: str, start: int) -> bool:
    """Whether a rate is what somebody demanded; 按照要求,到位率达到50% tells of one that was reached."""
    part = _part_start(text, start)
    demand = _DEMANDED.search(text, part, start) or _DEMANDED_OF.search(text, part, start)
    return (
        demand is not None
        and _IN_LINE.search(text, max(part, demand.start() - _NEAR), demand.start()) is None
    )


def _part_start(text: str, position: int) -> int:
    """Behind the full stop or semicolon last before a position: no demand reaches beyond it."""
    return max(text.rfind(sign, 0, position) for sign in "。;；") + 1


def _does(sentence: Sentence, token: Token, reading: Reading) -> bool:
    """Whether a court is told of behind what another asked: 省高院要求全省法院…,云溪法院拘留86人."""
    start, end = token.end - sentence.start, reading.quantity.start - sentence.start
    return _DOES.search(sentence.text, start, end) is not None


def _is_kept(sentence: Sentence, token: Token) -> bool:
    """Whether a plan is one that debtors keep to: 按计划履行, 达成还款计划."""
    return token.word.text == "计划" and sentence.text.endswith(_KEPT, 0, token.start - sentence.start)


def aims(token: Token, sentence: Sentence, reading: Reading) -> bool:
    """Whether a word before a number makes it an aim: of the clause, for a rate or a change of the part
    between semicolons, or of all that follows.
    """
    classes = token.word.classes
    reached = token.word.text.endswith(_NOUNS) and _REACHED_AIM.match(
        sentence.text, token.end - sentence.start
    )
    if reached or _is_kept(sentence, token):
        return False
    if "plan" in classes and token.word.text.startswith(_ASKED) and _does(sentence, token, reading):
        return False
    if "plan" in classes or (token.start >= reading.clause and "target_near" in classes):
        return True
    topic = token.word.text == _AIM and _TOPIC.match(sentence.text, token.end - sentence.start) is not None
    far = topic or reading.kind in ("rate", "change", "rank")
    reach = segment_start(sentence, reading.quantity.start) if far else reading.clause
    return (topic or "target" in classes) and token.start >= reach
