"""Names that stand where a name is still to be put."""

from __future__ import annotations

import re

from refcheck.model.names import Name
from refcheck.text.folding import words
from refcheck.text.word_tables import phrase_set, word_set

_NOBODY = phrase_set(
    "john doe|jane doe|jon doe|jane roe|richard roe|joe bloggs|max mustermann|erika mustermann|foo bar|lorem ipsum|john q public"
)
"""Given and family name of persons who stand for anybody."""
_SLOTS = word_set(
    "author authors firstname lastname surname forename familyname givenname fname lname name names placeholder tbd todo tba xxx xxxx "
    "vorname nachname nom prenom apellido autor auteur"
)
"""Words for what is to be put there."""
_BESIDE = _SLOTS | word_set(
    "first last middle second third fourth fifth given family one two three four a b c d e and the full your my new test some an "
    "another anonymous"
)
"""Words that a placeholder may have beside one of them."""
_PAIRS = phrase_set("first last|given family|prenom nom|name surname|test test|your name|second another")


def is_placeholder(name: Name) -> bool:
    """Tell whether a name holds the place of one: "John Doe", "Firstname Lastname", "Author One"."""
    found = [re.sub(r"\d+$", "", word) for word in words(f"{name.given or ''} {name.family or ''} {name.literal or ''}")]
    tokens = [token for token in found if token]
    if not tokens:
        return False
    text = " ".join(tokens)
    if text in _NOBODY or text in _PAIRS or " ".join(reversed(tokens)) in _PAIRS:
        return True
    return not _SLOTS.isdisjoint(tokens) and _BESIDE.issuperset(tokens)
