"""Signs that copying leaves in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.text.evening import evened, seen


@pytest.mark.parametrize(
    ("copied", "even"),
    [
        ("A., &amp; B", "A., &     B"),
        ("A., &#38; B &#xA0;C", "A., &     B \u00a0     C"),
        ("one\u2028two\u200b three", "one\ntwo  three"),
        ("AT&T; RDA&rsquo;s", "AT&T; RDA&rsquo;s"),
    ],
)
def test_only_what_parts_words_is_evened(copied, even):
    """What may stand within a word is left, for its place is needed."""
    assert evened(copied) == even


def test_what_is_seen_has_signs_for_entities():
    """A value is what the page shows; an ampersand of its own stays."""
    assert seen("RDA&rsquo;s &amp; more\u200b") == "RDA’s & more"
    assert seen("R&D; plain") == "R&D; plain"


@given(st.text(alphabet="a&;#38mp\u200b\u2028 x", max_size=40))
def test_no_offset_moves(text):
    """Every place in the evened text is the same place in the text."""
    assert len(evened(text)) == len(text)
