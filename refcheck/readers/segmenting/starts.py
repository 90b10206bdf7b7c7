"""How references begin: the shapes in which styles print the first name."""

from __future__ import annotations

import re

from refcheck.text.names import HONORIFICS

GROUP, NAMES, INITIALS = 1, 2, 3
"""How surely a text begins as a reference does: a group with its year, full names, names with initials."""

_CAPITALS = "".join(sign for sign in map(chr, (*range(0x530), *range(0x1E00, 0x2000))) if sign.isupper())
_U = f"[{_CAPITALS}]"
_L = r"[^\W\d_]"
_PARTICLE = r"(?:v[ao]n|de[nrl]?|d[aiou]s?|dell[ao]|l[aeo]s?|ten|ter|te|zu[rm]?|af|av|el|al|ibn|bin|ben|y|e|st\.?|[’']t)[ ]"
_FAMILY = (
    rf"(?:{_PARTICLE}){{0,3}}(?:d['’]|[a-z]{{1,3}}[-'’]|[’'])?{_U}(?:['’]{_U})?{_L}*"
    rf"(?:[-‐‑'’ʼ`´]{_L}+|[ ](?:{_PARTICLE}){{0,2}}{_U}{_L}+){{0,3}}"
)
_INITIAL = rf"{_U}(?:h|y|u|j|r|s|l)?\."
_INITIALS = rf"{_INITIAL}(?:[- ‐]{{0,2}}{_INITIAL}){{0,4}}"
_HONOUR = rf"(?:(?:{'|'.join(sorted(word.capitalize() for word in HONORIFICS))})\.?[ ])"
_BUNCH = rf"{_U}(?:-?{_U}){{0,3}}"
_AFTER = r"(?=[,.;:(]|[ ](?:\(|et[ ]al|and[ ]|und[ ]|&|\d{4}|(?:de|da|do|dos|van|von)[ ])|$)"
_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"

_INVERTED = re.compile(
    rf"{_HONOUR}{{0,2}}{_FAMILY},[ ]?{_HONOUR}{{0,2}}(?:{_INITIALS}|{_BUNCH}{_AFTER})"  # Smith, J. A.   Smith, JA
    rf"|{_FAMILY}[ ](?:{_BUNCH}{_AFTER}|{_INITIALS})"  # Smith JA   Smith J.A.
)
_DIRECT = re.compile(rf"{_INITIALS}[ ]?{_FAMILY}(?=[ ,.:;(]|$)")  # J. A. Smith
_FULL = re.compile(
    rf"{_HONOUR}{{0,2}}{_FAMILY},[ ]{_HONOUR}{{0,2}}{_U}{_L}+(?:[ -](?:{_INITIAL}|{_U}{_L}+))*"
    r"(?=[.,;:]|[ ](?:and|und|et|y|e|&|\()|$)"  # Smith, John A.
    rf"|{_U}{_L}+[ ](?:{_INITIAL}[ ]|{_U}{_L}+[ ]){{0,2}}{_FAMILY}"  # John A. Smith, before what only names stand before
    rf"(?=,[ ][“\"‘«„]|[.,:]?[ ]\(?\d{{4}}|,[ ]{_U}|[ ](?:and|und|et|y|e|&)[ ]{_U})"
)
_GROUP = re.compile(rf"{_U}[^.()\"“]{{2,90}}[.,]?[ ]\(?{_YEAR}[).,:]")  # World Health Organization (2020).
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,8}[,，、.．:：;； (（]")  # names of East Asia, unspaced
_AGAIN = re.compile(r"[—–_―-]{2,}[.,:]?[ ]")
_WITHIN = re.compile(
    rf"[\w)\]/”\"’»]\.?[ ]{{1,2}}(?:[\[(]?\d{{1,3}}[\])]?\.?[ ])?(?={_FAMILY},?[ ](?:{_INITIALS}|{_BUNCH}[,.:(]|{_BUNCH}[ ]\())"
)
_HEAD = re.compile(rf"(?:{_INITIALS}|{_BUNCH})[.,]?[ ]?(?:\(|\[)?{_YEAR}[^\d–-]")
_DATED = re.compile(rf"\({_YEAR}(?:,[ ][^()]{{1,25}})?\)[.:]")
_STOPPED = re.compile(r".*[^\W\d_]{2}\.|.*[\d)\]”\"/]\.?|(?:https?:|doi:|10\.).*", re.IGNORECASE)


def strength(text: str) -> int:
    """Tell how surely a text begins as a reference does.

    Returns:
        `INITIALS`, `NAMES` (also for a repeated author), `GROUP`, or 0 for none of these.
    """
    if _INVERTED.match(text) or _DIRECT.match(text):
        return INITIALS
    if _FULL.match(text) or _AGAIN.match(text) or _IDEOGRAPHS.match(text):
        return NAMES
    return GROUP if _GROUP.match(text) else 0


def inner_starts(text: str) -> int:
    """Count the places within a text where another reference seems to begin: names after a stop, a number or an address."""
    count = 0
    for found in _WITHIN.finditer(text, min(60, len(text))):
        word = text[text.rfind(" ", 0, found.start()) + 1 : found.start() + 2].strip()
        count += _STOPPED.fullmatch(word) is not None
    return count


def dated_heads(text: str) -> int:
    """Count the heads of the form names (year) or name (year). after the first."""
    return max(0, max(sum(1 for _ in _HEAD.finditer(text)), sum(1 for _ in _DATED.finditer(text))) - 1)
