"""Measure words: what a unit folds to and what class of thing it counts.

The table is data. A row is `folded name class: words`; `@name` after a word calls the check of that name in
`checks`, because the word is a unit only in some places. The look-up takes the longest entry, so 个百分点
wins over 个.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple, cast, get_args

UnitClass = Literal[
    "case",
    "money",
    "percent",
    "points",
    "times",
    "person",
    "vehicle",
    "item",
    "area",
    "duration",
    "rank",
    "ratio",
    "none",
]


class Unit(NamedTuple):
    """A measure word: folded name, class, the check to pass, a power of ten (成 is 10 %), 多 or 半 inside it.

    `plain` says that nothing behind the unit can change the number.
    """

    name: str
    cls: UnitClass
    check: str = ""
    power: int = 0
    more: str = ""
    plain: bool = True


_TABLE: Final = """
件 case: 件@goods 起@event 宗@parcel 案 桩 案件@casework 个案件@casework 个执行案件@casework 个案子 个积案
案次 case: 案次
件次 case: 件次
元 money: 元 圆 元人民币 人民币 块钱 块@piece
美元 money: 美元 美金
港元 money: 港元 港币 元港币
欧元 money: 欧元
日元 money: 日元
英镑 money: 英镑
新台币元 money: 元新台币 新台币 元台币 台币
% percent: % 个% ‰ 成@tenths
pp points: 个百分点 百分点
x times: 倍
人 person: 人 名 位 个人@individual 口
人次 person: 人次 人(次) 人（次） 名(次) 名（次）
辆 vehicle: 辆 台@vehicle 部@vehicle
艘次 item: 艘次
辆次 vehicle: 辆次 台次 车次 辆(次) 辆（次） 台(次) 台（次）
平方米 area: 平方米 平米 m² m2 ㎡
亩 area: 亩
公顷 area: 公顷
平方公里 area: 平方公里 平方千米
天 duration: 天 昼夜 日@day
周 duration: 周 星期 个星期 礼拜 个礼拜
个月 duration: 个月 月@month 月份@month
年 duration: 年@year
小时 duration: 小时 个小时 钟头 个钟头
分钟 duration: 分钟
秒 duration: 秒 秒钟
个工作日 duration: 个工作日 工作日
次 item: 次@session 度@times
届 item: 届@term
个 item: 个@kind
点 item: 点@clock
分 item: 分@score
路 item: 路@route
面 item: 面@flag
头 item: 头@head
条 item: 条@article
公里 item: 公里 千米 km
公斤 item: 公斤 千克 kg
"""
_ITEMS: Final = """
家 套 处 间 幅 期 份 封 例 场 项 篇 户 只 张 幢 栋 笔 批 组 支 类 款 轮 种 层 片 双 趟 页 本 字
米 吨 克 斤 株 棵 箱 瓶 艘 架 道 枚 扇 座 所 波 遍 回 根 把 桶 袋 包 盒 册 标
股 颗 粒 匹 尾 羽 盆 罐 捆 串 卷 立方米 户次 家次 项次 批次 场次 条次 例次
"""
ARABIC_ONLY: Final = frozenset("县市区省镇乡村")
"""Counted without a measure word (10县1市3区); after Chinese digits they are mostly names (二七区)."""
_WORDS: Final = """
人民 人民法院 人民法庭 人大代表 人大常委 人大会 人均 位数 位于 家庭 部门 部委 部分 部署 台账 台阶 条例 条件
条款 条路 条道 条心 期间 期限 期待 期满 场所 处理 处罚 处置 处长 处级 处分 面积 面对 面临 户籍 户口 户外 项目
笔录 轮车 轮流 轮番 只有 只要 只能 组织 组长 组成 批准 批示 批评 批量 支付 支持 支队 支行 支部 款项 双方 双向
双随机 本院 本级 本市 本案 本报 本次 本金 本息 元旦 元月 元宵 元首 圆满 起诉 起点 起草 次性 名称 家人 口子
口之家 口气 张网 条龙 所有 所在 所以 所谓 把手 包括 包含 包联 包案 回复 回款 回收 道路 道理 根据 座谈 册封
字号 例如 例外 周边 周围 周密 周期 周末 个体 层面 层级 片区 类型 种类 种植 案由 案例 案源 案情 案款 案值
案外 案多 市场 市民 市区 市级 市县 县级 县区 县域 区域 区级 区县 省级 省市 省区 镇街 村民 村委 村级 期货
份额 米粉 年级 年龄 年轻 天然 天平 日常 日益 秒杀 波折 波动 克服 斤两 分别 成立 年期
股东 股权 股份 股票 股市 股民 股价 股金 股脑 尾款 尾数 尾气 尾号 匹配 捆绑 串通 串联 卷宗 卷款 卷走 粒米
标的 标段 标准 标志 标识 标兵 标题 标杆 标签 标牌
"""
_REJECTED: Final = """
age: 岁 周岁
era: 后 年代 世纪
date: 年初 年底 年末 年度 年上半年 年下半年 月初 月底 月末 月中旬 月上旬 月下旬
anniversary: 周年
time: 时 时许 点钟 点半 点整 点许
number_name: 号 号院 号楼 楼 室
version: 版
"""
_LONG_DURATIONS: Final = {
    **{"月": "个月", "小时": "小时", "钟头": "小时", "星期": "周", "礼拜": "周", "工作日": "个工作日"},
}
_POWERS: Final = {"成": 1, "‰": -1}

ENTRIES: Final[dict[str, Unit | str]] = {}
"""Every measure word with its unit; and words that begin like one with the reason why no number stands before
them, "" for an ordinary word (人民, 部门)."""


def _rows(table: str) -> list[tuple[str, list[str]]]:
    rows = (line.partition(": ") for line in table.strip().splitlines())
    return [(head, words.split()) for head, _, words in rows]


def _fill() -> dict[str, tuple[int, ...]]:
    """Fill the table; gives back the lengths of its longer entries by their first two characters."""
    for head, entries in _rows(_TABLE):
        name, cls = head.split()
        if cls not in get_args(UnitClass):
            raise ValueError(f"unknown unit class {cls!r}")
        for entry in entries:
            word, _, check = entry.partition("@")
            power = _POWERS.get(word, 0)
            plain = not power and cls not in ("duration", "times") and name != "公里"
            ENTRIES[word] = Unit(name, cast("UnitClass", cls), check, power, "", plain)
    for word in (*_ITEMS.split(), *ARABIC_ONLY):
        ENTRIES[word] = Unit(word, "item")
    for word, name in _LONG_DURATIONS.items():
        for more in "多半来":
            ENTRIES[f"个{more}{word}"] = Unit(name, "duration", more=more, plain=False)
    for reason, words in _rows(_REJECTED):
        ENTRIES.update(dict.fromkeys(words, reason))
    ENTRIES.update(dict.fromkeys(_WORDS.split(), ""))
    lengths: dict[str, set[int]] = {}
    for word in ENTRIES:
        if len(word) > 1:
            lengths.setdefault(word[:2], set()).add(len(word))
    return {begin: tuple(sorted(found, reverse=True)) for begin, found in lengths.items()}


def _pattern() -> str:
    """The entries by their first characters, in the tables' order, which has frequent ones first."""
    by_first: dict[str, list[str]] = {}
    for word in ENTRIES:
        behind = _NO_NEXT if word[1:].endswith("次") else ""
        by_first.setdefault(word[0], []).append(re.escape(word[1:]) + behind)
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(sorted(rests, key=len, reverse=True))})"
        for first, rests in by_first.items()
    )


# 217件次之: the next in number, which 件次 does not count; but 120人次之多.
_NO_NEXT: Final = "(?!之(?!多))"
_NEXT: Final = re.compile("之(?!多)")
_LENGTHS: Final = _fill()
ENTRY_PATTERN: Final = _pattern()
"""A pattern of all entries, which takes the longest, as `match_unit` does."""
FIRST_CHARS: Final = "".join(sorted({word[0] for word in ENTRIES}))


def unit_names() -> frozenset[str]:
    """All folded units that a quantity can have: 元, 件, 人次, 平方米 …"""
    return frozenset(entry.name for entry in ENTRIES.values() if isinstance(entry, Unit))


def match_unit(text: str, position: int) -> tuple[int, Unit | str] | None:
    """The longest entry at `position`: its end and the unit, or the reason why no number stands before it.

    >>> match_unit("3个百分点", 1)[1].name
    'pp'
    >>> match_unit("43岁", 2)
    (3, 'age')
    """
    for length in _LENGTHS.get(text[position : position + 2], ()):
        word = text[position : position + length]
        entry = ENTRIES.get(word)
        if entry is not None and not (word.endswith("次") and _NEXT.match(text, position + len(word))):
            # At the end of the text the word is shorter than the length tried.
            return position + len(word), entry
    entry = ENTRIES.get(text[position : position + 1])
    return None if entry is None else (position + 1, entry)
