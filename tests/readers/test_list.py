from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.documents import Document
from refcheck.readers.list import read


def raws(text):
    return [cited.raw for cited in read(Document(name="x.txt", text=text)).references]


def test_whatever_stands_in_a_bare_list_is_a_reference():
    """The user said that it is a list: what reads oddly must be reported, not dropped."""
    text = "Roe, A. (2001). One. Press.\n\nA letter found in the attic of the mill at Sands.\n\nZorn, B. (2002). Two. Press.\n"
    assert raws(text) == text.strip().split("\n\n")


def test_a_heading_before_the_list_is_no_reference():
    assert raws("Literaturverzeichnis\n\nRoe, A. (2001): Eins. Bern: Haus.\n\nZorn, B. (2002): Zwei. Bern: Haus.\n") == [
        "Roe, A. (2001): Eins. Bern: Haus.",
        "Zorn, B. (2002): Zwei. Bern: Haus.",
    ]


def test_what_is_left_out_between_references_is_said():
    reading = read(Document(name="x.txt", text="Roe, A. (2001). One. Press.\n\nBooks\n\nZorn, B. (2002). Two. Press.\n"))
    assert len(reading.references) == 2
    assert [notice.message for notice in reading.notices] == ["x.txt:3: between two references, not read as one: Books"]


def test_a_list_without_text_says_so():
    reading = read(Document(name="x.txt", text="References\n\n"))
    assert reading.references == ()
    assert reading.notices[0].message.startswith("no reference in x.txt")


def test_an_empty_text_says_so():
    assert read(Document(name="x.txt", text="")).notices


@given(st.text(alphabet=st.sampled_from("Aa1.,()[]•-\n\r\t \f–:;/é"), max_size=300))
def test_no_text_makes_the_reader_raise_and_references_follow_one_another(text):
    found = read(Document(name="x", text=text)).references
    assert all(text[cited.span.start : cited.span.end] == cited.raw for cited in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
