"""Nameless parties: 李某, 张某某, 某公司 mark the story of one case; officials, reporters and speakers
named so do not.
"""

from __future__ import annotations

import re

_PARTY = re.compile(
    r"[一-鿿]某(?:某|[甲乙丙丁]|(?![报网台刊]))"
    r"|某(?:某)?(?:[一-鿿]{0,4}(?:公司|厂|集团|企业)|[房车药]企|银行|工程|建筑|物业|村|小区|房地产|材料|科技|商贸|合作社|学校|医院|酒店|饭店|商行)"
    r"|[×○]{1,3}(?=公司|银行)"
    r"|[^百同]姓(?:男|女|(?![名氏的是为和都与等])[一-鿿]{2})"
    r"|(?<=一)[名位个](?:男|女)子"
    r"|(?<![一-鿿])[一-鿿]男(?=[一不未又已才却])"
    r"|(?<![一-鿿])[一-鿿](?:男|女|妇)(?=[,，因於于遭被积滞欠的在])|该(?:男子|女子|男|女|义务人|民众)"
    r"|[一-鿿](?:先生|女士|师傅|大爷|阿姨|老汉|大叔|大妈|大姐|大哥|大娘|大婶|大伯|大嫂|老太|奶奶|爷爷|婆婆)"
    # 木工老郝
    r"|(?<=[工农民机主头友员人])老(?![赖板人乡伴汉两家年])[一-鿿](?=[,，领说拿的从在把被])"
    r"|(?:滞欠|积欠|欠缴|滞纳)[^,，。;；—0-9]{0,20}(?<!专)案(?!件)"
    r"|(?:(?<=公司)(?<!家公司)|(?<=公司[,，])(?<!家公司[,，]))(?:滞欠|积欠|欠缴)(?![^,，。;；0-9]{0,10}(?:案|的[0-9]))"
    # 有起拖了8年的工程款案
    r"|有(?:[起件](?!诉)|宗(?![诉教地族祠亲])|桩(?![诉基]))[^,，。;；]{2,16}案(?!件[0-9])"
    r"|一起涉及[^,，。;；]{2,24}案(?!件[0-9])"
    r"|一起(?!开展|清|办理|推进|参与|对|为|向|将|把|赴|到|协助|破解|攻)[^,，。;；0-9]{2,24}案(?!件[0-9])"
)
# A sign of one. The class of first characters stands in front so that the search skips by a table.
_SIGN = (
    "[某×○姓男女妇欠一先师大阿老滞该奶爷婆有](?:(?<=[某×○姓男女妇欠])|[起件宗桩生傅爷叔妈姐哥娘婶伯嫂姨汉太纳奶婆]"
    "(?<=一起|有[起件宗桩]|先生|师傅|奶奶|爷爷|婆婆|大[爷叔妈姐哥娘婶伯嫂]|阿姨|老[汉太]|滞纳)|(?<=[工农民机主头友员人]老)"
)
_SIGNS = re.compile(f"{_SIGN})")
# Every match of `_PARTY` has one of these at its beginning or right behind its first character.
_PLACES = re.compile(f"{_SIGN}|(?<=该)(?:义务人|民众))")
# No office is longer, with what may stand between it and a name.
_LONGEST = 5
# Whoever stands right behind an office, in a list of such names, or in a byline.
_OFFICE = re.compile(
    r"(?:记者|通讯员|院长|局长|庭长|书记|主任|法官|干警|代表|委员|负责人|编辑|责编|审核|作者|队长|组长|科长|处长|检察长|主席|市长|县长|部长|教授"
    r"|律师|书记员|法警|主持人|嘉宾|发言人|专委|文|图|摄|电|讯|某[、\s]|^[、\s])[(（:：、\s]{0,2}$"
)
# 答(李某):, 主持人赵某:, 李某: at the head of a line is who speaks.
_SPEAKER = re.compile(r"^\s*(?:问|答|主持人|记者|嘉宾)?\s*[(（]?[一-鿿]某某?[)）]?\s*[:：]")
_COMMON = ("工", "农民", "村民", "牧民", "居民", "工友", "业主", "户主", "司机", "申请人", "执行人", "当事人")
_OFFICE_BEHIND = re.compile(
    r"[)）]?(?:院长|局长|庭长|法官|书记|主任|说|表示|介绍|坦言|坦率|坦承|直言|分析说|补充说|总结|通报|解释|答复|透露|告诉记者|在会上)"
)


def names_any(text: str) -> bool:
    """Whether a text has a sign of a nameless party at all."""
    return _SIGNS.search(text) is not None


def parties(text: str) -> list[int]:
    """Where a sentence names a party without a name: offsets into it, in order.

    >>> parties("院长张某介绍,李某欠货款3万元")
    [7]
    """
    if not names_any(text):
        return []
    speaker = _SPEAKER.match(text)
    low = speaker.end() if speaker else 0
    found: list[int] = []
    for sign in _PLACES.finditer(text):
        for start in (sign.start() - 1, sign.start()):
            if start >= low and (party := _PARTY.match(text, start)) is not None:
                low = party.end()
                if not _holds_office(text, start, low):
                    found.append(start)
    return found


def _holds_office(text: str, start: int, end: int) -> bool:
    """Whether an office, or that one speaks, stands beside a name, or it stands for many."""
    # 院长某某: the office may end with what would be a family name.
    named = start + 1 if text[start + 1 : start + 2] == "某" else start
    before = _OFFICE.search(text, max(0, start - _LONGEST), start) or _OFFICE.search(
        text, max(0, named - _LONGEST), named
    )
    if text.startswith(("这样", "一样", "这般"), end):
        return True  # 像周某这样的人
    # 水电工刘某说 is no official.
    common = text.endswith(_COMMON, 0, start)
    return before is not None or (not common and _OFFICE_BEHIND.match(text, end) is not None)
