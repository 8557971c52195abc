"""Which place, if any, the characters before 法院 name: weighed by what else the text says of it."""

from __future__ import annotations

import re

from courtnews.interpret.courts.no_names import names_none
from courtnews.interpret.courts.spots import Spots
from courtnews.interpret.courts.support import Support
from courtnews.interpret.courts.words import DISTRICTS, HAN, LONGEST_BARE, NO_COUNTY, USUAL_BARE

_INNER = re.compile("[省市县区旗盟]")


# What stands before 区 in words for a part of any place.
_NO_AREAS = "县州旗全我本该各市辖社片山老城郊新每此两三四五六七八九十几数多小大东西南北"
# 全市有中级法院1个
_WHOLE = tuple(f"全{district}" for district in "国省市州区县旗")


class Belief:
    """Weighs the names of one text, remembering what each came to."""

    def __init__(self, text: str, spots: Spots) -> None:
        self._text, self._spots, self._support = text, spots, Support(text)
        self._weighed: dict[str, tuple[str, str]] = {}
        self._alone: dict[str, bool] = {}

    def weigh(self, name: str) -> tuple[str, str]:
        """The place that ends the characters before a suffix, empty where they name none, and a bare name
        that nothing else in the text supports, to be believed only for where it stands.
        """
        weighed = self._weighed.get(name)
        if weighed is None:
            weighed = self._weighed[name] = self._believed(name)
        return weighed

    def _believed(self, rest: str) -> tuple[str, str]:
        rest = rest.lstrip("个名家元人")
        if len(rest) < 2 or (len(rest) == 2 and rest[1] in "省市区"):
            # 矿区法院 is one, where the text opens with it.
            area = rest[1:] == "区" and rest[0] not in _NO_AREAS
            leads = area and (self._support.leads(rest + "法") or self._support.leads(rest + "人"))
            return (rest, "") if leads else ("", "")
        if names_none(rest) or rest.startswith(_WHOLE):
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

    def uncut(self, head: str, *, sign: bool, trusting: bool) -> str:
        """The name of two characters, with its district, that ends a head where a stop cuts into it: 于都 and
        会同县, which the text names again and opens a line or a sentence with. A `sign` in it is less of a
        stop than a word: it may open a clause, and be named once where no other court is.
        """
        district = head[-1:] if head[-1:] in DISTRICTS and len(head) > 2 else ""
        name = head[-3:-1] if district else head[-2:]
        if len(name) < 2:
            return ""
        support = self._support
        whole = ((sign and trusting) or support.again(name)) and support.opens(name, clause=sign)
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
            rest[-2] in "和要各本我该请到向交送转"
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
            self._alone[district] = re.search(pattern, self._text) is not None
        return self._alone[district]
