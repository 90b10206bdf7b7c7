"""Find the metadata of a Markdown document, and what it says of bibliographies.

Source: pandoc, "Metadata blocks", `bibliography`, `nocite`, `references`; Jekyll and Hugo, "Front matter".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from refcheck.model.references import Span

_BLOCK = re.compile(
    r"(?:\A|(?<=\n\n)|(?<=\n\r\n)|(?<=\r\r))---[ \t]*(?:\r\n|\r|\n)(?![ \t]*[\r\n])(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$"
    r"|\A\+\+\+[ \t]*[\r\n].*?^\+\+\+[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_MAPPING = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[\"']?[\w-][\w .-]*[\"']?[ \t]*:(?:\s|$)")
_LINE = re.compile(r"[^\r\n]+")
_DEEPEST = 20


class Metadata(NamedTuple):
    """What the metadata of a document say."""

    body: str
    """The document with metadata blanked out: all offsets stand."""
    references: tuple[Span, ...] = ()
    """Places of the YAML that holds references itself."""
    bibliographies: tuple[str, ...] = ()
    nocite: str = ""
    faults: tuple[tuple[str, int], ...] = ()
    """What breaks the YAML, and where."""


def metadata_of(text: str) -> Metadata:
    """Read the metadata blocks of a document."""
    spans: list[Span] = []
    bibliographies: list[str] = []
    nocite: list[str] = []
    faults: list[tuple[str, int]] = []
    pieces, at = [], 0
    for found in _BLOCK.finditer(text):
        span = Span(*found.span("yaml"))
        if found["yaml"] is not None and not _MAPPING.match(found["yaml"]):
            continue
        pieces += [text[at : found.start()], _LINE.sub(lambda line: " " * len(line[0]), found[0])]
        at = found.end()
        if found["yaml"] is None:
            continue
        try:
            node = yaml.compose(found["yaml"], Loader=yaml.SafeLoader)
        except yaml.YAMLError as fault:
            mark = getattr(fault, "problem_mark", None)
            faults.append((getattr(fault, "problem", None) or "it cannot be read", span.start + (mark.index if mark else 0)))
            continue
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if key.value == "bibliography":
                bibliographies += [name for name in _texts(value) if name not in bibliographies]
            elif key.value == "nocite":
                nocite += _texts(value)
            elif key.value == "references":
                spans.append(span)
    body = "".join([*pieces, text[at:]])
    return Metadata(body, tuple(spans), tuple(bibliographies), "\n".join(nocite), tuple(faults))


def _texts(node: yaml.Node, depth: int = 0) -> Iterator[str]:
    """Give the texts of a value: one, a list of them, or lists by name."""
    if isinstance(node, yaml.ScalarNode):
        if node.value.strip() and node.tag != "tag:yaml.org,2002:null":
            yield node.value.strip()
    elif depth < _DEEPEST:
        for each in node.value:
            yield from _texts(each[1] if isinstance(each, tuple) else each, depth + 1)
