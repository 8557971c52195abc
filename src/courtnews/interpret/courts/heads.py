"""What stands right before the ending of a court's name: districts, groups, levels, dates."""

from __future__ import annotations

import re
from functools import lru_cache

from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.no_names import names_none
from courtnews.interpret.courts.words import COLLECTIVE, DISTRICTS, GROUP_ENDS, SPECIAL, after_stops

# Up to the last sign that is no Chinese character.
_OTHERS = re.compile(".*[^一-鿿]", re.DOTALL)
_RUN = 16
DATE_SIGNS = frozenset("年月日")


@lru_cache(maxsize=4096)
def parted(before: str) -> tuple[str, str | None, str]:
    """The words before a suffix parted into a head and a collective (两级, 全市), None where there is none;
    and what stands behind the last stop of the head.
    """
    group = COLLECTIVE.search(before) if before[-1:] in GROUP_ENDS else None
    head = before[: group.start()] if group else before
    return head, group.group() if group else None, after_stops(head)


def level(text: str, start: int, end: int, before: str, rest: str, suffix: str) -> Mention | None:
    """A court named by its level or sort alone: 市中级法院, 县法院, 中院, 海事法院; `rest` is what stands
    behind the last stop of what is before its ending.
    """
    if suffix in SPECIAL and not before:
        return Mention(start, end, suffix, suffix, suffix, False)
    whole = len(rest) == 1 or (len(rest) == 2 and rest[1] in "省市区" and not names_none(rest))
    if len(before) > 1 and before[-1] in DISTRICTS and whole:
        return Mention(start - 1, end, text[start - 1 : end], "", suffix, True)
    if before[-3:-1] == "自治" and before[-1] in DISTRICTS:
        return Mention(start - 3, end, text[start - 3 : end], "", suffix, True)
    if suffix in ("高院", "高法院", "中院", "高级法院", "中级法院") and not rest:
        return Mention(start, end, text[start:end], "", suffix, True)
    return None


def after_date(text: str, end: int, before: str) -> str:
    """The characters before a suffix less the 年, 月 or 日 of a date that they begin with."""
    start = end - len(before)
    return before[1:] if text[start - 1 : start].isdigit() else before


def run(text: str, start: int) -> str:
    """Up to 16 Chinese characters right before the suffix."""
    low = start - _RUN if start > _RUN else 0
    others = _OTHERS.match(text, low, start)
    return text[others.end() if others else low : start]
