"""Every error a user can meet, with a code to search for.

The codes are listed once, in `CODES`; an error is raised by naming its class and saying what happened, and
reads ``CN101: the bytes are no text in any encoding known here: ...``. A lone surrogate or a stray control
character in a string is not an error: `courtnews.text.normalize` treats it as damage.
"""

from __future__ import annotations

from typing import ClassVar

CODES: dict[str, str] = {
    "CN100": "something went wrong that has no code of its own",
    "CN101": "bytes that are no text in any encoding known here",
    "CN102": "a value that is not text at all",
    "CN201": "a rule pack that cannot be used",
    "CN301": "a file that cannot be read or written",
    "CN401": "an option with a value it does not take",
    "CN501": "an extra that is not installed",
}


class CourtnewsError(Exception):
    """Base of all errors of this package: `code` is a key of `CODES`, `message` says what happened.

    >>> str(CourtnewsError("no such thing"))
    'CN100: no such thing'
    """

    code: ClassVar[str] = "CN100"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


class UndecodableError(CourtnewsError):
    """Bytes that no encoding known here turns into Chinese text; nothing is guessed silently."""

    code = "CN101"


class NotTextError(CourtnewsError):
    """A value that is not `str` where text is wanted.

    >>> str(NotTextError.of(None))
    'CN102: text is wanted as str, not NoneType'
    """

    code = "CN102"

    @classmethod
    def of(cls, value: object, wanted: str = "str") -> NotTextError:
        return cls(f"text is wanted as {wanted}, not {type(value).__name__}")


class RulePackError(CourtnewsError):
    """A rule pack with a mistake in it; `file`, `key` and `reason` tell where and what.

    >>> str(RulePackError("mine.toml", "metrics.rate_closed.cues", "must be a list of words"))
    'CN201: mine.toml: metrics.rate_closed.cues: must be a list of words'
    """

    code = "CN201"

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(": ".join(part for part in (file, key, reason) if part))
        self.file, self.key, self.reason = file, key, reason

    def __reduce__(self) -> tuple[type[RulePackError], tuple[str, str, str]]:
        return type(self), (self.file, self.key, self.reason)


class BadFileError(CourtnewsError):
    """A file that cannot be read or written, with the reason of the system.

    >>> str(BadFileError("报告.txt", "it is a directory"))
    'CN301: 报告.txt: it is a directory'
    """

    code = "CN301"

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file, self.reason = file, reason

    def __reduce__(self) -> tuple[type[BadFileError], tuple[str, str]]:
        return type(self), (self.file, self.reason)


class OptionError(CourtnewsError):
    """An option with a value it does not take.

    >>> str(OptionError("workers", "-1", "a whole number from 1"))
    "CN401: workers: '-1' is not a whole number from 1"
    """

    code = "CN401"

    def __init__(self, option: str, value: object, wanted: str) -> None:
        super().__init__(f"{option}: {str(value)!r} is not {wanted}")
        self.option, self.value, self.wanted = option, value, wanted

    def __reduce__(self) -> tuple[type[OptionError], tuple[str, object, str]]:
        return type(self), (self.option, self.value, self.wanted)


class MissingExtraError(CourtnewsError):
    """Something that needs an extra which is not installed; the message says how to install it.

    >>> str(MissingExtraError("html", "reading an HTML page"))
    "CN501: reading an HTML page needs the extra 'html': pip install 'courtnews[html]'"
    """

    code = "CN501"

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs the extra '{extra}': pip install 'courtnews[{extra}]'")
        self.extra, self.purpose = extra, purpose

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return type(self), (self.extra, self.purpose)
