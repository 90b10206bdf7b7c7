"""What the tagger is told of each token of a reference: its word, its neighbours, its clause and its place.

Attributes are short strings, the first letter of which says what they are about; those of a word are made once and kept.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from refcheck.readers.labelling.lexicon import CLASS_NAMES, CLASSES

_HAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_HAN}]+|[^\W\d_{_HAN}]+|\d+|\S")
_ROMAN = re.compile(r"(?:[IVXLC]|[ivxlc]){2,}")
_LONGEST = 11
"""Letters of a word that count."""
_SMALL = 3
"""Letters of the words that mostly carry no meaning, or are abbreviations before a full stop."""
_FEW = 4
"""Capitals that may be initials or an acronym."""
_YEAR_SIZE = 4
_FIRST = 5
"""Places that are told apart at the start of a reference and of a clause."""
_PLACES = tuple(f"i{place}" for place in range(10 + _FIRST))
_LETTERED = frozenset("ABCWwMJYL123456")
"""Kinds that are no signs."""
_BITS = {name: 1 << place for place, name in enumerate(CLASS_NAMES)}
_INITIAL, _YEAR, _NUMBER, _LOWER, _LIFTED = (1 << (len(CLASS_NAMES) + place) for place in range(5))
_OF_KIND = {"A": _INITIAL, "L": _LIFTED, "Y": _YEAR}
_ABBREVIATED = _BITS["abbreviation"] | _BITS["editor"] | _BITS["volume"] | _BITS["issue"] | _BITS["page"]
_SUMMARIES = {
    "p": (_INITIAL, *(_BITS[name] for name in ("others", "editor", "translator", "and", "particle", "group"))),
    "v": tuple(_BITS[name] for name in ("journal", "abbreviation", "meeting", "series", "press", "place", "in")),
    "r": (
        _LOWER,
        _BITS["small"],
        _NUMBER,
        _YEAR,
        _BITS["volume"] | _BITS["issue"] | _BITS["page"] | _BITS["article"],
        _BITS["month"],
        _BITS["thesis"] | _BITS["report"] | _BITS["edition"],
        _LIFTED,
    ),
}
"""Letter of a summary -> the bits it shows."""
_YEAR_MET, _NUMBER_MET, _IN, _QUOTED = 1, 2, 4, 8
_MEETS = {"Y": _YEAR_MET} | dict.fromkeys("123456", _NUMBER_MET)
_OPENING = dict(zip('"“„«‹「『《‘', '"””»›」』》’', strict=True))
_ENDS = frozenset(',;:()[]/?!“”„«»‹›"「」『』《》')
"""Signs that end a clause; a full stop does where no abbreviation has it."""
_STRONG = frozenset('.?!“”„«»"「」『』《》')
"""Signs that end a sentence too; a colon does before a blank."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a reference: words, runs of digits, single signs, and identifiers lifted out of it."""

    words: Sequence[str]
    """As printed; "<doi>" and the like for what was lifted."""
    spans: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Look:
    """What can be said of a word without its neighbours."""

    kind: str
    """A single capital, B few capitals, C capitals, W capitalised, w small, M mixed, J ideographs, Y year, 1 to 6 digits, L lifted.

    Else the sign itself.
    """
    flags: int
    """Bits of its classes, and of what else tells a clause."""
    group: str
    """Letters of its first two classes."""
    own: tuple[str, ...]
    beside: tuple[str, str, str, str]
    """What is said of it at the next word, the one before, the second next and the second before."""


_EDGE = _Look("^", 0, "^", (), ("a^", "d$", "f^", "g$"))


def cut_tokens(text: str, lifted: Sequence[tuple[int, int, str]]) -> Tokens:
    """Cut a text into fine tokens.

    Args:
        text: the reference, blank where something was lifted.
        lifted: extent and kind of what was lifted, in order.
    """
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    waiting = [(len(text), len(text), ""), *reversed(lifted)]
    for found in _TOKEN.finditer(text):
        span = found.span()
        while waiting[-1][0] <= span[0]:
            low, high, kind = waiting.pop()
            words.append(f"<{kind}>")
            spans.append((low, high))
        words.append(found[0])
        spans.append(span)
    for low, high, kind in reversed(waiting[1:]):
        words.append(f"<{kind}>")
        spans.append((low, high))
    return Tokens(words, spans)


@lru_cache(maxsize=1 << 15)
def _look(word: str) -> _Look:
    """Describe a word."""
    lower, kind = word.lower(), _kind(word)
    number = kind.isdigit() or kind == "Y"
    norm = f"#{kind}" if number else lower[:_LONGEST]
    names = CLASSES.get(lower, frozenset())
    flags = sum(_BITS[name] for name in names) | _OF_KIND.get(kind, _NUMBER if number else 0)
    if kind == "w" and len(word) > _SMALL and not names:
        flags |= _LOWER
    letters = sorted(chr(97 + CLASS_NAMES.index(name)) for name in names)
    shape = (f"p{lower[:4]}", f"x{lower[-3:]}") if kind in "CWwM" else ()
    roman = ("n",) if _ROMAN.fullmatch(word) else ()
    own = (f"w{norm}", *shape, *(f"c{letter}{kind}" for letter in letters), *roman)
    return _Look(kind, flags, "".join(letters[:2]) or "-", own, (f"a{norm}", f"d{norm}", f"f{norm}", f"g{norm}"))


def _kind(word: str) -> str:
    """Tell the kind of a word by its shape."""
    first, size = word[0], len(word)
    if first.isdigit():
        return "Y" if size == _YEAR_SIZE and "1400" <= word < "2100" else str(min(size, 6))
    if not first.isalpha():
        return "L" if first == "<" and size > 1 else first
    if "\u3040" <= first <= "\ud7af":
        return "J"
    if word.islower():
        return "w"
    if word.isupper():
        return "A" if size == 1 else "B" if size <= _FEW else "C"
    return "W" if word[1:].islower() else "M"


@lru_cache(maxsize=1 << 14)
def _summary(flags: int, mark: str, names: str) -> tuple[str, ...]:
    """Write down which classes the words of a clause are of: people ("p"), where works stand ("v"), the rest ("r")."""
    sums = ((name, sum(bool(flags & bit) << place for place, bit in enumerate(_SUMMARIES[name]))) for name in names)
    return tuple(f"{mark}{name}{total:x}" for name, total in sums if total)


class _Scan:
    """Walks over the tokens once: clauses and sentences, and what is open or has been met at every token."""

    __slots__ = ("brackets", "clauses", "met", "of", "quote", "sentences", "states")

    def __init__(self, looks: Sequence[_Look], tokens: Tokens) -> None:
        self.of: list[int] = []
        """Place of the clause of every token."""
        self.clauses: list[list[int]] = [[0, 0, 0]]
        """First token, flags and place of the sentence of every clause."""
        self.sentences = [0]
        self.states: list[str] = []
        self.quote, self.brackets, self.met = "", 0, 0
        state, clause = "S0", 0
        for place, look in enumerate(looks):
            kind, flags = look.kind, look.flags
            self.of.append(clause)
            if flags:
                self.clauses[-1][1] |= flags
                self.sentences[-1] |= flags
            if kind not in _LETTERED:
                self._sign(kind, looks, tokens, place)
                clause = len(self.clauses) - 1
                state = self._state()
            elif kind in _MEETS or (kind == "W" and flags & _BITS["in"]):
                self.met |= _MEETS.get(kind, _IN)
                state = self._state()
            self.states.append(state + kind)

    def _state(self) -> str:
        """Write down what is open or has been met."""
        return f"S{self.met:x}{'q' if self.quote else ''}{'(' if self.brackets else ''}"

    def _sign(self, kind: str, looks: Sequence[_Look], tokens: Tokens, place: int) -> None:
        """Open or close what a sign opens or closes."""
        spans = tokens.spans
        spaced = place + 1 == len(spans) or spans[place][1] < spans[place + 1][0]
        if kind in "([":
            self.brackets += 1
        elif kind in ")]":
            self.brackets = max(0, self.brackets - 1)
        elif kind == self.quote:
            self.quote = ""
            self.met |= _QUOTED
        elif not self.quote and (
            kind in _OPENING or (kind in "'’" and not spaced and (not place or spans[place - 1][1] < spans[place][0]))
        ):
            self.quote = _OPENING.get(kind, kind)
        if kind in _ENDS or (kind == "." and _is_stop(looks, tokens.words, place)):
            if kind in _STRONG or (kind == ":" and spaced):
                self.sentences.append(0)
            self.clauses.append([place + 1, 0, len(self.sentences) - 1])

    def shared(self, looks: Sequence[_Look]) -> list[tuple[str, ...]]:
        """Give what is said of every token of each clause: its classes, those of its neighbours and sentence, and the reference."""
        whole = 0
        for flags in self.sentences:
            whole |= flags
        kinds = "".join(look.kind for look in looks)
        early = kinds.find("Y")
        when = "n" if early < 0 else "e" if early * 2 < len(kinds) else "l"
        style = f"R{kinds[:4]}{when}{self.met & (_IN | _QUOTED):x}{'E' if whole & _BITS['editor'] else ''}"
        around = [0, *(clause[1] for clause in self.clauses), 0]
        sentences = [*self.sentences, 0]
        last = len(self.sentences)
        return [
            (
                *_summary(around[place + 1], "C", "pvr"),
                *_summary(around[place + 2], "D", "pvr"),
                *_summary(around[place], "E", "v"),
                *_summary(sentences[sentence], "G", "vr"),
                *_summary(sentences[sentence + 1], "H", "vr"),
                style,
                f"j{min(sentence, 6)}{min(last - sentence, 5)}",
            )
            for place, (_, _, sentence) in enumerate(self.clauses)
        ]


def attributes(tokens: Tokens) -> list[list[str]]:
    """Give the attributes of every token."""
    spans = tokens.spans
    count = len(spans)
    looks = [_look(word) for word in tokens.words]
    scan = _Scan(looks, tokens)
    shared = scan.shared(looks)
    kinds = ["^", "^", *[look.kind for look in looks], "^", "^"]
    signs = kinds[2:-2]
    padded = [_EDGE, _EDGE, *looks, _EDGE, _EDGE]
    spaced = [
        kinds[2],
        *[f"_{kind}" if before[1] < after[0] else kind for kind, (before, after) in zip(signs[1:], itertools.pairwise(spans), strict=True)],
        "^",
    ]
    windows = zip(padded, padded[1:], looks, padded[3:], padded[4:], strict=False)
    shapes = zip(kinds, kinds[1:], signs, kinds[3:], kinds[4:], spaced, spaced[1:], strict=False)
    places = zip(_nearest(signs), _nearest(signs[::-1])[::-1], scan.states, scan.of, strict=True)
    out: list[list[str]] = []
    for place, (
        (before2, before, look, after, after2),
        (left2, left, kind, right, right2, own, coming),
        (mark, next_mark, state, clause),
    ) in enumerate(zip(windows, shapes, places, strict=True)):
        since = place - scan.clauses[clause][0]
        out.append(
            [
                *look.own,
                before.beside[0],
                after.beside[1],
                before2.beside[2],
                after2.beside[3],
                f"t{left}{own}{coming}",
                f"u{left2}{left}{kind}",
                f"v{kind}{right}{right2}",
                f"k{before.group}{look.group}{after.group}",
                f"m{mark}{kind}{next_mark}",
                state,
                _PLACES[place if place < _FIRST else 10 * place // count + _FIRST],
                f"o{min(since, _FIRST)}{kind}",
                *shared[clause],
            ]
        )
    return out


def _nearest(kinds: Iterable[str]) -> list[str]:
    """Give the last sign before every token."""
    last, out = "^", []
    for kind in kinds:
        out.append(last)
        if kind not in _LETTERED:
            last = kind
    return out


def _is_stop(looks: Sequence[_Look], words: Sequence[str], place: int) -> bool:
    """Tell whether a full stop ends a sentence and not an abbreviation."""
    if not place:
        return False
    before = looks[place - 1]
    if before.kind in "AB" or before.flags & _ABBREVIATED or (before.kind == "W" and len(words[place - 1]) <= _SMALL):
        return False
    if place + 1 == len(looks):
        return True
    after = looks[place + 1].kind
    return after not in "w,;:)" and not (before.kind.isdigit() and after.isdigit())
