"""Align what is known of a work on the text of a citation: where the reader cut wrongly, the boundaries are mended.

Only what is printed counts: a value that stands in the text letter for letter was cited, and a reader that put another in
its place misread. Names are left as they were read, since initials are no letters of the known names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from refcheck.compare.locators import first_and_last
from refcheck.compare.printed import ENOUGH
from refcheck.compare.references import compare
from refcheck.model.locators import Locator
from refcheck.model.references import CitedReference, Origin, Reference, Span
from refcheck.text.folding import fold, squeeze, words
from refcheck.text.markup import plain

_WORD = re.compile(r"[^\W_]+")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\s*[\r\n]\s*(?=[^\W\d_])")
_PARTED = " \t\r\n\f\v\u00a0.,;:–—-()[]“”\"„«»‘’'"
_ALIGNED = ("title", "container_title", "page")
_ALTERED = (*_ALIGNED, "publisher", "publisher_place", "collection_title", "volume", "issue", "number", "collection_number")
"""What a reader may have read out of the letters of another value."""
_LONGEST = 200
"""Signs between title and numbers that may be a container."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int


class _Letters:
    """The folded letters and digits of a text, each with its place."""

    def __init__(self, text: str) -> None:
        self.text = text
        parts: list[str] = []
        self._places: list[int] = []
        self._edges: set[int] = set()
        for found in _WORD.finditer(text):
            self._edges.add(len(self._places))
            for at, sign in enumerate(found[0], found.start()):
                folded = squeeze(sign)
                parts.append(folded)
                self._places += [at] * len(folded)
            self._edges.add(len(self._places))
        self.letters = "".join(parts)

    def find(self, value: str) -> Iterator[_Stretch]:
        """Find where the letters of a value stand, from the start of a word to the end of one."""
        bare = squeeze(value)
        at = self.letters.find(bare) if bare else -1
        while at >= 0:
            if at in self._edges and at + len(bare) in self._edges:
                yield _Stretch(self._places[at], self._places[at + len(bare) - 1] + 1)
            at = self.letters.find(bare, at + 1)

    def printed(self, stretch: _Stretch) -> str:
        """Give a stretch on one line, words broken at line ends joined."""
        return " ".join(_BROKEN.sub("", self.text[stretch.start : stretch.end]).split())


def aligned(cited: CitedReference, known: Reference) -> CitedReference:
    """Mend the boundaries of title, container and pages where the known values stand in the text of a formatted reference.

    Args:
        cited: as it was read.
        known: the record, or what the document itself knows of the work.

    Returns:
        The same reference where nothing is to be mended, or where it is of a structured file.
    """
    if cited.kind != "list" or not cited.raw:
        return cited
    compared = compare(cited.reference, known, _ALIGNED)
    doubted = [name for name in _ALIGNED if name in compared and not compared[name].agrees and compared[name].verdict != "cited-only"]
    if "title" not in doubted and (_runs_over(cited.reference, known) or _breaks_off(cited.reference, known)):
        doubted.append("title")
    if not doubted:
        return cited
    letters = _Letters(cited.raw)
    found: dict[str, tuple[Any, _Stretch]] = {}
    if "title" in doubted and (stretch := _title(known, letters)):
        found["title"] = (letters.printed(stretch), stretch)
    if "container_title" in doubted and (stretch := _container(cited, known, letters, found.get("title"))):
        found["container_title"] = (letters.printed(stretch), stretch)
    if "page" in doubted and known.page and (pages := _pages(known.page, letters)):
        found["page"] = pages
    return _with(cited, found) if found else cited


def _runs_over(cited: Reference, known: Reference) -> bool:
    """Tell whether the title was read on into the container: after the known title comes the beginning of what it stands in."""
    title, known_title = squeeze(cited.title or ""), squeeze(plain(known.title or ""))
    rest = title[len(known_title) :]
    names = (known.container_title, known.container_title_short)
    return bool(known_title and rest) and title.startswith(known_title) and any(squeeze(name or "").startswith(rest) for name in names)


def _breaks_off(cited: Reference, known: Reference) -> bool:
    """Tell whether the title is no more than the beginning of the known one, whose rest may be printed and read as something else."""
    title, known_title = squeeze(cited.title or ""), squeeze(plain(known.title or ""))
    return bool(title) and title != known_title and known_title.startswith(title)


def _title(known: Reference, letters: _Letters) -> _Stretch | None:
    title = plain(known.title or "")
    return next(letters.find(title), None) if len(words(title)) >= ENOUGH else None


def _container(cited: CitedReference, known: Reference, letters: _Letters, title: tuple[Any, _Stretch] | None) -> _Stretch | None:
    """Find the container: its name in full, else what stands between title and numbers if that names it."""
    name = plain(known.container_title or "")
    whole = [stretch for stretch in letters.find(name) if title is None or not title[1].start <= stretch.start < title[1].end]
    if whole and len(squeeze(name)) > ENOUGH:
        return whole[-1]
    if title is None:
        return None
    after = title[1].end
    ends = sorted(start for start in _starts(cited, after) if start - after <= _LONGEST)
    for end in ends[:2]:
        between = cited.raw[after:end]
        start = after + len(between) - len(between.lstrip(_PARTED))
        stretch = _Stretch(start, start + len(cited.raw[start:end].rstrip(_PARTED)))
        if stretch.end > stretch.start:
            tried = replace(cited.reference, container_title=letters.printed(stretch))
            if compare(tried, known, ("container_title",))["container_title"].agrees:
                return stretch
    return None


def _starts(cited: CitedReference, after: int) -> Iterator[int]:
    """List where the numbers and the date begin, in the text of the reference."""
    base = cited.span.start if cited.span else 0
    for name in ("volume", "issue", "page", "issued"):
        origin = cited.origins.get(name)
        if origin is not None and origin.span.start - base > after:
            yield origin.span.start - base


def _pages(page: Locator, letters: _Letters) -> tuple[Locator, _Stretch] | None:
    """Find a range of pages, its end written out or not."""
    ends = first_and_last(page)
    if ends is None or ends[1] is None:
        return None
    first, last = ends[0], ends[1]
    for cut in range(len(last)):
        pattern = rf"(?<!\w){re.escape(first)}\s*[-\u2010-\u2015\u2212]+\s*{re.escape(last[cut:])}(?!\w)"
        if found := re.search(pattern, letters.text, re.IGNORECASE):
            return Locator(pages=found[0]), _Stretch(found.start(), found.end())
    return None


def _with(cited: CitedReference, found: Mapping[str, tuple[Any, _Stretch]]) -> CitedReference:
    """Set what was found; what was read out of the same letters was misread, and goes."""
    changed = {name: value for name, (value, _) in found.items()}
    origins = dict(cited.origins)
    for name, (_, stretch) in found.items():
        for other in _ALTERED:
            origin = cited.origins.get(other)
            if other not in found and origin is not None and fold(origin.raw) and _covers(cited, stretch, origin):
                changed[other] = None
                origins.pop(other, None)
        origins[name] = _origin(cited, stretch)
    return replace(cited, reference=replace(cited.reference, **changed), origins=MappingProxyType(origins))


def _covers(cited: CitedReference, stretch: _Stretch, origin: Origin) -> bool:
    base = cited.span.start if cited.span else 0
    return stretch.start < origin.span.end - base and origin.span.start - base < stretch.end


def _origin(cited: CitedReference, stretch: _Stretch) -> Origin:
    """Say where a stretch stands; where the text was marked up, only within the reference as a whole."""
    span = cited.span or Span(0, len(cited.raw))
    if span.end - span.start != len(cited.raw):
        return Origin(span=span, raw=cited.raw, via="derived")
    return Origin(span=Span(span.start + stretch.start, span.start + stretch.end), raw=cited.raw[stretch.start : stretch.end])
