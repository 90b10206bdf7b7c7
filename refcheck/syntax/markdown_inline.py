"""Tell text from markup within a block of Markdown.

Markdown-it's own rules read the block; what each of them took is remembered, and all else is text as it stands.

Source: CommonMark 0.31, 6; pandoc, "Divs and spans", "Inline notes".
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote.index import footnote_inline, footnote_ref

from refcheck.model.references import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKED = re.compile(r"[*_`<&\\!^\[{]")
_Rule = Callable[[StateInline, bool], bool]
_RULES: Mapping[str, tuple[str, _Rule]] = MappingProxyType(
    {
        "escape": ("\\", rules_inline.escape),
        "backticks": ("`", rules_inline.backtick),
        "emphasis": ("*_", rules_inline.emphasis.tokenize),
        "link": ("[", rules_inline.link),
        "image": ("!", rules_inline.image),
        "footnote_inline": ("^", footnote_inline),
        "footnote_ref": ("[", footnote_ref),
        "autolink": ("<", rules_inline.autolink),
        "html_inline": ("<", rules_inline.html_inline),
        "entity": ("&", rules_inline.entity),
    }
)
"""Rules of markdown-it whose finds are not text as it stands, and the signs that each begins with."""
_SPANNED = re.compile(r"\[([^\[\]\n]*)\](\{[.#:=][^{}\n]*\})")
_ATTRIBUTES = re.compile(r"\s?\{[.#:=-][^{}\n]*\}")
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


class Stretch(NamedTuple):
    """A part of a block that is read."""

    span: Span
    """Place in the text of the block."""
    text: str | None = None
    """What it means, where that is not what stands there."""
    is_code: bool = False


class Inline(NamedTuple):
    """What stands in a block, in its order."""

    stretches: tuple[Stretch, ...]
    links: tuple[str, ...]
    """Addresses that its links lead to."""
    notes: tuple[Span, ...]
    """Footnotes that are written where they are cited."""


class _Mark(NamedTuple):
    """What a rule took."""

    rule: str
    start: int
    end: int
    tokens: list[Token]
    inside: int
    """Of a link, where its text ends."""


class _Aside(NamedTuple):
    """A part of a block that is no text as it stands."""

    start: int
    end: int
    text: str | None = None
    is_code: bool = False


def read(text: str, env: dict[str, Any]) -> Inline:
    """Read the text of a block.

    Args:
        text: as markdown-it gives it.
        env: what it found in the document: definitions of links and footnotes.
    """
    if not _MARKED.search(text):
        return Inline((Stretch(Span(0, len(text))),), (), ())
    marks = _marks(text, env)
    stretches: list[Stretch] = []
    at = 0
    for aside in sorted((*_asides(text, marks), *_attributes(text)), key=lambda aside: (aside.start, -aside.end)):
        if aside.start < at:
            continue
        if aside.start > at:
            stretches.append(Stretch(Span(at, aside.start)))
        if aside.text is not None or aside.is_code:
            stretches.append(Stretch(Span(aside.start, aside.end), aside.text, aside.is_code))
        at = aside.end
    if at < len(text):
        stretches.append(Stretch(Span(at, len(text))))
    links = tuple(str(token.attrs["href"]) for mark in marks for token in mark.tokens if token.type == "link_open")
    notes = tuple(Span(mark.start + 2, mark.end - 1) for mark in marks if mark.rule == "footnote_inline")
    return Inline(tuple(stretches), links, notes)


def _asides(text: str, marks: list[_Mark]) -> Iterator[_Aside]:
    for rule, start, end, tokens, inside in marks:
        if rule == "escape" and tokens[-1].content == text[start:end]:
            continue
        if rule == "escape":
            yield _Aside(start, start + 1)
            if text[start + 1] != "\n":
                # A stretch of its own: an escaped sign begins no citation.
                yield _Aside(start + 1, end, text[start + 1 : end])
        elif rule == "entity":
            yield _Aside(start, end, html.unescape(text[start:end]))
        elif rule == "backticks":
            fence = len(tokens[-1].markup)
            yield _Aside(start, start + fence)
            yield _Aside(start + fence, end - fence, None, is_code=True)
            yield _Aside(end - fence, end)
        elif rule == "emphasis":
            yield from (_Aside(start + at, start + at + 1) for at, token in enumerate(tokens) if not token.content)
        elif rule == "link":
            yield _Aside(start, start + 1)
            yield _Aside(inside, end)
        elif rule == "autolink":
            yield _Aside(start, start + 1)
            yield _Aside(end - 1, end)
        else:
            yield _Aside(start, end, " " if rule == "html_inline" and _BREAK.match(text, start) else None)


def _attributes(text: str) -> Iterator[_Aside]:
    """Find what pandoc reads as attributes, and the brackets of the spans that have them."""
    if "{" not in text:
        return
    for found in _SPANNED.finditer(text):
        yield _Aside(found.start(), found.start() + 1)
        yield _Aside(found.end(1), found.end())
    for found in _ATTRIBUTES.finditer(text):
        yield _Aside(*found.span())


def _marks(text: str, env: dict[str, Any]) -> list[_Mark]:
    marks: list[_Mark] = []
    reader = _reader()
    state = StateInline(text, reader, {**env, "marks": marks}, [])
    reader.inline.tokenize(state)
    for rule in reader.inline.ruler2.getRules(""):
        rule(state)
    return marks


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    """Give a parser whose rules tell what they took."""
    reader = MarkdownIt("commonmark").use(lambda found: found.inline.ruler.after("image", "footnote_inline", footnote_inline))
    reader.inline.ruler.after("footnote_inline", "footnote_ref", footnote_ref)
    reader.inline.ruler2.disable("fragments_join")
    for name, (signs, rule) in _RULES.items():
        reader.inline.ruler.at(name, _telling(name, signs, rule))
    return reader


def _telling(name: str, signs: str, rule: _Rule) -> _Rule:
    def take(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the library's own signature
        if state.src[state.pos] not in signs:
            return False
        start, count, marks = state.pos, len(state.tokens), state.env["marks"]
        known = len(marks)
        taken = rule(state, silent)
        if taken and not silent:
            tokens = state.tokens[count:]
            if name == "emphasis":
                # What text stood before it comes first.
                tokens = tokens[start - state.pos :]
            elif name in {"footnote_inline", "image"}:
                # Its text is a block of its own, with its own places.
                del marks[known:]
            inside = state.md.helpers.parseLinkLabel(state, start, True) if name == "link" else 0
            if name != "backticks" or (tokens and tokens[-1].type == "code_inline"):
                marks.append(_Mark(name, start, state.pos, tokens, inside))
        return taken

    return take
