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

from courtnews.interpret.courts.counted import count_of, dealt, declared, several
from courtnews.interpret.courts.heads import DATE_SIGNS, after_date, level, parted, run
from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.places import scenes
from courtnews.interpret.courts.ranked import ranked
from courtnews.interpret.courts.spots import Spots
from courtnews.interpret.courts.support import Support
from courtnews.interpret.courts.words import (
    AGENCY,
    AREAS,
    AT,
    DISTRICTS,
    GOES_ON,
    HAN,
    HEADS,
    LONGEST_BARE,
    NO_COUNTY,
    OPENING,
    ORDINALS,
    OWN,
    STRONG,
    TOP,
    USUAL_BARE,
    endings,
    names_none,
)

# 云溪两级13家法院.
_COUNTED = re.compile(r"[0-9]+[余多]?家$")
# 全国13个分署同期征起: what all branches do is the agency's; 在全国13个分署中名列第三 is not.
_ALL_BRANCHES = re.compile("(?:全国[0-9]{1,2}个|各地?)$")
_AMONG_THEM = re.compile("[中里排名居]")
# No name is shorter; one with a district as short as this has lost its beginning.
_LEAST = 2
_INNER = re.compile("[省市县区旗盟]")
_UPPER = ("中院", "高院")


def find_mentions(text: str, spots: Spots | None = None) -> list[Mention]:
    """Court names in the order of the text.

    >>> [(m.name, m.place) for m in find_mentions("静宁县法院昨日出动干警,全市法院同步行动")]
    [('静宁县法院', '静宁县'), ('全市法院', '')]
    """
    names = _Names(text, spots or Spots(text))
    ends = list(endings(text))
    found = [m for start, end in ends if (m := names.mention(start, end)) is not None]
    if ends and not any(m.place and m.place != "最高" for m in found):
        # Where no court is named beyond doubt, what may be a name is one: 关注“丰岭法院”.
        names.trusting = True
        found = [m for start, end in ends if (m := names.mention(start, end)) is not None]
    return _with_places(text, found) if found else found


def _with_places(text: str, found: list[Mention]) -> list[Mention]:
    """With the courts that a text tells of by their places: 云溪、石桥两县分别执结; 在云溪,全市执结."""
    told = [*dealt(text), *ranked(text), *scenes(text, {m.place for m in found})]
    if not told:
        return found
    starts = sorted(t.start for t in told)
    # How far those reach that begin first, second...
    reach = list(accumulate((t.end for t in sorted(told)), max))
    kept = [m for m in found if not (n := bisect_left(starts, m.end)) or reach[n - 1] <= m.start]
    return sorted(kept + told)


class _Names:
    """Reads the names of one text, remembering what it has weighed."""

    def __init__(self, text: str, spots: Spots) -> None:
        self.text = text
        self.trusting = False
        self._weighed: dict[str, tuple[str, str]] = {}
        self._spots, self._support = spots, Support(text)
        self._alone: dict[str, bool] = {}

    @cached_property
    def _agency(self) -> bool:
        # The longer name of an agency ends with the shorter one.
        return min(AGENCY, key=len) in self.text

    @cached_property
    def _declared(self) -> frozenset[str]:
        return frozenset(declared(self.text))

    def mention(self, start: int, end: int) -> Mention | None:
        """The court whose name ends with the ending found there; None where no court is meant."""
        text = self.text
        suffix = text[start:end]
        if suffix in OWN:
            return Mention(start, end, suffix, "", "院", True)
        if suffix in AREAS:
            # An agency has no courts: 全国 is that of its branches.
            return None if self._agency else Mention(start, end, suffix + "法院", "", "法院", True)
        if suffix in TOP or (suffix == "人民法院" and text.endswith("最高", 0, start)):
            begin = start if suffix in TOP else start - len("最高")
            return Mention(begin, end, "最高人民法院", "最高", "人民法院", False)
        before = run(text, start)
        if text.startswith("”", end) and not self.trusting and text.endswith("“", 0, start - len(before)):
            return None
        branches = suffix == "分署" and _ALL_BRANCHES.search(text, max(0, start - 6), start)
        if branches and _AMONG_THEM.match(text, end):
            return None
        if branches or suffix in AGENCY:
            return Mention(start, end, "行政执行署", "行政执行署", suffix, False)
        return self._named(start, end, suffix, before)

    def _named(self, start: int, end: int, suffix: str, before: str) -> Mention | None:
        """A court named by a place, as one of a group, or by its level alone; `before` are the characters
        before its ending.
        """
        text = self.text
        if not before:
            return level(text, start, end, "", "", suffix)
        if counted := count_of(before):
            return several(text, start - len(before), start, end, before[: counted.start()])
        if before == "家" and (counted := _COUNTED.search(text, max(0, start - 6), start)):
            start, suffix = counted.start(), counted.group() + suffix
            before = run(text, start)
            if not before:
                return None
        if before in ORDINALS:
            # 第一法院拘传29人: of the city that the text tells of.
            return Mention(start - len(before), end, before + suffix, before, suffix, False)
        if before[-2:] in ORDINALS:
            before, suffix, start = before[:-2], before[-2:] + suffix, start - 2
        if before[:1] in DATE_SIGNS:
            before = after_date(text, start, before)
        return self._placed(start, end, suffix, before)

    def _placed(self, start: int, end: int, suffix: str, before: str) -> Mention | None:
        """A court by what is told before its ending: a place, a group or a level."""
        text = self.text
        head, group, rest = parted(before)
        begin = start - len(before)
        if group is not None and head.endswith(_UPPER):
            # 五中院辖区法院: the courts below that one.
            return Mention(begin + len(head), end, group + suffix, "", suffix, True)
        name = self._whole(head, rest) if head and len(rest) <= _LEAST else rest
        place, bare = self._weighed.get(name) or self._weigh(name)
        opening = begin + len(head) - len(place or bare)
        strong = suffix in STRONG if group is None else group in ("两级", "三级")
        if place or (bare and (self._opens(start, end, before) or self._stands(opening, bare, end, strong))):
            return Mention(opening, end, text[opening:end], place or bare, suffix, False)
        if group is None:
            return level(text, start, end, before, rest, suffix)
        return Mention(begin + len(head), end, text[begin + len(head) : end], "", suffix, True)

    def _whole(self, head: str, rest: str) -> str:
        """The name of a place, made whole where cutting off the head left too little of it."""
        if len(rest) == _LEAST and rest[1] not in DISTRICTS:
            return rest
        return self._uncut(head, sign=rest.strip(DISTRICTS) != "") or rest

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

    def _weigh(self, name: str) -> tuple[str, str]:
        """What a name comes to, remembered."""
        weighed = self._weighed[name] = self._believed(name)
        return weighed

    def _believed(self, rest: str) -> tuple[str, str]:
        """The place that ends the characters before a suffix, empty where they name none, and a bare name
        that nothing else in the text supports, to be believed only at the head of a text or line.
        """
        rest = rest.lstrip("个名家元人")
        if len(rest) < 2 or (len(rest) == 2 and rest[1] in "省市区"):
            return "", ""
        if names_none(rest):
            return "", ""
        if len(rest) == 2 and rest[1] == "县" and not NO_COUNTY.match(rest):
            return rest, ""
        if rest[-1] in DISTRICTS and len(rest) > 2:
            return self._district(rest), ""
        place = self._support.longest(rest)
        if place or len(rest) > LONGEST_BARE:
            return place, ""
        # 光桃园 is named nowhere else, 桃园 is.
        twice = self._spots.twice
        shorter = len(rest) in USUAL_BARE[1:] and twice(rest[1:]) and not twice(rest)
        return "", rest[1:] if shorter else rest

    def _uncut(self, head: str, *, sign: bool) -> str:
        """The name of two characters, with its district, that ends a head where a stop cuts into it: 于都 and
        会同县, which the text names again and opens a line or a sentence with. A `sign` in it is less of a
        stop than a word: it may open a clause, and be named once where no other court is.
        """
        district = head[-1:] if head[-1:] in DISTRICTS and len(head) > 2 else ""
        name = head[-3:-1] if district else head[-2:]
        if len(name) < 2:
            return ""
        support = self._support
        whole = support.opens(name, clause=sign) and ((sign and self.trusting) or support.again(name))
        return name + district if whole else ""

    def _district(self, rest: str) -> str:
        """The chain of districts that ends the characters: 西安市阎良区, less a verb that the text does not
        repeat with it.
        """
        inner = _INNER.search(rest, 0, len(rest) - 1) is not None
        if rest[-1] == "州" and not inner and (bare := self._support.longest(rest)):
            return bare
        if rest.endswith("自治", 1, -1):
            return rest
        stem = self._support.longest(rest[:-1]) if rest[-1] != "省" or len(rest) > LONGEST_BARE else ""
        if stem and len(stem) + 1 < len(rest) and not inner:
            return stem + rest[-1]
        if rest == "自治" + rest[-1] or (
            rest[-2] in "和要各本我该请到向"
            and not stem
            and not (len(rest) == 3 and self._support.leads(rest))
        ):
            return ""
        # A long run before a level that the text also names alone is rather a phrase: 全体干警在县法院.
        if not stem and len(rest) > LONGEST_BARE + 1 and self._stands_alone(rest[-1]):
            return ""
        return rest

    def _stands_alone(self, district: str) -> bool:
        """Whether the text names a court by this level alone: 市中院, 县法院."""
        if district not in self._alone:
            # Searched for by its first character, which is quick, before what stands ahead of it.
            pattern = rf"{district}(?<!{HAN}{district})(?:人民|中级|高级)*(?:法院|中院|高院)"
            self._alone[district] = re.search(pattern, self.text) is not None
        return self._alone[district]
