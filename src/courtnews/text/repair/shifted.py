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
from collections.abc import Iterator

from courtnews.text.alignment import Edit
from courtnews.text.pinyin import TONED
from courtnews.text.plausibility import total_rarity
from courtnews.text.repair.base import LOST, Fixer
from courtnews.text.repair.endings import ending
from courtnews.text.repair.machine import CAST, GLOSS, IN_RUN, Path, is_run, read, tokens_of

# A piece for the machine ends at an ASCII sign, digit or space, which is no half of any character. One of
# these alone between others may stay: some pages had their full-width letters, shifted ones too, made
# half-width afterwards.
_PIECE = re.compile(
    rf"(?:[^\x00-\x3f{LOST}（]++{GLOSS}|（{GLOSS}|[?{LOST}]{CAST}|[?{LOST}](?![?{LOST}]{{3}})"
    r"|(?<=[^\x00-\x3e@-\x7f])[!-\x3e](?=[^\x00-\x7f]))++"
)
# One pattern for each mark, so that the engine searches for the mark.
_EVIDENCE = {mark: re.compile(re.escape(mark) + CAST) for mark in ("?", LOST)}
_DEAREST_RUN = 3.2
_PAUSES = frozenset("、，。；：！？”）")


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
    tokens = tokens_of(text, start, end)
    steps = read(tokens)
    changes = list(_changes(text, start, tokens, steps))
    if not _is_chinese("".join([output for _, _, output in changes])):
        return []
    if steps[-1].shifted:
        first, last, output = changes[-1]
        changes[-1] = first, last, output + LOST
    return [Edit(a, b, output, "shifted") for a, b, output in changes if output != text[a:b]]


def _changes(text: str, end: int, tokens: list[str], steps: list[Path]) -> Iterator[tuple[int, int, str]]:
    """Every character and mark that has an output: where it stands, and what replaces it."""
    before: str | None = None
    for token, step in zip(tokens, steps, strict=True):
        start, end = end, end + len(token)
        output = step.output
        if output == LOST:
            output = _ended(step, before, text[end : end + 1])
        if output is not None and is_run(token):
            for part, char in zip(IN_RUN.finditer(text, start, end), output, strict=True):
                yield part.start(), part.end(), char
        elif output is not None:
            yield start, end, output
        before = output


def _ended(step: Path, before: str | None, following: str) -> str:
    """The output for a loss; where only the second byte of a word's last character is lost, that character.

    A mark before full-width punctuation has swallowed no ASCII character, hence no digit.
    """
    waiting = step.origin.codes if step.origin is not None and step.origin.shifted else ()
    if not before or step.shifted or len(waiting) != 1 or following not in _PAUSES:
        return LOST
    return ending(before[-1], waiting[0]) or LOST


def _is_chinese(output: str) -> bool:
    kept = output.replace(LOST, "")
    return total_rarity(kept) <= _DEAREST_RUN * len(kept)


def _is_cast(text: str) -> bool:
    return any(pattern.search(text) for mark, pattern in _EVIDENCE.items() if mark in text)


SHIFTED = Fixer("shifted", _is_cast, realign_shifted, TONED)
