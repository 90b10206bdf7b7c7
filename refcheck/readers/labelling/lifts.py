"""Lift identifiers, the day of access and the leading label out of a reference, before anything else is read."""

from __future__ import annotations

import re

from refcheck.model.identifiers import Doi
from refcheck.readers.labelling.draft import Draft
from refcheck.text.dates import find_dates
from refcheck.text.lifting import FoundIdentifier, find_identifiers
from refcheck.text.names import WITH_INITIALS, cut_words, name_at

_ACCESS = re.compile(
    r"[\[(]?\s*(?<!\w)(?:(?:date\s+)?(?:last\s+)?(?:accessed|retrieved|viewed|visited|consulted|checked|cited|access(?:\s+date)?)|"
    r"(?:letzter\s+|zuletzt\s+)?"
    r"(?:zugriff|abgerufen|aufgerufen|geprüft|eingesehen)|(?:page\s+)?consultée?|consultad[oa]|recuperado|acess(?:o|ado)|"
    r"geraadpleegd|consultato|hämtad|besøgt|"
    r"дата обращения|access)(?!\w)\s*(?:on|am|le|el|em|il|den|op|vom|:)?\s*:?\s*",
    re.IGNORECASE,
)
_ACCESS_STEMS = (
    "access",
    "retriev",
    "view",
    "visit",
    "consult",
    "check",
    "cited",
    "zugriff",
    "gerufen",
    "geprüft",
    "gesehen",
    "recuperad",
    "acess",
    "geraadpleegd",
    "hämtad",
    "besøgt",
    "обращения",
)
_AFTER_ACCESS = re.compile(r"\s*[,.]?\s*(?:from|at|de|von|unter)?\s*:?(?=\s)|\s*[\])]")
_VOLUME_AFTER = re.compile(r"\s?[;(]\s?\d|,\s?\d+\s?[(,:]")
"""The year before it is a journal's, and the word that seems to announce a visit ends the journal's title: "IEEE Access. 2023;11"."""
_SOURCE = re.compile(
    r"[\[(]?(?<!\w)(?:retrieved|available|verfügbar|online|disponible|disponível|recuperado|disponibile|consultable|accessed|access|url|"
    r"weblink|link|reference source|"
    r"accessible|abrufbar|in internet|on-?line)(?:\s+(?:from|at|online|on|via|unter|en|sur|à|em|de|a|as|through|abrufbar|"
    r"verfügbar|su))*\s*:?\s*[\])]?\s*[.:;,]?$",
    re.IGNORECASE,
)
_SOURCE_STEMS = (
    "retriev",
    "availab",
    "verfüg",
    "line",
    "dispon",
    "recuper",
    "consult",
    "access",
    "url",
    "link",
    "source",
    "abruf",
    "internet",
)
"""Letters of which the words before an address have some."""
_LINK_LABEL = re.compile(
    r"[\[(]\s?(?:INSPIRE|Cross\s?[Rr]ef|PubMed|Google Scholar|Medline|PMC free article|Web of Science|ADS|SPIRES|MathSciNet|zbMATH)\s?[\])]"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_KEY = re.compile(r"\d|^[A-Z][\w+*]*$")
_LABEL = re.compile(
    r"\s*(?:\[\s?(?P<square>[^\]\[\s]{1,24}(?:[ ,][^\]\[\s]{1,12})?)\s?\]|\((?P<round>\d{1,4}[a-z]?)\)|"
    r"(?P<point>\d{1,4})(?:\s?\.(?!\d)|\)|:)(?=\s|\D)"
    r"|(?P<bare>\d{1,4})(?=\s+[^\W\d_a-z]|[^\W\d_a-z]\s?\.|\t)|(?P<mark>[•●▪■*·–—-])(?=\s|[^\W\d_]))\s*[:.]?"
)


_EXTENT = re.compile(
    r"(?<![\d–—-])(?<![–—-] )(?<!\d[.,])(?P<number_of_pages>\d{2,4})\s?(?:pp?|pages|seiten|S|págs?|páginas|стр|с)"
    r"(?![^\W\d_])\.?(?=\s*(?:[.,;)]|$))"
)
_MEDIUM = re.compile(
    r"\[(?P<medium>(?:data\s?set|data|computer (?:software|program)|software|mobile app|film|video|podcast|blog post|"
    r"web log|internet|online|web page|website|preprint|map|code|source code)[^\]]{0,20})\]",
    re.IGNORECASE,
)
_MARK = re.compile(r"\[\s?(?P<mark>(?:[JMDCRSPNZAG]|EB|DB|CP)(?:\s?/\s?(?:OL|CD|MT|DK))?)\s?\](?=\s?[.,:/]|\s|$)")
"""The type of a work as Chinese lists print it behind the title. Source: GB/T 7714-2015, appendix B."""
_AHEAD = re.compile(r"(?P<status>(?:advanced? online publication|(?:online|epub) ahead of print|online first))(?![^\W\d_])", re.IGNORECASE)
_PLAIN = (("[", "medium", _MEDIUM), ("", "number_of_pages", _EXTENT), ("online", "status", _AHEAD), ("print", "status", _AHEAD))
"""Letters that a text must hold, variable, and how it is printed."""
_NAME = 60
"""Signs in which the first name after a label stands."""


def lift_identifiers(draft: Draft) -> None:
    """Take the identifiers out of the text, with the words that announce them."""
    first = len(draft.text)
    for found in find_identifiers(draft.raw):
        _keep(draft, found)
        draft.lift(found.start, found.end, found.kind)
        if found.kind == "url":
            first = min(first, found.start)
    for found_link in _LINK_LABEL.finditer(draft.text):
        draft.blank(*found_link.span())
    _lift_access(draft)
    lower = draft.text.lower()
    for hint, name, pattern in _PLAIN:
        if hint in lower and (plain := pattern.search(draft.text)) and draft.put(name, *plain.span(name), confidence=0.9):
            draft.lift(*plain.span(), name)
    if mark := _MARK.search(draft.text) if "[" in lower else None:
        draft.values["mark"] = mark["mark"]
        draft.lift(*mark.span(), "mark")
    for place in {first, len(draft.text.rstrip(" .,;)]>"))} | {m.start() for m in re.finditer(r" {6,}", draft.text)}:
        low = max(0, place - 60)
        before = draft.text[low:place].rstrip()
        if any(stem in lower for stem in _SOURCE_STEMS) and (source := _SOURCE.search(before)):
            draft.blank(low + source.start(), low + source.end())


def _keep(draft: Draft, found: FoundIdentifier) -> None:
    """Set the variable of an identifier; of several of one kind the first counts, ISBNs and ISSNs add up."""
    start, end = found.core
    if found.kind in {"isbn", "issn"}:
        draft.values[found.kind] = (*draft.values.get(found.kind, ()), found.value)
        draft.origin(found.kind, start, end, 0.99)
    else:
        value = (Doi.parse(found.value) or found.value) if found.kind == "doi" else found.value
        draft.put(found.kind, start, end, value, confidence=0.99)


def _lift_access(draft: Draft) -> None:
    """Take the day on which a page was looked at out of the text, with the words around it."""
    lower = draft.text.lower()
    if not any(stem in lower for stem in _ACCESS_STEMS):
        return
    for found in _ACCESS.finditer(draft.text):
        for dated in find_dates(draft.text, found.end(), min(len(draft.text), found.end() + 34)):
            if dated.start - found.end() > 3:  # noqa: PLR2004 -- something else stands between
                break
            if _VOLUME_AFTER.match(draft.text, dated.end):
                break
            draft.put("accessed", dated.start, dated.end, dated.date, confidence=0.95)
            after = _AFTER_ACCESS.match(draft.text, dated.end)
            draft.lift(found.start(), after.end() if after else dated.end, "accessed")
            return


def lift_label(draft: Draft) -> str | None:
    """Take the number or bracketed label before a reference out of the text."""
    found = _LABEL.match(draft.text)
    if found is None:
        return None
    label = next((text for name in ("square", "round", "point", "bare") if (text := found[name])), None)
    if label and (_YEAR.fullmatch(label) or (found["square"] and not _KEY.search(label))):
        return None
    if found["bare"] and not _begins_with_name(draft.text, found.end()):
        return None
    draft.blank(*found.span())
    return label


def _begins_with_name(text: str, start: int) -> bool:
    """Tell whether a name with initials stands at a place."""
    words = cut_words(text, start, start + _NAME)
    return name_at(text, words, 0, tuple(WITH_INITIALS)) is not None
