"""Names in BibTeX and biblatex, both ways.

Source: BibTeX, "BibTeXing" 4; N. Markey, "Tame the BeaST" 11; biblatex manual 3.4 (extended name format).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from refcheck.model.names import ET_AL, Name
from refcheck.text.latex import to_latex, to_text, with_letters
from refcheck.text.names import HONORIFICS


class Separator(NamedTuple):
    """What parts a text, in one without braces and commands and in one with them."""

    plain: re.Pattern[str]
    nested: re.Pattern[str]


def _separator(pattern: str) -> Separator:
    return Separator(re.compile(pattern), re.compile(rf"{pattern}|[{{}}]|\\.", re.DOTALL))


_AND, _COMMA, _BLANK = _separator(r"\s+[aA][nN][dD](?=\s)"), _separator(r"\s*,\s*"), _separator(r"[\s~]+")
_CLOSED = re.compile(r"\{(?:[^{}\\]++|\\[^{}])*+\}|\\.", re.DOTALL)
"""A group without groups in it, or an escape; nothing is parted there."""
_WORDS = r"[^\W\d_a-z][^\s,{}\\~=]*(?: [^\W\d_a-z][^\s,{}\\~=]*)*"
_SIMPLE = re.compile(rf"((?:[a-z]+ )*)({_WORDS}), ([^,{{}}\\~=]+)")
_FORWARD = re.compile(r"([A-Z][^\s,{}\\~=]*(?: [A-Z][^\s,{}\\~=]*)*) ([A-Z][^\s,{}\\~=]*)")
_PLAIN = re.compile(r"[^{}\\~$]*")
_EXTENDED = re.compile(r"^\s*\"?\s*(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
_CASE = re.compile(r"\\[A-Za-z]+\s*|[^\W\d_]")
_OTHERS = frozenset({"others", "{others}"})
_LETTERS = frozenset({"i", "j", "o", "l", "ae", "oe", "aa", "ss", "dh", "th", "dj", "ng"})
"""Commands that are letters themselves, in lower case."""
_JUNIOR = re.compile(r"(?:jr|sr|ii|iii|iv|v|vi)\.?", re.IGNORECASE)
_TITLE = "|".join(sorted(HONORIFICS - {"phil", "med", "hon", "sr"}))
_TITLES = re.compile(
    rf"(?:(?:Prof|Professor|Dr)\s+|(?:{_TITLE})\.\s*)(?:(?:{'|'.join(sorted(HONORIFICS))})\.\s*)*(?=[^\W\d_])", re.IGNORECASE
)
_SEVERAL = 2


def parts(text: str, separator: Separator) -> list[tuple[int, int]]:
    """Part a text where a separator stands outside of braces; give start and end of each part, blanks around it left out."""
    bare = text if "{" not in text and "\\" not in text else _CLOSED.sub(lambda closed: "x" * len(closed[0]), text)
    found: list[tuple[int, int]] = []
    depth = start = 0
    for mark in (separator.nested if "{" in bare or "\\" in bare else separator.plain).finditer(bare):
        sign = mark[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and sign[0] != "\\":
            found.append((start, mark.start()))
            start = mark.end()
    found.append((start, len(text)))
    return found


def places_of(text: str) -> list[tuple[int, int]]:
    """Give start and end of each name in a list of names, as `names_of` reads it."""
    found: list[tuple[int, int]] = []
    for start, end in parts(text, _AND):
        name = text[start:end].strip()
        if name:
            at = text.index(name, start)
            found.append((at, at + len(name)))
    return found


def names_of(text: str) -> tuple[Name, ...]:
    """Read a list of names.

    "and others" becomes the last element, `ET_AL`. Braces around a whole name make it an organisation's.
    """
    found: list[Name] = []
    for start, end in places_of(text):
        name = text[start:end]
        read = ET_AL if name.lower() in _OTHERS else parse(name)
        found.append(read if read.family or read.literal else Name(literal=name))
    return tuple(found)


@lru_cache(maxsize=4096)
def parse(text: str) -> Name:
    """Read one name as BibTeX parts it: first von last; von last, first; von last, jr, first; or key = value pairs."""
    if "\\" in text and (bare := with_letters(text)).count(" ") == text.count(" ") and _PLAIN.fullmatch(bare):
        text = bare
    if (simple := _SIMPLE.fullmatch(text)) and not _TITLES.match(simple[3]):
        von = simple[1].strip() or None
        return Name(family=to_text(simple[2]), given=to_text(simple[3]), non_dropping_particle=von)
    if (forward := _FORWARD.fullmatch(text)) and not _TITLES.match(text):
        return Name(family=to_text(forward[2]), given=to_text(forward[1]))
    if _whole_group(text):
        return Name(literal=to_text(text))
    if _EXTENDED.match(text):
        return _extended(text)
    pieces = [text[start:end].strip() for start, end in parts(text, _COMMA)]
    if len(pieces) == 1:
        title = _TITLES.match(pieces[0])
        name = _given_first(_words(pieces[0][title.end() :] if title else pieces[0]))
        return replace(name, honorific=title[0].strip()) if title else name
    von, last = _von_last(_words(pieces[0]))
    if len(pieces) > _SEVERAL + 1:
        return Name(literal=to_text(text))
    given, suffix = pieces[1], None
    if len(pieces) > _SEVERAL:
        given, suffix = pieces[2], pieces[1]
        if _JUNIOR.fullmatch(given) and not _JUNIOR.fullmatch(suffix):
            given, suffix = suffix, given
    return _name(last, given, von, suffix)


def _name(last: str, given: str | None, von: str | None, suffix: str | None) -> Name:
    family, first, particle, junior = (to_text(part) or None if part else None for part in (last, given, von, suffix))
    if family is None:
        return Name(literal=" ".join(filter(None, (first, particle, junior))) or last)
    title = _TITLES.match(first) if first else None
    if first and title and title.end() < len(first):
        first, honorific = first[title.end() :], title[0].strip()
    else:
        honorific = None
    return Name(family=family, given=first, non_dropping_particle=particle, suffix=junior, honorific=honorific)


def _whole_group(text: str) -> bool:
    """Tell whether one pair of braces holds the whole name."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for mark in re.finditer(r"\\.|[{}]", text, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return mark.end() == len(text)
    return False


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in parts(text, _BLANK) if text[start:end]]


def _is_von(word: str) -> bool:
    """Tell whether a word starts in lower case; a braced group has no case, a braced accent has that of its letter."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    for mark in _CASE.finditer(word):
        if not mark[0].startswith("\\"):
            return mark[0].islower()
        macro = mark[0].strip()[1:]
        if macro.lower() in _LETTERS:
            return macro.islower()
    return False


def _given_first(words: list[str]) -> Name:
    lower = [place for place, word in enumerate(words[:-1]) if _is_von(word)]
    if not lower:
        return _name(" ".join(words[-1:]), " ".join(words[:-1]), None, None)
    return _name(" ".join(words[lower[-1] + 1 :]), " ".join(words[: lower[0]]), " ".join(words[lower[0] : lower[-1] + 1]), None)


def _von_last(words: list[str]) -> tuple[str | None, str]:
    lower = [place for place, word in enumerate(words[:-1]) if _is_von(word)]
    count = lower[-1] + 1 if lower and _is_von(words[0]) else 0
    return " ".join(words[:count]) or None, " ".join(words[count:])


def _extended(text: str) -> Name:
    """Read `family={...}, given={...}, prefix=..., suffix=...`."""
    found: dict[str, str] = {}
    for start, end in parts(text, _COMMA):
        key, _, value = text[start:end].strip().strip('"').partition("=")
        found[key.strip().lower()] = value.strip()
    return _name(found.get("family", ""), found.get("given"), found.get("prefix"), found.get("suffix"))


def write(name: Name) -> str:
    """Write a name so that BibTeX and biblatex part it as it is parted; its honorific is left out."""
    if name == ET_AL:
        return "others"
    if name.family is None:
        literal = name.literal or " ".join(filter(None, (name.given, name.suffix)))
        return f"{{{to_latex(literal)}}}"
    family = name.family
    von = " ".join(part for part in (name.dropping_particle, name.non_dropping_particle) if part)
    if von and not _is_von(von):
        family, von = f"{von} {family}", ""
    last = to_latex(family)
    words = last.split()
    if _needs_braces(last) or (len(words) > 1 and any(_is_von(word) for word in (words[:-1] if von else words[:1]))):
        last = f"{{{last}}}"
    if not (von or name.suffix or name.given):
        return f"{last}{{}}" if last.startswith("{") else last.replace(" ", "{ }")
    if von:
        last = f"{to_latex(von)} {last}"
    given = _piece(name.given or "")
    if not name.suffix:
        return f"{last}, {given}" if given else last
    written = f"{last}, {_piece(name.suffix)}, {given or '{}'}"
    return written if written.count(",") == _SEVERAL else f"{{{written}}}"


def _piece(text: str) -> str:
    written = to_latex(text)
    return f"{{{written}}}" if _needs_braces(written) else written


def _needs_braces(written: str) -> bool:
    return "," in written or "=" in written or re.search(r"(?:^|\s)(?:and|others)(?:\s|$)", written, re.IGNORECASE) is not None
