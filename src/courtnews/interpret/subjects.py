"""What the passage is about: a plain verb of handing out means aid where 司法救助 is spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import NOUN, PLAIN, Matcher, Metric, Token, accepts

_WORD = 6


def by_subject(
    sentence: Sentence, readings: Sequence[Reading], earlier: Sequence[Reading], matcher: Matcher, title: str
) -> None:
    """Give numbers that a plain verb names the metric the passage speaks of; `earlier` holds the readings of
    the sentence before. What nothing else names is of what the title speaks of.
    """
    said = PLAIN in sentence.said
    for reading in readings:
        if not _plain(reading, said=said):
            continue
        for metric in matcher.subjects:
            if _plainly_named(reading, metric) and (
                _spoken_of(sentence, reading, earlier, metric, matcher)
                or (reading.metric is None and any(said in title for said in metric.qualifiers))
            ):
                reading.metric, reading.kind = metric, metric.kind
                reading.why.append(f"metric {metric.code}: what the passage is about")


def _plain(reading: Reading, *, said: bool) -> bool:
    """Whether a plain verb of any subject says what the number is, which few numbers have; `said` is whether
    its sentence has one.
    """
    if reading.cue is not None and PLAIN in reading.cue.word.marks:
        return not reading.refused
    if not said or reading.metric is not None or reading.refused:
        return False
    return any(PLAIN in t.word.marks for t in reading.ahead)


def _plainly_named(reading: Reading, metric: Metric) -> bool:
    """Whether nothing but a plain verb of the subject says what the number is."""
    subject, q = metric.subject, reading.quantity
    if subject is None or reading.refused or reading.is_change or not accepts(metric, q.unit_class, q.unit):
        return False
    if reading.metric is None:
        return any(t.word.text in subject.cues for t in reading.ahead)
    cue = reading.cue
    return reading.code in subject.metrics and cue is not None and cue.word.text in subject.cues


def _spoken_of(
    sentence: Sentence, reading: Reading, earlier: Sequence[Reading], metric: Metric, matcher: Matcher
) -> bool:
    """Whether the sentence up to the number, or else what stands before it, speaks of the metric last."""
    if _named_behind(sentence, reading, metric):
        return True
    said = _last(sentence.tokens_between(sentence.start, reading.quantity.start), metric)
    if said is None and sentence.lead:
        said = _last(matcher.find(sentence.lead), metric)
    if said is None and earlier and earlier[-1].sentence.paragraph == sentence.paragraph:
        told = next((r.metric for r in reversed(earlier) if r.kind != "rate" and not r.refused), None)
        said = _akin(told, metric) or _last(earlier[0].sentence.tokens, metric)
    if said is None and reading.metric is None:
        # 共移送58件,公安机关立案41件: what follows shows what was handed over.
        said = _last(sentence.tokens_between(reading.quantity.end, sentence.end), metric)
    return bool(said)


def _named_behind(sentence: Sentence, reading: Reading, metric: Metric) -> bool:
    """Whether a word right behind a number says what it is (领走10.9万元救助金), or what people are given
    (给424名群众发放司法救助1184万元).
    """
    end = reading.quantity.end
    reach = sentence.clause_end(end) if reading.quantity.unit_class == "person" else end + _WORD
    near = sentence.tokens_between(end, reach)
    if reading.quantity.unit_class != "person":
        near = [t for t in near if t.start == end]
    return any(_akin(o.metric, metric) for t in near for o in t.word.offers if PLAIN not in t.word.marks)


def _akin(before: Metric | None, metric: Metric) -> bool:
    """Whether two metrics are of one subject: money, people and cases of aid share their words."""
    if before is None or before.subject is None:
        return False
    return before is metric or not set(before.cues).isdisjoint(metric.cues)


def _last(tokens: Sequence[Token], metric: Metric) -> bool | None:
    """Whether the last telling word is of the metric; None where no word tells."""
    subject = metric.subject
    for token in reversed(tokens):
        if subject is None or token.word.text in subject.cues:
            continue
        words = (token.word, *token.word.parts)
        codes = {o.metric.code for word in words for o in word.offers if o.strength > NOUN}
        akin = any(_akin(o.metric, metric) for o in token.word.offers)
        if metric.code in codes or akin or any(said in token.word.text for said in metric.qualifiers):
            return True
        if not codes.isdisjoint(subject.metrics):
            return False
    return None
