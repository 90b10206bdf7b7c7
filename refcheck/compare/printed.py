"""Whether a registered value stands in the text of a reference, wherever its reader put it.

A reader of formatted lists may take authors for a title. What disagrees then is the reading, not the citation: a value
that is printed letter for letter is cited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from refcheck.compare.locators import first_and_last
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import CitedReference
from refcheck.text.folding import squeeze, words
from refcheck.text.markup import plain

ENOUGH = 3
"""Words from which on a title that stands in a text is no chance."""


_ADDRESSES = ("doi", "url")


def text_of(cited: CitedReference) -> str:
    """Give the text of a reference without its addresses: "10.1000/wells.14.2.17" says of no volume that it is cited."""
    text = cited.raw
    for name in _ADDRESSES:
        origin = cited.origins.get(name)
        if origin is not None and origin.raw:
            text = text.replace(origin.raw, " ")
    return text


def is_printed(value: str, raw: str) -> bool:
    """Tell whether a value stands in a text, whatever its case and punctuation; figures only as a number of their own."""
    bare = squeeze(value)
    if bare.isdigit():
        return re.search(rf"(?<!\d){re.escape(value)}(?!\d)", raw) is not None
    return bool(bare) and bare in squeeze(raw)


def title_is_printed(title: str, raw: str) -> bool:
    """Tell whether a title stands in a text, whatever its case and punctuation."""
    found = words(plain(title))
    return len(found) >= ENOUGH and squeeze(" ".join(found)) in squeeze(raw)


def container_is_printed(title: str, raw: str) -> bool:
    """Tell whether the title of a container stands in a text as words of its own."""
    found = words(plain(title))
    return len("".join(found)) > ENOUGH and f" {' '.join(found)} " in f" {' '.join(words(raw))} "


def printed_names(names: Sequence[Name], raw: str) -> int:
    """Count how many of the first names stand in a text, in their order and without another between them left out."""
    text, at = f" {' '.join(words(raw))} ", 0
    for count, name in enumerate(names):
        family = " ".join(words(name.family or name.literal or name.given or ""))
        at = text.find(f" {family} ", at) if family else -1
        if at < 0:
            return count
        at += len(family) + 1
    return len(names)


def names_are_printed(names: Sequence[Name], raw: str) -> bool:
    """Tell whether all of a list of names stand in a text in their order."""
    return bool(names) and printed_names(names, raw) == len(names)


def pages_are_printed(locator: Locator, raw: str) -> bool:
    """Tell whether a range of pages, or an article number, stands in a text, the last page written out or not."""
    text = f" {' '.join(words(raw))} "
    ends = first_and_last(locator)
    last = None if ends is None else ends[1]
    if ends is None or last is None:
        return bool(locator.article) and f" {' '.join(words(locator.article or ''))} " in text
    return any(f" {ends[0]} {last[cut:]} " in text for cut in range(len(last)))


def number_is_free(value: str, name: str, cited: CitedReference) -> bool:
    """Tell whether a number stands in the text of a reference where no other variable was read.

    Then its reader passed it over, or read more with it, and took another number for it.
    """
    if cited.span is None or cited.span.end - cited.span.start != len(cited.raw):
        return False
    others = [origin.span.shifted(-cited.span.start) for path, origin in cited.origins.items() if path.partition("[")[0] != name]
    found = re.finditer(rf"(?<![\w.-]){re.escape(value)}(?![\w-]|\.\d)", cited.raw)
    return any(all(one.end() <= span.start or span.end <= one.start() for span in others) for one in found)


PRINTED: Mapping[str, Callable[[Any, str], bool]] = MappingProxyType(
    {"title": title_is_printed, "container_title": container_is_printed, "author": names_are_printed, "page": pages_are_printed}
)
"""Attribute -> whether its registered value stands in a text."""
