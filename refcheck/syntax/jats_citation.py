"""Read one citation of JATS: its tagged values, and where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from refcheck.model.dates import Date
from refcheck.model.locators import Locator
from refcheck.model.references import Span, Via
from refcheck.syntax.entries import Gathered, typed
from refcheck.syntax.jats import FORMATS, GROUPS, IDENTIFIERS, NAMES, PERIODICALS, TEXTS, TITLES, TYPES
from refcheck.syntax.jats_elements import identified, is_remark, iso_date, name_of, text_of
from refcheck.syntax.xml_tree import Element
from refcheck.text.dates import find_dates, month_number, parse_date
from refcheck.text.lifting import find_identifiers

_EDGES = " \t\r\n.,;:"
_LINKS = frozenset({"ext-link", "uri", "pub-id", "object-id", "self-uri", "isbn", "issn"})
_DATED = frozenset({"year", "month", "day", "season"})
_PAGED = frozenset({"fpage", "lpage", "page-range", "elocation-id"})
_TAG = re.compile(r"<[^<>]*>")
_DASH = re.compile(r"[-\u2010-\u2015\u2212]")
_MARKUP = re.compile(r"[<&]")
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)
_EDITION = re.compile(r"[\s.]*\b(?:edn?|edition|aufl(?:age)?|éd(?:ition)?)\b\.?\)?$", re.IGNORECASE)


class Tagged:
    """The values that the tags of one citation tell."""

    def __init__(self, citation: Element, text: str) -> None:
        self.values = Gathered(text)
        self._text = text
        self._parts: dict[str, list[Element]] = defaultdict(list)
        self._read(citation)
        self._dates()
        self._pages()
        self.is_alone = False
        """The title is that of a `source` without any other title."""
        self.type = self._titles(_type_of(citation))
        """CSL type; None where neither attribute nor tags tell it."""
        titles = [span.start for tag in (*TITLES, "source") for each in self._parts[tag] if (span := each.content)]
        self.title_start = min(titles, default=None)
        """Where the first tagged title stands, of the work or of what it stands in."""
        self.read = tuple(sorted(span for elements in self._parts.values() for each in elements if (span := each.content)))
        """Places of all that is tagged."""

    def _read(self, citation: Element) -> None:
        """Go through the tags, in their order."""
        waiting = [(child, "author") for child in reversed(list(citation.elements()))]
        while waiting:
            element, role = waiting.pop()
            if element.tag == "person-group":
                role = GROUPS.get(element.attributes.get("person-group-type", "author").lower(), "contributor")
            elif element.tag not in FORMATS:
                self._parts[element.tag].append(element)
                self._take(element, role)
                continue
            waiting.extend((child, role) for child in reversed(list(element.elements())))
        for tag, elements in self._parts.items():
            told = next((each for each in elements if tag != "comment" or is_remark(each)), None)
            if tag in TEXTS and told is not None:
                self._put(TEXTS[tag], told)
            elif tag == "supplement":
                self._supplement(elements[0])
        self._kept()

    def _take(self, element: Element, role: str) -> None:
        """Take what stands for itself; the others are weighed together in the end."""
        if element.tag in NAMES:
            self._name(element, role)
        elif element.tag in _LINKS:
            self._link(element)
        elif element.tag == "date-in-citation":
            self._accessed(element)
        else:
            self._links_within(element)

    def _put(self, attribute: str, element: Element) -> None:
        text = text_of(element).strip(_EDGES) if attribute in _NUMBERS else text_of(element).rstrip(" ,;:")
        if attribute == "edition":
            text = _EDITION.sub("", text) or text
        self.values.put(attribute, text, element.content, via=self._via(element.content))

    def _via(self, span: Span | None) -> Via:
        """Tell whether a value stands as it is; one with markup in it cannot be replaced as one text."""
        return "derived" if span and _MARKUP.search(self._text, span.start, span.end) else "own"

    def _name(self, element: Element, role: str) -> None:
        name = name_of(element)
        if name is not None:
            span = element.content or element.span
            self.values.add(role, (name,), (span,))

    def _link(self, element: Element) -> None:
        """Take an identifier or address by what it says it is, else by its form."""
        text, target = text_of(element), element.attributes.get("href", "")
        kind = element.attributes.get("pub-id-type") or element.attributes.get("ext-link-type") or element.tag
        attribute = IDENTIFIERS.get(kind.lower(), "")
        for value in (text, target):
            named = identified(value)
            if named and attribute in {"", "url", named[0]}:
                self.values.put(named[0], named[1], element.content if value is text else None, via=self._via(element.content))
                return
        if attribute in {"url", ""} and (target or _ADDRESS.match(text)):
            printed = _ADDRESS.match(text)
            self.values.put("url", text if printed else target, element.content if printed else None, via=self._via(element.content))
        elif attribute in _LISTED:
            self.values.add(attribute, typed(attribute, text), (element.content,) if element.content else ())
        elif attribute:
            self.values.put(attribute, typed(attribute, text), element.content, via=self._via(element.content))
        else:
            self.values.keep(kind, text)

    def _links_within(self, element: Element) -> None:
        """Take the identifiers of links within a value, and those in remarks."""
        for inner in element.walk():
            if inner is not element and inner.tag in _LINKS and (named := identified(inner.attributes.get("href") or text_of(inner))):
                self.values.put(named[0], named[1], None)
        if element.tag == "comment":
            for found in find_identifiers(text_of(element)):
                self.values.put(found.kind, typed(found.kind, found.value), None)

    def _accessed(self, element: Element) -> None:
        text = text_of(element)
        found = next(find_dates(text), None)
        date = found.date if found else iso_date(element) or (Date(literal=text) if text else None)
        self.values.put("accessed", date, element.content, via="derived")

    def _dates(self) -> None:
        """Put the date of publication together; month and day stand beside the year."""
        if not self._parts["year"]:
            return
        year = self._parts["year"][0]
        text = text_of(year)
        found = next(find_dates(text), None)
        date = found.date if found else parse_date(text) or (Date(literal=text) if text else None)
        if date is None or year.content is None:
            return
        span, via = year.content, self._via(year.content)
        if found is not None and found.suffix:
            self.values.put("year_suffix", found.suffix, None)
        fuller = self._with_month(date) if date.month is None and date.end is None else date
        digits = re.search(r"\d{4}", self._text[span.start : span.end])
        if fuller == date and digits and found and len(date.parts) == 1 and date.end is None:
            span = Span(span.start + digits.start(), span.start + digits.end())
        self.values.put("issued", fuller, span, via=via if fuller == date else "derived")

    def _with_month(self, date: Date) -> Date:
        month, day, season = (text_of(self._parts[tag][0]) if self._parts[tag] else "" for tag in ("month", "day", "season"))
        number = int(month) if month.isdecimal() else month_number(month)
        if number is not None and 1 <= number <= _MONTHS and date.year is not None:
            known = int(day) if day.isdecimal() and 1 <= int(day) <= _DAYS else None
            return replace(date, month=number, day=known)
        worded = parse_date(f"{month or season} {date.year}") if month or season else None
        return worded or date

    def _pages(self) -> None:
        """Put pages and article number into their one slot."""
        first, last, whole, article = (
            self._parts[tag][0] if self._parts[tag] else None for tag in ("fpage", "lpage", "page-range", "elocation-id")
        )
        pages, places = "", [each for each in (first, last) if each is not None]
        if whole is not None:
            pages, places = text_of(whole), [whole]
        elif first is not None:
            dash = self._between(places)
            pages = dash.join(filter(None, dict.fromkeys(text_of(each).strip(_EDGES) for each in places)))
        number = text_of(article).strip(_EDGES) if article is not None else ""
        if not pages and not number:
            return
        spans = [span for each in (*places, article) if each is not None and (span := each.content)]
        around = Span(spans[0].start, spans[-1].end) if pages else spans[-1]
        place = around if around.start < around.end else None
        self.values.put("page", Locator(pages=pages or None, article=number or None), place, via=self._via(place))

    def _between(self, pages: list[Element]) -> str:
        """Give the dash that is printed between two pages, or one where none is."""
        spans = [span for each in pages if (span := each.content)]
        printed = _TAG.sub("", self._text[spans[0].end : spans[-1].start]).strip() if len(spans) > 1 else ""
        return printed if _DASH.fullmatch(printed) else "-"

    def _titles(self, csl: str | None) -> str | None:
        """Tell title and container apart, and give the type."""
        titles = [each for tag in TITLES for each in self._parts[tag] if text_of(each)]
        sources = [each for each in self._parts["source"] if text_of(each)]
        for each in titles[:1]:
            self._put("title", each)
        for each in titles[1:]:
            self.values.keep(each.tag, text_of(each))
        alone = not titles and csl not in PERIODICALS and not (csl is None and self._parts["volume"])
        self.is_alone = alone and bool(sources)
        for place, each in enumerate(sources):
            if place == 0:
                self._put("title" if alone else "container_title", each)
            elif alone and place == 1:
                self._put("container_title", each)
            else:
                self.values.keep("source", text_of(each))
        return self._judged(csl, is_part=bool(titles and sources))

    def _judged(self, csl: str | None, *, is_part: bool) -> str | None:
        if csl == "book" and is_part and not self._parts["article-title"][1:]:
            return "chapter"
        if csl is not None:
            return csl
        if self._parts["chapter-title"]:
            return "chapter"
        if self._parts["data-title"]:
            return "dataset"
        if self._parts["conf-name"]:
            return "paper-conference"
        if is_part and (self._parts["volume"] or self._parts["issue"]):
            return "article-journal"
        return "book" if self._parts["publisher-name"] and self._parts["source"] and not is_part else None

    def _supplement(self, element: Element) -> None:
        issue, text = self.values.found.get("issue"), text_of(element)
        if text:
            self.values.found["issue"] = f"{issue} {text}" if issue else text

    def _kept(self) -> None:
        """Keep what has no variable, under its own name; number and unit of pages among it."""
        taken = {*TEXTS, *TITLES, *NAMES, *_LINKS, *_DATED, *_PAGED, "source", "supplement", "date-in-citation"}
        for tag, elements in self._parts.items():
            for element in elements[1:] if tag in TEXTS else elements if tag not in taken else ():
                self.values.keep(tag, text_of(element))


_NUMBERS = frozenset({"volume", "issue", "version"})
_LISTED = frozenset({"isbn", "issn"})
_MONTHS, _DAYS = 12, 31


def _type_of(citation: Element) -> str | None:
    given = citation.attributes
    named = given.get("publication-type") or given.get("citation-type") or ""
    return TYPES.get(re.sub(r"[\s_]+", "-", named.strip().lower()))
