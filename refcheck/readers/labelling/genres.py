"""What a reference calls its work: thesis, report, patent, data set; and how many pages it has."""

from __future__ import annotations

import re

from refcheck.readers.labelling.draft import Draft

_THESIS = re.compile(
    r"[(\[]?\s*(?<!\w)(?P<genre>(?:unpublished\s+)?(?:(?:ph\.?\s?d\.?|doctoral|doctor'?s|master'?s?|m\.?\s?sc\.?|m\.?\s?a\.?|"
    r"bachelor'?s?|diploma|licentiate|graduate|undergraduate|habilitation)\s*"
    r"(?:thesis|dissertation|diss\.?)|dissertation|thesis|diplomarbeit|masterarbeit|bachelorarbeit|doktorarbeit|habilitationsschrift|"
    r"thèse(?: de doctorat)?|mémoire de maîtrise|tesis(?: doctoral| de maestría| de licenciatura)?|tese(?: de doutorado|"
    r" \(doutorado[^)]*\))?|dissertação(?: de mestrado)?|tesi di (?:laurea|dottorato)|proefschrift|diss\.))(?!\w)\s*[)\]]?",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"[(\[]?\s*(?<!\w)(?P<genre>(?:technical|tech\.|research|internal|working|discussion|policy|final|annual|scientific|"
    r"project)\s?(?:report|rep\.|paper|memo(?:randum)?|brief)|technical note|white paper|working paper|"
    r"rapport(?: technique| de recherche)?|forschungsbericht|technischer bericht|informe(?: técnico)?)(?![^\W\d_])\s*(?:(?:no\.?|"
    r"nr\.?|number|#)?\s?(?P<number>[A-Z]*[-\d./:]*\d[\w./-]*))?\s*[)\]]?",
    re.IGNORECASE,
)
_PATENT = re.compile(
    r"(?P<genre>(?:U\.?\s?S\.?|European|German|Japanese|British|GB|EP|WO|"
    r"DE)?\s?pat(?:ent)?\.?(?: application)?)\s(?:no\.?\s?)?(?P<number>[A-Z]{0,2}\s?\d[\d,/ ]{4,}\d)",
    re.IGNORECASE,
)
_EXTENT = re.compile(
    r"(?<![\d–—-])(?<![–—-] )(?<!\d[.,])(?P<extent>\d{2,4})\s?(?:pp?|pages|seiten|S|págs?|páginas|стр|с)(?![^\W\d_])\.?(?=\s*(?:[.,;)]|$))"
)
_MEDIUM = re.compile(
    r"\[(?P<medium>(?:data\s?set|data|dataset|computer (?:software|program)|software|mobile app|film|video|podcast|blog post|"
    r"web log|internet|online|web page|website|preprint|map|code|source code)[^\]]{0,20})\]",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"(?:advanced? online publication|(?:online|epub) ahead of print|online first)(?![^\W\d_])", re.IGNORECASE)
_GENRES = (
    ("thesis", _THESIS, ("thes", "diss", "arbeit", "schrift", "thès", "mémoire", "tes")),
    ("report", _REPORT, ("report", "paper", "rep.", "memo", "note", "brief", "bericht", "informe", "rapport")),
    ("patent", _PATENT, ("pat.", "patent")),
)
"""Type of work -> its pattern, and letters that it never lacks."""


def read_genre(draft: Draft, start: int, end: int) -> None:
    """Set what the work is called: thesis, report, data set."""
    if found := _MEDIUM.search(draft.text, start, end):
        draft.put("medium", *found.span("medium"), confidence=0.9)
        draft.blank(*found.span())
    if found := _EXTENT.search(draft.text, start, end):
        draft.put("number_of_pages", *found.span("extent"), confidence=0.9)
        draft.blank(*found.span())
    if found := _AHEAD.search(draft.text, start, end):
        draft.put("status", *found.span(), confidence=0.9)
        _cut_out(draft, *found.span())
    lower = draft.text[start:end].lower()
    for kind, pattern, stems in _GENRES:
        if any(stem in lower for stem in stems):
            for found in pattern.finditer(draft.text, start, end):
                if _stands_alone(draft.text, found, start, end):
                    _set_genre(draft, kind, found)
                    return


def _stands_alone(text: str, found: re.Match[str], start: int, end: int) -> bool:
    """Tell whether the word for the kind of work is a field of its own and not a part of the title."""
    before, after = text[start : found.start()].rstrip(), text[found.end() : end].lstrip()
    if not before.strip(" .,;:"):
        return False
    bracketed = found[0].strip()[0] in "(["
    return bracketed or (before[-1] in '.,;:?!”"’»)' and not after[:1].islower())


def _set_genre(draft: Draft, kind: str, found: re.Match[str]) -> None:
    """Set the kind of work and its number, and take them out of the text."""
    draft.put("genre", *found.span("genre"), confidence=0.85)
    draft.values["kind"] = kind
    if "number" in found.re.groupindex and found["number"]:
        draft.put("number", *found.span("number"), confidence=0.8)
    _cut_out(draft, *found.span())


def _cut_out(draft: Draft, start: int, end: int) -> None:
    """Take a field out of the text; a mark keeps the title from running on over it."""
    draft.blank(start, end)
    draft.text = f"{draft.text[:start]}.{draft.text[start + 1 :]}"
