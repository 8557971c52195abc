from __future__ import annotations

import pickle
import re

import pytest

from courtnews import errors
from courtnews.errors import CODES, CourtnewsError

RAISED = [
    errors.UndecodableError("16 bytes"),
    errors.NotTextError.of(None),
    errors.RulePackError("mine.toml", "metrics.rate.cues", "must be a list"),
    errors.BadFileError("报告.txt", "no such file"),
    errors.OptionError("workers", -1, "a whole number from 1"),
    errors.MissingExtraError("html", "reading an HTML page"),
]


def _classes(base: type[CourtnewsError]) -> set[type[CourtnewsError]]:
    return {base}.union(*(_classes(child) for child in base.__subclasses__()))


def test_every_error_is_tried_here():
    assert {type(error) for error in RAISED} == _classes(CourtnewsError) - {CourtnewsError}


def test_every_class_has_a_code_of_its_own_and_every_code_a_class():
    codes = [error.code for error in _classes(CourtnewsError)]
    assert sorted(codes) == sorted(CODES)


@pytest.mark.parametrize("error", RAISED, ids=[error.code for error in RAISED])
def test_an_error_reads_with_its_code_and_survives_pickling(error):
    assert re.fullmatch(r"CN[0-9]{3}: .+", str(error))
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert copy.message == error.message
