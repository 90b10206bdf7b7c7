"""Which hyphens at line ends divide a word, and which belong to it: the document itself tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

HYPHENS = "-\u2010"
_WORD = re.compile(rf"[^\W\d_]+(?:[{HYPHENS}][^\W\d_]+)*")
_TAIL = re.compile(rf"(?<![\w./@:#=&?%~{HYPHENS}])([^\W\d_]{{2,}})[{HYPHENS}]$")
"""The first part of a word that is divided: letters alone, so that no address is, and more than the one of "e-mail"."""
_HEAD = re.compile(rf"[^\W\d_]{{3,}}|[^\W\d_]{{2}}(?![{HYPHENS}])")
"""The rest; in "editor-in-chief" it is a word."""
_WHOLE = 4
"""Letters of a part that is surely a word by itself where the document has it as one; "in" and "re" begin words too."""


class Hyphenation:
    """What the words of a document tell about its hyphens."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._compounds: set[str] = set()
        self._fronts: set[str] = set()
        broken = False
        for line in lines:
            words = _WORD.findall(line.lower())
            ends = line.endswith(tuple(HYPHENS))
            for word in words[1 if broken else 0 : len(words) - 1 if ends else None]:
                front, *rest = re.split(f"[{HYPHENS}]", word)
                if rest:
                    self._compounds.add("-".join((front, *rest)))
                    self._fronts.add(front)
                else:
                    self._words.add(word)
            broken = ends

    def divides(self, before: str, after: str) -> bool:
        """Tell whether the hyphen at the end of a line only divides a word that goes on in the next.

        It does where the document has the word without it; it belongs to the word where the document has that with it, has
        it after the same first part, or has both parts as words; and where capitals tell ("DNA-binding", "North-South"). What
        the document says nothing of is taken for divided.
        """
        tail, head = _TAIL.search(before), _HEAD.match(after)
        if not tail or not head:
            return False
        first, rest = tail[1].lower(), head[0].lower()
        if first + rest in self._words:
            return f"{first}-{rest}" not in self._compounds
        if not tail[1][1:].islower() or not head[0][0].islower() or first in self._fronts or f"{first}-{rest}" in self._compounds:
            return False
        return not (len(first) >= _WHOLE and first in self._words and rest in self._words)
