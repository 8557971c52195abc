"""Which cue governs which quantity.

The press puts the word before the number (执结案件96件), behind it (12名被执行人主动履行), or once for a whole list
(拘传33人、拘留26人; 为99个案件的102名群众发放案款). Cues are looked for where a reader looks, nearest first: in the clause
before the number, in the number it is joined to, in the clause behind it, in the clause before, in the clause after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import STRONG_BREAKS, Sentence
from courtnews.lexicon import NOUN, STRONG, WEAK, Matcher, Offer, Token, accepts
from courtnews.quantities import Quantity

# Between two quantities of which the second carries on what the first began: 470案483名, 977件/979人, 13422次计2374万元.
_JUXTAPOSED = re.compile(r"[\s、/／,，和及与]*(?:共计?|合计|计|涉及|涉|牵涉|共涉及|被执行人|共涉)?[\s:：]*[((（]?(?:共|含|约|近|超|逾)?$")
# What stands between coordinated words: 拘传、拘留; 查封、扣押、冻结.
_COORDINATED = re.compile(r"[、和及或\s]?$")
_FOR = re.compile(r"(?:为|对|将|把|给|向|让|帮助?|使|替)[^,，。;；]{0,8}$")
# A step (降至), a part (其中…), or a further class of cases.
_CONTINUES = re.compile(r"(?:降|升|增|减|提高|提升|提速|缩短|下降|上升|增加|减少|压缩|变|增长|优化)(?:至|到|为)了?$|其中|(?:案件|案|纠纷|罪|审|院|人员|人|者|的)(?:共|计|达|约|近|超)*\s*$")
# 个 counts people only before a word for people.
_PERSON = re.compile("[“\"「]?(?:人|老赖|被执行人|失信|当事人|申请|债务人|义务人|自然人)")
_PART = re.compile("其中|包括|分别是|分别为|具体为|分为")
# A further member of a list: 、其他15件, 、借贷52天.
_MEMBER = re.compile(r"、[^,，。;；0-9]{0,14}$")
_RATE_NOUN = re.compile(r"[一-鿿]{2,}(?:率|比例|比率)(?:达到?|为|是|仅|升至|降至|提高到|[:： ]|约|近|超过?|逾)*$")
_ACROSS = 30
_FAR = 60
_SHORT = 6


def govern(
    sentence: Sentence, readings: Sequence[Reading], earlier: Sequence[Reading], matcher: Matcher
) -> None:
    """Give each reading that has none yet the metric that the words around it name."""
    used: dict[int, str] = {}
    for index, reading in enumerate(readings):
        if reading.metric is None and not reading.refused and reading.kind not in ("change", "rank"):
            _govern_one(sentence, readings, index, used)
            if reading.metric is None:
                _as_part(sentence, reading, earlier)
            if reading.metric is None and index:
                _as_sum(sentence, readings[index - 1], reading, matcher)
        if reading.cue is not None and reading.cue.start >= reading.quantity.end:
            used[reading.cue.start] = reading.quantity.unit_class


def _govern_one(sentence: Sentence, readings: Sequence[Reading], index: int, used: dict[int, str]) -> None:
    reading = readings[index]
    q = reading.quantity
    near = readings[index - 1].quantity.end + 2 if index else sentence.start
    places = _places(sentence, readings, index)
    if q.unit_class == "percent" and names_a_rate(sentence, q):
        places = [place for place in places if place[0] == "before"]
    for rule, tokens, floor, rightward in places:
        free = tokens
        if used and rule != "carried":
            free = [t for t in tokens if used.get(t.start) != q.unit_class or (rule == "before" and t.start > near)]
        found = pick(free, q, sentence, floor=floor, rightward=rightward)
        if found is not None and not _vetoed(sentence, readings, index, found[1].metric.code):
            settle(reading, found[0], found[1], _part_or(rule, sentence, readings, index))
            _reconsider(readings, index)
            return
    qualify_bare(sentence, readings, index)


def _part_or(rule: str, sentence: Sentence, readings: Sequence[Reading], index: int) -> str:
    """`part` for a member of a breakdown (其中民生案件5件、金融案件3件), whose further members go on like it."""
    if rule != "carried" or not index:
        return rule
    if readings[index - 1].rule == "part":
        return "part"
    gap = sentence.text[readings[index - 1].quantity.end - sentence.start : readings[index].quantity.start - sentence.start]
    return "part" if _PART.search(gap) else rule


def _as_part(sentence: Sentence, reading: Reading, earlier: Sequence[Reading]) -> None:
    """其中 at the head of a sentence: parts of the last total of the sentence before."""
    if not _PART.match(sentence.text.lstrip()):
        return
    for before in reversed(earlier):
        same = before.quantity.unit_class == reading.quantity.unit_class and not before.is_change
        if same and before.cue is not None and before.metric is not None:
            settle(reading, before.cue, Offer(before.metric, WEAK), "part")
            return


def _as_sum(sentence: Sentence, before: Reading, reading: Reading, matcher: Matcher) -> None:
    """Money joined to a count is the sum of those cases: 执结118件3289万元."""
    if reading.quantity.unit_class != "money" or before.metric is None or before.kind != "case_count":
        return
    if not _is_joined(sentence, before.quantity, reading.quantity):
        return
    for metric in matcher.sums:
        if metric.after is not None and before.code in metric.after.metrics and before.cue is not None:
            settle(reading, before.cue, Offer(metric, WEAK), "joined")
            return


def names_a_rate(sentence: Sentence, q: Quantity) -> bool:
    """Whether a rate is named right before a percentage, known or not: 网络查控率62%."""
    return _RATE_NOUN.search(sentence.text, max(0, q.start - sentence.start - 30), q.start - sentence.start) is not None


def _vetoed(sentence: Sentence, readings: Sequence[Reading], index: int, code: str) -> bool:
    return any(code in token.word.vetoes for token in phrase(sentence, readings, index))


def _places(
    sentence: Sentence, readings: Sequence[Reading], index: int
) -> list[tuple[str, Sequence[Token], int, bool]]:
    """Where to look for the governing cue, in order: (name of the place, its tokens, least strength, reading direction)."""
    q = readings[index].quantity
    previous_end = readings[index - 1].quantity.end if index else sentence.start
    next_start = readings[index + 1].quantity.start if index + 1 < len(readings) else sentence.end
    clause_start = max(previous_end, sentence.clause_start(q.start))
    clause_end = sentence.clause_end(q.end)
    own = visible(sentence, sentence.tokens_between(clause_start, q.start), q.start)
    places: list[tuple[str, Sequence[Token], int, bool]] = [("before", own, STRONG, False)]
    right = sentence.tokens_between(q.end, min(next_start, clause_end))
    places.append(("behind", _unclaimed(sentence, readings, index, right), STRONG, True))
    places.append(("joined", _joined(sentence, readings, index), WEAK, False))
    on = index > 0 and readings[index - 1].rule == "for" and clause_start == previous_end
    if on or _FOR.search(sentence.text, max(0, clause_start - sentence.start), q.start - sentence.start):
        places.append(("for", sentence.tokens_between(q.end, clause_end), STRONG, True))
    carried = _carried(sentence, readings, index)
    if index and readings[index - 1].rule == "part":
        places.append(("carried", carried, STRONG, False))
    places.append(("before", own, NOUN, False))
    places.append(("behind", right, NOUN, True))
    if q.start - clause_start <= _SHORT:
        places.append(("clause before", _clause_before(sentence, previous_end, clause_start), STRONG, False))
    places.append(("carried", carried, STRONG, False))
    if next_start >= clause_end and sentence.text[clause_end - sentence.start : clause_end - sentence.start + 1] in ",，":
        after = sentence.clause_end(clause_end + 1)
        behind = sentence.tokens_between(clause_end, min(after, next_start))
        places.append(("clause after", _unclaimed(sentence, readings, index, behind), STRONG, True))
    return places


def _unclaimed(
    sentence: Sentence, readings: Sequence[Reading], index: int, tokens: Sequence[Token]
) -> Sequence[Token]:
    """Tokens behind a number, less those that stand right before the next number of its sort: 司法拘留 in 司法拘留5人."""
    if not tokens:
        return tokens
    q = readings[index].quantity
    behind = [r.quantity for r in readings[index + 1 :] if r.quantity.unit_class == q.unit_class]
    return [t for t in tokens if not any(_claims(sentence, t, other) for other in behind)]


def _claims(sentence: Sentence, token: Token, q: Quantity) -> bool:
    """Whether a number stands behind a cue in the cue's own clause, and takes it."""
    return token.end <= q.start < sentence.clause_end(token.end) and bool(token.word.offers_for(q.unit_class, q.unit))


def _clause_before(sentence: Sentence, previous_end: int, clause_start: int) -> Sequence[Token]:
    """Tokens of the clause before, where no number and no semicolon lies between."""
    start = max(previous_end, clause_start - _ACROSS)
    for position in reversed(sentence.breaks):
        if start <= position < clause_start and sentence.text[position - sentence.start] in STRONG_BREAKS:
            start = position + 1
            break
    return visible(sentence, sentence.tokens_between(start, clause_start), clause_start)


def _joined(sentence: Sentence, readings: Sequence[Reading], index: int) -> Sequence[Token]:
    """The cues of the number before, where this one is joined to it: 审结33件490人, 拘留977件/979人."""
    first = index
    while first and _is_joined(sentence, readings[first - 1].quantity, readings[first].quantity):
        first -= 1
    if first == index:
        return ()
    head = readings[first].quantity
    start = readings[first - 1].quantity.end if first else sentence.start
    tokens = sentence.tokens_between(max(start, sentence.clause_start(head.start)), head.start)
    cue = readings[index - 1].cue
    return [*tokens, cue] if cue is not None and cue not in tokens else tokens


def _is_joined(sentence: Sentence, before: Quantity, q: Quantity) -> bool:
    gap = sentence.text[before.end - sentence.start : q.start - sentence.start]
    if before.unit_class == q.unit_class and ("," in gap or "，" in gap):
        return False
    return len(gap) <= 12 and _JUXTAPOSED.match(_without_dates(sentence, before.end, gap)) is not None


def _carried(sentence: Sentence, readings: Sequence[Reading], index: int) -> Sequence[Token]:
    """The cue of the nearest number of the same sort, where this one continues it.

    Only a date stands between (2018年…件,2019年…件), or a step (从94天降至83天), or the number is a part (其中涉民生案件…件),
    or a further kind of case is counted (审结商标案件…件,涉外案件…件).
    """
    q = readings[index].quantity
    for before in reversed(readings[:index]):
        if before.is_change or before.quantity.unit_class != q.unit_class:
            continue
        gap = sentence.text[before.quantity.end - sentence.start : q.start - sentence.start]
        if before.cue is None or len(gap) > _FAR:
            return ()
        has_date = any(before.quantity.end <= d.start < q.start for d in sentence.dates)
        if has_date or _CONTINUES.search(gap) or _MEMBER.search(gap) or _PART.search(gap) or before.rule == "part":
            return [before.cue]
        return ()
    return ()


def _without_dates(sentence: Sentence, start: int, gap: str) -> str:
    for date in reversed(sentence.dates):
        if start <= date.start < start + len(gap):
            gap = gap[: date.start - start] + gap[date.end - start :]
    return gap


def visible(sentence: Sentence, tokens: Sequence[Token], position: int) -> Sequence[Token]:
    """Tokens left of a position, less those in brackets that are closed before it."""
    text, base = sentence.text, sentence.start
    close = max(text.rfind(")", 0, position - base), text.rfind("）", 0, position - base))
    if close < 0 or not tokens or base + close < tokens[0].start:
        return tokens
    opening = max(text.rfind("(", 0, close), text.rfind("（", 0, close))
    return [t for t in tokens if not base + opening < t.start < base + close]


def pick(
    tokens: Sequence[Token], q: Quantity, sentence: Sentence, *, floor: int = WEAK, rightward: bool = False
) -> tuple[Token, Offer] | None:
    """The best cue among tokens for a quantity: the nearest strong one, else the nearest weak one, else a supported noun."""
    best: tuple[Token, Offer] | None = None
    order = range(len(tokens)) if rightward else range(len(tokens) - 1, -1, -1)
    for i in order:
        offers = offers_of(tokens, i, q, sentence)
        if not offers or offers[0].strength < floor:
            continue
        if best is None or offers[0].strength > best[1].strength:
            best = (tokens[i], offers[0]) if rightward else _first_named(tokens, i, q, sentence, offers[0])
        if best[1].strength == STRONG:
            return best
    return best


def offers_of(tokens: Sequence[Token], i: int, q: Quantity, sentence: Sentence) -> Sequence[Offer]:
    """What a token offers a quantity, contested offers settled by the other words of the sentence."""
    token = tokens[i]
    offers = tuple(o for o in token.word.offers_for(q.unit_class, q.unit) if o.metric.kind != "rank")
    if offers and q.unit == "个" and not _PERSON.match(sentence.text, q.end - sentence.start):
        offers = tuple(o for o in offers if o.metric.kind not in ("person_count", "detention"))
    if not offers:
        return ()
    vetoed = {code for t in tokens for code in t.word.vetoes}
    if vetoed:
        offers = tuple(o for o in offers if o.metric.code not in vetoed)
    if not offers or (offers[0].strength > NOUN and len(offers) == 1):
        return offers
    top = [o for o in offers if o.strength == offers[0].strength]
    supported = _supported(token, top, q, sentence)
    if supported is not None:
        return (supported,)
    return () if top and top[0].strength == NOUN else offers


def _supported(token: Token, offers: Sequence[Offer], q: Quantity, sentence: Sentence) -> Offer | None:
    """The offer that another cue of the sentence makes too: the nearest before the number, else behind it."""
    before = [t for t in sentence.tokens if t.start < token.start]
    behind = [t for t in sentence.tokens if t.start > token.start]
    for other in (*reversed(before), *behind):
        for said in other.word.offers_for(q.unit_class, q.unit):
            if said.strength == STRONG and other.word is not token.word:
                for offer in offers:
                    if offer.metric is said.metric:
                        return offer
    return None


def _first_named(
    tokens: Sequence[Token], i: int, q: Quantity, sentence: Sentence, offer: Offer
) -> tuple[Token, Offer]:
    """Of cues named in one breath the first: 拘传、拘留200余人次 is 拘传, as the contract has it."""
    best = (tokens[i], offer)
    while i > 0:
        gap = sentence.text[tokens[i - 1].end - sentence.start : tokens[i].start - sentence.start]
        offers = offers_of(tokens, i - 1, q, sentence) if _COORDINATED.match(gap) else ()
        same = bool(offers) and offers[0].strength == offer.strength == STRONG
        if not same or (not gap and not offers[0].metric.kind == offer.metric.kind == "detention"):
            break
        i -= 1
        best = (tokens[i], offers[0])
    return best


def settle(reading: Reading, token: Token, offer: Offer, rule: str) -> None:
    """Write the decision down."""
    reading.metric, reading.cue, reading.cue_strength = offer.metric, token, offer.strength
    reading.kind, reading.rule = offer.metric.kind, rule
    reading.why.append(f"metric {offer.metric.code}: cue {token.word.text} ({rule})")


def _reconsider(readings: Sequence[Reading], index: int) -> None:
    """Let the figure before, then the qualifiers of the phrase, narrow what the cue said."""
    reading = readings[index]
    cue = reading.cue
    before = next((r for r in reversed(readings[:index]) if not r.is_change and r.metric), None)
    if cue is not None and before is not None:
        for metric in cue.word.after:
            if metric.after and before.code in metric.after.metrics:
                reading.metric = metric
                reading.why.append(f"metric {metric.code}: {cue.word.text} behind {before.code}")
                break
    qualify(reading.sentence, readings, index)


def phrase(sentence: Sentence, readings: Sequence[Reading], index: int) -> list[Token]:
    """Tokens of the phrase a number stands in: from the number before it to the next break or number."""
    q = readings[index].quantity
    start = readings[index - 1].quantity.end if index else sentence.start
    clause = sentence.clause_start(q.start)
    if clause > start:
        start = max(start, sentence.clause_start(max(sentence.start, clause - 1)))
    end = sentence.clause_end(q.end)
    if index + 1 < len(readings):
        end = min(end, readings[index + 1].quantity.start)
    return sentence.tokens_between(start, q.start) + sentence.tokens_between(q.end, end)


def qualify(sentence: Sentence, readings: Sequence[Reading], index: int) -> None:
    """Narrow a metric by a qualifier of its phrase: 拒执 makes any count of cases one of 拒执 cases."""
    reading = readings[index]
    q, metric = reading.quantity, reading.metric
    if metric is None:
        return
    for token in phrase(sentence, readings, index):
        for narrower in token.word.qualifies:
            if narrower is metric or not accepts(narrower, q.unit_class, q.unit):
                continue
            if metric.code in narrower.over or metric.kind in narrower.over:
                reading.metric, reading.kind = narrower, narrower.kind
                reading.why.append(f"metric {narrower.code}: qualified by {token.word.text}")
                return
    for token in sentence.tokens_between(sentence.start, q.start):
        for narrower in token.word.qualifies:
            if metric.code in narrower.stages and accepts(narrower, q.unit_class, q.unit):
                reading.metric = narrower
                reading.why.append(f"metric {narrower.code}: a stage of what {token.word.text} opens")
                return


def qualify_bare(sentence: Sentence, readings: Sequence[Reading], index: int) -> None:
    """A qualifier with no cue beside it names its metric alone: 拒执线索1259件."""
    q = readings[index].quantity
    tokens = phrase(sentence, readings, index)
    said = {token.word.text for token in tokens}
    for token in tokens:
        for metric in token.word.qualifies:
            named = metric.kind in metric.over or not said.isdisjoint(metric.over)
            if named and accepts(metric, q.unit_class, q.unit):
                settle(readings[index], token, Offer(metric, WEAK), "qualifier")
                return
