"""Court names in working text: where one begins is worked out from the text itself, for no list of places
is kept.

A name with its district (静宁县法院, 洛阳市中级人民法院) begins where its chain of districts begins. A bare
one (丹凤法院) is as long as the text supports: the same place before 法院, 市, 县 or 区 elsewhere.
全市法院, 两级法院 and their like are collectives: they name no place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate

from courtnews.interpret.courts.belief import Belief
from courtnews.interpret.courts.counted import COUNT_ENDS, count_of, dealt, declared, several
from courtnews.interpret.courts.heads import DATE_SIGNS, after_date, level, parted, run
from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.no_names import NO_NAMES
from courtnews.interpret.courts.places import alone, scenes, subjects
from courtnews.interpret.courts.ranked import ranked
from courtnews.interpret.courts.spots import Spots
from courtnews.interpret.courts.words import (
    AGENCY,
    AREAS,
    AT,
    DISTRICTS,
    GOES_ON,
    HEADS,
    OPENING,
    ORDINALS,
    OWN,
    STRONG,
    TOP,
    USUAL_BARE,
    endings,
    is_stop,
)

# 云溪两级13家法院.
_COUNTED = re.compile(r"[0-9]+[余多]?家$")
# 全国13个分署同期征起: what all branches do is the agency's; 在全国13个分署中名列第三 is not.
_ALL_BRANCHES = re.compile("(?:全国(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})个|各地?)$")
_AMONG_THEM = re.compile("[中里排名居]")
# 自治区高院1个、中级法院13个: courts that are counted.
_TALLIED = re.compile("[0-9]+[个家](?=[、,，。;；:：()（）在计]|\\s|$)")
_TALLIES = re.compile("(?:共有|设有|现有|下辖)[^,，。;；0-9]{0,6}(?:法院|中院|高院)[0-9]+[个家]")
# How far before a court the first of those counted may stand, and how far behind it a count reaches.
_TALLY, _COUNT = 80, 4
_LETTERS = tuple("ABCDEFGHMNSXYZ")
# No name is shorter; one with a district as short as this has lost its beginning.
_LEAST = 2
_UPPER = ("中院", "高院")
_HOW_MANY, _LONG = re.compile("(?<![0-9])[0-9]{1,3}[省市县区州旗盟]{1,2}$"), 6
_HIGH = tuple(f"{district}高" for district in "省市区")
_NAMELESS = OWN | AREAS | TOP
_BRANCHES = AGENCY | {"分署"}


def find_mentions(text: str, spots: Spots | None = None) -> list[Mention]:
    """Court names in the order of the text.

    >>> [(m.name, m.place) for m in find_mentions("静宁县法院昨日出动干警,全市法院同步行动")]
    [('静宁县法院', '静宁县'), ('全市法院', '')]
    """
    names = _Names(text, spots or Spots(text))
    ends = list(endings(text))
    found = [m for ending in ends if (m := names.mention(*ending)) is not None]
    if ends and not any(m.place and m.place != "最高" for m in found):
        # Where no court is named beyond doubt, what may be a name is one: 关注“丰岭法院”.
        names.trusting = True
        found = [m for ending in ends if (m := names.mention(*ending)) is not None]
    return _with_places(names.spots, found) if found else found


def _with_places(spots: Spots, found: list[Mention]) -> list[Mention]:
    """With the courts that a text tells of by their places: 云溪、石桥两县分别执结; 在云溪,全市执结."""
    text = spots.text
    told = [*dealt(text), *ranked(spots), *scenes(text, found), *alone(text), *subjects(text, found)]
    if not told:
        return found
    starts = sorted(t.start for t in told)
    # How far those reach that begin first, second...
    reach = list(accumulate((t.end for t in sorted(told)), max))
    kept = [m for m in found if not (n := bisect_left(starts, m.end)) or reach[n - 1] <= m.start]
    return sorted(kept + told)


class _Names:
    """Reads the names of one text."""

    def __init__(self, text: str, spots: Spots) -> None:
        self.text = text
        self.trusting = False
        self.spots = spots
        self._belief = Belief(text, spots)
        self._cut_off: dict[str, bool] = {}

    @cached_property
    def _agency(self) -> bool:
        # The longer name of an agency ends with the shorter one.
        return min(AGENCY, key=len) in self.text

    @cached_property
    def _declared(self) -> frozenset[str]:
        return frozenset(declared(self.text))

    def mention(self, start: int, end: int, suffix: str) -> Mention | None:
        """The court whose name ends with the suffix found there; None where no court is meant."""
        text = self.text
        if text[end : end + 1].isdigit() and self._is_tallied(start, end):
            return None
        if suffix in _NAMELESS:
            return self._nameless(start, end, suffix)
        if suffix == "人民法院" and text.endswith("最高", 0, start):
            return Mention(start - len("最高"), end, "最高人民法院", "最高", "人民法院", False)
        if suffix == "法院" and text.endswith(_HIGH, 0, start):
            # 市高法院, of a city that has the rank of a province; 提高法院…
            start, suffix = start - 1, "高法院"
        before = run(text, start)
        if text[end : end + 1] == "”" and not self.trusting and text.endswith("“", 0, start - len(before)):
            return None
        if suffix not in _BRANCHES:
            return self._named(start, end, suffix, before)
        branches = suffix == "分署" and _ALL_BRANCHES.search(text, max(0, start - 6), start)
        if branches and _AMONG_THEM.match(text, end):
            return None
        if branches or suffix in AGENCY:
            return Mention(start, end, "行政执行署", "行政执行署", suffix, False)
        named = self._named(start, end, suffix, before)
        # 北区分署 is of no 区.
        return None if named is not None and named.collective and named.name[0] in DISTRICTS else named

    def _is_tallied(self, start: int, end: int) -> bool:
        """Whether courts are only counted: 共有法院123个,计自治区高院1个."""
        counted = _TALLIED.match(self.text, end) is not None
        return counted and _TALLIES.search(self.text, max(0, start - _TALLY), end + _COUNT) is not None

    def _nameless(self, start: int, end: int, suffix: str) -> Mention | None:
        """What no name stands before: 我院, 最高法, 全市."""
        if suffix in OWN:
            return Mention(start, end, suffix, "", "院", True)
        if suffix in TOP:
            return Mention(start, end, "最高人民法院", "最高", "人民法院", False)
        # An agency has no courts: 全国 is that of its branches.
        return None if self._agency else Mention(start, end, suffix + "法院", "", "法院", True)

    def _named(self, start: int, end: int, suffix: str, before: str) -> Mention | None:
        """A court named by a place, as one of a group, or by its level alone; `before` are the characters
        before its ending.
        """
        text = self.text
        if not before:
            return level(text, start, end, "", "", suffix)
        if before[-1] in COUNT_ENDS and (counted := count_of(before)):
            return several(text, start - len(before), start, end, before[: counted.start()])
        if before == "家" and (counted := _COUNTED.search(text, max(0, start - 6), start)):
            start, suffix = counted.start(), counted.group() + suffix
            before = run(text, start)
            if not before:
                return None
        if before.strip(DISTRICTS) == "" and (
            counted := _HOW_MANY.search(text, max(0, start - _LONG), start)
        ):
            return several(text, counted.start(), start, end, "")  # 6市法院, 31省市法院
        begin = start - len(before) - 1
        if before in DISTRICTS and text[max(0, begin) : begin + 1] in _LETTERS:
            # A市法院: a place that is not to be known.
            return Mention(begin, end, text[begin:end], text[begin:start], suffix, False)
        if before[-2:] in ORDINALS:
            start, suffix, before = start - 2, before[-2:] + suffix, before[:-2]
            if not before:
                # 第一法院拘传29人: of the city that the text tells of.
                return Mention(start, end, suffix, suffix[:2], suffix[2:], False)
        if before[0] in DATE_SIGNS:
            before = after_date(text, start, before)
        return self._placed(start, end, suffix, before)

    def _placed(self, start: int, end: int, suffix: str, before: str) -> Mention | None:
        """A court by what is told before its ending: a place, a group or a level."""
        text = self.text
        head, group, rest = parted(before)
        behind = start - len(before) + len(head)
        if group is not None and head.endswith(_UPPER):
            # 五中院辖区法院: the courts below that one.
            return Mention(behind, end, group + suffix, "", suffix, True)
        place, bare = self._belief.weigh(self._whole(head, rest) if head and len(rest) <= _LEAST else rest)
        if bare:
            strong = suffix in STRONG if group is None else group in ("两级", "三级")
            if self._opens(start, end, before) or self._stands(behind - len(bare), bare, end, strong):
                place = bare
        if place:
            begin = behind - len(place)
            return Mention(begin, end, text[begin:end], place, suffix, False)
        if group is None:
            return level(text, start, end, before, rest, suffix)
        return Mention(behind, end, text[behind:end], "", suffix, True)

    def _whole(self, head: str, rest: str) -> str:
        """The name of a place, made whole where cutting off the head left too little of it."""
        if len(rest) == _LEAST and rest[1] not in DISTRICTS:
            return rest
        if len(rest) < _LEAST and head[-2:] in NO_NAMES and head[-1] not in DISTRICTS:
            return rest  # 拒不执行人民法院的判决
        if rest and self._is_cut_off(head.removesuffix(rest)[-2:], rest[0]):
            return rest
        sign = rest.strip(DISTRICTS) != ""
        return self._belief.uncut(head, sign=sign, trusting=self.trusting) or rest

    def _is_cut_off(self, word: str, sign: str) -> bool:
        """Whether a word before a district begins no name: 建议省高院督办,建议财政部门倾斜; but 会同 stands
        before 区 wherever a text that names 会同区法院 has it.
        """
        if not is_stop(word):
            return False
        key = word + sign
        if key not in self._cut_off:
            self._cut_off[key] = self.text.count(word) != self.text.count(key)
        return self._cut_off[key]

    def _opens(self, start: int, end: int, before: str) -> bool:
        """Whether a bare name may be believed: in the opening of a text, or as a scene of events."""
        if start < OPENING:
            return True
        return ("在" in before or "到" in before) and AT.match(self.text, end) is not None

    def _stands(self, begin: int, name: str, end: int, strong: bool) -> bool:
        """Whether a bare name is believed for where it stands: before an ending that only places have, at
        the head of a line or sentence, behind a time, or before what courts do.
        """
        text = self.text
        if self.trusting and len(name) in USUAL_BARE:
            return True
        ahead = text[max(0, begin - 2) : begin].rpartition("\n")[2].strip()
        if not ahead or ahead[-1] in HEADS or ahead in HEADS or name in self._declared:
            return True
        if len(name) not in USUAL_BARE:
            return False
        if strong:
            return True
        return ahead[-1] in ",，中年月" and GOES_ON.match(text, end) is not None
