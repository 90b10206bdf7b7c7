r"""Take apart a LaTeX document: what of it is read at all, which brace closes which, and the arguments of commands.

No macro is expanded. What LaTeX passes over keeps its place: the text that is looked at is as long as the source.

Source: LaTeX2e, "Sample document", "Verbatim"; The TeXbook, chapters 7 and 8 (comments, groups).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from refcheck.model.references import Span

VOID = "\0"
"""Stands for each sign that LaTeX passes over: comments, verbatim text, what follows the end of the document."""
_MARK = re.compile(
    r"\\(?P<address>url|nolinkurl|path|doi|href)\s*(?:\[[^\]\r\n]*\]\s*)?\{[^{}]*\}"
    r"|\\verb\*?(?P<delimiter>[^A-Za-z\s*{}])[^\r\n]*?(?P=delimiter)"
    r"|\\begin\s*\{(?P<name>verbatim|Verbatim|lstlisting|minted|comment|filecontents)(?P<star>\*?)\}"
    r"|\\(?P<false>iffalse)(?![A-Za-z@])"
    r"|\\(?P<end>end\s*\{document\})"
    r"|\\(?P<stop>endinput(?![A-Za-z@])(?![^\r\n]*\\fi(?![A-Za-z@])))"
    r"|\\."
    r"|(?P<comment>%[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*+(?![\r\n]))?)"
    r"|(?P<brace>[{}])",
    re.DOTALL,
)
_CONDITION = re.compile(r"\\(?:(?P<begins>if(?!f(?![A-Za-z@])|thenelse|def)[A-Za-z@]*)|fi(?![A-Za-z@]))")
_FILE_NAME = re.compile(r"\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}")
_BLANK = re.compile(rf"[\s{VOID}]*")
_BRACKET = re.compile(r"\\.|[\[\]{}]", re.DOTALL)
_DEEPEST = 20
"""Brackets that stand in one another in an optional argument at most."""
_FARTHEST = 4000
"""Code points up to which the end of a bracket is looked for."""


@dataclass(frozen=True, kw_only=True)
class LatexSource:
    """A LaTeX document as far as LaTeX reads it."""

    whole: str
    """The source."""
    live: str
    """As long as the source; `VOID` where LaTeX passes over it."""
    groups: Mapping[int, int]
    """Offset of an opening brace -> offset of the one that closes it."""
    contained: tuple[tuple[str, Span], ...] = ()
    """Files that the document holds itself (`filecontents`), by name."""

    def argument(self, at: int) -> Span | None:
        """Find the argument in braces at an offset, blanks before it passed over; the braces are no part of it."""
        start = self.after_blanks(at)
        end = self.groups.get(start)
        return None if end is None else Span(start + 1, end)

    def bracket(self, at: int, closed_by: str = "]") -> Span | None:
        """Find the optional argument in brackets at an offset, blanks before it passed over."""
        start = self.after_blanks(at)
        opened_by = {"]": "[", ")": "("}[closed_by]
        if not self.live.startswith(opened_by, start):
            return None
        if closed_by == ")":
            end = self.live.find(closed_by, start, start + _FARTHEST)
            return None if end < 0 else Span(start + 1, end)
        depth, inside = 0, start + 1
        while found := _BRACKET.search(self.live, inside, start + _FARTHEST):
            sign, inside = found[0], found.end()
            if sign == "{":
                inside = self.groups.get(found.start(), found.start()) + 1
            elif sign == "[":
                depth += 1
                if depth > _DEEPEST:
                    break
            elif sign == "]" and not depth:
                return Span(start + 1, found.start())
            elif sign == "]":
                depth -= 1
            elif sign == "}":
                break
        return None

    def after_blanks(self, at: int) -> int:
        """Pass over blanks and what is void."""
        found = _BLANK.match(self.live, at)
        return found.end() if found else at

    def text(self, span: Span) -> str:
        """Give a stretch without what is void."""
        return self.live[span.start : span.end].replace(VOID, "")


def scan(text: str) -> LatexSource:
    """Find what LaTeX reads of a document; nothing that is left open makes it fail, or takes what follows with it."""
    scanning = _Scanning(text)
    at = 0
    while found := _MARK.search(text, at):
        at = scanning.take(found)
    return LatexSource(whole=text, live=_voided(text, scanning.voids), groups=scanning.groups, contained=tuple(scanning.contained))


class _Scanning:
    """What was met up to a place in a document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.voids: list[tuple[int, int]] = []
        self.groups: dict[int, int] = {}
        self.contained: list[tuple[str, Span]] = []
        self._opened: list[int] = []
        self._unclosed: set[str] = set()

    def take(self, found: re.Match[str]) -> int:
        """Take a mark; give where the next is looked for."""
        kind, start, at = found.lastgroup, found.start(), found.end()
        if kind == "brace":
            if found[0] == "{":
                self._opened.append(start)
            elif self._opened:
                self.groups[self._opened.pop()] = start
        elif kind == "address":
            self.groups[self.text.rindex("{", start, at)] = at - 1
        elif kind in {"comment", "delimiter"}:
            self.voids.append((start, at))
        elif kind == "end" or (kind == "stop" and not self._opened):
            # Within braces or a condition it is what a macro would do: biber begins its files with such a guard.
            self.voids.append((start, len(self.text)))
            return len(self.text)
        elif kind in {"star", "false"}:
            return self._passed_over(found)
        return at

    def _passed_over(self, found: re.Match[str]) -> int:
        """Pass over an environment whose text LaTeX does not read as such, or what stands under a condition that is false."""
        at = found.end()
        name = "iffalse" if found["false"] else f"{found['name']}{found['star']}"
        if name in self._unclosed:
            return at
        end = _false_end(self.text, at) if found["false"] else _environment_end(self.text, name, at)
        if end is None:
            self._unclosed.add(name)
            return at
        if found["name"] == "filecontents" and (file := _FILE_NAME.match(self.text, at, end)):
            self.contained.append((file[1].strip(), Span(file.end(), self.text.rindex("\\end", at, end))))
        self.voids.append((found.start(), end))
        return end


def _environment_end(text: str, name: str, at: int) -> int | None:
    end = f"\\end{{{name}}}"
    found = text.find(end, at)
    return None if found < 0 else found + len(end)


def _false_end(text: str, at: int) -> int | None:
    depth = 1
    for found in _CONDITION.finditer(text, at):
        depth += 1 if found["begins"] else -1
        if not depth:
            return found.end()
    return None


def _voided(text: str, voids: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in voids:
        pieces += [text[at:start], VOID * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
