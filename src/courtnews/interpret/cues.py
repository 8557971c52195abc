"""The best cue among the words of one place: the nearest strong one, contested words settled by their
neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import NOUN, STRONG, WEAK, Offer, Token
from courtnews.quantities import Quantity

# What stands between coordinated words: 拘传、拘留; 查封、扣押、冻结.
_COORDINATED = re.compile(r"[、和及或与\s]?$")
# 个 counts people only before a word for people.
_PERSON = re.compile('[“"「]?(?:人|老赖|被执行人|失信|当事人|申请|债务人|义务人|自然人)')
# 拘留了8个,: a slip of speech for 人.
_CLOSES = re.compile("[,，。;；、!?！？”]|$")
_DESCRIBED = re.compile("[^,，。;；、:：0-9]{0,8}")
_DESCRIBED_LONGEST = 8
_OUTCOMES = frozenset(("cases_closed", "cases_enforced", "cases_adjudicated", "cases_fully_performed"))
_STOCK = frozenset(("cases_received", "cases_carried_over", "cases_pending", "cases_accepted"))
_DEMANDS, _PERFORMED = ("限期", "责令", "敦促", "要求", "限令"), "persons_performed"
_AHEAD = ("前往", "前来", "前后", "前期", "前列", "前三", "前十")
_LATER = ("后续", "后期", "后台", "后勤")
_PEOPLE = ("person_count", "detention")
# How many words on either side are asked what a contested one means.
_NEIGHBOURS = 60
_RATE_NOUN = re.compile(
    r"[一-鿿]{2,}(?:率|比例|比率)(?:也|已|则|一直|始终|均|都|分别|依次|各)*"
    r"(?:(?:由|从|自)(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[^,，。;；0-9]{0,4}的?"
    r"|[0-9]{4}年(?:上半年|下半年|[0-9]{1,2}月)?|达到?|为|是|仅|[升降涨增减][至到]|提高到|(?:下降|上升|提升)[至到]"
    r"|控制在|保持在|稳定在|接近|高达|只有|不到|不足|[:： ]|约|近|超过?|逾)*$"
)


def pick(
    tokens: Sequence[Token],
    q: Quantity,
    sentence: Sentence,
    *,
    floor: int = WEAK,
    rightward: bool = False,
    barred: Collection[str] = (),
) -> tuple[Token, Offer] | None:
    """The best cue among tokens for a quantity: the nearest strong one, else the nearest weak one, else a
    supported noun; None where no token says anything about such a number but of metrics that are barred."""
    best: tuple[Token, Offer] | None = None
    if q.unit_class == "person" and tokens:
        tokens = _present(tokens, q, sentence, rightward=rightward)
    unit = q.unit_class, q.unit
    for i in range(len(tokens)) if rightward else range(len(tokens) - 1, -1, -1):
        offers: Sequence[Offer] = tokens[i].word.by_unit[unit]
        if offers and not _is_plain(offers, q):
            offers = _settled(tokens[i], offers, q, sentence)
        if barred:
            offers = [o for o in offers if o.metric.code not in barred]
        if not offers or offers[0].strength < floor:
            continue
        if best is None or offers[0].strength > best[1].strength:
            best = tokens[i], offers[0]
            if i and not rightward and tokens[i].start - tokens[i - 1].end <= _DESCRIBED_LONGEST:
                best = _first_named(tokens, i, q, sentence, offers[0])
        if best[1].strength == STRONG:
            return best
    return best


def _present(tokens: Sequence[Token], q: Quantity, sentence: Sentence, *, rightward: bool) -> Sequence[Token]:
    """Tokens less the measures that were still to come for the people counted, or lay behind them."""
    if any(word in sentence.text for word in _DEMANDS):
        tokens = [t for t in tokens if not _demanded(t, sentence)]
    if "前" in sentence.text:
        tokens = [t for t in tokens if not _to_come(t, sentence)]
    if "后" not in sentence.text or not tokens:
        return tokens
    past = _past(tokens, sentence)
    now = [t for i, t in enumerate(tokens) if not past[i]] if True in past else tokens
    return now if not rightward or any(_offers(t, q, sentence) for t in now) else tokens


def _demanded(token: Token, sentence: Sentence) -> bool:
    """Whether what the people counted did is only asked of them: 要求52名老赖限期履行义务."""
    if not any(o.metric.code == _PERFORMED for o in token.word.offers):
        return False
    start = sentence.clause_start(token.start)
    said = sentence.text[start - sentence.start : token.start - sentence.start]
    return any(word in said for word in _DEMANDS)


def _to_come(token: Token, sentence: Sentence) -> bool:
    """Whether a measure was still to come: 赶在曝光前还了钱的3人."""
    end = token.end - sentence.start
    behind = sentence.text[end : end + 2]
    return behind[:1] == "前" and behind not in _AHEAD


def _past(tokens: Sequence[Token], sentence: Sentence) -> list[bool]:
    """Which measures only come before what is counted: 受到罚款、拘留后履行义务的338名."""
    past = [False] * len(tokens)
    following = -1
    for i in range(len(tokens) - 1, -1, -1):
        end = tokens[i].end - sentence.start
        behind = sentence.text[end : end + 2]
        if behind[:1] == "后":
            past[i] = behind not in _LATER
        elif behind[:1] in ("、", "和", "或") and following == tokens[i].end + 1:
            past[i] = past[i + 1]
        following = tokens[i].start
    return past


def settle(reading: Reading, token: Token, offer: Offer, rule: str) -> None:
    """Write a decision down."""
    reading.metric, reading.cue, reading.cue_strength = offer.metric, token, offer.strength
    reading.kind, reading.rule = offer.metric.kind, rule
    reading.why.append(f"metric {offer.metric.code}: cue {token.word.text} ({rule})")


def names_a_rate(sentence: Sentence, q: Quantity) -> bool:
    """Whether a rate is named right before a percentage, known or not: 网络查控率62%."""
    end = q.start - sentence.start
    start = max(0, end - 30)
    if sentence.text.find("率", start, end) < 0 and sentence.text.find("比例", start, end) < 0:
        return False
    return _RATE_NOUN.search(sentence.text, start, end) is not None


def _offers(token: Token, q: Quantity, sentence: Sentence) -> Sequence[Offer]:
    """What a token offers a quantity, contested offers settled by the other words of the sentence."""
    offers = token.word.by_unit[q.unit_class, q.unit]
    return offers if not offers or _is_plain(offers, q) else _settled(token, offers, q, sentence)


def _is_plain(offers: Sequence[Offer], q: Quantity) -> bool:
    """Whether a word says one thing only of such a number, and says it without more ado."""
    return len(offers) == 1 and offers[0].strength > NOUN and q.unit != "个"


def _settled(token: Token, offers: Sequence[Offer], q: Quantity, sentence: Sentence) -> Sequence[Offer]:
    """What a token offers a quantity, where that is not plain."""
    if q.unit == "个" and not _PERSON.match(sentence.text, q.end - sentence.start):
        closes = _CLOSES.match(sentence.text, q.end - sentence.start) is not None
        offers = [
            o for o in offers if o.metric.kind not in _PEOPLE or (closes and o.metric.kind == "detention")
        ]
    if not offers or (len(offers) == 1 and offers[0].strength > NOUN):
        return offers
    top = [o for o in offers if o.strength == offers[0].strength]
    supported = _supported(token, top, q, sentence)
    if supported is not None:
        return (supported,)
    return () if top[0].strength == NOUN else offers


def _supported(token: Token, offers: Sequence[Offer], q: Quantity, sentence: Sentence) -> Offer | None:
    """The offer that another cue of the sentence makes too: the nearest before the word, else behind it."""
    tokens, starts = sentence.tokens, sentence.token_starts
    last = bisect_left(starts, q.start) - 1
    if last >= 0 and tokens[last].start >= token.end:
        # 扣押抵押车辆41台: the noun right before the number says which.
        for offer in offers:
            if any(o.metric is offer.metric for o in tokens[last].word.offers_for(q.unit_class, q.unit)):
                return offer
    left, right = bisect_left(starts, token.start), bisect_right(starts, token.start)
    before, behind = tokens[max(0, left - _NEIGHBOURS) : left], tokens[right : right + _NEIGHBOURS]
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
    described = offer.metric.code in _STOCK
    while i > 0 and offer.strength == STRONG:
        if tokens[i].start - tokens[i - 1].end > (_DESCRIBED_LONGEST if described else 1):
            break
        gap = sentence.text[tokens[i - 1].end - sentence.start : tokens[i].start - sentence.start]
        near = len(gap) < 2 and _COORDINATED.match(gap)
        # 执结有财产的旧案: what became of the cases, however they are described.
        near = near or (described and _DESCRIBED.fullmatch(gap))
        offers = _offers(tokens[i - 1], q, sentence) if near else ()
        if not offers or offers[0].strength != STRONG:
            break
        # With nothing between them only words of custody are one breath (拘传拘留); 网拍节省 is not.
        # ... or an outcome of cases that the other only describes (执结旧存案件).
        custody = offers[0].metric.kind == offer.metric.kind == "detention"
        outcome = described and offers[0].metric.code in _OUTCOMES
        if not outcome and (len(gap) > 1 or (not gap and not custody)):
            break
        i -= 1
        best = (tokens[i], offers[0])
    return best
