"""Text of GBK pages in which a gloss was put between the bytes of two characters, so that what follows is
read one byte off.

The second byte of 總 and the first of 人 happen to form the code of 側: a program that glosses 側 with cè
splits 人, and 總人手215名 becomes 總?cè)耸?15名. From there on every pair of bytes is the second half of
one character and the first of the next. A first byte and the ASCII character behind it make no character:
one `?` stands for both, and that ASCII character, be it a digit, is gone. The pairs fall into step again
after such a `?`, after a gloss on a character of the original, and after a letter that is itself a second
byte (運 ends in a backslash).

The visible text is read by a machine of two states, in step and shifted. Where a mark has several readings
the cheapest path is taken, characters costing by their rarity. What is lost becomes one `LOST` each; no
character, least of all a digit, is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from courtnews.text.alignment import Edit
from courtnews.text.pinyin import NEUTRAL, TONED, glossed, is_toned
from courtnews.text.plausibility import rarity
from courtnews.text.repair.base import LOST, Fixer
from courtnews.text.repair.endings import ending
from courtnews.text.repair.gbk import bytes_of, character
from courtnews.text.repair.halves import LOSS, NO_CODE, choose, complete, halves

_PINYIN = rf"[a-zɡ{TONED}]{{1,6}}"
_CASTED = rf"[(（]?{_PINYIN}[)）]"
_CAST = rf"[?\ufffd]{_CASTED}"
# A piece for the machine ends at an ASCII sign, digit or space, which is no half of any character. One of
# these alone between others may stay: some pages had their full-width letters, shifted ones too, made
# half-width afterwards.
_GLOSS = rf"(?:[(（]{_PINYIN}[)）])?"
_PIECE = re.compile(
    rf"(?:[^\x00-\x3f\ufffd（]++{_GLOSS}|（{_GLOSS}|{_CAST}|[?\ufffd](?![?\ufffd]{{3}})"
    r"|(?<=[^\x00-\x3e@-\x7f])[!-\x3e](?=[^\x00-\x7f]))++"
)
_TOKEN = re.compile(
    rf"[?\ufffd][(（]?(?P<cast>{_PINYIN})[)）]|(?P<char>[^?\ufffd])(?:[(（](?P<gloss>{_PINYIN})[)）])?|[?\ufffd]"
)
# Tokens of full-width characters, which change no state, are read together.
_TOKENS = re.compile(rf"(?P<run>(?:[^\x00-\x7f\ufffd]{_GLOSS})++)|{_TOKEN.pattern}")
# One pattern for each mark, so that the engine searches for the mark.
_EVIDENCE = {mark: re.compile(re.escape(mark) + _CASTED) for mark in ("?", LOST)}
# What a reading costs beyond the characters it gives, on the scale of `rarity`: what the mechanism explains
# is cheap, what only damage of another kind would explain is dear.
_PLAIN_MARK, _UNSEEN_START, _HALVED, _HALVED_DIGIT = 6.0, 5.0, 4.0, 9.0
_NO_READING, _LEFT_OPEN, _DEAREST_RUN, _LETTER = 4.0, 10.0, 3.2, 2.0
_PAUSES = frozenset("、，。；：！？”）")
_Output = str | list[str] | None


@dataclass(slots=True)
class _Path:
    """The cheapest way to a state. `codes` are the bytes that may stand before the next one: shifted,
    the first half of a character waiting for its second; in step, the last byte. None at all means
    unknown. `output` replaces the token; for a run it has the output of each of its tokens."""

    cost: float
    shifted: bool
    codes: tuple[int, ...]
    output: _Output = None
    origin: _Path | None = None


def realign_shifted(text: str) -> list[Edit]:
    """Put the bytes of shifted GBK text into pairs again and drop the glosses that broke them.

    Only for text in which a `?` stands directly before a toned syllable and a closing bracket. Not for `?`
    as a question mark; not for damage without glosses, whose cause cannot be told from the text.

    >>> text = "總?cè)耸?15名"
    >>> [(text[e.start:e.end], e.replacement) for e in realign_shifted(text)]
    [('?cè)', ''), ('耸', '人'), ('?', '\\ufffd')]
    """
    edits: list[Edit] = []
    position = 0
    for line in text.split("\n"):
        if "?" in line or LOST in line:
            for piece in _PIECE.finditer(text, position, position + len(line)):
                if "?" in piece[0] or LOST in piece[0]:
                    edits += _repair(text, piece.start(), piece.end())
        position += len(line) + 1
    return edits


def _repair(text: str, start: int, end: int) -> list[Edit]:
    tokens = list(_TOKENS.finditer(text, start, end))
    path = _read(tokens)
    outputs: list[_Output] = []
    for step, token in zip(_steps_of(path), tokens, strict=True):
        outputs.append(_ended(step, outputs, text[token.end() : token.end() + 1]))
    changes = list(_changes(text, tokens, outputs))
    if not _is_chinese("".join([output for _, _, output in changes])):
        return []
    if path.shifted:
        first, last, output = changes[-1]
        changes[-1] = first, last, output + LOST
    return [Edit(a, b, output, "shifted") for a, b, output in changes if output != text[a:b]]


def _steps_of(path: _Path) -> list[_Path]:
    """The steps of a path, the first one first."""
    steps: list[_Path] = []
    step: _Path | None = path
    while step is not None and step.origin is not None:
        steps.append(step)
        step = step.origin
    return steps[::-1]


def _ended(step: _Path, before: list[_Output], following: str) -> _Output:
    """The output of a step; where only the second byte of a word's last character is lost, that character.

    A mark before full-width punctuation has swallowed no ASCII character, hence no digit.
    """
    waiting = step.origin.codes if step.origin is not None and step.origin.shifted else ()
    if step.output != LOST or step.shifted or len(waiting) != 1 or following not in _PAUSES:
        return step.output
    last = before[-1][-1] if before and before[-1] else ""
    return (ending(last, waiting[0]) if last else "") or LOST


def _changes(text: str, tokens: list[re.Match[str]], reads: list[_Output]) -> Iterator[tuple[int, int, str]]:
    """Every single token that has an output: where it stands, and what replaces it."""
    for token, output in zip(tokens, reads, strict=True):
        if isinstance(output, str):
            yield token.start(), token.end(), output
        elif output is not None:
            for part, read in zip(_TOKEN.finditer(text, *token.span()), output, strict=True):
                yield part.start(), part.end(), read


def _is_chinese(read: str) -> bool:
    kept = [rarity(char) for char in read if char != LOST]
    return not kept or sum(kept) <= _DEAREST_RUN * len(kept)


def _read(tokens: list[re.Match[str]]) -> _Path:
    """The cheapest path through all tokens, keeping one path for each of the two states."""
    paths = [_Path(0.0, False, ())]
    for index, token in enumerate(tokens):
        if token["run"]:
            chars = _characters(token["run"])
            paths = [step for path in paths if (step := _run(path, chars)) is not None]
            continue
        following = _TOKEN.match(tokens[index + 1][0]) if index + 1 < len(tokens) else None
        best: dict[bool, _Path] = {}
        for path in paths:
            for step in _steps(path, token, following[0] if following else ""):
                if step.shifted not in best or step.cost < best[step.shifted].cost:
                    best[step.shifted] = step
        paths = list(best.values())
    return min(paths, key=lambda path: path.cost + _LEFT_OPEN * path.shifted)


def _characters(run: str) -> Sequence[str]:
    """The characters of a run without their glosses."""
    if "(" not in run and "（" not in run:
        return run
    return [match["char"] for match in _TOKEN.finditer(run)]


def _run(path: _Path, chars: Sequence[str]) -> _Path | None:
    """The path behind full-width characters, which keep it in its state; None where it ends in them."""
    cost, codes = path.cost, path.codes
    if not path.shifted:
        return _Path(sum(map(rarity, chars), cost), False, bytes_of(chars[-1])[1:], None, path)
    outputs: list[str] = []
    for char in chars:
        halved = halves(codes, char)
        if halved is None:
            return None
        read, more, codes = halved
        cost += more
        outputs.append(read)
    return _Path(cost, True, codes, outputs, path)


def _steps(path: _Path, token: re.Match[str], following: str) -> Iterator[_Path]:
    if token["cast"] and (is_toned(token["cast"]) or token["cast"] in NEUTRAL):
        return _cast_shifted(path, token["cast"]) if path.shifted else _cast_in_step(path, token["cast"])
    if token["char"] and path.shifted:
        return _char_shifted(path, token["char"], token["gloss"])
    if token["char"]:
        return _char_in_step(path, token["char"], bool(token["gloss"]))
    return _mark_shifted(path) if path.shifted else _mark_in_step(path, following)


def _char_in_step(path: _Path, char: str, gloss: bool) -> Iterator[_Path]:
    stray = (_LETTER + _NO_READING * gloss) if "@" <= char <= "~" else 0.0
    yield _Path(path.cost + rarity(char) + stray, False, bytes_of(char)[1:], None, path)


def _mark_in_step(path: _Path, following: str) -> Iterator[_Path]:
    """A question mark; or a lost first byte, where text stripped of its markup falls out of step: 。”
    becomes ?！ then."""
    yield _Path(path.cost + _PLAIN_MARK, False, (), None, path)
    if following != "!" and following[:1] < "\x80":
        return
    codes = bytes_of("。")[:1] if following in ("！", "!") else ()
    yield _Path(path.cost + _UNSEEN_START, True, codes, "", path)


def _cast_in_step(path: _Path, syllable: str) -> Iterator[_Path]:
    """A gloss on the last byte before and a first byte, which waits from here on."""
    yield _Path(path.cost + _NO_READING + NO_CODE, False, (), None, path)
    pairs = [bytes_of(char) for char in glossed(syllable)]
    codes = tuple(pair[1] for pair in pairs if pair[:1] == path.codes)
    yield _Path(path.cost + (0.0 if codes else _NO_READING), True, codes, "", path)


def _char_shifted(path: _Path, char: str, gloss: str | None) -> Iterator[_Path]:
    """A letter that is itself a second half; or another ASCII sign that a full-width one was made of."""
    if "@" <= char <= "~":
        code = bytes_of(char)
        pairs = map(bytes_of, glossed(gloss or ""))
        firsts = path.codes or tuple(pair[0] for pair in pairs if pair[1:] == code)
        read, cost = complete(firsts, code[0])
        yield _Path(path.cost + cost, False, (), read, path)
    if "!" <= char <= "~":
        first, second = bytes_of(chr(ord(char) + 0xFEE0))
        read, cost = complete(path.codes, first)
        penalty = _HALVED_DIGIT if char.isdigit() else _HALVED
        yield _Path(path.cost + cost + penalty, True, (second,), read, path)


def _cast_shifted(path: _Path, syllable: str) -> Iterator[_Path]:
    """A gloss on a character of the original; its first byte was waiting, its second is in the `?`."""
    codes = [code for code in map(bytes_of, glossed(syllable)) if code[0] in (path.codes or code[:1])]
    read, cost = LOST, LOSS
    if path.codes or len(codes) == 1:
        read, cost = choose([character(code) for code in codes])
    known = bytes_of(read)[1:] if read != LOST else ()
    yield _Path(path.cost + cost + (0.0 if codes else _NO_READING), False, known, read, path)


def _mark_shifted(path: _Path) -> Iterator[_Path]:
    """A second byte lost together with an ASCII character; or two bytes that stand for no character at
    all."""
    yield _Path(path.cost + LOSS, False, (), LOST, path)
    yield _Path(path.cost + LOSS + 1.0, True, (), LOST, path)


def _is_cast(text: str) -> bool:
    return any(pattern.search(text) for mark, pattern in _EVIDENCE.items() if mark in text)


SHIFTED = Fixer("shifted", _is_cast, realign_shifted, TONED)
