"""What the readers of entries with named fields hand over, and how the values of one entry are gathered."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from refcheck.model.references import Origin, Reference, Span, Via
from refcheck.model.variables import VARIABLES
from refcheck.syntax.numbers import parse_numbers
from refcheck.text.identifiers import parse_arxiv, parse_doi, parse_pmcid, parse_pmid


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: the work, and where it stands."""

    reference: Reference
    key: str | None
    span: Span
    origins: Mapping[str, Origin]
    raw: str | None = None
    """The reference as it was printed, where the entry keeps it; else its own text is what is cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A stretch that is no entry."""

    reason: str
    """One line without a place."""
    span: Span


_TYPED: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {"doi": parse_doi, "pmid": parse_pmid, "pmcid": parse_pmcid, "arxiv": parse_arxiv, "isbn": parse_numbers, "issn": parse_numbers}
)


def typed(attribute: str, text: str) -> Any:
    """Read the text of an identifier or of a text variable; what is not well-formed stays as it is."""
    parse = _TYPED.get(attribute)
    return (parse(text) if parse else None) or text


class Gathered:
    """Gathers the values of one entry: the first of each variable counts, and nothing else is lost.

    Args:
        text: the text that places are in.
        markup: what of a value is no text; one that holds it cannot be replaced as one text.
    """

    def __init__(self, text: str, markup: re.Pattern[str] | None = None) -> None:
        self.found: dict[str, Any] = {}
        self.origins: dict[str, Origin] = {}
        self.extra: dict[str, list[str]] = {}
        self.text, self._markup = text, markup

    def put(self, attribute: str, value: Any, span: Span | None, *, via: Via = "own") -> bool:
        """Take a value, and tell whether it counts: not where it is empty, or its variable has one already."""
        if value in (None, "", ()) or attribute in self.found:
            return False
        self.found[attribute] = value
        self.place(attribute, span, via=via)
        return True

    def place(self, path: str, span: Span | None, *, via: Via = "own") -> None:
        """Keep where the value of a path stands."""
        if span is not None:
            has_markup = self._markup is not None and self._markup.search(self.text, span.start, span.end)
            self.origins[path] = Origin(span=span, raw=self.text[span.start : span.end], via="derived" if has_markup else via)

    def keep(self, name: str, text: str) -> None:
        """Keep what has no variable, under the format's own name."""
        if text:
            self.extra.setdefault(name, []).append(text)

    def add(self, attribute: str, values: Sequence[Any], spans: Sequence[Span]) -> None:
        """Add to a list, such as the names of a role, each value with its place."""
        known: tuple[Any, ...] = self.found.get(attribute, ())
        if VARIABLES[attribute].kind == "names":
            for place, span in enumerate(spans, len(known)):
                self.place(f"{attribute}[{place}]", span)
        if values:
            self.found[attribute] = (*known, *values)
            first = self.origins.get(attribute)
            start = first.span.start if first else spans[0].start
            self.place(attribute, Span(start, spans[-1].end), via="own" if len(known) + len(values) == 1 else "derived")

    def rename(self, old: str, new: str) -> None:
        """Give the value of a variable to another, with its place."""
        if old in self.found:
            self.found[new] = self.found.pop(old)
            self.origins[new] = self.origins.pop(old)

    def reference(self, csl: str) -> Reference:
        """Give the work."""
        extra = {name: "; ".join(texts) for name, texts in self.extra.items()}
        return Reference(type=csl, extra=MappingProxyType(extra), **self.found)
