from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.documents import Document
from refcheck.readers.lines import read


def test_every_line_that_is_not_blank_is_one_reference_whatever_it_holds():
    """Programs pair the lines of a file with the items that come out."""
    text = "Roe, A. (2001). One. Press.\n\n   \n???\n\tTwo lines, 1999. \nlast"
    found = read(Document(name="x.txt", text=text)).references
    assert [cited.raw for cited in found] == ["Roe, A. (2001). One. Press.", "???", "Two lines, 1999.", "last"]
    assert [cited.id for cited in found] == ["1", "2", "3", "4"]
    assert [cited.line for cited in found] == [1, 4, 5, 6]


def test_a_label_stays_in_the_text_of_its_line_and_is_told():
    (cited,) = read(Document(name="x", text="[7] Roe A. One. J Two. 2001;3:4-5.")).references
    assert (cited.label, cited.raw) == ("7", "[7] Roe A. One. J Two. 2001;3:4-5.")


def test_windows_and_old_line_ends_end_lines():
    assert [cited.raw for cited in read(Document(name="x", text="one\r\ntwo\r\n")).references] == ["one", "two"]
    assert [cited.raw for cited in read(Document(name="x", text="one\rtwo\r")).references] == ["one", "two"]


def test_an_empty_source_has_no_references():
    assert read(Document(name="x", text=" \n\n")).references == ()


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_raise_and_spans_point_at_the_raw_text(text):
    found = read(Document(name="x", text=text)).references
    assert all(text[cited.span.start : cited.span.end] == cited.raw for cited in found)
