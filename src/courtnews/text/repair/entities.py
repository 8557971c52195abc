"""Character references of HTML left in plain text: 执结率达80&percnt;."""

from __future__ import annotations

import html
import re

from courtnews.text.alignment import Edit
from courtnews.text.repair.base import Fixer

# &amp;nbsp; is what a page makes of a reference that was escaped once more.
_REFERENCE = re.compile(r"&(?:amp;)*(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPACES = {"\xa0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " "}


def decode_references(text: str) -> list[Edit]:
    """Put the character in the place of its reference, and a plain space in that of &nbsp; and its kin.

    Not for names that HTML does not know, nor for references without their semicolon, which may be part of
    an address.

    >>> [(e.start, e.end, e.replacement) for e in decode_references("&nbsp;&#x6267;结率80&percnt;&unknown;")]
    [(0, 6, ' '), (6, 14, '执'), (18, 26, '%')]
    """
    edits = []
    for match in _REFERENCE.finditer(text):
        reference = f"&{match[1]};"
        character = html.unescape(reference)
        if character != reference:
            edits.append(Edit(match.start(), match.end(), _SPACES.get(character, character), "entities"))
    return edits


ENTITIES = Fixer("entities", _REFERENCE.search, decode_references)
