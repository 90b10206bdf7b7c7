"""What the tagger is told of each token of a reference: its word, its neighbours, its clause and its place.

Attributes are short strings, the first letter of which says what they are about; those of a word are made once and kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from refcheck.readers.labelling.lexicon import CLASS_NAMES, CLASSES

_HAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_HAN}]+|[^\W\d_{_HAN}]+|\d+|\S")
_LONGEST = 11
"""Letters of a word that count."""

_BITS = {name: 1 << place for place, name in enumerate(CLASS_NAMES)}
_INITIAL, _YEAR, _NUMBER, _LOWER, _LIFTED, _CAPITAL = (1 << (len(CLASS_NAMES) + place) for place in range(6))
_PEOPLE = (_INITIAL, _BITS["others"], _BITS["editor"], _BITS["translator"], _BITS["and"], _BITS["particle"], _BITS["group"])
_VENUE = (_BITS["journal"], _BITS["abbreviation"], _BITS["meeting"], _BITS["series"], _BITS["press"], _BITS["place"], _BITS["in"])
_REST = (
    _LOWER,
    _BITS["small"],
    _NUMBER,
    _YEAR,
    _BITS["volume"] | _BITS["issue"] | _BITS["page"] | _BITS["article"],
    _BITS["month"],
    _BITS["thesis"] | _BITS["report"] | _BITS["edition"],
    _LIFTED,
)
_OPENING = dict(zip("“„«‹「『《", "””»›」』》", strict=True))
_ENDS = frozenset(',;:()[]/?!“”„«»‹›"「」『』《》')
"""Signs that end a clause."""
_STRONG = frozenset('?!“”„«»"「」『』《》')
"""Signs that end a sentence too."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a reference: words, runs of digits, single signs, and identifiers lifted out of it."""

    words: Sequence[str]
    """As printed; "<doi>" and the like for what was lifted."""
    spans: Sequence[tuple[int, int]]


class _Look(NamedTuple):
    """What can be said of a word without its neighbours."""

    kind: str
    """A single capital, B few capitals, C capitals, W capitalised, w small, M mixed, J ideographs, Y year, 1-6 digits, L lifted; else the sign."""
    flags: int
    own: tuple[str, ...]
    before: tuple[str, ...]
    """As the word before another."""
    after: tuple[str, ...]
    before2: tuple[str, ...]
    after2: tuple[str, ...]
    group: str
    """Letter of its first class."""


def cut_tokens(text: str, lifted: Sequence[tuple[int, int, str]]) -> Tokens:
    """Cut a text into fine tokens.

    Args:
        text: the reference, blank where something was lifted.
        lifted: extent and kind of what was lifted, in order.
    """
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    waiting = [*reversed(lifted)]
    for found in _TOKEN.finditer(text):
        start = found.start()
        while waiting and waiting[-1][0] <= start:
            low, high, kind = waiting.pop()
            words.append(f"<{kind}>")
            spans.append((low, high))
        words.append(found[0])
        spans.append((start, found.end()))
    for low, high, kind in reversed(waiting):
        words.append(f"<{kind}>")
        spans.append((low, high))
    return Tokens(words, spans)


@lru_cache(maxsize=1 << 15)
def _look(word: str) -> _Look:
    """Describe a word."""
    lower = word.lower()
    kind, flags, norm = _kind(word), 0, lower[:_LONGEST]
    if kind == "Y" or kind.isdigit():
        norm = "#" + kind
        flags |= _YEAR if kind == "Y" else _NUMBER
    names = CLASSES.get(lower, frozenset())
    for name in names:
        flags |= _BITS[name]
    flags |= {"A": _INITIAL, "L": _LIFTED, "W": _CAPITAL}.get(kind, 0)
    if kind == "w" and len(word) > 3 and not names:  # noqa: PLR2004 -- a word that carries meaning
        flags |= _LOWER
    group = "".join(sorted(chr(97 + CLASS_NAMES.index(name)) for name in names))[:2] or "-"
    own = [f"w{norm}", f"s{kind}"]
    if kind in "CWwM":
        own += [f"p{lower[:4]}", f"x{lower[-3:]}", f"y{kind}{min(len(word), 9)}"]
    own += [f"c{chr(97 + CLASS_NAMES.index(name))}{kind}" for name in names]
    return _Look(kind, flags, tuple(own), (f"a{norm}",), (f"d{norm}",), (f"f{norm}",), (f"g{norm}",), group)


def _kind(word: str) -> str:
    first = word[0]
    if first.isdigit():
        if len(word) == 4 and "1400" <= word < "2100":  # noqa: PLR2004 -- a year
            return "Y"
        return str(min(len(word), 6))
    if first == "<" and len(word) > 1:
        return "L"
    if not first.isalpha():
        return first
    if "\u3040" <= first <= "\ud7af":
        return "J"
    if word.islower():
        return "w"
    if word.isupper():
        return "A" if len(word) == 1 else "B" if len(word) <= 4 else "C"  # noqa: PLR2004
    return "W" if word[1:].islower() else "M"


@lru_cache(maxsize=1 << 14)
def _summary(flags: int, mark: str) -> tuple[str, ...]:
    """Write down which classes the words of a clause are of."""
    return tuple(
        f"{mark}{name}{sum(bool(flags & bit) << place for place, bit in enumerate(bits)):x}"
        for name, bits in (("p", _PEOPLE), ("v", _VENUE), ("r", _REST))
    )


_EMPTY = _Look("^", 0, (), ("a^",), ("d$",), ("f^",), ("g$",), "^")


def attributes(tokens: Tokens) -> list[list[str]]:
    """Give the attributes of every token."""
    words, spans = tokens.words, tokens.spans
    count = len(words)
    looks = [_look(word) for word in words]
    # Clauses end at commas, brackets and the like, sentences at full stops that no abbreviation has.
    clause_of = [0] * count
    sentence_of = [0] * count
    clause_flags = [0]
    clause_start = [0]
    sentence_flags = [0]
    states = [""] * count
    marks = [""] * count
    quote = ""
    quoted = brackets = years = ins = numbers = 0
    last = "^"
    for place, look in enumerate(looks):
        kind = look.kind
        flags = look.flags
        word = words[place]
        clause_of[place] = len(clause_flags) - 1
        sentence_of[place] = len(sentence_flags) - 1
        clause_flags[-1] |= flags
        sentence_flags[-1] |= flags
        marks[place] = last
        if kind == word and kind not in "AwJ":
            if kind in "([":
                brackets += 1
            elif kind in ")]":
                brackets = max(0, brackets - 1)
            elif quote and kind == quote:
                quote = ""
                quoted = 2
            elif kind in _OPENING and not quote:
                quote = _OPENING[kind]
            elif kind == '"':
                quote = '"'
            elif (
                kind in "'‘’"
                and not quote
                and place + 1 < count
                and spans[place][1] == spans[place + 1][0]
                and (not place or spans[place - 1][1] < spans[place][0])
            ):
                quote = "’" if kind == "‘" else kind
            last = kind
            if kind in _ENDS or (kind == "." and _is_stop(looks, words, spans, place)):
                clause_flags.append(0)
                clause_start.append(place + 1)
                if kind in _STRONG or kind == "." or (kind == ":" and place + 1 < count and spans[place + 1][0] > spans[place][1]):
                    sentence_flags.append(0)
        elif kind == "Y":
            years = 1
        elif kind.isdigit():
            numbers = 1
        elif flags & _BITS["in"] and kind == "W":
            ins = 1
        states[place] = f"S{2 if quote else quoted and 1}{min(brackets, 1)}{years}{ins}{numbers}"
    marks_after = [""] * count
    following = "$"
    for place in range(count - 1, -1, -1):
        marks_after[place] = following
        kind = looks[place].kind
        if kind == words[place] and kind not in "AwJ":
            following = kind
    whole = 0
    for flags in sentence_flags:
        whole |= flags
    early = next((place for place, look in enumerate(looks) if look.kind == "Y"), None)
    style = (
        f"{''.join(look.kind for look in looks[:4])}"
        f"{'n' if early is None else 'e' if early * 2 < count else 'l'}{'q' if quoted else '-'}{'i' if ins else '-'}{'E' if whole & _BITS['editor'] else '-'}"
    )
    clauses = len(clause_flags)
    sentences = len(sentence_flags)
    shared: list[tuple[str, ...]] = []
    for clause in range(clauses):
        start = clause_start[clause]
        sentence = sentence_of[start] if start < count else sentences - 1
        size = (clause_start[clause + 1] if clause + 1 < clauses else count) - start
        shared.append(
            (
                *_summary(clause_flags[clause], "C"),
                *_summary(clause_flags[clause + 1] if clause + 1 < clauses else 0, "D"),
                *_summary(clause_flags[clause - 1] if clause else 0, "E"),
                *_summary(sentence_flags[sentence], "G"),
                *_summary(sentence_flags[sentence + 1] if sentence + 1 < sentences else 0, "H"),
                f"l{min(size, 12)}",
                f"R{style}",
                f"j{min(sentence, 6)}{min(sentences - sentence, 5)}",
            )
        )
    out: list[list[str]] = []
    padded = [_EMPTY, _EMPTY, *looks, _EMPTY, _EMPTY]
    for place, look in enumerate(looks):
        before2, before, _, after, after2 = padded[place : place + 5]
        start, end = spans[place]
        gap = "_" if place and spans[place - 1][1] < start else ""
        gap2 = "_" if place + 1 < count and end < spans[place + 1][0] else ""
        kind = look.kind
        clause = clause_of[place]
        out.append(
            [
                *look.own,
                *before.before,
                *after.after,
                *before2.before2,
                *after2.after2,
                f"t{before.kind}{gap}{kind}{gap2}{after.kind}",
                f"u{before2.kind}{before.kind}{kind}",
                f"v{kind}{after.kind}{after2.kind}",
                f"k{before.group}{look.group}{after.group}",
                f"m{marks[place]}{kind}{marks_after[place]}",
                states[place],
                f"{states[place]}{kind}",
                f"i{10 * place // count}",
                f"h{min(place, 5)}",
                f"o{min(place - clause_start[clause], 5)}{kind}",
                *shared[clause],
            ]
        )
    return out


def _is_stop(looks: Sequence[_Look], words: Sequence[str], spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Tell whether a full stop ends a sentence and not an abbreviation."""
    if not place:
        return False
    before = looks[place - 1]
    if before.kind in "AB" or before.flags & (_BITS["abbreviation"] | _BITS["editor"] | _BITS["volume"] | _BITS["issue"] | _BITS["page"]):
        return False
    if place + 1 >= len(looks):
        return True
    after = looks[place + 1]
    if after.kind in "w,;:)" or (before.kind.isdigit() and after.kind.isdigit()):
        return False
    return not (before.kind == "W" and len(words[place - 1]) < 4)  # noqa: PLR2004 -- "Bd.", "Art."
