"""Where a list of names stands in a printed reference, whatever the style has made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_SAME = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‹": "'",
    "›": "'",
    "–": "-",
    "—": "-",
    "‐": "-",
    "\u2011": "-",
}
_ET_AL = re.compile(
    r",?\s(?:et\sal(?:ii|\.)?|and others|u\.\s?a\.|und andere|e altri|y otros|e outros|et autres|& al\.?|en anderen|e\.a\.)(?!\w)"
)
_FIRST_ASIAN = 0x2E7F
_INITIAL_STOP = re.compile(r"(?<!\w)\w\.")


def even(text: str) -> str:
    """Fold case, quotes, dashes and blanks, letter for letter."""
    return "".join(
        _SAME.get(letter, " " if letter.isspace() else letter.lower() if len(letter.lower()) == 1 else letter) for letter in text
    )


def find_names(text: str, names: Sequence[Mapping[str, str]], taken: Sequence[bool]) -> tuple[int, int] | None:
    """Find a list of names, printed one after the other, in letters that are not taken; it may be cut."""
    start: int | None = None
    end, last = 0, ""
    for name in names:
        extent = _name(text, name, taken, end)
        if extent is None:
            continue
        if start is not None and (extent[0] - end > 12 or any(taken[end : extent[0]])):
            break
        start = extent[0] if start is None else start
        end, last = extent[1], text[slice(*extent)]
    if start is None:
        return None
    cut = _ET_AL.match(text, end)
    if cut and not any(taken[end : cut.end()]):
        end = cut.end()
    elif text[end - 1] == ".":
        end -= 1
    initial = text[end : end + 1] == "." and re.search(r"(?:^|[\s.\-])\w$", text[start:end])
    if initial and ("," in last or _INITIAL_STOP.search(text, start, end)):  # else the stop ends the list, as in "Smith A, Jones B."
        end += 1
    return start, end


def _name(text: str, name: Mapping[str, str], taken: Sequence[bool], begin: int) -> tuple[int, int] | None:
    """Find one name with its given names, before or behind."""
    particle = even(name.get("non-dropping-particle", ""))
    family = even(name.get("family") or name.get("literal") or name.get("given") or "")
    parts = [part for part in re.split(r"[\s.\-]+", even(name.get("given", ""))) if part and "family" in name]
    each = [f"(?:{re.escape(part[:1])}[.]?|{re.escape(part)})" for part in parts]
    given = each[0] + "".join(f"(?:[\\s.\\-–‐]*{one})?" for one in each[1:]) if each else ""
    piece = f"(?:{re.escape(particle)}[\\s]*)?" if particle else ""
    tail = f"(?:,?\\s+{re.escape(even(name['suffix']))})?" if name.get("suffix") else ""
    pattern = f"(?<!\\w){piece}{re.escape(family)}(?!\\w){tail}"
    if given:
        behind = f"(?:,?\\s*\\(?(?<!\\w){given}(?!\\w)\\)?{f'(?:,?{chr(92)}s+{re.escape(particle)})?' if particle else ''}{tail})?"
        pattern = f"(?:(?<!\\w){given}\\s*(?=\\W|{re.escape((particle or family)[:1])}))?{pattern}{behind}"
    if ord(family[:1] or "a") > _FIRST_ASIAN:  # printed as one, and never cut to initials
        given = re.escape(even(name.get("given", "")))
        pattern = f"{re.escape(family)},?\\s*{given}|(?:{given}\\s*)?{re.escape(family)}"
    for found in re.finditer(pattern, even(text)[begin:]):
        start, stop = begin + found.start(), begin + found.end()
        if not any(taken[start:stop]):
            return start, stop
    return None
