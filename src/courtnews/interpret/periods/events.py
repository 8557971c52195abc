"""What happens on a day: actions of the court, what begins, and meetings, on which nothing is enforced."""

from __future__ import annotations

import re

#: Words of actions of the court, and of what begins.
ACTION = re.compile(r"行动|集中执行|打响|出动|集结|展开|集中发放|突击|亮剑|首日|执行现场|现场执行")
BEGINS = re.compile(
    r"打响|启动|施行|拉开|部署|开展|建成|成立|运行|开通|上线|推行|成为|列为|确定为|出台|印发|实施|试点|起步|铺开|展开|吹响|推动|开局|启幕|开启|起跑|始于|首拍|动员|敲响|设立|挂牌|揭牌|开张|开打|开战"
)
#: How far ahead the words stand that say what happened on a date.
AHEAD = 40
# Each alternative begins with a letter, by which a search skips.
_MEETING = re.compile(
    r"召开|举行|会议(?!室)|座谈|电(?=[ (（　])|讯|报道|消息|走进|采访|获悉|了解到|开幕|推进会"
    r"|现场会|调度会|部署会|动员会|联席会|审议|转入|开播|向省委|走上|讨论|发布会|通报会"
    r"|公布(?:战果|成果|成绩|数据|战报)|发布(?:战果|成果|成绩|数据|战报)|通报(?:战果|成果|成绩|数据|战报)"
    r"|(?:发布|公布|晒出|亮出|交出|披露)[^,，。;；0-9]{1,24}(?:成绩单|白皮书|答卷|账本|年报|(?:工作|年度|情况|分析)报告|典型案例(?![,，][^。;；]{0,8}[执审办]))"
)
# 举行案款集中发放活动: the meeting is the action.
_PAYS = re.compile(r"[^,，。;；]{0,24}(?:发放|发还|返还|兑付|兑现|集中执行|行动|公开宣判|拍卖)")
# 最后一场发放会在院机关举行,41名申请人领走87万元: the meeting is the payout.
_PAYOUT = re.compile("(?:发放|兑付|兑现|发还)(?:大?会|仪式)")
_CLOSE = 2
# 召开部署会,28名干警分成5个小组
_SETS_OUT = re.compile("兵分|分[成为乘赴]|[赶奔][赴向往]|出发|集结|直奔")
# 3月中旬至4月下旬,调研组走访
_SURVEYED = re.compile("[,，]?[^,，。;；:：\n0-9]{0,10}(?:调研组|视察组|调研团)")
# 2020年云溪两会: the year of a meeting, at which that before it is told of.
_MEETINGS = re.compile("[^,，。;；:：\n0-9]{0,8}(?:两会|人代会|人民代表大会)(?!期间|之?后|以后|前夕|上|提出)")
# 2017年4月在市人民代表大会上, 7月5日在全市法院执行工作会议上: when it is said, not when it was.
_SPOKEN_AT = re.compile(r"\s?[,，]?在[^,，。;；:：\n]{2,36}(?:会议|大会|全会|常委会)上")
_MAKES = "(?:发布|公布|出台|颁布|印发|修订|修改)[^,，。;；0-9]{0,12}"
# 7月22日施行, 21日发布修改后的司法解释: when a law was made or came into force.
_LAW = re.compile(
    "起?(?:正式|开始)?(?:施行|生效|实施)(?:[,，。;；:：)）\n后首的新]|$|《[^》]{1,24}》(?!以来))"
    f"|{_MAKES}(?:司法解释|条例)"
)
# 5日印发管理办法
_RULES = re.compile(f"{_MAKES}(?:规定|细则|办法|若干意见)")
#: 2023年第1期(总第58期): which issue of a bulletin it is.
ISSUE = re.compile(
    r"第\s?[0-9一二三四五六七八九十百]{1,4}\s?期\s*(?:[(（][^()（）\n]{0,12}[)）])?[ \t\u3000]*(?:\n|$)"
)
#: 1月正逢春节,收结案“双降”: the work of a month.
WORK = re.compile(r"[^。;；0-9]{0,16}(?:收结案|收案|结案|收结存|审执质效|办案质效)")


def is_of_a_law(behind: str, *, day: bool) -> bool:
    """Whether a law was made or came into force then, or, on a day, the rules of a court: of a month in which
    it made rules a court may tell what it did besides.
    """
    return _LAW.match(behind) is not None or (day and _RULES.match(behind) is not None)


def is_only_met_on(behind: str) -> bool:
    """Whether people only met, spoke or published on a day behind which these words stand."""
    meeting = _MEETING.search(behind[:AHEAD])
    if meeting is None or _PAYS.match(behind[meeting.end() :]):
        return False
    if _SETS_OUT.search(behind, meeting.end()) is not None:
        return False
    if _PAYOUT.search(behind, 0, meeting.end() + _CLOSE):
        return False
    said = behind[: meeting.start()]
    if meeting[0].endswith("会"):
        said = said.removesuffix("行动")  # 专项行动推进会
    return "就" in said or (ACTION.search(said) is None and BEGINS.search(said) is None)


def is_of_a_speech(behind: str) -> bool:
    """Whether the words behind a date make it that of a speech: 2017年4月|在市人民代表大会上."""
    if is_of_a_session(behind) or _SURVEYED.match(behind):
        return True
    said = _SPOKEN_AT.match(behind)
    return said is not None and _PAYOUT.search(said[0]) is None


def is_of_a_session(text: str, position: int = 0) -> bool:
    """Whether the session of a people's congress is named there: 2020年|云溪两会."""
    return _MEETINGS.match(text, position) is not None


def tells_a_meeting(text: str) -> bool:
    """Whether a sentence tells of a meeting or its report."""
    return _MEETING.search(text) is not None
