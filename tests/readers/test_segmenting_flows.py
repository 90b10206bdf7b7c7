"""What a document has cut itself is taken or left as it is: declared references, elements of lists, notes."""

import pytest

from refcheck.model.documents import Document
from refcheck.readers.flow_writer import FlowWriter
from refcheck.readers.segmenting.reading import read_flow

WORKS = [
    "Aas, B. (2011). The quiet road: Walking in the north. Field Press.",
    "Bui, T. H., & Chen, L. (2016). Paths that last. Journal of Footways, 12(3), 45–67.",
    "Dörfler, K. (2009). Gehen lernen. Wegverlag.",
    "Evans, M. (2018). Hedges and gates. In P. Quill (Ed.), Walking country (pp. 10–31). Lane University Press.",
]
PROSE = "The road was mended when nobody looked, and this is what they found there (Aas, 2011)."


def reading(*blocks):
    """Read a document of blocks: kind, text, and what the block is opened with."""
    writer, source = FlowWriter(), ""
    for kind, text, *opened in blocks:
        writer.open(kind, **(opened[0] if opened else {}))
        writer.write(text, len(source))
        source += text + "\n"
    return read_flow(Document(name="walk.html", text=source), writer.flow())


def raws(*blocks):
    return [cited.raw for cited in reading(*blocks).references]


def test_what_is_declared_is_always_taken_and_nothing_else_is():
    odd = "The mill book, kept by hand."
    assert raws(("prose", "\n\n".join(WORKS)), ("entry", WORKS[0]), ("entry", odd), ("item", WORKS[1])) == [WORKS[0], odd]


def test_declared_references_keep_their_keys_and_labels():
    found = reading(("entry", WORKS[0], {"label": "12", "key": "aas2011"}), ("entry", WORKS[1], {"label": "Bui16"})).references
    assert [(cited.key, cited.id, cited.label) for cited in found] == [("aas2011", "aas2011", "12"), (None, "2", "Bui16")]


def test_a_list_of_references_is_taken_with_its_odd_elements_and_never_cut_again():
    odd = "The mill book, kept by hand; 1998."
    assert raws(("heading", "References"), *(("item", work) for work in [*WORKS[:2], odd, WORKS[2]])) == [*WORKS[:2], odd, WORKS[2]]


def test_other_lists_are_left_and_lists_are_judged_one_by_one():
    menu = [("item", text, {"group": 1}) for text in ("Home", "About us since 1998", "Contact")]
    works = [("item", work, {"group": 2}) for work in WORKS]
    assert raws(*menu, ("prose", PROSE), *works) == WORKS


def test_references_within_a_list_of_other_things_are_taken_alone():
    links = [f"Page {n} of the walk" for n in range(12)]
    assert raws(*(("item", text) for text in [*links, *WORKS, *links])) == WORKS


def test_a_label_that_stands_in_the_text_of_an_element_is_no_part_of_it():
    found = reading(("heading", "References"), *(("item", f"[{n}] {work}") for n, work in enumerate(WORKS, 1))).references
    assert [(cited.label, cited.raw) for cited in found] == [(str(n), work) for n, work in enumerate(WORKS, 1)]


def test_paragraphs_under_a_heading_are_found_as_in_plain_text():
    assert raws(("prose", PROSE), ("heading", "Literatur"), *(("prose", work) for work in WORKS), ("prose", PROSE)) == WORKS


@pytest.mark.parametrize("again", ["Ibid., p. 12.", "The committee was of another mind when it met again."])
def test_notes_are_read_where_there_is_no_list(again):
    notes = [("note", text) for text in (WORKS[0], again, WORKS[1], again, WORKS[2])]
    assert raws(("prose", PROSE), *notes) == WORKS[:3]
    assert raws(("prose", PROSE), *notes, ("heading", "References"), *(("prose", work) for work in WORKS)) == WORKS


def test_each_list_of_a_document_is_explained():
    told = reading(("heading", "References"), *(("item", work) for work in WORKS)).explanations
    assert [one.reason.partition(";")[0] for one in told] == ["4 entries, cut as the document lists them"]
    told = reading(*(("entry", work) for work in WORKS)).explanations
    assert [one.reason.partition(";")[0] for one in told] == ["4 entries, cut as the document declares them"]


def test_a_document_without_references_says_so():
    (notice,) = reading(("prose", PROSE), ("item", "Home")).notices
    assert notice.message.startswith("walk.html: no reference list found")
