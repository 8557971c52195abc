"""Words that stand where the name of a court or a place may, and are none."""

from __future__ import annotations

import re
from functools import cache

# What stands before a colon or a newspaper's name and is no place.
_NO_PLACES = (
    "执行 喜报 快讯 战报 通报 速递 简讯 关注 聚焦 提醒 公告 数据 视频 图解 视点 头条 "
    "今天是 现在是 今天 现在 当前 欢迎 您的 "
    "重磅 独家 最新 原创 转载 导读 导语 摘要 标题 来源 作者 时间 日期 地点 人物 背景 "
    "编辑 记者 审核 校对 供稿 摄影 栏目 作用 字号 编者按 撰文 撰稿 图文 文图 摄像 责编 "
    "通讯员 单位 部门 供图 出品 监制 发布人 信息源 导航 首页 位置 主题 内容 附件 本报 "
    "本报讯 本网 本网讯 本刊 新闻 今日 人民 法治 法制 光明 中国 工人 经济 农民 青年 中新 "
    "新华 法院 司法 政法 行动 成效 案例 结语 尾声 回顾 总结 观察 调查 特写 综述 述评 "
    "评论 访谈 专访 对话 问答 数说 年报 年鉴 报告 晚间 早间 都市 最高法 各级 图片 要闻 "
    "关键词 关键字 摘要 重要 核心 提示 热点 焦点 专题 综合 "
    "动态 工作 官方 网络 信息 门户 每日 午间 电视 权威 一线 基层 本地 社会 国内 国际 "
)


# Who speaks or stands before a colon, and institutions: 主持人, 与会者, 通讯员, 副院长, 省政府.
_PEOPLE = ("人", "者", "员", "局长", "院长", "庭长", "主任", "嘉宾", "某", "政府", "机关", "单位")


@cache
def _no_places() -> frozenset[str]:
    return frozenset(_NO_PLACES.split())


# What stands before 法院 in words that name none: 智慧法院, 示范法院, 外地法院.
_NO_NAME_WORDS = (
    "某 × ○ 民事 强制 高等 每 这 那 该 哪 个 些 回 咱们 我们 你们 他们 县级市 旗县 周边 "
    "伙伴 不同 单靠 只靠 光靠 仅靠 全靠 声请 起诉 上诉 过去 此时 这时 积案 提升 贡献 院和 首封 轮候 执行 "
    "审理 查封 主办 智慧 数字 示范 优秀 先进 外地 当地 异地 兄弟 上级 下级 受托 委托 阳光 "
    "文明 平安 掌上 网上 移动微 一审 二审 原审 生效 有关 相关 涉案 终审 再审 外省 本地 多地 "
    "其他 其它 家 法治 模范 样板 标杆 本 我 全 他 最高 高级 中级 专门 人民 名列 位列 列 占 "
    "两地 三地 五地 不少 许多 众多 部分 一些 个别 任何 哪个 每个 多数 少数 所在 管辖 跨域 "
    "履行 省市 而司 司 区域 检察 检察院 委和 府和 关和 察和 "
)
NO_NAMES = frozenset(_NO_NAME_WORDS.split())
_NO_NAME_LONGEST = max(map(len, NO_NAMES))
_NO_NAME_FORMS = re.compile(
    r"(?:[邻外][省市县区]|^居|[一-鿿][一-鿿]居|[位稳跃高仍均也又都]居|[年月天日周期]间?[中里内后前]|^[城郊山老片地]区|[并又还也均再先]从)$"
)
_NO_NAME_FORMS_END = frozenset("省市县区居中里内后前从")


_PARTS = ("不足", "过半", "近半", "大半", "多半", *(f"{number}成" for number in "一二三四五六七八九"))
_MEASURES, _NUMERALS = frozenset("辆名位台批支份件"), frozenset("一二两三四五六七八九十几数")


def names_no_place(word: str) -> bool:
    """Whether a whole word is no place by itself, though it stands where one may.

    >>> names_no_place("主持人"), names_no_place("记者"), names_no_place("云溪")
    (True, True, False)
    """
    return word in _no_places() or word.endswith(_PEOPLE) or names_none(word)


def names_none(words: str) -> bool:
    """Whether words end with what names no court before 法院, or with no place at all.

    >>> names_none("建设智慧"), names_none("云溪")
    (True, False)
    """
    for length in range(1, _NO_NAME_LONGEST + 1):
        if words[-length:] in NO_NAMES:
            return True
    if words[-1:] in _MEASURES and words[-2:-1] in _NUMERALS:
        return True  # 三辆法院的警车
    if words.endswith(_PARTS):
        return True  # 以不足全区法院5%的法官, 近九成基层法院
    return words[-1:] in _NO_NAME_FORMS_END and (
        _NO_NAME_FORMS.search(words, max(0, len(words) - _NO_NAME_LONGEST)) is not None
    )
