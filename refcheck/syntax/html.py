"""Read HTML into a tree that knows where everything stands.

Source: HTML Living Standard, 13.2 (parsing HTML documents), as `justhtml` carries it out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from refcheck.model.references import NOTHING
from refcheck.syntax.xml_tree import Element, Stretch

if TYPE_CHECKING:
    from justhtml.dom import Node, Text

DEEPEST = 512
"""Levels of elements that are kept apart, as in browsers; what is nested deeper stands in the last of them."""
_SPECIAL = re.compile(r"[&<\r\0]")
_REFERENCE = re.compile(r"&(?:#[xX]?[0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)?")
_LEFT_OUT = re.compile(r"<!--.*?(?:-->|\Z)|<[A-Za-z/!?][^>]*(?:>|\Z)", re.DOTALL)


def parse(text: str) -> Element:
    """Read a page as browsers do; every text is one. Scripts are no text of their element but its only child.

    Raises:
        ModuleNotFoundError: `justhtml` is not installed.
    """
    from justhtml import JustHTML

    page = JustHTML(text, sanitize=False, track_node_locations=True)
    return _element(page.root, text)


class _Open(NamedTuple):
    """An element whose end is not reached yet."""

    node: Node
    start: int
    children: list[Element | Stretch]


def _element(root: Node, text: str) -> Element:
    """Take over a tree, without recursion; what the page does not write itself stands where the text before it ends."""
    open_: list[_Open] = [_Open(root, 0, [])]
    waiting: list[Node | Text | None] = [*reversed(root.children or ())]
    at = 0
    while waiting:
        node = waiting.pop()
        if node is None:
            closed = open_.pop()
            open_[-1].children.append(_made(closed, max(at, closed.start)))
            continue
        at = at if node.origin_offset is None else node.origin_offset
        if node.name == "#text":
            found = list(_stretches(str(node.data), text, at))
            open_[-1].children.extend(found)
            at = found[-1].end if found else at
        elif not node.name.startswith(("#", "!")):
            if len(open_) < DEEPEST:
                open_.append(_Open(cast("Node", node), at, []))
                waiting.append(None)
            waiting.extend(reversed(node.children or ()))
    return _made(open_[0], len(text))


def _made(closed: _Open, end: int) -> Element:
    attributes = {name: value or "" for name, value in (closed.node.attrs or NOTHING).items()}
    return Element(closed.node.name, closed.node.namespace or "", attributes or NOTHING, tuple(closed.children), closed.start, end)


def _stretches(shown: str, text: str, at: int) -> Iterator[Stretch]:
    """Find the letters of a text in the source, from an offset on.

    Character references, line ends and tags that the parser passed over stand between them. What is not found again
    stands where the search ended, without length.
    """
    if text.startswith(shown, at):
        yield Stretch(shown, at, at + len(shown))
        return
    done = 0
    while done < len(shown):
        special = _SPECIAL.search(text, at)
        plain = text[at : special.start() if special else len(text)][: len(shown) - done]
        if plain and shown.startswith(plain, done):
            yield Stretch(plain, at, at + len(plain))
            done, at = done + len(plain), at + len(plain)
            continue
        sign, end = _sign(text, at) if special and not plain else ("", at)
        if sign and shown.startswith(sign, done):
            yield Stretch(sign, at, end)
            done += len(sign)
        elif end == at or sign:
            yield Stretch(shown[done:], at, at)
            return
        at = end


def _sign(text: str, at: int) -> tuple[str, int]:
    """Give what a special sign of the source stands for, and where it ends; nothing where it is no text."""
    sign = text[at]
    if sign == "\r":
        return "\n", at + (2 if text.startswith("\r\n", at) else 1)
    if sign == "\0":
        return "", at + 1
    if sign == "&" and (found := _REFERENCE.match(text, at)):
        return html.unescape(found[0]), found.end()
    if found := _LEFT_OUT.match(text, at):
        return "", found.end()
    return sign, at + 1
