"""Courts told by their places alone where they are ranked: 运城、临汾分别以2411件、1987件排在其后."""

from __future__ import annotations

import re
from collections.abc import Iterator

from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.no_names import names_no_place
from courtnews.interpret.courts.spots import Spots

# 运城以2411件紧随其后. The sign is found fast, what stands around it is asked then.
_WITH = re.compile("以(?=[0-9])")
_FOLLOWS = re.compile(
    r"[0-9.,万亿余]+(?:件|人次?|名|元|%|个百分点)?(?:[、和][0-9.,万亿余]+(?:件|人次?|名|元|%)?)*(?:的[一-鿿]{2,8})?"
    r"[,，]?(?:分别|依次)?(?:紧随|紧跟|次之|居|排|位[居列]|[分名]?列|领跑|领先|居首|拔得头筹)"
)
_NAMES = re.compile(
    r"(?:^|[,，。;；:：\n])(?P<row>(?:[一-鿿]{2,3}、){0,6}[一-鿿]{2,3}?)(?:两[市县区地])?(?:分别|依次)?$"
)
_LONGEST = 30
# 居前三的是:宣城81.2%、黄山79.5%、芜湖77.3%.
# What begins with one sign is found many times as fast as what begins with either of two.
_FOREMOST = (
    *(
        re.compile(
            f"{side}[二两三四五六七八九十](?:(?<=[居位列排名在进]{side}.)|(?=[名位的是为有法地市县分依:：]))"
            "[名位]?的?(?:法院|地区|市|县)?(?:分别|依次)?[是为有]?[:：]?"
        )
        for side in "前后"
    ),
    re.compile("(?:靠前|靠后|垫底|领跑|领先)的(?:基层)?(?:法院|分署|地区|市|县|院)?(?:有|是|为)?[:：]?"),
)
_LISTED = re.compile(r"(?P<name>[一-鿿]{2,3})(?=[(（]?[0-9])")
_BY_MATTER = re.compile("(?:案由|类型|收案|受理|新收)(?!.*(?:法院|分署|地区)(?:有|是|为)?[:：]?$)")
_GAP = re.compile(r"[(（]?[0-9.,万亿余]+(?:件|人次?|名|元|%)[)）]?(?:[、,，和]|$)?")
_FEWEST = 2
# 秦安72.1%、清水70%、武山68.9%: a row of which one is known for a court is a row of courts.
_RANKS = ("排名", "排序", "名次")
_ROW = re.compile(r"(?:(?<=[,，。;；:：、\n])[一-鿿]{2,3}[0-9.,万亿余]+(?:件|人次?|名|元|%)[、,，和]?){2,}")
_MEMBER = re.compile(r"[一-鿿]{2,3}(?=[0-9])")
_COURTS = re.compile("各[市县区州地]|全[省市州]|两级|分署|地区|中院|各级?法院")
# What cases, debtors and goods are sorted by.
_CLASS_WORDS = (
    "金融 保险 证券 借款 借贷 买卖 离婚 侵权 房产 车辆 股权 行政 刑事 民事 商事 建筑 劳务 劳动 物业 租赁 "
    "婚姻 家事 继承 交通 知产 海事 破产 赔偿 合同 担保 农业 工业 服务 商业 制造 教育 医疗 旅游 运输 企业 "
    "个人 土地 林地 船舶 机械 设备 黄金 股票 存款 现金 恢复 保全 终本 信贷 银行 通信 电信 供暖 税务 社保 "
    "工伤 抚养 赡养"
)
_CLASSES = frozenset(_CLASS_WORDS.split())
_PEOPLE = re.compile("法官|干警|承办人|个人|团队|选手|标兵|能手")
# What stands behind a name that is that of a place.
_SIGNS = ("市法", "市中", "市人民法院", "市两级", "县", "区", "州", "法院", "中院", "两级")
# 李某以312件居全院第一
_IN_ONE_COURT = ("全院", "本院", "该院")


def ranked(spots: Spots) -> Iterator[Mention]:
    """The courts of places that are ranked by a number of each, in a text that tells of courts."""
    text = spots.text
    for sign in _WITH.finditer(text):
        names = _NAMES.search(text, max(0, sign.start() - _LONGEST), sign.start())
        follows = _FOLLOWS.match(text, sign.end()) if names is not None else None
        if names is not None and follows and not text.startswith(_IN_ONE_COURT, follows.end()):
            row = names["row"].split("、")
            if _compares_courts(text, names.start()) or all(spots.goes_on(name, _SIGNS) for name in row):
                yield from _courts(names.start("row"), row)
    for pattern in _FOREMOST:
        for foremost in pattern.finditer(text):
            if _compares_courts(text, foremost.start()):
                row = _list(text, foremost.end())
                before = text[max(0, foremost.start() - _LONGEST) : foremost.end()]
                # 收案数靠前的有欠薪3200件、涉企2900件: sorted by their matter, unless the text knows a place.
                if not _BY_MATTER.search(before) or any(spots.goes_on(m.place, _SIGNS) for m in row):
                    yield from row
    if any(word in text for word in _RANKS):
        yield from _rows(spots)


def _rows(spots: Spots) -> Iterator[Mention]:
    """The courts of the places of a row of numbers in which one place at least is known for its court."""
    for row in _ROW.finditer(spots.text):
        names = [(member.start(), member.group()) for member in _MEMBER.finditer(row.group())]
        if all(_is_place(name) for _, name in names) and any(spots.goes_on(n, _SIGNS) for _, n in names):
            for start, name in names:
                yield from _courts(row.start() + start, [name])


def _compares_courts(text: str, position: int) -> bool:
    """Whether courts or places are spoken of right before, and no people of theirs."""
    said = text[max(0, position - _LONGEST) : position]
    return _COURTS.search(said) is not None and _PEOPLE.search(said) is None


def _courts(start: int, names: list[str]) -> list[Mention]:
    """The courts of a row of places from `start` on, whose names end with nothing; none where one of them is
    no place.
    """
    found: list[Mention] = []
    for name in names:
        if not _is_place(name):
            return []
        found.append(Mention(start, start + len(name), f"{name}法院", name, "", False))
        start += len(name) + 1
    return found


def _list(text: str, position: int) -> list[Mention]:
    """The courts of places that a list names, each before its number; none where it names but one."""
    found: list[Mention] = []
    while (match := _LISTED.match(text, position)) is not None and _is_place(match["name"]):
        found += _courts(match.start(), [match["name"]])
        gap = _GAP.match(text, match.end())
        if gap is None:
            break
        position = gap.end()
    return found if len(found) >= _FEWEST else []


def _is_place(name: str) -> bool:
    return not (names_no_place(name) or name in _CLASSES) and name[-1] not in "案款率数额院局庭官长队科师"
