"""What numbers mean, sentence by sentence; the cases are data in cases/, one file a subject."""

from __future__ import annotations

from pathlib import Path

import pytest

from interpret.sentences import Sentence, read_sentences

CASES = Path(__file__).with_name("cases")
KNOWN_FAILURES = CASES / "known_failures.toml"
SUBJECTS = sorted(set(CASES.glob("*.toml")) - {KNOWN_FAILURES})


def parameters() -> list[object]:
    sound = [
        pytest.param(sentence, id=f"{path.stem}-{number}")
        for path in SUBJECTS
        for number, sentence in enumerate(read_sentences(path), 1)
    ]
    failing = [
        pytest.param(sentence, id=f"known-{number}", marks=pytest.mark.xfail(reason=sentence.reason))
        for number, sentence in enumerate(read_sentences(KNOWN_FAILURES), 1)
    ]
    return sound + failing


@pytest.mark.parametrize("sentence", parameters())
def test_a_sentence_is_read_as_a_reader_would(sentence: Sentence) -> None:
    assert sentence.found == sentence.expected


def test_every_subject_has_cases_and_no_sentence_stands_twice() -> None:
    by_subject = {path.stem: read_sentences(path) for path in [*SUBJECTS, KNOWN_FAILURES]}
    assert all(by_subject.values())
    texts = [(sentence.text, sentence.published) for cases in by_subject.values() for sentence in cases]
    assert len(set(texts)) == len(texts)


def test_a_known_failure_says_why_and_nothing_else_does() -> None:
    assert all(sentence.reason for sentence in read_sentences(KNOWN_FAILURES))
    assert not any(sentence.reason for path in SUBJECTS for sentence in read_sentences(path))


def test_the_figures_of_a_case_stand_in_its_text_in_their_order() -> None:
    for path in SUBJECTS:
        for sentence in read_sentences(path):
            position = 0
            for figure in sentence.figures:
                assert figure["text"] in sentence.text[position:], sentence.text
                position = sentence.text.index(str(figure["text"]), position) + len(str(figure["text"]))
