"""A linear-chain CRF over the lines of a paragraph: which of them begin a reference.

It is asked where no plainer sign parts the references. Weights are learnt by `scripts/train_lines.py` from composed
paragraphs of real references; they are loaded on the first question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.layout import Line

if TYPE_CHECKING:
    import pycrfsuite

WEIGHTS = "segmenting-lines.crfsuite"
FIRST, INSIDE, OTHER = "first", "inside", "other"
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
_PAGES = re.compile(r"\d[-–—]\d|\d\(\d|\b\d{1,4}:\s?\w?\d|\bpp?\. ?\d")
_INITIAL = re.compile(r"\b[^\W\d_a-z](?:\.|[^\W\d_a-z]?(?=[,;. ]))")
_ADDRESS = re.compile(r"https?:|www\.|10\.\d{4}|doi", re.IGNORECASE)
_ENDS = (
    (re.compile(r"(?:https?://|10\.\d{4,9}/)\S+$"), "address"),
    (re.compile(r"\d[-–]\d+\.?$"), "pages"),
    (re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?\)?\.?$"), "year"),
    (re.compile(r"\d\.?$"), "number"),
    (re.compile(r"\b[^\W\d_]\.$"), "initial"),
    (re.compile(r"\b[^\W\d_]{2,4}\.$"), "short"),
    (re.compile(r"\.[”\"’»)\]]?$"), "stop"),
    (re.compile(r"[-‐\u00ad]$"), "hyphen"),
    (re.compile(r"[,;:&]$"), "comma"),
    (re.compile(r"[)\]”\"»]$"), "closed"),
    (re.compile(r"\b[^\W\d_A-Z]{1,4}$"), "little word"),
)
_BEGINS = (
    (re.compile(r"[a-zß-ÿ]"), "lower"),
    (_ADDRESS, "address"),
    (re.compile(r"\(?(?:1[5-9]|20)\d\d"), "year"),
    (re.compile(r"\d"), "number"),
    (re.compile(r"[“\"„«‘]"), "quote"),
    (re.compile(r"[(\[]"), "bracket"),
    (re.compile(r"[—–_-]{2}"), "dashes"),
    (re.compile(r"[^\W\d_]{1,3}\. "), "short"),
    (re.compile(r"[^\W\d_]{2,},"), "word and comma"),
    (re.compile(r"[^\W\d_]"), "upper"),
)
_CHUNK = re.compile(r"\S*[/.]\S*|[^\s-]+-?")


def _kind(text: str, kinds: Sequence[tuple[re.Pattern[str], str]], *, at_end: bool) -> str:
    return next((name for form, name in kinds if (form.search(text) if at_end else form.match(text))), "other")


def features(lines: Sequence[Line]) -> list[list[str]]:
    """Describe each line of a paragraph, and its neighbours beside it."""
    widths = sorted(line.width for line in lines)
    margin = widths[int(0.9 * (len(widths) - 1))]
    own: list[list[str]] = []
    head = ""
    for at, line in enumerate(lines):
        text = line.text
        strength = starts.strength(text)
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        chunk = _CHUNK.match(following)
        year = _YEAR.search(text)
        described = [
            f"strength {strength}",
            f"begins {_kind(text, _BEGINS, at_end=False)}",
            f"ends {_kind(text, _ENDS, at_end=True)}",
            f"room {chunk is None or line.width + 1 + len(chunk[0]) <= margin}",
            f"full {min(4, 5 * line.width // max(1, margin))}",
            f"year {'none' if year is None else min(2, 3 * year.start() // max(1, len(text)))}",
            f"initials {min(4, len(_INITIAL.findall(text, 0, 40)))}",
            f"pages {_PAGES.search(text) is not None}",
            f"address {_ADDRESS.search(text) is not None}",
            f"commas {min(4, text.count(','))}",
            f"indent {min(9, line.indent)}",
        ]
        if strength >= starts.NAMES or (strength == 0 and text[0].isupper()):
            described.append(f"order {_order(head, text)} {strength}")
        if strength >= starts.NAMES:
            head = text
        own.append(described)
    return [_beside(own, at) for at in range(len(own))]


def _order(before: str, text: str) -> str:
    """Compare the first letters of two lines by the alphabet."""
    if not before:
        return "none"
    one, two = before[:2].casefold(), text[:2].casefold()
    step = ord(two[0]) - ord(one[0])
    return "before" if two < one else "same" if step == 0 else "next" if step <= _STEP else "far"


_STEP = 2


def _beside(own: Sequence[list[str]], at: int) -> list[str]:
    found = ["bias", *own[at]]
    for step in (-2, -1, 1):
        if 0 <= at + step < len(own):
            found += [f"{step}:{feature}" for feature in own[at + step]]
        else:
            found.append(f"{step}:none")
    if at:
        before = own[at - 1]
        found += [f"{before[2]} {before[3]}/{own[at][1]}/{own[at][0]}", f"{before[3]}/{own[at][0]}", f"{before[2]}/{own[at][0]}"]
    return found


def begun(lines: Sequence[Line]) -> list[int]:
    """Give the lines of a paragraph with which references begin, and those where other text begins or ends; the first always."""
    kinds: list[str] = []
    for line, kind in zip(lines, _tagger().tag(features(lines)), strict=True):
        goes_on = kinds and (_ADDRESS.match(line.text) or (line.text[0].islower() and not starts.strength(line.text)))
        kinds.append(kinds[-1].replace(FIRST, INSIDE) if goes_on else kind)
    return [0, *(at for at in range(1, len(lines)) if kinds[at] == FIRST or (kinds[at] == OTHER) != (kinds[at - 1] == OTHER))]


@cache
def _tagger() -> pycrfsuite.Tagger:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    with as_file(files("refcheck.data") / WEIGHTS) as path:
        tagger.open(str(path))
    return tagger
