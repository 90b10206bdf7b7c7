"""Put a flow together, stretch by stretch, in the order of the source."""

from __future__ import annotations

import re

from refcheck.model.flows import WHOLE, Block, BlockKind, Flow, Stretch
from refcheck.model.references import Reference, Span

_BETWEEN = "\n\n"
_LINE_END = re.compile(r"[\r\n\f\v\x85\u2028\u2029]")


class FlowWriter:
    """Collects the text of a document and its blocks.

    Text is written into the open block; what is written while none is open opens a paragraph. Blocks end with `close`,
    or where the next begins, and are parted by a blank line. A block without anything but blanks leaves no trace. What is
    cut already stands on one line, so that nothing cuts it again.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._stretches: list[Stretch] = []
        self._blocks: list[Block] = []
        self._open: tuple[BlockKind, int, str | None, str | None] | None = None
        self._start = 0
        self._known: list[Reference] = []
        self._of_block: list[Reference] = []

    @property
    def is_open(self) -> bool:
        """Tell whether a block is being written."""
        return self._open is not None

    def open(self, kind: BlockKind, *, group: int = 0, label: str | None = None, key: str | None = None) -> None:
        """Begin a block; one that is open ends."""
        self.close()
        self._open = (kind, group, label, key)
        self._start = self._length

    def write(self, text: str, source: int, length: int | None = None) -> None:
        """Add text that the source has at an offset.

        Args:
            text: as it reads.
            source: where it stands.
            length: code points that it takes there; those of `text` where it stands there letter for letter.
        """
        if not text:
            return
        if self._open is None:
            self.open("prose")
        if self._open and self._open[0] in WHOLE:
            text = _LINE_END.sub(" ", text)
        taken = len(text) if length is None else length
        last = self._stretches[-1] if self._stretches else None
        verbatim = taken == len(text)
        if not (last and verbatim and last.length == self._length - last.start and last.source + last.length == source and last.length):
            self._stretches.append(Stretch(self._length, source, taken))
        else:
            self._stretches[-1] = Stretch(last.start, last.source, last.length + taken)
        self._parts.append(text)
        self._length += len(text)

    def know(self, *references: Reference) -> None:
        """Keep what the document knows about works cited in the open block, or anywhere where none is open."""
        self._known.extend(references)
        if self._open is not None:
            self._of_block.extend(references)

    def close(self) -> None:
        """End the open block."""
        if self._open is None:
            return
        kind, group, label, key = self._open
        self._open = None
        known, self._of_block = tuple(self._of_block), []
        text = self._text_from(self._start)
        if not text.strip():
            self._drop()
            return
        start = self._start + len(text) - len(text.lstrip())
        span = Span(start, start + len(text.strip()))
        self._blocks.append(Block(kind=kind, span=span, group=group, label=label, key=key, known=known))
        end = self._stretches[-1].source + self._stretches[-1].length
        self._stretches.append(Stretch(self._length, end, 0))
        self._parts.append(_BETWEEN)
        self._length += len(_BETWEEN)

    def _text_from(self, start: int) -> str:
        parts, length = [], self._length
        for part in reversed(self._parts):
            if length <= start:
                break
            parts.append(part)
            length -= len(part)
        return "".join(reversed(parts))

    def _drop(self) -> None:
        while self._length > self._start:
            self._length -= len(self._parts.pop())
        while self._stretches and self._stretches[-1].start >= self._start:
            self._stretches.pop()

    def flow(self) -> Flow:
        """Give what was written."""
        self.close()
        return Flow(text="".join(self._parts), blocks=tuple(self._blocks), stretches=tuple(self._stretches), known=tuple(self._known))
