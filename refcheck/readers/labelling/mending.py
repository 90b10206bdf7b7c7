"""Mend what the tagger leaves undone, where the punctuation of the reference says what is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from refcheck.model.locators import Locator
from refcheck.readers.labelling.draft import Draft

_WIDE = 12
"""Signs before a field in which "in" may stand."""
_MOST = 4
"""Words that the name of a site has at most."""
_DOUBTED = 0.45
"""How sure a value can be that was mended."""
_ARTICLE_NOTE = re.compile(
    r"(?:article|art|artikel|artículo)\b[\s.:#]*(?:(?:no|nr|number|id)\b\.?)?\s*([A-Za-z]{0,2}\d[\w-]*)", re.IGNORECASE
)
_LETTERED_VOLUME = re.compile(r"[A-Z]\d{2,4}")
_NO_PAGE = ("doi", "isbn", "publisher_place", "edition", "genre", "number")
"""Variables that a page of the web does not have."""
_IN_BEFORE = re.compile(r"(?<!\w)(?:in|dans|en|em)\s*:?\s*\W?$", re.IGNORECASE)
_HOST = re.compile(r"()(?:\.\s+[Ii]n:?|,\s+in:)\s+(?=[^\W\d_a-zß-ÿ])")
_SENTENCE_END = re.compile(r"(\s[a-zß-ÿ]{4,})[.?!]\s+(?=[^\W\d_a-zß-ÿ])")
"""A full stop behind a word in small letters, which no abbreviated title of a journal has. The first group ends before the stop."""
_ANY_SENTENCE = re.compile(r"(?<=[^\W\d_]{4})[.?!]\s+(?=[^\W\d_a-zß-ÿ])")
_WORD_END = re.compile(r"([^\W\d_]{3,})[.?!]\s+(?=[^\W\d_])")
_JOURNAL = re.compile(r"[”\"’»]?[.,]\s+([^\W\d_a-z][^\d,;:()“”\"]*?)[\s,]*")
_BARE_IN = re.compile(r"\s+In\s+")
_QUOTES = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’"}
_LAST_SENTENCE = re.compile(r"()[.?!]\s+(?=[^.?!]*$)")
_ISSUE = re.compile(r"[\s,.:;(]*(?:issue|iss|no|nr|heft|h|n[°º]|№)\.?\s*(?P<issue>\d+(?:[-/\u2013]\d+)?)(?!\w)", re.IGNORECASE)
_PAGES = re.compile(
    r"[\s,.:;)\]]*(?:(?:pp?|s|seiten?|págs?)\b\.?|(?P<article>art(?:icle|ikel)?\b\.?)(?:\s*(?:no|nr)\.?)?)?\s*"
    r"(?P<page>[A-Za-z]{0,2}\d+(?:\s?[-\u2010-\u2015\u2212]\s?[A-Za-z]{0,2}\d+)?)(?=\s*(?:[.,;:)(\[]|$))",
    re.IGNORECASE,
)


def mend(draft: Draft) -> None:
    """Part what was joined, and name what was left over."""
    _quoted(draft)
    _title_goes_on(draft)
    _part_title(draft)
    _slashes(draft)
    _open_bracket(draft)
    _year_behind(draft)
    _journal_before(draft)
    _name_alone(draft)
    _series_letter(draft)
    _issue_behind(draft)
    _page_behind(draft)
    _article_noted(draft)
    _site(draft)


def _slashes(draft: Draft) -> None:
    """Part title and container at the two slashes that say "in" in the lists of Eastern Europe.

    Source: GOST R 7.0.5-2008, section 6.
    """
    if "title" not in draft.values:
        return
    start, end = _place(draft, "title")
    title, slashes, _ = draft.text[start:end].partition(" // ")
    if slashes and title.strip():
        rest = {} if "container_title" in draft.values else {"container_title": (start + len(title) + len(slashes), end)}
        _again(draft, {"title": (start, start + len(title)), **rest})


def _article_noted(draft: Draft) -> None:
    """Take a note that is no more than the number of an article for that number."""
    if "note" not in draft.values or "page" in draft.values:
        return
    start, end = _place(draft, "note")
    if found := _ARTICLE_NOTE.fullmatch(draft.text, start, end):
        confidence = draft.origins["note"].confidence
        draft.drop("note")
        draft.put("page", *found.span(1), Locator(article=found[1]), confidence=confidence)


def _place(draft: Draft, name: str) -> tuple[int, int]:
    """Give the extent of a value within the text."""
    span = draft.origins[name].span
    return span.start - draft.offset, span.end - draft.offset


def _again(draft: Draft, spans: Mapping[str, tuple[int, int]]) -> None:
    """Set values at other places than the tagger did."""
    confidence = min(_DOUBTED, *(draft.origins[name].confidence for name in spans if name in draft.origins))
    for name, (start, end) in spans.items():
        if name in draft.values:
            draft.drop(name)
        draft.put(name, *draft.trim(start, end), confidence=confidence)


def _quoted(draft: Draft) -> None:
    """End a title where the quotation mark before it is closed, and begin what it stands in there."""
    if "title" not in draft.values:
        return
    text, (start, end) = draft.text, _place(draft, "title")
    opened = start if text[start] in _QUOTES else start - 1
    if opened < 0 or text[opened] not in _QUOTES:
        return
    close = next(
        (at for at in range(opened + 1, len(text)) if text[at] in _QUOTES[text[opened]] and not text[at + 1 : at + 2].isalnum()), -1
    )
    behind = _place(draft, "container_title") if "container_title" in draft.values else None
    if behind and behind[0] <= close < behind[1]:
        _again(draft, {"title": (opened + 1, close), "container_title": (close + 1, behind[1])})
    elif start < close < end - 1 and text[close - 1] in ".,?!" and behind is None:
        _again(draft, {"title": (opened + 1, close), "container_title": (close + 1, end)})


def _title_goes_on(draft: Draft) -> None:
    """Give back to the title an "In" that nothing parts from it, with the sentence behind: "A Study In Rats. Acta Testica"."""
    if not {"title", "container_title"} <= draft.values.keys():
        return
    (first, end), (start, last) = _place(draft, "title"), _place(draft, "container_title")
    if start > end and _BARE_IN.fullmatch(draft.text, end, start) and (cut := _ANY_SENTENCE.search(draft.text, start, last)):
        _again(draft, {"title": (first, cut.start()), "container_title": (cut.end(), last)})


def _open_bracket(draft: Draft) -> None:
    """End a container before a bracket that it does not close: "(ICCD) (IEEE, 2022)"."""
    if "container_title" in draft.values:
        start, end = _place(draft, "container_title")
        printed = draft.text[start:end]
        if printed.count("(") > printed.count(")") and (at := printed.rfind("(")) > 0:
            _again(draft, {"container_title": (start, start + at)})
            if "publisher" not in draft.values:
                draft.put("publisher", *draft.trim(start + at + 1, end), confidence=_DOUBTED)


def _year_behind(draft: Draft) -> None:
    """Take the year of the work off the end of a journal's title: "Acta Testica 2014, 2014, 1-3"."""
    issued = draft.values.get("issued")
    if {"container_title", "volume"} <= draft.values.keys() and issued is not None and issued.year:
        start, end = _place(draft, "container_title")
        if (printed := draft.text[start:end]).endswith(f" {issued.year}"):
            _again(draft, {"container_title": (start, start + len(printed) - len(f" {issued.year}"))})


def _journal_before(draft: Draft) -> None:
    """Take the words left over between title and volume for the journal."""
    if "container_title" in draft.values or not {"title", "volume"} <= draft.values.keys():
        return
    start, end = _place(draft, "title")[1], _place(draft, "volume")[0]
    if start < end and (found := _JOURNAL.fullmatch(draft.text, start, end)) and not any(draft.used[slice(*found.span(1))]):
        draft.put("container_title", *found.span(1), confidence=_DOUBTED)


def _title_before_journal(text: str, start: int, end: int, name: str) -> re.Match[str] | None:
    """Find the full stop between a title and the journal before the numbers, where both were taken for one."""
    cuts = [
        cut
        for cut in _WORD_END.finditer(text, start, end)
        if len(text[start : cut.start()].split()) > _MOST and "." not in text[start : cut.end(1)]
    ]
    return (cuts[-1] if name == "title" else cuts[0]) if cuts else None


def _part_title(draft: Draft) -> None:
    """Part title and container where one was taken for both: at ". In", at a sentence's end, before the name of a site."""
    values = draft.values
    names = {"title", "container_title"} & values.keys()
    if len(names) != 1:
        return
    name = names.pop()
    start, end = draft.trim(*_place(draft, name))
    page = values.get("url") and not any(values.get(other) for other in ("publisher", "volume", "issue", "page", *_NO_PAGE))
    cut = (_HOST if name == "title" else _SENTENCE_END).search(draft.text, start, end)
    if cut is None and any(values.get(other) for other in ("volume", "issue", "page")):
        cut = _title_before_journal(draft.text, start, end, name)
    if cut is None and page and (last := _LAST_SENTENCE.search(draft.text, start, end)):
        site = draft.text[last.end() : end].split()
        cut = last if len(site) <= _MOST and all(word[0].isupper() for word in site) else None
    if cut is not None:
        stop = cut.end(1) + (draft.text[cut.end(1)] in "?!")
        _again(draft, {"title": (start, stop), "container_title": (cut.end(), end)})


def _name_alone(draft: Draft) -> None:
    """Call what stands alone before an imprint the title: nothing stands in it, and nothing says where."""
    values = draft.values
    alone = "container_title" in values and not any(values.get(name) for name in ("title", "volume", "issue", "page"))
    if alone and (values.get("publisher") or values.get("publisher_place")):
        start = draft.origins["container_title"].span.start - draft.offset
        if not _IN_BEFORE.search(draft.text, max(0, start - _WIDE), start):
            values["title"], draft.origins["title"] = values.pop("container_title"), draft.origins.pop("container_title")


def _series_letter(draft: Draft) -> None:
    """Give the letter before a volume back to the journal: "Phys. Lett. B688" is volume 688 of "Phys. Lett. B"."""
    container, volume = draft.origins.get("container_title"), draft.origins.get("volume")
    if container is None or volume is None or not _LETTERED_VOLUME.fullmatch(volume.raw):
        return
    start, end = container.span.start - draft.offset, volume.span.start - draft.offset
    if draft.text[container.span.end - draft.offset : end].strip(" .,"):
        return
    for name, span, confidence in (
        ("container_title", (start, end + 1), container.confidence),
        ("volume", (end + 1, end + len(volume.raw)), volume.confidence),
    ):
        draft.drop(name)
        draft.put(name, *span, confidence=confidence)


def _issue_behind(draft: Draft) -> None:
    """Take a number that was left over behind the volume, and is called so, for the issue."""
    if "volume" in draft.origins and "issue" not in draft.values:
        found = _ISSUE.match(draft.text, draft.origins["volume"].span.end - draft.offset)
        if found and not any(draft.used[slice(*found.span("issue"))]):
            draft.put("issue", *found.span("issue"), confidence=_DOUBTED)
            draft.use(*found.span())


def _page_behind(draft: Draft) -> None:
    """Take a number that was left over right behind volume or issue for the page."""
    places = [draft.origins[name].span.end - draft.offset for name in ("volume", "issue") if name in draft.origins]
    if not places or "page" in draft.values:
        return
    found = _PAGES.match(draft.text, max(places))
    if found and not any(draft.used[slice(*found.span("page"))]):
        value = draft.clean(*found.span("page"))
        locator = Locator(article=value) if found["article"] else Locator(pages=re.sub(r"\s+", "", value))
        draft.put("page", *found.span("page"), locator, confidence=_DOUBTED)
        draft.use(*found.span())


def _site(draft: Draft) -> None:
    """Call the name before an address the site, where the day tells a web page: what has no publisher is none (CSL: container-title)."""
    values = draft.values
    issued = values.get("issued")
    page = values.get("url") and issued and issued.day and not any(values.get(name) for name in _NO_PAGE)
    if page and "publisher" in values and "container_title" not in values:
        draft.values["container_title"] = values.pop("publisher")
        draft.origins["container_title"] = draft.origins.pop("publisher")
