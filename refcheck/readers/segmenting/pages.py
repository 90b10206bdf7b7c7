"""Read pages of plain text on: without running heads and page numbers, and one column after the other.

What is set aside is what stands at the edges of pages and comes again on others, or counts them. Pages end with form feeds;
where these were lost in copying, lines that count pages at their distance tell them too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from refcheck.model.flows import Flow, Stretch
from refcheck.readers.segmenting.columns import in_columns
from refcheck.readers.segmenting.layout import bounds

PAGE = "\f"
_EDGE = 3
"""Lines at the head and at the foot of a page among which its furniture is looked for."""
_LONGEST = 110
_FEWEST = 3
_NEAREST, _FARTHEST = 9, 160
"""Lines between two pages' numbers."""
_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|seite|página|pagina|p|s)\b\.?\s*)?(?P<alone>\d{1,4})(?:\s*(?:of|/|von|de|di|sur)\s*\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?P<first>\d{1,4})(?:\s|[|·•]).*[^\W\d_].*|.*[^\W\d_].*(?:\s|[|·•])(?P<last>\d{1,4})")

_DIGIT = re.compile(r"\d")
_AT_EDGE = 12
"""Signs at either end of a line among which the number of its page stands."""

Place = tuple[int, int]
"""Start and end of a stretch of the text."""


def read_on(text: str) -> Flow:
    """Give a text as it reads on from page to page; the text itself where it has no pages."""
    places = [(start, start + len(text[start:end].rstrip())) for start, end in bounds(text)]
    pages = _pages(text, places)
    aside = _at_edges(text, places, pages) if len(pages) > 1 else set()
    aside |= _counting(text, places, aside)
    breaks = {first for first, _ in pages[1:]} | aside
    read = [in_columns(text, page) or page for page in _kept(places, aside, breaks)]
    if not aside and all(one == two for one, two in zip(chain.from_iterable(read), places, strict=True)):
        return Flow(text=text)
    return _joined(text, read)


def _pages(text: str, places: Sequence[Place]) -> list[tuple[int, int]]:
    """Give first line and line after the last of every page."""
    firsts = [0, *(at for at, (start, _) in enumerate(places) if start and text[start - 1] == PAGE)]
    return list(pairwise([*firsts, len(places)]))


def _parts(line: str) -> tuple[str, int | None]:
    """Part the furniture of a page into what all pages have and the number of this one."""
    found = (
        _NUMBER.fullmatch(line) or _NUMBERED.fullmatch(line) if _DIGIT.search(line[:_AT_EDGE]) or _DIGIT.search(line[-_AT_EDGE:]) else None
    )
    if not found:
        return " ".join(line.split()), None
    number = next(filter(None, found.groupdict().values()))
    return " ".join(line.replace(number, " ", 1).split()) if found.re is _NUMBERED else "", int(number)


def _at_edges(text: str, places: Sequence[Place], pages: Sequence[tuple[int, int]]) -> set[int]:
    """Find the lines at the edges of pages that stand on other pages too, there or on every second one."""
    seen: dict[str, list[tuple[int, int, int | None]]] = defaultdict(list)
    for page, (first, last) in enumerate(pages):
        filled = [at for at in range(first, last) if places[at][1] > places[at][0]]
        for at in sorted({*filled[:_EDGE], *filled[-_EDGE:]}):
            if places[at][1] - places[at][0] <= _LONGEST:
                words, number = _parts(text[slice(*places[at])].strip())
                seen[words].append((page, at, number))
    enough = min(_FEWEST, len(pages))
    found: set[int] = set()
    for words, where in seen.items():
        plain = [(page, at) for page, at, number in where if number is None]
        counted = [(page, at) for page, at, number in where if number is not None and _keeps_step(where, page, number)]
        fewest = enough if words else 2
        for lines in (plain, counted):
            if len({page for page, _ in lines}) >= fewest and (words or lines is counted):
                found.update(at for _, at in lines)
    return _to_edge(places, pages, found)


def _keeps_step(where: Sequence[tuple[int, int, int | None]], page: int, number: int) -> bool:
    """Tell whether the number of a page differs from that of another by as many as there are pages between."""
    return any(other is not None and at != page and number - other == page - at for at, _, other in where)


def _to_edge(places: Sequence[Place], pages: Sequence[tuple[int, int]], found: set[int]) -> set[int]:
    """Keep of what is furniture by its look what nothing else parts from the edge of its page."""
    kept: set[int] = set()
    for first, last in pages:
        for order in (range(first, last), range(last - 1, first - 1, -1)):
            for at in order:
                if places[at][1] == places[at][0]:
                    continue
                if at not in found:
                    break
                kept.add(at)
    return kept


def _counting(text: str, places: Sequence[Place], aside: set[int]) -> set[int]:
    """Find lines alike but for a number that rises by one, a page apart, or alike altogether beside such lines."""
    alike: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
    for at, (start, end) in enumerate(places):
        if at not in aside and 0 < end - start <= _LONGEST:
            words, number = _parts(text[start:end].strip())
            alike[words].append((at, number))
    found: set[int] = set()
    for where in alike.values():
        found |= _rising([(at, number) for at, number in where if number is not None])
    beside = {at + step for at in found for step in (-2, -1, 1, 2)}
    for words, where in alike.items():
        plain = [at for at, number in where if number is None]
        if words and len(plain) >= _FEWEST:
            by_number = sum(1 for at in plain if at in beside)
            if by_number > len(plain) // 2 or (not found and _evenly(plain)):
                found.update(plain)
    return found


def _rising(where: Sequence[tuple[int, int]]) -> set[int]:
    """Give the lines whose numbers rise by one from page to page; the last page may be short."""
    found: set[int] = set()
    row: list[int] = []
    before = 0
    for at, number in [*where, (0, -1)]:
        nearest = _NEAREST if len(row) < _FEWEST else 1
        if row and number == before + 1 and nearest <= at - row[-1] <= _FARTHEST:
            row.append(at)
        else:
            found.update(row if len(row) >= _FEWEST else ())
            row = [at]
        before = number
    return found


def _evenly(where: Sequence[int]) -> bool:
    """Tell whether lines stand about a page apart from one another."""
    gaps = [two - one for one, two in pairwise(where)]
    return min(gaps) >= _NEAREST * 2 and max(gaps) <= min(_FARTHEST, 2 * min(gaps))


def _kept(places: Sequence[Place], aside: set[int], breaks: set[int]) -> Iterator[list[Place]]:
    """Give the lines that stay, page by page."""
    page: list[Place] = []
    for at, place in enumerate(places):
        if at in breaks and page:
            yield page
            page = []
        if at not in aside:
            page.append(place)
    yield page


def _joined(text: str, pages: Sequence[Sequence[Place]]) -> Flow:
    """Put lines together again; a form feed, and nothing blank, stands between two pages."""
    parts: list[str] = []
    stretches: list[Stretch] = []
    length = 0

    def add(piece: str, source: int, taken: int) -> None:
        nonlocal length
        stretches.append(Stretch(length, source, taken))
        parts.append(piece)
        length += len(piece)

    for lines in pages:
        filled = [at for at, (start, end) in enumerate(lines) if text[start:end].strip()]
        between = PAGE if parts and filled else ""
        for start, end in lines[filled[0] : filled[-1] + 1] if filled else ():
            if parts:
                add(between or "\n", start, 0)
            if end > start:
                add(text[start:end], start, end - start)
            between = ""
    return Flow(text="".join(parts), stretches=tuple(stretches))
