"""Take apart Markdown: blocks by markdown-it, and the places of their text in the source.

Source: CommonMark 0.31; GitHub Flavored Markdown 0.29, tables; pandoc, "Footnotes".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from refcheck.model.references import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_BLOCKS = ("normalize", "block")
"""Steps of markdown-it that find the blocks of a document, without what stands in them."""


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Give a parser that finds blocks, tables and footnotes among them."""
    found = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    found.core.ruler.enableOnly(list(_BLOCKS))
    return found


class Lines:
    """The lines of a document, as markdown-it counts them."""

    def __init__(self, text: str) -> None:
        # Markdown-it puts the sign of what is no sign in the place of zero.
        self._text = text.replace("\0", "\ufffd")
        self._places = [found.span(1) for found in _LINE.finditer(text)]

    def number(self, token: Token) -> int:
        """Give the line that a block begins on, from 0."""
        return token.map[0] if token.map else 0

    def content(self, token: Token) -> Content:
        """Find each line of what stands in a block: nothing but blanks and the signs of its containers is left out there."""
        starts, sources, at = [], [], 0
        for number, line in enumerate(token.content.split("\n"), self.number(token)):
            start, end = self._places[min(number, len(self._places) - 1)]
            bare = line.strip()
            column = self._text.rfind(bare, start, end)
            starts += [at]
            sources += [(column if column >= 0 else start) - (len(line) - len(line.lstrip()))]
            at += len(line) + 1
        return Content(token.content, starts, sources)


class Content:
    """The text of a block, and where each of its lines stands in the source."""

    def __init__(self, text: str, starts: list[int], sources: list[int]) -> None:
        self.text = text
        self._starts, self._sources = starts, sources

    def pieces(self, span: Span) -> Iterator[tuple[str, int]]:
        """Part a stretch where the source has signs between its lines; give each with its offset there."""
        at = span.start
        while at < span.end:
            line = bisect_right(self._starts, at) - 1
            following = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
            end = min(span.end, max(at + 1, following))
            yield self.text[at:end], self.source(at)
            at = end

    def source(self, offset: int) -> int:
        """Give the place of a sign."""
        line = bisect_right(self._starts, offset) - 1
        return max(0, self._sources[line] + offset - self._starts[line])
