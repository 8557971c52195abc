"""The words that end a court's name, that stand before one, and that tell a name from a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

HAN = "[一-鿿]"
SUFFIXES = (
    *(
        "高级人民法院",
        "中级人民法院",
        "人民法院",
        "高级法院",
        "中级法院",
        "互联网法院",
        "海事法院",
        "金融法院",
        "知识产权法院",
    ),
    *(
        "铁路运输中级法院",
        "铁路运输法院",
        "林区中级法院",
        "林区基层法院",
        "法院",
        "中院",
        "高院",
        "行政执行署",
        "行政执行处",
        "执行处",
        "地院",
        "执行署",
        "分署",
        "破产法庭",
        "知识产权法庭",
    ),
)
AGENCY = frozenset(("行政执行署", "执行署"))
# Endings that hardly anything but a place stands before.
STRONG = frozenset(s for s in SUFFIXES if s not in ("人民法院", "法院")) - AGENCY
TOP = frozenset(("最高法", "最高法院"))
#: How a court speaks of itself.
SPOKEN = ("我院", "本院")
OWN = frozenset((*SPOKEN, "全院", "该院", "该法院", "这家法院", "该署"))
# A place that speaks for its courts at the head of a clause or behind a time: 全市共执结案件100件.
AREAS = frozenset(("全国", "全省", "全市", "全区", "全县", "全州", "全盟", "全旗"))
_AREA_HEAD = re.compile(r"[^一-鿿]|[年月日来前间期底末下中]")
_LOOKED = ("放眼", "纵观", "综观", "环顾", "再看")
_SEEN = ("看", "来看", "范围看")
# What makes others than the courts of it: 全市公安机关, 全省第一, 全区上下.
_NO_AREA = re.compile(
    r"第|首|前|排|最|平均|唯一|领先|率先|上下|范围|公安|检察|政法|司法|人大|政协|人民|分署|各分署|党|经济|财政|总人口|总面积|人口|各界|先进"
    r"|(?:[^,，。;；]{0,3})(?:法院|中院|高院)"
)
# What makes other words of these: 法院网, 法院门口; 本院长, 全院内.
_NO_COURT = ("网", "报", "门口", "之窗", "文化")
# ... unless 网 or 报 opens a word of its own: 云溪法院网络司法拍卖, 云溪法院报告工作.
_OWN_WORDS = ("网络", "网上", "网拍", "网讯", "网消息", "报告", "报道", "报送", "报请")
_NO_OWN = ("长", "务", "线", "内")
# The site of a court, where it opens a page.
_SITE, _SITE_HEAD = re.compile("网[ \t\u3000]*(?:[>＞»|·]|首页|-)"), 60
_NO_COURT_BEGINS = frozenset(word[0] for word in _NO_COURT + _NO_OWN)


def endings(text: str) -> Iterator[tuple[int, int, str]]:
    """Where words that end a court's name stand, with 最高法, 我院 and 全市, in the order of the text; and
    which they are.
    """
    for index, start, end in _automaton().find_matches_as_indexes(text):
        word = _ENDINGS[index]
        if word in AREAS:
            opens = not start or _AREA_HEAD.match(text, start - 1) or text.startswith(_SEEN, end)
            opens = opens or text.endswith(_LOOKED, 0, start)
            if opens and not _NO_AREA.match(text, end):
                yield start, end, word
        elif text[end : end + 1] not in _NO_COURT_BEGINS or _ends_a_name(text, end, word):
            yield start, end, word


def _ends_a_name(text: str, end: int, word: str) -> bool:
    """Whether a word is no part of another with what stands behind it."""
    if text.startswith("网", end) and end < _SITE_HEAD and _SITE.match(text, end):
        # 云溪市人民法院网 >> 法院要闻 >> 正文, but no reprint of it, nor the site of all courts
        return "来源" not in text[:end] and not text.endswith("中国法院", 0, end)
    return (
        not text.startswith(_NO_OWN if word in OWN else _NO_COURT, end)
        or word in TOP
        or text.startswith(_OWN_WORDS, end)
    )


# Few enough to be looked for many bytes at a time: more than some forty words take twice as long.
_ENDINGS = (*SUFFIXES, *TOP, *OWN, *AREAS)


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(_ENDINGS, matchkind=MatchKind.LeftmostLongest)


COLLECTIVE = re.compile(
    r"(?:全国|全省|全市|全区|全县|全州|全盟|全旗|全师|我省|我市|我县|我区|我州|我盟|我旗|两级|三级|四级|各级|各地|各个?|各家|辖区|所属|下辖|基层|(?<!其)中基层|中、基层|地方|全部|全体|市县|区县|县市区?|县区|省级|^[省市县区州旗盟])+$"
)
DISTRICTS = "省市县区州旗盟"
# What a collective begins with; 省高院, 县法院 and 基层法院 are levels.
GATHERED = frozenset("全我两三各")
GROUP_ENDS = frozenset("国省市区县州盟旗级地个家属辖层方部体各") | {""}
# Characters that never belong to a name, and words that stand before one; characters that some places have
# in their names (中, 和, 家, 日, 都) are left to the evidence of the text.
_STOP_WORDS = (
    # What courts do, and what is said of them.
    "记者从 推进 打造 召开 通报 报告 介绍 认为 表示 走进 举行 服务 依托 推动 指导 成为 记者 部署 "
    "指出 建成 作为 来到 支持 加强 协助 直接 荣获 探访 聚焦 见证 督促 配合 申请 起诉 诉至 "
    "起诉至 组织 带领 执行 判决 感谢 移送 负责 代表 来自 关于 按照 根据 依照 超过 高于 低于 "
    "优于 占比 约占 法务部 行政执行署 各地 大会作 会作 除 例如 其中 个别 "
    # What is done with a court or its report: 听取区法院工作报告, 翻开法院年报, 要求全省法院.
    "确保 保障 促使 使得 提高 先看 再看 来看 且看 引导 鼓励 规范 加快 推广 强化 深化 覆盖 涉及 "
    "做好 抓好 搞好 办好 建议 希望 期待 敦促 呼吁 恳请 力促 "
    "启动 打响 开启 铺开 掀起 吹响 成立 设立 筹建 组建 增设 请问 试问 敢问 "
    "听取 审议 审查 汇报 视察 调研 检查 参观 旁听 列席 出席 走访 采访 专访 寻访 回访 对话 "
    "约谈 约见 走近 翻开 打开 揭秘 解密 直击 盘点 细数 解读 解码 透视 读懂 数说 图说 图解 "
    "回眸 回望 点赞 致敬 感受 体验 要求 责成 号召 动员 交出 建设 帮助 委托 联合 会同 协同 "
    "监督 统筹 汇总 统计 发布 公布 披露 通知 督导 考核 评选 走出 选出 抽调 调集 集中 率领 "
    "安排 下发 印发 通过 经过 随着 依靠 凭借 围绕 贯彻 落实 公开 承办 承接 办理 完成 接受 收到 接到 "
    "打进 打入 汇入 汇到 转入 存入 交到 送到 缴到 划入 请进 告到 说起 谈起 提起 讲起 谈到 说到 "
    "一律 报送 上报 呈报 报请 翻查 查阅 查看 翻看 询问 追问 致电 "
    "中院 高院 法院 指令 责令 交办 换到 转到 轮到 赞成 同意 批准 肯定 表扬 获得 名为 位于 选择 选取 选定 "
    # Other verbs, of which a court is the object or which open a clause: 符合省法院列明的情形, 开展法院….
    "开展 实行 实现 实施 采取 采用 具有 存在 出现 发生 决定 需要 可能 没有 进行 出台 制定 制订 建立 创建 "
    "创办 提请 提交 提醒 提示 授予 评为 誉为 荣膺 违反 违背 符合 满足 遵守 遵循 遵照 服从 响应 面对 面临 "
    "针对 称赞 赞扬 关注 重视 尊重 拥护 信任 信赖 质疑 批评 指责 举报 投诉 反映 反馈 回应 答复 回复 告知 "
    "宣布 宣传 展示 展现 体现 显示 表明 说明 证明 证实 查明 认定 确认 确定 核实 查实 核查 审核 审定 抽查 "
    "巡查 督查 检验 评估 评议 考察 推介 推荐 推选 撤销 取消 维持 驳回 裁定 征求 请求 恳求 寻求 求助 协调 "
    "沟通 联系 联络 对接 商请 邀请 派驻 派出 派遣 增派 抽出 进驻 进入 走入 前往 赶往 赶到 抵达 离开 返回 "
    "回到 到访 拜访 慰问 看望 接待 奔赴 直奔 打赢 迎接 迎来 庆祝 举办 主办 协办 开设 入驻 带动 激发 调动 "
    "凝聚 汇聚 助力 "
    # When, and how a sentence goes on.
    "如果 假如 倘若 只要 虽然 尽管 即使 无论 不管 除非 既然 因为 由于 所以 但是 而且 并且 "
    "年底 月底 一组 这组 此次 这次 本次 显示出 体现出 展现出 反映出 凸显出 "
    "开进 驶进 驶入 驶向 开往 开赴 押进 押到 押回 送进 带进 带回 走向 涌进 涌入 "
    "经查 经了解 经统计 据悉 据统计 据了解 "
    "月份 每年 每月 每天 历年 往年 逐年 日前 今年 去年 昨天 今天 前天 "
    "年来 月来 天来 日来 年间 年度 期间 行动中 活动中 会战中 当日 今日 昨日 上午 下午 目前 截至 近日 自此 "
    "此前 以来 当年 当天 同期 全年 同时 随后 最终 为此 对此 于是 因此 如今 现在 届时 然后 "
    "上半年 下半年 季度 之后 后来 全天 全程 全日 一天 "
)
# Each sign before what is asked of its surroundings, so that these are looked at only where it stands.
_STOP_SIGN = re.compile(
    r"[的在由对向与及仅、是将把让被为于给据受或其即则且而但也还就又了到赴堵骂怕](?<![省市县区州旗盟].)|经(?<![省市县区州旗盟].)(?!开区|开|济)|比(?<!.比)(?!如)"
    # 用北京市朝阳区人民法院一位书记员的话说
    r"|用(?=[一-鿿]{2,8}[省市县区州旗盟])"
    # 委员刘某和福建
    r"|和(?<=[某员长厅局部委]和)"
    # A conjunction stands behind a whole name: 呼和浩特市, 和平区 and 和县 have none.
    r"|和(?:(?<=[一-鿿]{2}和)(?=[一-鿿]{2,8}[省市县区])|(?<=[省市县区州旗盟院]和)(?=[一-鿿]县))"
    r"|作(?=[一-鿿]{2,6}[省市县区州]$)|计(?=自治区|[省市][中高])|从(?:(?=[一-鿿]{2,}[省市县区州旗盟])|(?<=[天日]从))|报(?=[省市县区最])|居(?=[一-鿿]{2,4}[省市县区州])"
)


def after_stops(head: str) -> str:
    """What stands behind the last word that ends where a name begins.

    >>> after_stops("大会听取云溪市"), after_stops("记者从丰岭县")
    ('云溪市', '丰岭县')
    """
    if not head:
        return ""
    words = _stops().find_matches_as_indexes(head)
    end: int = words[-1][2] if words else 0
    for sign in _STOP_SIGN.finditer(head, end):
        end = sign.end()
    return head[end:]


@cache
def _stops() -> AhoCorasick:
    return AhoCorasick(_stop_words(), matchkind=MatchKind.LeftmostLongest)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(_STOP_WORDS.split())


def is_stop(word: str) -> bool:
    """Whether a word is one that a name begins behind: 建议."""
    return word in _stop_words()


# What stands before 县 where no county is named, as in 寿县: 去县法院, 每县法院.
NO_COUNTY = re.compile(
    "[本该我各全邻外某两三四五六七八九十几多数到在由去来从自经给把对为请跟让找当叫帮问其此每哪市省区与和及并而赴个]"
)
ORDINALS = frozenset("第" + number for number in "一二三四五六")
# Courts whose place is no district with courts of its own.
OF_NO_PLACE = ("海事法院", "互联网法院", "金融法院", "知识产权法院", "铁路运输法院", "铁路运输中级法院")
SPECIAL = frozenset(s for s in SUFFIXES if len(s) > 4 and s.endswith("法院") and "人民" not in s)
OPENING = 80
LONGEST_BARE = 4
# The usual length of a bare name, to be believed by where it stands: 。丰岭法院执结, 其中石桥中院.
USUAL_BARE = (2, 3)
# What ends right before a name that opens a sentence, an item or a clause behind a time.
HEADS = frozenset("。;；!?！？:：●◆■★▲】]」—是")
HEADS |= {time + comma for time in "年月日天前后间期来初底末晨晚午夜点" for comma in ",，"}
HEADS |= {"请问", "试问", "敢问"}
# A court named once, as the place of what is told: 在黄埔法院现场.
AT = re.compile("现场|会场|执行局|执行指挥|直播|发放|大厅|门前|门口|诉讼服务|[,，。]在?这里")
# What a sentence about a court's results goes on with behind its name.
GOES_ON = re.compile(
    "[0-9共在通对立出组开集召全拘发前自以办审结受收新累采移罚查扣已去今上则把动一]|到[位案]|分别|平均|执(?!行(?:工作|[,，。的、]))"
    "|的?(?:全体)?(?:执行)?(?:干警|法官|法警)"
)
