"""Text copied or converted from pages reads on: heads, numbers and columns are not in the way of references."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.documents import Document
from refcheck.readers.article import read
from refcheck.readers.segmenting.pages import read_on

ENTRIES = [
    f"{family}, {given}. ({1990 + place}). The {thing} of the north: Notes on {other}. J. Walks, {place + 3}(2), {place}5–{place}9."
    for place, (family, given, thing, other) in enumerate(
        (
            ("Aas", "B", "harbour", "winter tides"),
            ("Bui", "T. H", "old road", "walking in the long rains"),
            ("Chen", "L", "mill", "grinding barley by hand"),
            ("Dörfler", "K", "toll book", "who paid and who did not"),
            ("Evans", "M", "hedge", "gates, stiles and other ways through"),
            ("Fuchs", "R", "ferry", "a crossing in fog"),
            ("Giraud", "P", "quiet hill", "larks, wind and a house"),
            ("Hollis", "A", "school", "the long way to lessons"),
            ("Ibarra", "S", "bridge", "stones that were carried"),
            ("Jansen", "W", "lighthouse", "oil, glass and sleepless nights"),
        )
    )
]
PROSE = "The road was mended when nobody looked, and this is what they found there (Aas, 1990)."


def letters(text):
    return "".join(text.split())


def raws(text):
    return [letters(cited.raw) for cited in read(Document(name="walk.txt", text=text)).references]


def paged(lines, rows, head, foot, end):
    pages = [lines[at : at + rows] for at in range(0, len(lines), rows)]
    return end.join("\n".join([head(number), *page, foot(number)]) for number, page in enumerate(pages, 41)) + "\n"


def wrapped(width=60):
    head = textwrap.wrap(PROSE * 3, width)
    return [*head, "", "References", "", *(line for entry in ENTRIES for line in textwrap.wrap(entry, width, break_on_hyphens=False))]


HEADS = {
    "a running title and the number below": (lambda _: "Walks in the North", lambda number: f"                 {number}"),
    "a title with its number": (lambda number: f"{number}   AAS ET AL." if number % 2 else f"AAS ET AL.   {number}", lambda _: ""),
    "page of pages": (lambda _: "", lambda number: f"Page {number} of 99"),
    "a notice with an address": (lambda _: "", lambda number: f"© 2021 The Authors. https://doi.org/10.5555/walk.7 | {number}"),
}


@pytest.mark.parametrize(("head", "foot"), HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("end", ["\n\f", "\n"], ids=["form feeds", "copied"])
def test_references_go_on_over_the_end_of_a_page(head, foot, end):
    """Neither the head nor the number of a page gets into the reference that the page breaks in two."""
    text = paged(wrapped(), 10, head, foot, end)
    assert raws(text) == list(map(letters, ENTRIES))


def test_an_address_at_the_head_of_a_page_is_no_running_head():
    entries = [f"{entry} 10.1016/j.walks.20{place:02}.01.0{place:02}" for place, entry in enumerate(ENTRIES, 10)]
    pages = "\n\f".join(entry.replace(" 10.1016", "\n\f10.1016") for entry in entries)
    assert raws(f"{PROSE}\n\nReferences\n\n{pages}\n") == list(map(letters, entries))


def test_two_columns_copied_line_beside_line_are_read_one_after_the_other():
    lines = [line for entry in ENTRIES for line in [*textwrap.wrap(entry, 44, break_on_hyphens=False), ""]]
    left = ["References", "", *lines[: len(lines) // 2]]
    right = lines[len(lines) // 2 :]
    right += [""] * (len(left) - len(right))
    text = "\n".join(f"{one:<48}{two}".rstrip() for one, two in zip(left, right, strict=True)) + "\n"
    assert raws(text) == list(map(letters, ENTRIES))


@pytest.mark.parametrize(
    "table",
    [
        "\n".join(f"Harbour {n:<20}{n * 7:<10}{n * 13}" for n in range(30)),
        "\n".join(f"{n}.   Mill at the river {n:<10} built 19{n:02}" for n in range(10, 40)),
        "\n".join(
            "A line with a gap   in it that goes on" if n % 9 == 0 else "A line of prose that has no gap in it at all" for n in range(30)
        ),
    ],
    ids=["numbers", "short columns", "prose"],
)
def test_tables_and_prose_with_gaps_are_no_columns(table):
    assert read_on(table).text == table


def test_lines_that_count_something_else_stay():
    text = "\n".join(f"[{n}]\nRoe, A. (19{n}). The road to the harbour. Field Press.\n" for n in range(10, 30))
    assert read_on(text).text == text


def test_what_stands_over_pages_points_at_its_source_and_is_not_its_own():
    """A mend must not write over the head of a page."""
    names = {"Aas": "harbour", "Bui": "long road", "Cox": "mills", "Day": "hedges"}
    entries = [f"{name}, B. (1990). The north and\nits {thing}. Field Press." for name, thing in names.items()]
    pages = [entry.replace("\n", f"\n\n{number}\n\fWalks in the North\n\n") for number, entry in enumerate(entries, 4)]
    text = "References\n\n" + "\n\n".join(pages) + "\n"
    found = read(Document(name="walk.txt", text=text)).references
    assert [letters(cited.raw) for cited in found] == list(map(letters, entries))
    for cited in found:
        assert text[cited.span.start : cited.span.end].startswith(cited.raw[:20])
        assert cited.origins["title"].via == "derived"
        assert cited.origins["issued"].via == "own"


LINES = st.sampled_from([*ENTRIES, "12", "13", "14", "Walks", "", "  ", "\f", "Page 3 of 9", f"{PROSE[:40]}    {PROSE[:40]}", "References"])


@given(st.lists(LINES, max_size=60).map("\n".join) | st.text(alphabet="a1 \n\f\r\t|", max_size=200))
def test_no_text_is_changed_but_by_leaving_out_and_every_sign_knows_its_place(text):
    flow = read_on(text)
    assert read_on(flow.text).text is not None
    ends = [*(other.start for other in flow.stretches[1:]), len(flow.text)]
    for stretch, end in zip(flow.stretches, ends, strict=bool(flow.stretches)):
        if stretch.length:
            assert flow.text[stretch.start : end] == text[stretch.source : stretch.source + stretch.length]


def test_a_reference_from_the_foot_of_a_column_to_the_head_of_the_next_points_at_where_it_begins():
    lines = ["References", "", *(line for entry in ENTRIES for line in textwrap.wrap(entry, 44, break_on_hyphens=False))]
    half = len(lines) // 2
    text = "\n".join(f"{one:<48}{two}".rstrip() for one, two in zip(lines[:half], lines[half:], strict=False)) + "\n"
    found = read(Document(name="walk.txt", text=text)).references
    assert [letters(cited.raw) for cited in found][:4] == list(map(letters, ENTRIES[:4]))
    for cited in found:
        assert text[cited.span.start : cited.span.end].startswith(cited.raw.splitlines()[0])
