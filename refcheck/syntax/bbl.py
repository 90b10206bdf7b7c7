r"""Read the `.bbl` file that biber writes for biblatex: its entries by fields.

Source: biblatex 3.20, `biblatex.sty`, "bbl interface"; biber 2.20, `Output/bbl.pm`; the older form of names: biblatex 3.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from refcheck.model.references import Span
from refcheck.syntax.bibtex import BrokenBlock, Entry, Value
from refcheck.syntax.bibtex_datamodel import ALLOWED
from refcheck.syntax.latex_document import LatexSource

_ENTRY = re.compile(r"\\entry(?![A-Za-z])")
_END = re.compile(r"\\endentry(?![A-Za-z])")
_PART = re.compile(r"\\(name|list|field|true|verb)(?![A-Za-z])")
_VERBATIM = re.compile(r"\s*\\verb ([^\r\n]*?)[ \t]*[\r\n]+[ \t]*\\endverb(?![A-Za-z])")
_FIELDS = frozenset().union(*ALLOWED.values()) - {"options", "label", "entrysubtype"} | {"journaltitle", "entrysubtype"}
_DATES = ("", "url", "orig", "event")
_PIECES = ("year", "month", "day")
_NAME_PART = re.compile(r"(family|given|prefix|suffix)\s*=\s*")
_POSITIONS = (("family", 1), ("given", 3), ("prefix", 5), ("suffix", 7))
"""Where the parts of a name stand in the older form."""
_MACROS: Mapping[re.Pattern[str], str] = {
    re.compile(r"\\bib(?:range|dash)[a-z]*dash\s*|\\bibrangedash\s*"): "--",
    re.compile(r"\\bibrangessep\s*"): ", ",
    re.compile(r"\\bibinithyphendelim\s*"): "-",
    re.compile(r"\\bibinitperiod\s*"): ".",
    re.compile(r"\\bib(?:namedelim[a-z]|initdelim)\s*"): " ",
}
"""Macros of the interface -> what they print."""


def entries_of(source: LatexSource) -> Iterator[Entry | BrokenBlock]:
    """Read the entries of a file, in its order, and what should be one.

    What an entry lacks is absent, and one without an end stops at the next.
    """
    heads = list(_ENTRY.finditer(source.live))
    limits = [*(head.start() for head in heads[1:]), len(source.live)]
    for head, limit in zip(heads, limits, strict=False):
        key = source.argument(head.end())
        kind = source.argument(key.end + 1) if key else None
        if key is None or kind is None:
            named = source.text(key).strip() if key else None
            yield BrokenBlock(reason="\\entry has no key or no type", span=Span(*head.span()), key=named)
            continue
        end = _END.search(source.live, kind.end, limit)
        span = Span(head.start(), end.end() if end else head.start() + len(source.whole[head.start() : limit].rstrip()))
        yield Entry(
            type=source.text(kind).strip().lower(),
            key=source.text(key).strip(),
            span=span,
            fields=_fields(source, Span(kind.end, span.end)),
        )


def _fields(source: LatexSource, within: Span) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    for found in _PART.finditer(source.live, within.start, within.end):
        name_at = source.argument(found.end())
        if name_at is None:
            continue
        name = source.text(name_at).strip()
        if found[1] == "true":
            role = name.removeprefix("more")
            if name != role and role in fields:
                fields[role] = fields[role]._replace(text=f"{fields[role].text} and others")
            continue
        value = (_verbatim if found[1] == "verb" else _value)(source, found[1], name_at.end + 1)
        if value is not None and value.text:
            fields.setdefault(name, value)
    return {name: value for name, value in _dated(fields).items() if name in _FIELDS}


def _verbatim(source: LatexSource, _: str, at: int) -> Value | None:
    """Read an address, in which no sign means anything to LaTeX."""
    found = _VERBATIM.match(source.whole, at)
    return Value(found[1], *found.span(1)) if found else None


def _value(source: LatexSource, kind: str, at: int) -> Value | None:
    if kind != "field":
        # How many there are stands first, in names what applies to all of them next.
        for _ in range(2 if kind == "name" else 1):
            passed = source.argument(at)
            if passed is None:
                return None
            at = passed.end + 1
    whole = source.argument(at)
    if whole is None or kind == "field":
        return _printed(source, whole) if whole else None
    parts = list(_groups(source, whole))
    if kind == "list" and len(parts) == 1:
        return _printed(source, parts[0])
    each = [_name(source, part) if kind == "name" else _printed(source, part).text for part in parts]
    return Value(" and ".join(filter(None, each)), whole.start, whole.end, raw=source.whole[whole.start : whole.end])


def _printed(source: LatexSource, place: Span) -> Value:
    raw = source.whole[place.start : place.end]
    text = source.text(place)
    for macro, sign in _MACROS.items():
        text = macro.sub(sign, text)
    text = text.strip()
    return Value(text, place.start, place.end, raw=None if text == raw else raw)


def _groups(source: LatexSource, within: Span) -> Iterator[Span]:
    at = within.start
    while (part := source.argument(at)) is not None and part.end <= within.end:
        yield part
        at = part.end + 1


def _name(source: LatexSource, place: Span) -> str:
    """Write one name as BibTeX does."""
    inner = list(_groups(source, place))
    parts: dict[str, str] = {}
    if len(inner) > _POSITIONS[-1][1]:
        parts = {part: _printed(source, inner[at]).text for part, at in _POSITIONS}
    elif len(inner) > 1:
        for found in _NAME_PART.finditer(source.live, inner[1].start, inner[1].end):
            value = source.argument(found.end())
            if value is not None and source.live[found.end()] == "{":
                parts.setdefault(found[1], _printed(source, value).text)
    family = parts.get("family", "")
    if not any(parts.get(part) for part in ("given", "prefix", "suffix")):
        return f"{{{family}}}" if family else ""
    return ", ".join(f"{part}={{{value}}}" for part, value in parts.items() if value)


def _dated(fields: dict[str, Value]) -> dict[str, Value]:
    """Put the parts of dates together."""
    for kind in _DATES:
        values = [fields.get(f"{kind}{piece}") for piece in _PIECES]
        if values[0] is None or f"{kind}date" in fields:
            continue
        pieces: list[str] = []
        for value, width in zip(values, (4, 2, 2), strict=True):
            if value is None or not value.text.isdigit():
                break
            pieces.append(value.text.zfill(width))
        if pieces and (len(pieces) > 1 or kind):
            date, written = "-".join(pieces), values[0].text if values[0].raw is None else values[0].raw
            fields[f"{kind}date"] = values[0]._replace(text=date, raw=None if date == written else written)
    return fields
