"""Facts that a report only mentions: what a court has and where it stands, no result."""

from __future__ import annotations

import re

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import STRONG

_STAFF = "法官"
_BESIDE = 6
_ALLOTTED, _BUDGET = (
    re.compile(
        "财政(?!支持下)[^,，。;；0-9]{0,10}每年$|财政(?!支持下)[^,，。;；0-9]{0,10}每年[^,，。;；0-9]{0,4}(?:拨付|拨款|拨|安排|列支|投入|预算|补助|划拨|补贴)[^,，。;；0-9]{0,4}$"
    ),
    24,
)
# What a court has, and what it does with them.
_STAFFED = re.compile(
    "现有(?=[^,，。;；0-9]{0,10}(?:法庭|法院|干警|法官|人员|编制))|实有|在编|编制|专项编|在职|在岗|配备|配有"
)
_ALL_STAFF = re.compile("(?:全院|本院)干警(?:共计?|总计|总数|有)?$")
# 全市74名执行干警里,年过五十的占近四成
_OF_ALL_STAFF = re.compile("(?:全[院市省区县州]|两级法院|本院|合计)$")
_STAFF_BEHIND = re.compile(
    "的?(?:一线)?(?:执行)?(?:干警|法官|人员|员工|警察)(?:[里中]|当中|之中|[,，]?(?:平均)?[每人])"
)
# 18人受到县级以上奖励
_HONOURED = re.compile(
    "[^,，。;；0-9]{0,4}(?:受到|获得?|荣获|荣立|获评|被评为|被授予)[^,，。;；0-9]{0,10}(?:奖励|表彰|表扬|嘉奖|功|荣誉|称号|先进|标兵)"
)
_AT_WORK = re.compile("行动|参[加与]|兵分|分[组成为头]|加班|出击|奋战|上阵|连续|放弃|赶|奔")
_SENT = re.compile("出动|出警|抽调|调集|集结|投入|参[加与战]|派|带领|率")


def is_background(reading: Reading) -> bool:
    """Whether a word of such facts stands beside a number that no strong word claims: 现有法官29名."""
    if reading.cue_strength >= STRONG or reading.kind == "rank":
        return False
    end = reading.quantity.end
    behind = reading.sentence.tokens_between(end, end + _BESIDE)[:1]
    beside = [*reading.ahead, *(t for t in behind if t.start == end)]
    words = [t.word.text for t in beside if "background" in t.word.classes]
    if reading.quantity.unit_class != "person":
        words = [word for word in words if not word.endswith(_STAFF)]  # 员额法官人均收案99件
    said = next(iter(words), None)
    if said is not None:
        reading.why.append(f"background: {said}")
    return said is not None


def is_allotted(reading: Reading) -> bool:
    """Whether money is what a budget gives every year: 市财政每年拨付50万元."""
    if reading.quantity.unit_class != "money":
        return False
    end = reading.quantity.start - reading.sentence.start
    said = _ALLOTTED.search(reading.sentence.text, max(0, end - _BUDGET), end)
    if said is not None:
        reading.why.append(f"background: {said[0]}")
    return said is not None


# 2个省法院新收案数均超40万件, 甲县法院、乙区法院结案量均超过8万件; a sum of all is told without 均.
_EACH = re.compile(
    "(?:[0-9二两三四五六七八九十]+(?:个|家)[^,，。;；0-9]{0,6}法院|法院[、和及与][^,，。;；0-9]{2,12}法院)[^,，。;；0-9]{0,10}"
    "(?:均|都)(?:超过?|突破|高于|不足|低于)$"
    "|其中[^。;；]{0,60}[0-9二两三四五六七八九十]+(?:个|家)[^,，。;；0-9共合总累]{0,6}法院[^,，。;；0-9共合总累]{0,10}(?:超过?|突破)$"
)


def bounds_each(sentence: Sentence, reading: Reading) -> bool:
    """Whether a count only bounds that of each of several courts: 12个法院新收案数均超过3万件."""
    if reading.kind not in ("case_count", "person_count", "amount") or reading.code in (
        "other",
        "closed_per_judge",
    ):
        return False
    said = _EACH.search(sentence.text, 0, reading.quantity.start - sentence.start)
    if said is not None:
        reading.why.append(f"background: {said[0]}")
    return said is not None


def is_honoured(sentence: Sentence, reading: Reading) -> bool:
    """Whether the people counted are those of a court who were honoured: 18人受到县级以上奖励."""
    if reading.quantity.unit_class != "person" or reading.code not in ("other", "persons_deployed"):
        return False
    said = _HONOURED.match(sentence.text, reading.quantity.end - sentence.start)
    if said is not None:
        reading.why.append(f"background: {said[0]}")
    return said is not None


def is_staff(sentence: Sentence, reading: Reading) -> bool:
    """Whether the people counted are those a court has, none sent out: 现有人民法庭37个,干警340人."""
    if reading.code != "persons_deployed":
        return False
    end = reading.quantity.start - sentence.start
    said = _STAFFED.search(sentence.text, 0, end)
    if said is None and reading.quantity.unit == "人" and _AT_WORK.search(sentence.text) is None:
        said = _ALL_STAFF.search(sentence.text, 0, end)
    if said is None and _STAFF_BEHIND.match(sentence.text, reading.quantity.end - sentence.start):
        said = _OF_ALL_STAFF.search(sentence.text, 0, end)
    if said is None or _SENT.search(sentence.text, 0, end) is not None:
        return False
    reading.why.append(f"background: {said[0]}")
    return True
