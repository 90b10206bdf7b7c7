"""Formatted entries as text, Markdown and HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from refcheck.styles.base import Entry
from refcheck.text.identifiers import trim_tail

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CORE = re.compile(r"([\s,.;:)\]]*)(.*?)(\s*)", re.DOTALL)
_BLOCK = re.compile(r"^([#+>-]|\d+[.)])(?=\s|$)")


def to_text(entries: Iterable[Entry]) -> str:
    """Write one entry a line, without italics."""
    return "".join(f"{''.join(run.text for run in entry)}\n" for entry in entries)


def to_markdown(entries: Iterable[Entry]) -> str:
    """Write one entry a paragraph, with *italics* and addresses as links.

    Source: CommonMark 0.31, 2.4 (backslash escapes), 6.5 (autolinks).
    """
    return "\n".join(f"{_markdown(entry)}\n" for entry in entries)


def to_html(entries: Iterable[Entry]) -> str:
    """Write one entry a paragraph element, with <i> for italics."""
    return "".join(f"<p>{''.join(_tagged(run.text, italic=run.italic) for run in entry)}</p>\n" for entry in entries)


def _tagged(text: str, *, italic: bool) -> str:
    escaped = html.escape(text, quote=False)
    return f"<i>{escaped}</i>" if italic else escaped


def _markdown(entry: Entry) -> str:
    text = "".join(_slanted(run.text) if run.italic else _linked(run.text) for run in entry)
    return _BLOCK.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", text)


def _slanted(text: str) -> str:
    """Set in italics; blanks and the marks at the start stay outside, where the asterisks would not count beside them."""
    before, core, after = _CORE.fullmatch(text).groups()  # type: ignore[union-attr]  # every text is of this form
    return f"{_escaped(before)}*{_escaped(core)}*{after}" if core else _escaped(before)


def _escaped(text: str) -> str:
    return _ENTITY.sub(r"\\&", _SPECIAL.sub(r"\\\1", text))


def _linked(text: str) -> str:
    out, at = "", 0
    for found in _ADDRESS.finditer(text):
        link = trim_tail(found[0])
        if text[found.end() : found.end() + 1] in {"<", ">"}:
            continue
        out += f"{_escaped(text[at : found.start()])}<{link}>"
        at = found.start() + len(link)
    return out + _escaped(text[at:])


FORMS: Mapping[str, Callable[[Iterable[Entry]], str]] = MappingProxyType({"text": to_text, "markdown": to_markdown, "html": to_html})
"""Form of the result -> what writes entries in it."""
