"""Courts that a report names without telling of their results: rivals, superiors, partners, sources."""

from __future__ import annotations

import re

from courtnews.interpret.courts.mention import Mention

# One of a comparison, a partner or a source: 居全市法院第一, 占全国法院的, 比全省法院.
_RIVALS = (
    "居 列 排名 占 高于 低于 优于 超过 比 较 设在 为 获 被 向 交 与 和 请 从 报 入选 到 接受 受 "
    "对照 对标 设立 组建 筹建 承接 协助 经 送 距 至 按 按照 根据 依照 遵照 针对 仅次于 "
    "依据 符合 遵循 违反 参照 比照 响应 贯彻 落实 征得 报经 商请"
)
_BESIDE = tuple(_RIVALS.split())
_BESIDE_ENDS = frozenset(word[-1] for word in _BESIDE)
_SOURCE = ("来源", "供稿", "作者", "主办", "承办", "编辑", "通讯员")
_SOURCE_ENDS = frozenset(word[-1] for word in _SOURCE) | frozenset("位:：")
# What follows courts that one of them is measured by: 全市法院排第一, 全市法院分列第1、第2.
_RANKED = re.compile(
    r"(?:系统|范围|辖区)?(?:当中|之中|[中里内])?的?(?:分别|均|都|由|从)?"
    r"(?:排|[位并分]?[居列]|位次|名列|首位|榜首|之首|前列|平均|均值"
    r"|[第前][一二三四五六七八九十0-9]+(?![一二三四五六七八九十0-9]*(?:个|季|月|年|天|周|批|期|次|轮|时|阶)))"
)
# 滁州市各基层法院: several, though their place is named.
_GATHERED = re.compile("各|[两三]级|辖区")
# All signs that it begins with: most courts are followed by none of them.
_RANKED_BEGINS = frozenset("系范辖当之中里内的分均都排位并居列名首榜前平第")
# What follows a partner, a body that judges, and a superior: 在云溪中院指导下, 省高院划定的.
_FOLLOWED = re.compile(
    r"(?:系统|范围)?(?:绩效|考核|协助|配合)|系统|的?(?:统一|大力|具体|精心|有力)?(?:部署|指导|领导|协调|安排|要求|组织|调度|支持|帮助|指挥|监督)[^,，。;；]{0,4}下"
    r"|所?(?:挂牌)?(?:预估|划定|划下|定下|下达|确定|规定|要求|设定|制定|出台|印发|部署|交办|督办|指定|下发|提出|明确|列明|列出|安排)的"
)
_FOLLOWED_BEGINS = frozenset("系范绩考协配的统大具精有部指领安要组调支帮监所挂预划下确规设制出印交督提明列")
# 最高人民法院失信被执行人名单制度: what the highest court has made for all.
_RULES = re.compile(
    "的?[^,，。;；]{0,14}(?:制度|系统|平台|名单库|司法解释|规定|意见|部署|目标|体系)"
    "|[^,，。;；0-9]{1,8}的[^,，。;；0-9]{0,6}指标"
)
# 最高人民法院审判管理办公室主任介绍: who speaks of all courts.
_SPEAKS = re.compile(
    "[^,，。;；:：、0-9]{0,14}(?:主任|院长|局长|庭长|专委|负责人|发言人|委员)[^,，。;；:：、0-9]{0,5}"
    "(?:介绍|说|表示|指出|通报|透露|披露)"
)
# 用石桥法院一位老书记员的话说
_QUOTED = re.compile("的?一[位名][^,，。;；:：0-9]{1,10}的话")
# 除花莲等分署停止拍卖外
_EXCEPT = re.compile("除[^,，。;；:：]{0,8}$")
_EXCEPTED = re.compile("[^。;；]{0,24}[以之]?外[,，]")
_NEAR = 10
# What others wish of a court, in direct speech.
_WISHED = re.compile(".{0,6}(?:要学|学习|请来|也该|应当|值得)")
_SPEECH = 40
# 指挥部设在石桥法院。在这里,20名当事人领到448万元。
# 全国法院(指地方各级人民法院、军事法院等专门人民法院,下同)
_MEANS = re.compile("[(（](?:指|含|包括|不含|其中包括)[^()（）]{0,40}$")
_HERE = re.compile("[^。]{0,12}。\\s*在?这里")
_AT = ("在", "于")
_MEASURED, _NUMBER_OF = ("与", "比", "较"), re.compile("的(?=[0-9])")
_VENUE = re.compile(
    r"(?:[、和及与][^,，。;；0-9]{1,14})?(?:同步|同时|分别|隆重|顺利|联合)?(?:召开|举行|开幕)(?!的)"
)
# 在全省法院执行工作会议上, 在全市法院调集警力, 在全省法院的综合排名, 在全市法院干警共同努力下
_WITHIN = re.compile(
    "的?[^,，。;；0-9的]{0,12}(?:会议(?!室)|大会(?!战)|会上|论坛|培训班|竞赛|评比|考核|排名|位次|公示)"
    "|对[^,，。;；]{0,16}(?:考核|评估|通报|公示)"
    "|(?:范围|系统)?内?(?:调集|抽调|选调|推广|推开|介绍|交流|率先|领先|首[创家个])"
)
_WITH_HELP = re.compile("[^,，。;；0-9]{0,12}(?:努力|支持|配合|关心|帮助)下")
_VISIT = "(?:视察|调研|检查|指导|考察|督导|慰问|参观)"
# 省高院某副院长到石桥县法院视察: who comes, and who is seen.
_CALLS = re.compile(
    "[^,，。;；、0-9]{0,14}(?:(?<!做)(?<!达)到|赴|来到|走进|莅临|深入)[^,，。;；0-9]{1,14}(?:法院|中院|高院|分署)"
    f"[^,，。;；0-9]{{0,8}}{_VISIT}"
)
_CALLED_ON = re.compile(f"[^,，。;；0-9]{{0,6}}{_VISIT}")
_CALLING = ("到", "赴", "来到", "走进", "莅临", "深入")
# 邀请石桥法院院长张某、丰岭法院院长李某答问
_GUEST = re.compile(
    "[^,，。;；、0-9]{0,8}(?:院长|专委|局长|庭长)[一-鿿]{1,3}(?=、|答问|答记者问|出席|回答|列席)"
)
# 听取云溪中院汇报, 最高人民法院交办信访案件
_HANDED = re.compile("交办(?!了)|指定(?:管辖|执行|审理)")
_HANDED_BEGINS, _HEARD = frozenset("交指"), re.compile("的?(?:工作|专题|情况)*汇报")
# Most courts stand between other signs than these.
_TELL_BEFORE = _BESIDE_ENDS | _SOURCE_ENDS | frozenset(_AT)
_TELL_BEHIND = _RANKED_BEGINS | _FOLLOWED_BEGINS


def is_source(text: str, mention: Mention) -> bool:
    """Whether a court only stands in the line that says where a report comes from."""
    prior = text[mention.start - 1 : mention.start]
    if not prior.isspace() and prior not in _SOURCE_ENDS:
        return False
    ahead = text[max(0, mention.start - 8) : mention.start].rstrip().rstrip(":：")
    return ahead.removesuffix("单位").endswith(_SOURCE)


def is_excepted(text: str, mention: Mention) -> bool:
    """Whether a court is named as one that is left out: 除石桥法院未收案外."""
    start = mention.start
    ahead = _EXCEPT.search(text, max(0, start - _NEAR), start)
    excepted = _EXCEPTED.match(text, mention.end) if ahead is not None else None
    # 除石桥法院执结200件外: a number of its own.
    return excepted is not None and re.search("[0-9]", excepted[0]) is None


def _is_quoted(text: str, opened: int, start: int, end: int) -> bool:
    """Whether a court is named in what somebody says of it, between marks the first of which stands at
    `opened`: “桃溪的劲头,石桥法院要学。”
    """
    if text.find("”", opened, start) >= 0:
        return False
    closed = text.find("”", end, end + _SPEECH)
    return closed >= 0 and _WISHED.match(text, end, closed) is not None


def is_aside(text: str, mention: Mention) -> bool:
    """Whether a court is only the place of a meeting, a rival, a superior, a partner or a source: not whose
    number it is.
    """
    start, end, _, place, _, _ = mention
    prior, next_ = text[start - 1 : start], text[end : end + 1]
    opened = text.rfind("“", start - _SPEECH if start > _SPEECH else 0, start)
    if opened >= 0 and _is_quoted(text, opened, start, end):
        return True
    likely = prior in _TELL_BEFORE or next_ in _TELL_BEHIND or prior.isspace() or place == "最高"
    if "指" in text and _MEANS.search(text, max(0, start - _SPEECH), start):
        return True
    if _CALLS.match(text, end) or is_guest(text, mention) or _is_heard(text, start, end):
        return True
    likely = (
        likely
        or next_ in "一的"
        or next_ in _HANDED_BEGINS
        or text.find("除", start - _NEAR if start > _NEAR else 0, start) >= 0
    )
    return likely and _told_aside(text, mention, prior, next_)


def _is_system(text: str, mention: Mention) -> bool:
    """Whether a named place speaks for its courts: 云泉法院系统执行工作名列全省第一."""
    return bool(mention.place) and not mention.collective and text.startswith("系统", mention.end)


def is_guest(text: str, mention: Mention) -> bool:
    """Whether a court is named as that of somebody who was invited: 邀请石桥法院院长张某、…答问."""
    if _GUEST.match(text, mention.end) is None:
        return False
    return text.rfind("邀请", max(0, mention.start - _SPEECH), mention.start) >= 0


def _is_heard(text: str, start: int, end: int) -> bool:
    """Whether others hear a court's report: 听取云溪中院汇报."""
    return _HEARD.match(text, end) is not None and text.rfind("听取", max(0, start - _NEAR), start) >= 0


def _is_within(text: str, mention: Mention) -> bool:
    """Whether courts that 在 stands before are only those among which something is done."""
    end = mention.end
    if mention.collective and _WITH_HELP.match(text, end):
        return True
    return text.startswith("辖区", end) or _WITHIN.match(text, end) is not None


def _told_aside(text: str, mention: Mention, prior: str, next_: str) -> bool:
    """Whether the words beside a court put it aside, with the signs right before and behind it."""
    start, end = mention.start, mention.end
    if prior in _AT and (_VENUE.match(text, end) or (prior == "在" and _is_within(text, mention))):
        return True
    if text.endswith(_CALLING, 0, start) and _CALLED_ON.match(text, end):
        return False
    handed = next_ in _HANDED_BEGINS and _HANDED.match(text, end)
    if handed or is_excepted(text, mention) or (next_ in "一的" and _QUOTED.match(text, end)):
        return True
    if mention.place == "最高" and (_RULES.match(text, end) or _SPEAKS.match(text, end)):
        return True
    if mention.area:
        return False
    # One court that is said to rank is whose rank it is.
    several = mention.collective or _GATHERED.search(mention.name)
    if several and next_ in _RANKED_BEGINS and _RANKED.match(text, end):
        return True
    followed = next_ in _FOLLOWED_BEGINS and _FOLLOWED.match(text, end)
    if (followed and not _is_system(text, mention)) or is_source(text, mention):
        return True
    if prior in _MEASURED and _NUMBER_OF.match(text, end):
        return False  # 与全国法院的30%相比: that is theirs
    # What a colon follows is told of: 走到丰岭法院:这里发放案款; and 轮到 tells whose turn it is.
    return (
        prior in _BESIDE_ENDS
        and text.endswith(_BESIDE, max(0, start - 4), start)
        and next_ not in (":", "：")
        and not text.endswith("轮到", 0, start)
        and not _HERE.match(text, end)
    )
