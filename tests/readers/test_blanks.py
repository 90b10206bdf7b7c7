"""Blanks of markup are shown as they are read, and letters keep their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.readers.blanks import Blanks


def shown(*texts: str) -> str:
    blanks = Blanks()
    return "".join(part for text in texts for part, _, _ in blanks.collapsed(text, 0, len(text)))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["  a  b\n c "], "a b c "),
        (["a ", " b"], "a b"),
        (["a\n", "\n b"], "a b"),
        (["\t\n", "a"], "a"),
        (["a\u00a0 b"], "a\u00a0 b"),
    ],
)
def test_a_run_of_blanks_is_one_blank(texts: list[str], expected: str):
    """Source lines are broken where their editor liked."""
    assert shown(*texts) == expected


def test_signs_that_stand_for_another_come_whole():
    """A blank that is written as a reference is a blank, one that must not break is none."""
    blanks = Blanks()
    found = [part for text in ("a", " ", " ", "\u00a0", "b") for part in blanks.collapsed(text, 3, 5)]
    assert [text for text, _, _ in found] == ["a", " ", "\u00a0", "b"]
    assert found[0] == ("a", 3, 5)


@given(st.lists(st.text("ab \n\t", min_size=1), max_size=6))
def test_no_letter_is_lost_or_moved(texts: list[str]):
    """Spans of findings are built on it."""
    blanks, source, at = Blanks(), "".join(texts), 0
    parts = []
    for text in texts:
        parts += list(blanks.collapsed(text, at, len(text)))
        at += len(text)
    assert "".join(text for text, _, _ in parts).split() == source.split()
    assert all(source[start : start + length].strip() == text.strip() for text, start, length in parts)
