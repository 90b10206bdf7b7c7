"""Mend what the tagger leaves undone, where the punctuation of the reference says what is meant."""

from __future__ import annotations

import re

from refcheck.model.locators import Locator
from refcheck.readers.labelling.draft import Draft

_WIDE = 12
"""Signs before a field in which "in" may stand."""
_MOST = 4
"""Words that the name of a site has at most."""
_DOUBTED = 0.5
"""How sure a value can be that was mended."""
_LETTERED_VOLUME = re.compile(r"[A-Z]\d{2,4}")
_NO_PAGE = ("doi", "isbn", "publisher_place", "edition", "genre", "number")
"""Variables that a page of the web does not have."""
_IN_BEFORE = re.compile(r"(?<!\w)(?:in|dans|en|em)\s*:?\s*\W?$", re.IGNORECASE)
_HOST = re.compile(r"()\.\s+[Ii]n:?\s+(?=[^\W\d_a-zß-ÿ])")
_SENTENCE_END = re.compile(r"(\s[a-zß-ÿ]{4,})[.?!]\s+(?=[^\W\d_a-zß-ÿ])")
"""A full stop behind a word in small letters, which no abbreviated title of a journal has. The first group ends before the stop."""
_LAST_SENTENCE = re.compile(r"()[.?!]\s+(?=[^.?!]*$)")
_ISSUE = re.compile(r"[\s,.:;(]*(?:issue|iss|no|nr|heft|h|n[°º]|№)\.?\s*(?P<issue>\d+(?:[-/\u2013]\d+)?)(?!\w)", re.IGNORECASE)
_PAGES = re.compile(
    r"[\s,.:;)\]]*(?:(?:pp?|s|seiten?|págs?)\b\.?|(?P<article>art(?:icle|ikel)?\b\.?)(?:\s*(?:no|nr)\.?)?)?\s*"
    r"(?P<page>[A-Za-z]{0,2}\d+(?:\s?[-\u2010-\u2015\u2212]\s?[A-Za-z]{0,2}\d+)?)(?=\s*(?:[.,;:)(\[]|$))",
    re.IGNORECASE,
)


def mend(draft: Draft) -> None:
    """Part what was joined, and name what was left over."""
    _part_title(draft)
    _name_alone(draft)
    _series_letter(draft)
    _issue_behind(draft)
    _page_behind(draft)
    _site(draft)


def _part(draft: Draft, name: str, cut: re.Match[str]) -> None:
    """Part a field at a match: the title before it, what it stands in after it."""
    origin = draft.origins[name]
    start, end = origin.span.start - draft.offset, origin.span.end - draft.offset
    draft.drop(name)
    stop = cut.end(1) + (draft.text[cut.end(1)] in "?!")
    draft.put("title", *draft.trim(start, stop), confidence=min(origin.confidence, _DOUBTED))
    draft.put("container_title", *draft.trim(cut.end(), end), confidence=min(origin.confidence, _DOUBTED))


def _part_title(draft: Draft) -> None:
    """Part title and container where one was taken for both: at ". In", at a sentence's end, before the name of a site."""
    values = draft.values
    names = {"title", "container_title"} & values.keys()
    if len(names) != 1:
        return
    name = names.pop()
    origin = draft.origins[name]
    place = draft.trim(origin.span.start - draft.offset, origin.span.end - draft.offset)
    page = values.get("url") and not any(values.get(other) for other in ("publisher", "volume", "issue", "page", *_NO_PAGE))
    if cut := (_HOST if name == "title" else _SENTENCE_END).search(draft.text, *place):
        _part(draft, name, cut)
    elif page and (cut := _LAST_SENTENCE.search(draft.text, *place)):
        site = draft.text[cut.end() : place[1]].split()
        if len(site) <= _MOST and all(word[0].isupper() for word in site):
            _part(draft, name, cut)


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
