r"""What a `\bibitem` says beside the text that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from refcheck.model.documents import Unreadable
from refcheck.model.references import Reference, Span
from refcheck.syntax.bibtex import Entry, Value
from refcheck.syntax.bibtex_reference import reference_of
from refcheck.syntax.latex_document import LatexSource
from refcheck.text.latex import to_text

_NATBIB = re.compile(r"citeauthoryear|\((?:\d{4}|[^()]{0,20})\)")
_FONT = re.compile(r"\\bib\w*font\s*")
_FIELDS: Mapping[str, str] = MappingProxyType({"person": "author"})
"""What ACM styles call a field -> its name in BibTeX."""
_SEVERAL = frozenset({"author", "editor", "translator"})
_KINDS = (
    ("journal", "article"),
    ("booktitle", "inproceedings"),
    ("school", "phdthesis"),
    ("institution", "techreport"),
    ("publisher", "book"),
)
"""Field -> the entry type that it tells."""


@dataclass(slots=True)
class BibItem:
    r"""A `\bibitem` that is being read."""

    key: str
    start: int
    is_empty: bool = True
    """No sign of text was met yet."""
    fields: dict[str, list[str]] = field(default_factory=dict)

    def take(self, name: str, latex: str) -> None:
        r"""Take a field that `\bibinfo` names, as REVTeX, elsarticle and ACM styles write it."""
        named = name.lower()
        self.fields.setdefault(_FIELDS.get(named, named), []).append(_FONT.sub("", latex))

    def known(self) -> Iterator[Reference]:
        """Give the work by its fields, where it names any."""
        if self.fields:
            values = {name: Value((" and " if name in _SEVERAL else " ").join(texts), 0, 0) for name, texts in self.fields.items()}
            kind = next((kind for name, kind in _KINDS if name in values), "misc")
            yield reference_of(Entry(type=kind, key=self.key, span=Span(0, 0), fields=values))[0]

    def unreadable(self, source: LatexSource, end: int) -> Unreadable:
        """Say that nothing stands up to an offset."""
        raw = source.whole[self.start : end].rstrip()
        return Unreadable(
            reason=f"\\bibitem{{{self.key}}} has no text", span=Span(self.start, self.start + len(raw)), raw=raw, key=self.key
        )


def label_of(latex: str) -> str | None:
    """Give the label of an entry; that of natbib and its kin, with the year in brackets, is printed in no list."""
    return None if _NATBIB.search(latex) else to_text(latex) or None
