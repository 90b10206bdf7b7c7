"""What is printed and was not recognised is not called missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refcheck.model.documents import Document
from refcheck.model.references import Origin
from refcheck.readers.html import read as read_html
from refcheck.readers.jats import read as read_jats
from refcheck.readers.lines import read as read_lines
from refcheck.rules.containers.absent import _is_unread

PRINTED = "Yu, Z. (2014). Matrix <i>Factorization</i> &amp; Recognition of Faces. Journal of Applied Mathematics, 2014, 1–10."
PLAIN = PRINTED.replace("<i>", "").replace("</i>", "").replace("&amp;", "&")
LIST = f"<section role=doc-bibliography><h2>References</h2><ul><li>{PRINTED}</li></ul></section>"
TAGGED = f"<ref-list><ref><mixed-citation>{PRINTED.replace('i>', 'italic>')}</mixed-citation></ref></ref-list>"


@pytest.mark.parametrize(("read", "text"), [(read_lines, PLAIN), (read_html, LIST), (read_jats, TAGGED)])
def test_a_number_that_is_printed_beside_the_fields_is_not_missing(read, text):
    """A journal that numbers its volumes by years prints the year twice; markup moves no letter."""
    (cited,) = read(Document(name="a", text=text)).references
    assert {"issued", "title"} <= set(cited.origins)
    cited = replace(cited, origins={path: origin for path, origin in cited.origins.items() if path != "volume"})
    assert _is_unread(cited, "2014")
    assert not _is_unread(cited, "17")
    assert not _is_unread(cited, "Recognition"), "what a field holds is read"


def test_a_value_that_was_aligned_on_marked_up_text_covers_no_more_than_its_letters():
    """The place of such a value is the reference as a whole; the numbers beside it are not read by it."""
    (cited,) = read_html(Document(name="a", text=LIST)).references
    journal = "Journal of Applied Mathematics"
    whole = Origin(span=cited.span, raw=cited.raw, via="derived")
    cited = replace(cited, reference=replace(cited.reference, container_title=journal), origins={"container_title": whole, "year": whole})
    assert _is_unread(cited, "2014")
    assert not _is_unread(cited, "Applied")
