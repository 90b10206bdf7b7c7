"""Bring together what a document prints and what it knows beside it.

Word processors keep the data of a reference manager behind each citation, web pages a link or machine-readable data. The
printed list is what is checked; such data show where its values begin and end, and which record to ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from refcheck.compare.aligning import aligned
from refcheck.compare.printed import ENOUGH
from refcheck.model.flows import Block, Flow
from refcheck.model.references import CitedReference, Reference
from refcheck.text.folding import squeeze, words
from refcheck.text.markup import plain


def informed(references: Iterable[CitedReference], blocks: Sequence[Block | None], flow: Flow) -> Iterator[CitedReference]:
    """Give each reference the work that the document knows and that its text is about.

    Args:
        references: as they were read.
        blocks: the block that each was read from; None where it was cut out of running text.
        flow: the document.
    """
    everywhere = [(squeeze(plain(work.title)), work) for work in flow.known if work.title]
    for cited, block in zip(references, blocks, strict=True):
        own = block.known if block else ()
        titled = [(squeeze(plain(work.title)), work) for work in own if work.title] or everywhere
        known = _meant(cited.raw, titled) if titled else None
        known = known or _linked(own)
        yield cited if known is None else replace(aligned(cited, known), known=known)


def _meant(raw: str, works: Sequence[tuple[str, Reference]]) -> Reference | None:
    """Choose the work whose title and first author a text prints; the longest title of several."""
    printed = squeeze(raw)
    fitting = [(title, work) for title, work in works if title and title in printed and _is_named(work, title, printed)]
    return max(fitting, key=lambda each: len(each[0]))[1] if fitting else None


def _is_named(work: Reference, title: str, printed: str) -> bool:
    """Tell whether a text whose letters hold a title is about that work: it names who wrote or edited it too, or when."""
    people = (*work.author, *work.editor)
    rest = printed.replace(title, "", 1)
    named = bool(people) and squeeze(people[0].family or people[0].literal or "") in rest
    dated = work.issued is not None and work.issued.year is not None and str(work.issued.year) in rest
    return named and dated if len(words(plain(work.title or ""))) < ENOUGH else named or dated


def _linked(works: Sequence[Reference]) -> Reference | None:
    """Give the one identifier that the links of a reference lead to; None where there are several."""
    bare = {work.doi: work for work in works if not work.title and work.doi}
    return next(iter(bare.values())) if len(bare) == 1 else None
