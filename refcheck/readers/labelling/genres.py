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
    lower = draft.text[start:end].lower()
    for kind, pattern, stems in _GENRES:
        if not any(stem in lower for stem in stems):
            continue
        for found in pattern.finditer(draft.text, start, end):
            before, after = draft.text[start : found.start()].rstrip(), draft.text[found.end() : end].lstrip()
            if (
                before
                and before[-1] in '.,;:?!”"’»)'
                and (not after or after[0] in ".,;:()[" or after[0].isupper() or after[0].isdigit() or found[0].strip()[0] in "([")
            ):
                draft.put("genre", *found.span("genre"), confidence=0.85)
                draft.values["kind"] = kind
                if kind != "thesis" and found["number"]:
                    draft.put("number", *found.span("number"), confidence=0.8)
                draft.blank(*found.span())
                # a mark keeps the title from running on over what was taken out
                draft.text = draft.text[: found.start()] + "." + draft.text[found.start() + 1 :]
                return
