"""Whether a number is a result of courts' work, or one person's story, a limit, an aim, or a fact about the
place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from courtnews.interpret.background import is_allotted, is_background, is_staff
from courtnews.interpret.evidence import segment_start
from courtnews.interpret.reading import Reading
from courtnews.interpret.stories import DETAIL, Storyteller
from courtnews.interpret.structure import Document, Sentence
from courtnews.lexicon import Matcher, Token

STATISTIC, TARGET, BACKGROUND = "statistic", "target", "background"
_HEAD = 16
_BESIDE = 6
# 90%的目标, 离95%还差一截, “90%的结案率是红线”.
_AIM_BEHIND = re.compile(
    "(?:以上)?(?:[作为]为?目标|的(?:[一-鿿]{2,8}[是为])?(?:目标|底线|要求|任务|规定|标准|红线|门槛|硬杠杠)|还差|尚差|还有差距)"
)
# 6月底前办结率要到九成.
_MUST_REACH = ("率要到", "率要达到", "率要站上", "率要提到", "率要升到", "率须达", "率要过")
# 中院要求6月底前再执结90件.
_DUE = re.compile(
    "(?<![按依][照])(?<![根依]据)要求[在于]?[^,，。;；]{0,8}(?:底|末|日|年|节|收官|结束)之?前[^。;；]*$"
)
# 乡镇案件10月底前执结率达到70%
_REACHED_BY = re.compile(
    "(?<![去上]年)(?:[月年]底|年末|春节|[月0-9]日)(?:之|以)?前[^,，。;；0-9已]{0,14}率(?:达到?|不低于|要?达)$"
)
# 最高人民法院要求,积案清理率达到90%
_DEMANDED = re.compile(
    "(?<![按依][照])(?<![根依]据)要求[,，:：][^。;；已]{0,60}率(?:须|要|应)?(?:达到?|不低于)$"
)
_AIM_BEHIND_STARTS = frozenset("以作为的还尚")
# 年底之前,执结率要站上90%; 到12月20日收官时,要清掉300件.
_DUE_BY = re.compile(
    "(?:(?:[年月]底|年末|春节|日|收官|收尾|结束|期满)(?:之前|以前|前|时)|[年月]底|年内|届时)[^。;；0-9]{0,30}"
    "(?<![主重需不只必首讨索催紧概纪机险扼摘大])要(?![求素回账债不么案闻点件道])[^,，。;；0-9]{0,12}$"
)
# 年底前未结案件控制在30件以内.
_KEPT_TO = re.compile("(?:[年月]底|年末|春节|[月日])(?:之前|以前|前)[^。;；0-9]{0,20}控制在$")
# No match of it is longer.
_DUE_LONGEST = 48
_AT_PRESENT = ("现在的", "目前的", "眼下的", "当前的")
_SO_FAR = ("已有", "已经有", "手头", "目前", "现有", "尚有", "还有")
_TROUBLES = ("问题", "困难", "不足", "短板", "挑战")
_AIMS = frozenset(("plan", "target", "target_near"))
_BOUNDS = (
    "不低于",
    "不得低于",
    "不少于",
    "不得少于",
    "不高于",
    "不得高于",
    "不得超过",
    "不能超过",
    "不能低于",
)
# 占比不低于全院干警的15%, 至少还清本金的三成.
_BOUND_OF, _BOUND_LONGEST = re.compile("(?:不低于|不少于|至少)[^,，。;；0-9]{1,10}的$"), 16
# 月底前再移送5人以上, 秋收前先筹20万元.
_NEXT = re.compile(
    "(?:底|[0-9]日|节|收)(?:之|以)?前(?:再|先(?![后期行进锋头是由])|至少|争取|须)[^,，。;；0-9]{0,8}$"
)
_NEXT_LONGEST = 16
_AIM_BEFORE = ("要求的", "规定的", "划定的", "下达的", "设定的", "确定的", *_MUST_REACH)
_AIM_BEFORE_ENDS = frozenset(words[-1] for words in _AIM_BEFORE)
# 控制在 is the one other word that makes an aim of what follows.
_AIM_ENDS = _AIM_BEFORE_ENDS | {"在"}


class RoleJudge:
    """Judges the readings of one document in the order of the text."""

    def __init__(self, document: Document, matcher: Matcher) -> None:
        self._targets = _target_spans(document, matcher.words_of("target_section"))
        self._text = document.text
        self._stories = Storyteller(document, matcher)

    def judge(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the role of every reading of a sentence that has none."""
        stories = self._stories
        stories.open(sentence, readings)
        demands = "要" in sentence.text or "前" in sentence.text
        background, yearly = "background" in sentence.said, "每年" in sentence.text
        for reading in readings:
            if reading.role or reading.refused:
                continue
            if self._is_target(sentence, reading, demands):
                reading.role = TARGET
            elif (
                (background and is_background(reading))
                or (yearly and is_allotted(reading))
                or is_staff(sentence, reading)
            ):
                reading.role = BACKGROUND
            else:
                reading.role = DETAIL if stories.told and stories.tells(sentence, reading) else STATISTIC
        stories.close(sentence)

    def _is_target(self, sentence: Sentence, reading: Reading, demands: bool) -> bool:
        """Whether a number is an aim; `demands` tells whether anything may be demanded in its sentence, or be
        due by a day, at all.
        """
        if reading.metric is not None and reading.metric.code == "rate_share":
            return _is_bounded(sentence, reading)
        q, text = reading.quantity, sentence.text
        if self._targets and q.start >= self._targets[0][0] and self._in_plans(sentence, reading):
            return True
        start, end = q.start - sentence.start, q.end - sentence.start
        likely = demands or text[start - 1 : start] in _AIM_ENDS or text[end : end + 1] in _AIM_BEHIND_STARTS
        if likely and _aim_beside(text, start, end):
            beside = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
            reading.why.append(f"target: an aim is named beside the number: {'…'.join(beside)}")
            return True
        if _AIMS.isdisjoint(sentence.said):
            return False
        for token in reversed(sentence.tokens_between(sentence.start, q.start)):
            if "counted" in token.word.classes:
                break
            if _aims(token, sentence, reading):
                reading.why.append(f"target: {token.word.text}")
                return True
        return False

    def _in_plans(self, sentence: Sentence, reading: Reading) -> bool:
        """Whether a number stands in a section of plans, and nothing says that it is reached already."""
        start = reading.quantity.start
        index = bisect_right(self._targets, start, key=itemgetter(0)) - 1
        section, end = self._targets[index] if index >= 0 else (0, 0)
        if start >= end or _has_happened(sentence, start):
            return False
        if sentence.text.endswith(_AT_PRESENT, 0, start - sentence.start):
            return False
        said = sentence.text[reading.clause - sentence.start : start - sentence.start]
        if said.startswith(_SO_FAR) or (said.rpartition("已")[1] and "以来" in sentence.text):
            return False
        heading = self._text[section : section + _HEAD].partition("\n")[0]
        reading.why.append(f"target: the section speaks of what is planned: {heading}")
        return True


def _is_bounded(sentence: Sentence, reading: Reading) -> bool:
    """Whether a share is what must be kept to: 占比不低于50%."""
    end = reading.quantity.start - sentence.start
    said = sentence.text.endswith(_BOUNDS, 0, end) or (
        _BOUND_OF.search(sentence.text, max(0, end - _BOUND_LONGEST), end) is not None
    )
    if said:
        reading.why.append("target: a bound is said before the number")
    return said


def _aim_beside(text: str, start: int, end: int) -> bool:
    """Whether the words right beside a number, or a demand before it, make it an aim."""
    return bool(
        (text[end : end + 1] in _AIM_BEHIND_STARTS and _AIM_BEHIND.match(text, end))
        or (text[start - 1 : start] in _AIM_BEFORE_ENDS and text.endswith(_AIM_BEFORE, 0, start))
        or ("前" in text and _NEXT.search(text, max(0, start - _NEXT_LONGEST), start))
        or ("要求" in text and _DUE.search(text, _part_start(text, start), start))
        or (text.endswith("控制在", 0, start) and _KEPT_TO.search(text, max(0, start - _DUE_LONGEST), start))
        or ("前" in text and "率" in text and _REACHED_BY.search(text, max(0, start - _DUE_LONGEST), start))
        or ("要求" in text and _DEMANDED.search(text, _part_start(text, start), start))
        or ("要" in text and _DUE_BY.search(text, max(0, start - _DUE_LONGEST), start))
    )


def _part_start(text: str, position: int) -> int:
    """Behind the full stop or semicolon last before a position: no demand reaches beyond it."""
    return max(text.rfind(sign, 0, position) for sign in "。;；") + 1


def _has_happened(sentence: Sentence, position: int) -> bool:
    """Whether a day is told before a position, even where plans are told: 新的一年… 1月2日拍定14件."""
    return any(d.first.day and d.first.month and d.end <= position for d in sentence.dates)


def _aims(token: Token, sentence: Sentence, reading: Reading) -> bool:
    """Whether a word before a number makes it an aim: of the clause, for a rate or a change of the part
    between semicolons, or of all that follows.
    """
    classes = token.word.classes
    if "plan" in classes or (token.start >= reading.clause and "target_near" in classes):
        return True
    far = reading.kind in ("rate", "change", "rank")
    reach = segment_start(sentence, reading.quantity.start) if far else reading.clause
    return "target" in classes and token.start >= reach


def _target_spans(document: Document, plans: Sequence[str]) -> list[tuple[int, int]]:
    """Paragraphs that open with a word of planning, in order and disjoint; a heading of that sort gives all
    that follows to plans.
    """
    spans: list[tuple[int, int]] = []
    for paragraph, word_start in _planned(document, tuple(plans)):
        start, end = document.paragraph_span(paragraph)
        if word_start >= end:  # in the next paragraph
            continue
        head = document.text[start : min(end, start + _HEAD)]
        line = document.text[start:end].strip()
        if line.endswith(("”", "」")):
            continue
        if line.endswith(("?", "？")):
            spans += _answers(document, paragraph)
            continue
        # 四、困难和打算: what stands under it tells of both.
        if any(word in head for word in _TROUBLES):
            continue
        heading = len(line) <= 30 and not line.endswith(("。", ";", "；"))
        if heading and start > len(document.text) // 2:
            spans.append((start, len(document.text)))
            break
        spans.append((start, end))
    return sorted(spans)


def _planned(document: Document, plans: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Paragraphs with one of some words within their first characters, and where the first such word is."""
    text = document.text + " " * _HEAD
    # One search over all beginnings is many times as fast as one for each.
    heads = "\n".join([text[start : start + _HEAD] for start in document.paragraph_starts])
    last = -1
    for word in _any_of(plans).finditer(heads):
        paragraph, offset = divmod(word.start(), _HEAD + 1)
        if paragraph != last:
            yield paragraph, document.paragraph_starts[paragraph] + offset
        last = paragraph


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of some words; nothing where there are none."""
    return re.compile("|".join(map(re.escape, words)) if words else "(?!)")


def _answers(document: Document, question: int) -> list[tuple[int, int]]:
    """The paragraph that answers a question about plans, blank lines apart."""
    for paragraph in range(question + 1, min(question + 4, len(document.paragraph_starts))):
        start, end = document.paragraph_span(paragraph)
        if line := document.text[start:end].strip():
            return [(start, end)] if line.startswith("答") else []
    return []
