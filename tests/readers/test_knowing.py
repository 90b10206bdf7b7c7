"""What a document knows beside its print goes to the reference that is about it."""

from __future__ import annotations

import pytest

from refcheck.model.dates import Date
from refcheck.model.flows import Block, Flow
from refcheck.model.identifiers import Doi
from refcheck.model.names import Name
from refcheck.model.references import CitedReference, Reference, Span
from refcheck.readers.knowing import informed

WELLS = Reference(title="On wells and springs", author=(Name(family="Lee"),), issued=Date(year=2001), doi=Doi("10.1000/wells"))
RAIN = Reference(title="Rain", author=(Name(family="Roe"),), issued=Date(year=1999), doi=Doi("10.1000/rain"))
LINK = Reference(doi=Doi("10.1000/link"))


def read(raw: str, *, own: tuple[Reference, ...] = (), everywhere: tuple[Reference, ...] = ()) -> Reference | None:
    block = Block(kind="entry", span=Span(0, len(raw)), known=own)
    (found,) = informed([CitedReference(reference=Reference(), id="1", raw=raw)], [block], Flow(text=raw, known=everywhere))
    return found.known


@pytest.mark.parametrize(
    ("raw", "own", "everywhere", "known"),
    [
        ("Lee, J. (2001). On Wells and Springs. Water, 3.", (), (RAIN, WELLS), WELLS),
        ("Lee J. On wells and springs. Water.", (), (WELLS,), WELLS),
        ("Roe, A. (1999). Rain. Press.", (), (RAIN,), RAIN),
        ("Roe, A. (2003). Rain and more. Press.", (), (RAIN,), None),
        ("Silva, M. (2010). On wells and springs: A reply. Water.", (), (WELLS,), None),
        ("Roe, A. Something. 1999.", (LINK,), (WELLS,), LINK),
        ("Roe, A. Something. 1999.", (LINK, LINK), (), LINK),
        ("Roe, A. Something. 1999.", (LINK, Reference(doi=Doi("10.1000/other"))), (), None),
        ("Lee, J. (2001). On wells and springs. Water.", (WELLS, RAIN), (), WELLS),
        ("Roe, A. Something. 1999.", (), (), None),
    ],
)
def test_a_reference_knows_the_work_its_text_is_about(raw, own, everywhere, known):
    """Data of another work would be worse than none."""
    assert read(raw, own=own, everywhere=everywhere) == known


def test_a_reference_of_no_block_takes_from_the_whole_document():
    """A list typed by hand has no fields of its own."""
    raw = "Lee, J. (2001). On wells and springs. Water, 3."
    (found,) = informed([CitedReference(reference=Reference(), id="1", raw=raw)], [None], Flow(text=raw, known=(WELLS,)))
    assert found.known == WELLS
    assert found.reference.title == "On wells and springs"
