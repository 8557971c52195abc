"""Pinyin syllables: which strings are one, and which of them carry no tone."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib import resources

#: The vowels that only pinyin has, in every tone; the inside of a character class.
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_TONES = "\u0304\u0301\u030c\u0300"
# Initial: finals it goes with, in the spelling of the Hanyu Pinyin scheme.
_SYLLABLES = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
#: Syllables that are written without a tone mark because they have none: 們(men), 麼(me), 個(ge) ...
NEUTRAL = frozenset({"men", "me", "ma", "le", "de", "ne", "ba", "bei", "tou", "zi", "ge", "li", "lou"})


@cache
def _plain() -> frozenset[str]:
    return frozenset(initial + final for initial, finals in _SYLLABLES.items() for final in finals.split())


@cache
def is_toned(syllable: str) -> bool:
    """Whether this is one pinyin syllable with a tone mark (or ü), in lower case.

    >>> is_toned("zhí"), is_toned("lǜ"), is_toned("zhi"), is_toned("café")
    (True, True, False, False)
    """
    letters = unicodedata.normalize("NFD", syllable.replace("ɡ", "g"))
    marks = sum(c in _TONES for c in letters)
    plain = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    return plain in _plain() and marks <= 1 and (marks == 1 or "ü" in plain)


@cache
def glossed(syllable: str) -> str:
    """The traditional characters known to be glossed with this syllable; none when it is not known.

    >>> "執" in glossed("zhí"), glossed("bìng")
    (True, '並併')
    """
    letters = unicodedata.normalize("NFD", syllable.replace("ɡ", "g"))
    tone = next((str(_TONES.index(c) + 1) for c in letters if c in _TONES), "5")
    plain = "".join(c for c in letters if c not in _TONES).replace("u\u0308", "v")
    return _readings().get(plain + tone, "")


@cache
def _readings() -> dict[str, str]:
    source = resources.files("courtnews.text").joinpath("glossed.toml").read_text(encoding="utf-8")
    return {syllable: str(characters) for syllable, characters in tomllib.loads(source).items()}
