"""The types of the records' fields: what they take, and how they are written as JSON."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, InstanceOf, PlainSerializer, WithJsonSchema

_DATE = r"(?:[0-9]{4}|XXXX)(?:-(?:[0-9]{2}|XX)){0,2}"

# The part of EDTF (ISO 8601-2) that reports need: a year, month or day, or an interval that may be open.
Period: TypeAlias = Annotated[str, Field(pattern=rf"^(?:{_DATE}|(?:\.\.|{_DATE})/(?:\.\.|{_DATE}))$")]
IsoDate: TypeAlias = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
# What is said of the cases or the money of a figure, at most once each.
Tag: TypeAlias = Literal[
    "small_claims",
    "livelihood",
    "migrant_wages",
    "enterprise",
    "finance",
    "government_debtor",
    "gang_assets",
    "resumed",
    "preservation",
    "petition",
]


def plain_number(value: Decimal) -> str:
    """The number in plain digits: never an exponent, and no `.0` on a whole number.

    Decimals that the text wrote are kept, so that `80.20%` and `80.2%` stay apart.

    >>> plain_number(Decimal("1.2E+8")), plain_number(Decimal("35.330")), plain_number(Decimal("-2.0"))
    ('120000000', '35.330', '-2')
    """
    whole = value.to_integral_value()
    return format(whole if whole == value else value, "f")


Number: TypeAlias = Annotated[
    Decimal,
    PlainSerializer(plain_number, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(?:\.[0-9]+)?$"}),
]

_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no encoding can write; its length stays."""
    return _SURROGATE.sub("\ufffd", text)


# Any str at all: a broken page or a file name may hold lone surrogates, which pydantic's own str refuses.
RawText: TypeAlias = Annotated[
    InstanceOf[str], PlainSerializer(without_surrogates, return_type=str, when_used="json")
]
