"""A flow knows where each of its signs stands in the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.flows import Flow
from refcheck.model.references import Reference, Span
from refcheck.readers.flow_writer import FlowWriter

PIECES = st.lists(
    st.tuples(st.text("ab \nc", min_size=1, max_size=5), st.integers(0, 3), st.sampled_from(["same", "other", "open", "item"])),
    max_size=20,
)


def test_text_taken_letter_for_letter_is_found_again_in_the_source():
    """A finding must point at the place in the file, not in the text made of it."""
    source = "<p>Smith &amp; Jones</p><p>2020</p>"
    writer = FlowWriter()
    writer.open("prose")
    writer.write("Smith ", 3)
    writer.write("&", 9, 5)
    writer.write(" Jones", 14)
    writer.open("prose")
    writer.write("2020", source.index("2020"))
    flow = writer.flow()
    assert flow.text == "Smith & Jones\n\n2020\n\n"
    assert [flow.text[block.span.start : block.span.end] for block in flow.blocks] == ["Smith & Jones", "2020"]
    whole, year = (flow.source(block.span) for block in flow.blocks)
    assert source[whole.start : whole.end] == "Smith &amp; Jones"
    assert source[year.start : year.end] == "2020"
    sign = flow.source(Span(6, 7))
    assert source[sign.start : sign.end] == "&amp;"


def test_a_flow_without_stretches_is_the_source():
    """Plain text needs no table."""
    assert Flow(text="abc").source(Span(1, 2)) == Span(1, 2)


def test_a_block_of_blanks_leaves_no_trace():
    """Empty paragraphs would part what belongs together."""
    writer = FlowWriter()
    writer.open("item")
    writer.write(" \n", 0)
    writer.open("item", label="1", key="k", group=3)
    writer.write("a\nb", 2)
    flow = writer.flow()
    (block,) = flow.blocks
    assert (block.kind, block.label, block.key, block.group) == ("item", "1", "k", 3)
    assert flow.text == "a b\n\n", "an item stands on one line"
    assert flow.source(Span(0, 3)) == Span(2, 5)
    assert flow.source(Span(1, 1)) == Span(3, 3)


def test_known_works_belong_to_their_block():
    """A citation field of a reference manager serves the entry it stands in."""
    writer = FlowWriter()
    writer.know(Reference(title="Anywhere"))
    writer.open("entry")
    writer.write("x", 0)
    writer.know(Reference(title="Here"))
    flow = writer.flow()
    assert [work.title for work in flow.known] == ["Anywhere", "Here"]
    assert [work.title for work in flow.blocks[0].known] == ["Here"]


@given(PIECES)
def test_every_sign_taken_over_points_at_itself(pieces: list[tuple[str, int, str]]):
    """Whatever is written, letters lead back to the same letters."""
    writer, source = FlowWriter(), ""
    for text, gap, how in pieces:
        source += "#" * gap
        if how in {"open", "item"}:
            writer.open("prose" if how == "open" else "item")
        if how == "other":
            writer.write("&", len(source), len(text))
            source += text
        else:
            writer.write(text, len(source))
            source += text
    flow = writer.flow()
    for offset, sign in enumerate(flow.text):
        place = flow.source(Span(offset, offset + 1))
        assert 0 <= place.start <= place.end <= len(source)
        if sign in "abc":
            assert source[place.start : place.end] == sign
    for block in flow.blocks:
        assert flow.text[block.span.start : block.span.end].strip() == flow.text[block.span.start : block.span.end] != ""
