"""The machine of two states, in step and shifted, that reads text of GBK pages whose bytes were put into
wrong pairs; `shifted` tells how they came to be.

Where a mark has several readings the cheapest path is taken, characters costing by their rarity.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from courtnews.text.pinyin import NEUTRAL, TONED, glossed, is_toned
from courtnews.text.plausibility import rarity, total_rarity
from courtnews.text.repair.base import LOST
from courtnews.text.repair.gbk import bytes_of, character
from courtnews.text.repair.halves import COSTS, LOSS, NO_CODE, PAIRS, choose, complete

_PINYIN = rf"[a-zɡ{TONED}]{{1,6}}"
#: What makes a gloss of the mark before it; a gloss or nothing.
CAST, GLOSS = rf"[(（]?{_PINYIN}[)）]", rf"(?:[(（]{_PINYIN}[)）])?"
# A gloss cast off, a character with or without one, a mark; full-width characters, which change no state, are
# read together.
_SINGLE = rf"[?{LOST}]{CAST}|[^?{LOST}]{GLOSS}|[?{LOST}]"
_TOKEN = re.compile(rf"(?:[^\x00-\x7f{LOST}（]++{GLOSS}|（{GLOSS})++|{_SINGLE}")
_FIRST = re.compile(_SINGLE)
_PARTS = re.compile(
    rf"[?{LOST}][(（]?(?P<cast>{_PINYIN})[)）]|(?P<char>[^?{LOST}])(?:[(（](?P<gloss>{_PINYIN})[)）])?|[?{LOST}]"
)
#: A character of a run with its gloss.
IN_RUN = re.compile(rf".{GLOSS}", re.S)
_MARKS = ("?", LOST)
_UNGLOSSED = re.compile(rf"([^(（]++|（){GLOSS}")
# What a reading costs beyond the characters it gives, on the scale of `rarity`: what the mechanism explains
# is cheap, what only damage of another kind would explain is dear.
_PLAIN_MARK, _UNSEEN_START, _HALVED, _HALVED_DIGIT = 6.0, 5.0, 4.0, 9.0
_NO_READING, _LEFT_OPEN, _LETTER = 4.0, 10.0, 2.0
# The cost of a step from a token to the next, the state and the codes behind it, and its output.
_Move = tuple[float, bool, tuple[int, ...], str | None]


@dataclass(slots=True)
class Path:
    """The cheapest way to a state. `codes` are the bytes that may stand before the next one: shifted,
    the first half of a character waiting for its second; in step, the last byte. None at all means
    unknown. `output` replaces the token; that of a run has one character for each of its characters and is
    made of its bytes, `data`, when the path is taken: most are not."""

    cost: float
    shifted: bool
    codes: tuple[int, ...]
    output: str | None = None
    origin: Path | None = None
    data: bytes = b""


# The step through a token that no mark stands before.
_STILL = Path(0.0, False, ())


def tokens_of(text: str, start: int, end: int) -> list[str]:
    """The tokens of a piece; together they are all of it."""
    return _TOKEN.findall(text, start, end)


def is_run(token: str) -> bool:
    """Whether a token is a run of full-width characters."""
    return token[0] > "\x7f" and token[0] != LOST


def read(tokens: list[str]) -> list[Path]:
    """The steps of the cheapest path through all tokens, one for each; one path is kept for each of the two
    states."""
    begun = next((index for index, token in enumerate(tokens) if token[0] in _MARKS), len(tokens))
    paths = [_led(tokens[:begun])]
    for token, following in zip(tokens[begun:], [*tokens[begun + 1 :], ""], strict=True):
        if is_run(token):
            chars = _unglossed(token)
            paths = [step for path in paths if (step := _run(path, chars)) is not None]
        else:
            paths = _beyond(paths, token, following)
    return [_STILL] * begun + _steps_to(min(paths, key=lambda path: path.cost + _LEFT_OPEN * path.shifted))


def _led(tokens: list[str]) -> Path:
    """The path to the first mark, before which everything is in step."""
    cost, last = 0.0, "?"
    for token in tokens:
        if is_run(token):
            last = _unglossed(token)
            cost = total_rarity(last, cost)
        else:
            last = token[0]
            cost += _moves(False, (), token, "")[0][0]
    return Path(cost, False, bytes_of(last[-1])[1:])


def _unglossed(run: str) -> str:
    return "".join(_UNGLOSSED.findall(run)) if "(" in run or "（" in run else run


def _beyond(paths: list[Path], token: str, following: str) -> list[Path]:
    """The cheapest paths behind a token that is no run, of each state one."""
    best: dict[bool, Path] = {}
    # Only a mark is read by what follows it.
    first = _FIRST.match(following) if token[0] in _MARKS else None
    after = first[0] if first else ""
    for path in paths:
        for more, shifted, codes, output in _moves(path.shifted, path.codes, token, after):
            cost = path.cost + more
            if shifted not in best or cost < best[shifted].cost:
                best[shifted] = Path(cost, shifted, codes, output, path)
    return list(best.values())


def _steps_to(path: Path) -> list[Path]:
    steps: list[Path] = []
    while path.origin is not None:
        if path.data:
            path.output = _output(path.origin.codes, path.data)
        steps.append(path)
        path = path.origin
    return steps[::-1]


def _run(path: Path, chars: str) -> Path | None:
    """The path behind full-width characters, which keep it in its state; None where it ends in them."""
    if not path.shifted:
        return Path(total_rarity(chars, path.cost), False, bytes_of(chars[-1])[1:], None, path)
    # All of them have two bytes, or there are more: four for other characters, eight for a reference.
    data = chars.encode("gb18030", "xmlcharrefreplace")
    if len(data) != 2 * len(chars):
        return None
    cost = path.cost + complete(path.codes, data[0])[1]
    return Path(sum(map(COSTS.__getitem__, _pairs(data)), cost), True, (data[-1],), None, path, data)


def _output(codes: tuple[int, ...], data: bytes) -> str:
    """The characters of a run that is read one byte off; the first has one of `codes` before it."""
    return complete(codes, data[0])[0] + "".join([PAIRS[pair][0] for pair in _pairs(data)])


def _pairs(data: bytes) -> array[int]:
    """The bytes between the first and the last by twos, both in one number of the machine's own order."""
    return array("H", data[1:-1])


@lru_cache(maxsize=32768)
def _moves(shifted: bool, codes: tuple[int, ...], token: str, following: str) -> tuple[_Move, ...]:
    """The ways on from a state through a token that is no run."""
    parts = _PARTS.fullmatch(token)
    cast, char, gloss = parts.group("cast", "char", "gloss") if parts else (None, None, None)
    if cast and (is_toned(cast) or cast in NEUTRAL):
        return tuple(_cast_shifted(codes, cast) if shifted else _cast_in_step(codes, cast))
    if char:
        return tuple(_char_shifted(codes, char, gloss) if shifted else _char_in_step(char, bool(gloss)))
    return tuple(_mark_shifted() if shifted else _mark_in_step(following))


def _char_in_step(char: str, gloss: bool) -> Iterator[_Move]:
    stray = (_LETTER + _NO_READING * gloss) if "@" <= char <= "~" else 0.0
    yield rarity(char) + stray, False, bytes_of(char)[1:], None


def _mark_in_step(following: str) -> Iterator[_Move]:
    """A question mark; or a lost first byte, where text stripped of its markup falls out of step: 。”
    becomes ?！ then."""
    yield _PLAIN_MARK, False, (), None
    if following == "!" or following[:1] >= "\x80":
        yield _UNSEEN_START, True, bytes_of("。")[:1] if following in ("！", "!") else (), ""


def _cast_in_step(codes: tuple[int, ...], syllable: str) -> Iterator[_Move]:
    """A gloss on the last byte before and a first byte, which waits from here on."""
    yield _NO_READING + NO_CODE, False, (), None
    pairs = [bytes_of(char) for char in glossed(syllable)]
    waiting = tuple(pair[1] for pair in pairs if pair[:1] == codes)
    yield (0.0 if waiting else _NO_READING), True, waiting, ""


def _char_shifted(codes: tuple[int, ...], char: str, gloss: str | None) -> Iterator[_Move]:
    """A letter that is itself a second half; or another ASCII sign that a full-width one was made of."""
    if "@" <= char <= "~":
        code = bytes_of(char)
        pairs = map(bytes_of, glossed(gloss or ""))
        output, cost = complete(codes or tuple(pair[0] for pair in pairs if pair[1:] == code), code[0])
        yield cost, False, (), output
    if "!" <= char <= "~":
        first, second = bytes_of(chr(ord(char) + 0xFEE0))
        output, cost = complete(codes, first)
        yield cost + (_HALVED_DIGIT if char.isdigit() else _HALVED), True, (second,), output


def _cast_shifted(codes: tuple[int, ...], syllable: str) -> Iterator[_Move]:
    """A gloss on a character of the original; its first byte was waiting, its second is in the `?`."""
    fitting = [code for code in map(bytes_of, glossed(syllable)) if code[0] in (codes or code[:1])]
    output, cost = LOST, LOSS
    if codes or len(fitting) == 1:
        output, cost = choose([character(code) for code in fitting])
    known = bytes_of(output)[1:] if output != LOST else ()
    yield cost + (0.0 if fitting else _NO_READING), False, known, output


def _mark_shifted() -> Iterator[_Move]:
    """A second byte lost together with an ASCII character; or two bytes that stand for no character at
    all."""
    yield LOSS, False, (), LOST
    yield LOSS + 1.0, True, (), LOST
