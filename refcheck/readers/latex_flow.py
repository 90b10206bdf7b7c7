"""Write a LaTeX document as a flow of blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from refcheck.model.documents import Unreadable
from refcheck.model.flows import Flow
from refcheck.model.references import Reference, Span
from refcheck.readers.flow_writer import FlowWriter
from refcheck.readers.latex_bibitem import BibItem, label_of
from refcheck.syntax.latex_document import LatexSource
from refcheck.syntax.latex_document_commands import ARGUMENTS, JOINED, LEFT_OUT, PRINTED, SPACE, TOKEN, printed
from refcheck.syntax.latex_document_names import definitions, keys_at
from refcheck.text.identifiers import parse_doi
from refcheck.text.latex import sign_of, to_text

_BODY = re.compile(r"\\begin\s*\{document\}")
_ADJACENT = re.compile(r"(?:\[[^\[\]]*\]|\{[^{}\s]*\})*")
_CITING = re.compile(r"[A-Za-z]*[Cc]ite[A-Za-z]*")
_RESOLVER = re.compile(r"\\doibase\s*")
_ADDRESS = re.compile(r"\\([_%&#~${}])|[^\\]+|\\")
_RULE = re.compile(r"\\(?:hrulefill|rule)(?![A-Za-z@])")
_LIST, _COUNTED = "thebibliography", "enum"


@dataclass(slots=True)
class _Environment:
    name: str
    group: int
    count: int = 0


def write_flow(source: LatexSource) -> tuple[Flow, list[Unreadable]]:
    r"""Write what a document says, and name each `\bibitem` that says nothing.

    Footnotes stand behind the paragraph that they are set in.
    """
    return _Writing(source).write()


class _Writing:
    def __init__(self, source: LatexSource) -> None:
        self._source, self._live = source, source.live
        self._writer = FlowWriter()
        self._frames: list[tuple[int, Callable[[], None]]] = []
        """Ends of arguments that are being read, the innermost last, and what is done there."""
        self._environments = [_Environment("", 0)]
        self._groups = 0
        self._notes: list[Span] = []
        self._entry: BibItem | None = None
        self._in_item = self._in_notes = False
        self._unclosed: set[str] = set()
        self._unreadable: list[Unreadable] = []
        self._defined: dict[int, int] = {}
        self._meanings: dict[str, str] = {}
        self._passed_over: dict[str, str] = {}
        for extent, name, body, unused in definitions(source):
            self._defined[extent.start] = extent.end
            self._passed_over[name] = "o" + "d" * unused if unused > 0 else ""
            if body is not None:
                self._meanings[name] = _meaning(source.text(body))

    def write(self) -> tuple[Flow, list[Unreadable]]:
        body = _BODY.search(self._live)
        self._run(body.end() if body else 0, len(self._live))
        self._end_block(len(self._live))
        return self._writer.flow(), self._unreadable

    def _run(self, at: int, end: int) -> None:
        while at < end:
            if self._frames and self._frames[-1][0] <= at:
                closed, action = self._frames.pop()
                action()
                at = max(at, closed + 1)
                continue
            found = TOKEN.match(self._live, at)
            if found is None:  # pragma: no cover -- the pattern takes every sign
                return
            at = self._token(found)

    def _token(self, found: re.Match[str]) -> int:
        """Write one part; give where the next begins."""
        kind, at = str(found.lastgroup), found.start()
        kind = {"environment": "edge", "eaten": "command"}.get(kind, kind)
        if SPACE.match(found[0]):
            self._space(at)
        if kind in {"void", "brace", "display", "glue"}:
            return found.end()
        if kind == "paragraph":
            self._paragraph(found)
            return found.end()
        if kind == "edge":
            return self._edge(found)
        if kind == "command":
            return self._command(found)
        self._put(printed(kind, found[0]), at, found.end() - at)
        return found.end()

    def _put(self, text: str, at: int, length: int) -> None:
        """Write text, unless it stands before the first entry of a list or there is none."""
        if self._environments[-1].name == _LIST and self._entry is None:
            return
        if self._entry is not None and text.strip():
            self._entry.is_empty = False
        if text.isspace() and not self._writer.is_open:
            return
        self._writer.write(text, at, length)

    def _space(self, at: int) -> None:
        """Part two words that a command parts, where no blank is written between them."""
        if at and not self._live[at - 1].isspace():
            self._put(" ", at, 0)

    def _paragraph(self, found: re.Match[str]) -> None:
        if self._in_item or self._entry or self._frames:
            self._put(found[0], found.start(), len(found[0]))
        else:
            self._end_block(found.start())

    def _end_block(self, at: int) -> None:
        """End what is open, and write the notes that were met in it."""
        entry, self._entry, self._in_item = self._entry, None, False
        if entry is not None:
            self._writer.know(*entry.known())
            if entry.is_empty:
                self._unreadable.append(entry.unreadable(self._source, at))
        self._writer.close()
        if self._in_notes:
            return
        self._in_notes, frames = True, self._frames
        for note in self._notes:
            self._frames, self._in_item = [], True
            self._writer.open("note")
            self._run(note.start, note.end)
            self._writer.close()
        self._notes.clear()
        self._frames, self._in_notes, self._in_item = frames, False, False

    def _edge(self, found: re.Match[str]) -> int:
        """Begin or end an environment."""
        name = found["environment"].strip()
        at = found.end()
        if found["edge"] == "end":
            self._leave(name, found.start())
            return at
        if name.rstrip("*") in LEFT_OUT and name not in self._unclosed:
            close = f"\\end{{{name}}}"
            end = self._live.find(close, at)
            if end >= 0:
                return end + len(close)
            self._unclosed.add(name)
        if self._entry is None:
            self._end_block(found.start())
        self._groups += 1
        self._environments.append(_Environment(name, self._groups))
        adjacent = _ADJACENT.match(self._live, at)
        return adjacent.end() if adjacent else at

    def _leave(self, name: str, at: int) -> None:
        """End an environment, and those that were left open in it."""
        depth = next((place for place in range(len(self._environments) - 1, 0, -1) if self._environments[place].name == name), 0)
        if depth:
            del self._environments[depth:]
            if name == _LIST or self._entry is None:
                self._end_block(at)

    def _command(self, found: re.Match[str]) -> int:
        name, start, at = found["command"], found.start(), found.end()
        if start in self._defined:
            return self._defined[start]
        if name == "bibitem":
            return self._bibitem(found.end("star"), start)
        if name == "item":
            return self._item(found.end("star"), start)
        if name == "par":
            if not (self._in_item or self._entry or self._frames):
                self._end_block(start)
            return at
        if _CITING.fullmatch(name) and name not in ARGUMENTS and name != "citenamefont":
            return keys_at(self._source, name, found.end("star"))[1]
        if name in JOINED:
            return self._joined(JOINED[name], at)
        form = ARGUMENTS.get(name) or self._passed_over.get(name)
        if form:
            return self._arguments(form, found.end("star"), name)
        words = self._meanings.get(name) or PRINTED.get(name) or sign_of(name)
        if words:
            self._put(words, start, found.end("star") - start)
        return at

    def _joined(self, form: str, start: int) -> int:
        """Read the arguments of a command that prints signs around those that are not empty; give where reading goes on."""
        opening, *forms, closing = form.split("|")
        shown: list[tuple[Span, str, str]] = []
        at = start
        for each in forms:
            argument = self._source.argument(at)
            if argument is None:
                break
            at = argument.end + 1
            if self._source.text(argument).strip():
                before, _, after = each.partition("{}")
                shown.append((argument, before, after))
        if not shown:
            return at
        following = [*(before for _, before, _ in shown[1:]), closing]
        for (argument, _, after), text in reversed(list(zip(shown, following, strict=True))):
            self._frames.append((argument.end, partial(self._put, after + text, argument.end, 0)))
        self._put(opening, start, 0)
        return shown[0][0].start

    def _arguments(self, form: str, at: int, name: str) -> int:
        """Deal with the arguments of a command; give where reading goes on."""
        named = ""
        for kind in form:
            if kind == "s":
                self._put(sign_of(name), at, 0)
                continue
            if kind == "o":
                aside = self._source.bracket(at)
                at = aside.end + 1 if aside else at
                continue
            aside = self._source.bracket(at) if kind in "hln" else None
            argument = self._source.argument(aside.end + 1 if aside else at)
            if argument is None:
                return at
            text = self._source.text(argument)
            if kind == "d":
                named, at = text.strip(), argument.end + 1
            elif kind == "l":
                self._link(text)
                at = argument.end + 1
            elif kind == "v":
                self._address(argument)
                at = argument.end + 1
            elif kind == "n" and not (self._in_item or self._entry):
                self._notes.append(argument)
                at = argument.end + 1
            else:
                if name == "bibinfo" and self._entry is not None:
                    self._entry.take(named, text)
                return self._read(kind, argument)
        return at

    def _read(self, kind: str, argument: Span) -> int:
        """Go on inside an argument."""
        if kind == "h":
            self._end_block(argument.start)
            self._writer.open("heading")
            self._frames.append((argument.end, lambda: self._end_block(argument.end)))
        elif kind == "q":
            self._put("“", argument.start, 0)
            self._frames.append((argument.end, lambda: self._put("”", argument.end, 0)))
        return argument.start

    def _address(self, argument: Span) -> None:
        """Write an address, without the escapes that programs write into it."""
        for found in _ADDRESS.finditer(self._live, argument.start, argument.end):
            self._put(found[1] or found[0], found.start(), len(found[0]))

    def _link(self, target: str) -> None:
        address = _RESOLVER.sub("https://doi.org/", target.strip())
        if (self._entry or self._in_item) and (doi := parse_doi(address)):
            self._writer.know(Reference(doi=doi))

    def _bibitem(self, at: int, start: int) -> int:
        self._end_block(start)
        self._frames.clear()
        aside = self._source.bracket(at)
        key = self._source.argument(aside.end + 1 if aside else at)
        environment = self._environments[-1]
        environment.count += 1
        label = label_of(self._source.text(aside)) if aside else str(environment.count)
        self._entry = BibItem(self._source.text(key).strip() if key else "", start)
        self._writer.open("entry", group=environment.group, label=label, key=self._entry.key or None)
        return key.end + 1 if key else at

    def _item(self, at: int, start: int) -> int:
        if self._entry is not None:
            return at
        self._end_block(start)
        self._frames.clear()
        environment = self._environments[-1]
        environment.count += 1
        aside = self._source.bracket(at)
        label = to_text(self._source.text(aside)) if aside else str(environment.count) if _COUNTED in environment.name else ""
        self._writer.open("item", group=environment.group, label=label or None)
        self._in_item = True
        return aside.end + 1 if aside else at


def _meaning(body: str) -> str:
    """Give what a macro without arguments prints: a rule where it draws one, else its text; nothing where it does more."""
    text = sign_of("rule") if _RULE.search(body) else to_text(body)
    return "" if "\\" in text else text
