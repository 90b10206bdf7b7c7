"""The parts of finding and cutting that are worth a claim of their own."""

import pytest

from refcheck.model.documents import Document
from refcheck.readers.markdown import read
from refcheck.readers.segmenting.cutters import chain
from refcheck.readers.segmenting.headings import is_heading
from refcheck.readers.segmenting.layout import bounds, label_of
from refcheck.readers.segmenting.quality import quality

WHOLE = "Bui, T. H., & Chen, L. (2016). Paths that last. Journal of Footways, 12(3), 45–67."


@pytest.mark.parametrize(
    ("text", "kind", "label", "rest"),
    [
        ("[12] Roe", "number", "12", "Roe"),
        ("［3］Roe", "number", "3", "Roe"),
        ("(4) Roe", "number", "4", "Roe"),
        ("5. Roe", "number", "5", "Roe"),
        ("6) Roe", "number", "6", "Roe"),
        ("7 Roe", "number", "7", "Roe"),
        ("[8]Roe", "number", "8", "Roe"),
        ("[9]", "number", "9", ""),
        ("[Roe+99a] Roe", "key", "Roe+99a", "Roe"),
        ("• Roe", "bullet", "", "Roe"),
        ("– Roe", "bullet", "", "Roe"),
    ],
)
def test_labels_are_read_with_their_punctuation(text, kind, label, rest):
    found = label_of(text)
    assert (found.kind, found.text, text[found.length :]) == (kind, label, rest)


@pytest.mark.parametrize("text", ["2019. A year", "(2019) A year", "12.5 percent", "––– (2001)", "Roe, A.", "[] Roe", "-5 degrees", ""])
def test_years_decimals_and_dashes_of_repeated_names_are_no_labels(text):
    assert label_of(text) is None


def test_numbers_count_as_labels_only_where_they_rise():
    """A wrapped line may begin with a volume or a page."""
    assert chain([1, 2, 45, 3, 4, 12, 5]) == {0, 1, 3, 4, 6}
    assert chain([7, 9, 10]) == {0, 1, 2}
    assert chain([45, 12]) == set()
    assert chain([1, 2, 3, 1, 4]) == {0, 1, 2, 4}
    assert chain([115, 116, 116, 117]) == {0, 2, 3}
    assert chain([1, 2, 3, 1, 2]) == {0, 1, 2, 3, 4}
    assert chain([1]) == {0}
    assert chain([]) == set()


@pytest.mark.parametrize(
    "line",
    ["References", "REFERENCES:", "5.2 Literature cited", "Список литературы", "参考文献", "L I T E R A T U R", "# Źródła", "[Kaynakça]"],
)
def test_headings_of_lists_are_known_in_many_languages(line):
    assert is_heading(line)


@pytest.mark.parametrize("line", ["References to the king abound", "References.", "Resources", "The sources", "", "12", "x" * 200])
def test_other_lines_are_no_headings(line):
    assert not is_heading(line)


def test_a_whole_reference_is_better_than_its_parts_two_of_them_and_prose():
    others = [
        WHOLE[:50],
        WHOLE[30:],
        f"{WHOLE} {WHOLE}",
        "Bui (2016) has shown that paths last longer where they are used by people.",
        "May 2016",
        "",
    ]
    assert quality(WHOLE) > 1
    assert all(quality(other) < 1 < quality(WHOLE) for other in others)


@pytest.mark.parametrize("text", ["a\n\nb", "a\r\n\r\nb", "a\fb", "a\rb", "\n", ""])
def test_lines_cover_the_text_in_order(text):
    places = bounds(text)
    assert [text[start:end].strip("\r") for start, end in places if text[start:end].strip()] == [
        part for part in ("a", "b") if part in text
    ]


def test_a_run_that_is_trimmed_to_nothing_is_no_list():
    """Found by fuzzing: a year, page signs and nothing that can be read."""
    text = (
        "-- 1999\ufffd\\(\ufffd:\ufffd\ufffd:pp"
        + "\ufffd" * 12
        + ":\ufffd:pp\ufffd)\n"
        + "\ufffd" * 52
        + "\0\0\0\0\x0c--//\ufffd\ufffdblamk:"
    )
    assert read(Document(name="x.md", text=text)).references == ()
