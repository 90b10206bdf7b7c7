"""Lift identifiers, the day of access and the leading label out of a reference, before anything else is read."""

from __future__ import annotations

import re

from refcheck.model.identifiers import Doi
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.people import read_people
from refcheck.text.dates import find_dates
from refcheck.text.lifting import FoundIdentifier, find_identifiers

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
    r"[\[(]?(?<!\w)(?:retrieved|available|verfügbar|online|disponible|disponível|recuperado|disponibile|accessed|access|url|"
    r"weblink|link|reference source|"
    r"accessible|abrufbar|in internet|on-?line)(?:\s+(?:from|at|online|on|via|unter|en|sur|à|em|de|a|as|through|abrufbar|"
    r"verfügbar|su))*\s*:?\s*[\])]?\s*[.:;,]?$",
    re.IGNORECASE,
)
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


def lift_identifiers(draft: Draft) -> None:
    """Take the identifiers out of the text, with the words that announce them."""
    first = len(draft.text)
    for found in find_identifiers(draft.raw):
        _keep(draft, found)
        draft.blank(found.start, found.end)
        if found.kind == "url":
            first = min(first, found.start)
    for found_link in _LINK_LABEL.finditer(draft.text):
        draft.blank(*found_link.span())
    _lift_access(draft)
    for place in {first, len(draft.text.rstrip(" .,;)]>"))} | {m.start() for m in re.finditer(r" {6,}", draft.text)}:
        low = max(0, place - 60)
        if source := _SOURCE.search(draft.text[low:place].rstrip()):
            draft.blank(low + source.start(), low + source.end())


def _keep(draft: Draft, found: FoundIdentifier) -> None:
    """Set the variable of an identifier; of several of one kind the first counts, ISBNs add up."""
    start, end = found.core
    if found.kind == "isbn":
        numbers = (*draft.values.get("isbn", ()), found.value)
        draft.values["isbn"] = numbers
        draft.origin("isbn", start, end, 0.99)
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
            draft.blank(found.start(), after.end() if after else dated.end)
            return


def lift_label(draft: Draft) -> tuple[str | None, int]:
    """Read the number or bracketed label before a reference: the label, and where the reference itself begins."""
    found = _LABEL.match(draft.text)
    if found is None:
        return None, 0
    label = next((text for name in ("square", "round", "point", "bare") if (text := found[name])), None)
    if label and (_YEAR.fullmatch(label) or (found["square"] and not _KEY.search(label))):
        return None, 0
    if found["bare"]:
        people = read_people(draft.text, found.end(), len(draft.text))
        if people is None or not people.certain:
            return None, 0
    draft.use(*found.span())
    return label, found.end()
