"""Text of others made safe for one line of a terminal."""

from __future__ import annotations

import re

# C0 and C1 controls, line and paragraph separators, and the marks that reorder what stands around them.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    r"""The text in one line, its control characters and lone surrogates written out as escapes.

    >>> printable("执结\x1b[31m96件\n")
    '执结\\x1b[31m96件\\n'
    """
    return _UNSAFE.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), text)
