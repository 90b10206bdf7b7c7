"""Put an entry together from its elements: stops, blanks, italics."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from refcheck.styles.base import Entry, Run

_TAG = re.compile(r"<(/?)(i|em|b|strong|su[bp]|scp?|span|u|tt|jats:\w+|mml:\w+)\b[^<>]*>")
_ITALIC = frozenset({"i", "em", "jats:italic"})
_QUOTES = "”’\"'»"
_ENDS = ".?!…"
_DANGLING = re.compile(r"(?<=\b[a-zà-ÿ]{4})\.$|(?<=[a-zà-ÿ]{5})\.$")

NOTHING: Entry = ()


def clean(value: str | None) -> str:
    """Give a value on one line, with single blanks and without character references."""
    if not value:
        return ""
    if "&" in value and ";" in value:
        value = html.unescape(value)
    return " ".join(value.split())


def plain(text: str) -> Entry:
    """Make an element in roman letters; nothing of nothing."""
    return (Run(text),) if text else NOTHING


def marked(text: str, *, italic: bool) -> Entry:
    """Make an element of a title; what its markup sets in italics stands out from the rest.

    Args:
        text: the title, perhaps with the tags that CSL-JSON and Crossref allow; other markup is text.
        italic: whether the title itself is set in italics.
    """
    if "<" not in text:
        return (Run(text, italic),) if text else NOTHING
    runs: list[Run] = []
    at, slanted = 0, italic
    for found in _TAG.finditer(text):
        runs.append(Run(text[at : found.start()], slanted))
        at = found.end()
        if found[2] in _ITALIC:
            slanted = italic if found[1] else not italic
    runs.append(Run(text[at:], slanted))
    return tuple(run for run in runs if run.text)


def unstopped(text: str) -> str:
    """Take the stop off the end of a title; those of abbreviations stay."""
    return _DANGLING.sub("", text)


def stopped(element: Entry) -> Entry:
    """End an element with a stop, unless it has an end mark of its own."""
    text = "".join(run.text for run in element[-2:])
    bare = text.rstrip(_QUOTES) or text
    if bare[-1] in _ENDS:
        return element
    return (*element, Run("."))


def joined(elements: Iterable[Entry]) -> Entry:
    """Set elements apart with a blank each; neighbours set alike become one."""
    out: list[Run] = []
    for element in elements:
        for place, run in enumerate(element):
            text = f" {run.text}" if place == 0 and out else run.text
            if out and (out[-1].italic == run.italic):
                out[-1] = Run(out[-1].text + text, run.italic)
            elif place == 0 and out and not out[-1].italic:
                out[-1] = Run(f"{out[-1].text} ")
                out.append(run)
            elif place == 0 and out:
                out += [Run(" "), run]
            else:
                out.append(run)
    return tuple(out)


def ordinal(number: int) -> str:
    """Write a number as an ordinal: 1st, 2nd, 3rd, 11th."""
    suffix = "th" if number % 100 in range(11, 14) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
