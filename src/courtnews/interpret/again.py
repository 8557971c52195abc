"""Counts of the same thing once more, at another time or place, without a word for it: 去年同期为88件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

# The same thing at another time or place: 去年同期为88件, 这个数上年是164件, 最少的乙县只有7件.
_AGAIN = re.compile(
    r"(?:同期|去年|上年|前年|[上前]一?周|[上前]一?个?月|上一?季度|(?:这个?|该|这一|此)数字?|最[多少高低][^,，。;；0-9]{0,8}?)"
    r"(?:全年)?(?:[^,，。;；0-9]{0,2}(?:是|为|达到?|只有|仅|就有|已有)|[(（])?(?:约|近|超|逾|共)*\s*$"
    r"|今年(?:上半年|前?[一二三四五六七八九十0-9至—-]{1,6}(?:个?月|季度))?(?:就|便|已)有$"
    r"|更是(?:高达|多达|达到?|只有|仅有?)$"
    r"|年(?:则|又|再|已)?(?:[增升涨降减]|上升|下降|增加|减少|攀升|回落)(?:至|到|为)了?(?:约|近|超|逾)*$"
    r"|[件人](?:逐步|猛|激|大)?(?:[增升涨降减]|上升|下降|增加|增长|提高|减少|攀升|回落)(?:至|到|为)了?(?:约|近|超|逾)*$"
)
_ONLY_HAD = re.compile("全?年?度?(?:的?数字)?(?:才|还|则|也)?(?:只|仅)?(?:有|为|是)")
_LONGEST = 24


def is_again(sentence: Sentence, member: Reading) -> bool:
    """Whether the words before a number say that it is one of the same thing: 这个数上年是164件."""
    end = member.quantity.start - sentence.start
    return _AGAIN.search(sentence.text, max(0, end - _LONGEST), end) is not None


def of_a_year(sentence: Sentence, member: Reading, near: Sequence[Reading]) -> Reading | None:
    """The cases that the paragraph counted last, of which a year's number is told without a word more:
    受理350件。再往前看,2016年只有268件.
    """
    if not near or member.quantity.unit_class != "case":
        return None
    date = next((d for d in reversed(sentence.dates) if d.end <= member.quantity.start), None)
    if date is None or (date.first.year is None and date.first.year_shift is None) or date.first.month:
        return None
    gap = sentence.text[date.end - sentence.start : member.quantity.start - sentence.start]
    alike = near[-1].sentence.paragraph == sentence.paragraph and _ONLY_HAD.fullmatch(gap)
    return near[-1] if alike else None
