"""Reference lists in whole documents: found without a heading, cut exactly, and never seen where there is none."""

import json
import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.documents import Document
from refcheck.readers.article import read

ENTRIES = (
    "Aas, B. (2011). The quiet road: Walking in the north. Field Press.",
    "Bui, T. H., & Chen, L. (2016). Paths that last. Journal of Footways, 12(3), 45–67. https://doi.org/10.5555/jf.2016.12.45",
    "Centre for Paths. (2020, May 3). How paths are counted. https://www.pathcentre.example/how-paths-are-counted",
    "Dörfler, K. (2009). Gehen lernen. Wegverlag.",
    "Evans, M. (2018). Hedges and gates. In P. Quill (Ed.), Walking country (pp. 10–31). Lane University Press.",
)
PROSE = (
    "The road was built in 1998 and nobody liked it (Aas, 2011). It was mended in 2004.\n\n"
    "Bui and Chen (2016) have shown that paths last longer where people use them.\n\n"
)


def raws(text):
    return [cited.raw for cited in read(Document(name="walk.txt", text=text)).references]


@pytest.mark.parametrize("name", ["apa-wrapped", "german-bullets", "vancouver-numbered"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_invented_documents_are_cut_as_their_gold_says(root, name, end):
    folder = root / "tests" / "readers" / "lists"
    text = (folder / f"{name}.txt").read_text("utf-8").replace("\n", end)
    gold = json.loads((folder / f"{name}.json").read_text("utf-8"))
    found = read(Document(name=name, text=text)).references
    assert len(gold) == 23
    assert [(cited.raw.replace(end, "\n"), cited.line, cited.label) for cited in found] == [
        (row["raw"], row["line"], row["label"]) for row in gold
    ]


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize(
    "heading", ["References", "7. REFERENCES", "## Literatur", "R e f e r e n c e s", "Bibliografía:", "**Références**"]
)
def test_short_lists_are_found_under_a_heading(count, heading):
    entries = list(ENTRIES[:count])
    assert raws(PROSE + heading + "\n\n" + "\n\n".join(entries) + "\n") == entries


@pytest.mark.parametrize("count", [2, 3, 5])
def test_lists_are_found_without_a_heading_before_page_furniture(count):
    entries = list(ENTRIES[:count])
    assert raws(PROSE + "More Walks\n\n" + "\n\n".join(entries) + "\n\nRead more\nSubscribe for free\n\n" + PROSE) == entries


def test_one_reference_alone_in_a_text_is_its_list():
    assert raws(ENTRIES[1] + "\n") == [ENTRIES[1]]


LAYOUTS = {
    "numbers in brackets": lambda place, entry: f"[{place}] {entry}",
    "bare numbers": lambda place, entry: f"{place} {entry}",
    "number on a line of its own": lambda place, entry: f"[{place}]\n{entry}",
    "keys": lambda _, entry: f"[{entry[:3].upper()}11] {entry}",
    "dashes": lambda _, entry: f"– {entry}",
    "hanging": lambda _, entry: textwrap.fill(entry, 40, subsequent_indent="    ", break_on_hyphens=False, break_long_words=False)[0:],
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_labels_and_indents_say_where_entries_begin(layout):
    text = PROSE + "\n".join(layout(place, entry) for place, entry in enumerate(ENTRIES, 1)) + "\n\n" + PROSE
    assert [" ".join(raw.split()) for raw in raws(text)] == list(ENTRIES)


def test_numbers_within_a_paragraph_part_its_references():
    assert raws(PROSE + " ".join(f"[{place}] {entry}" for place, entry in enumerate(ENTRIES, 1)) + "\n") == list(ENTRIES)


def test_a_gap_in_the_numbers_does_not_hide_the_rest():
    kept = [(place, entry) for place, entry in enumerate(ENTRIES, 1) if place != 3]
    assert raws(PROSE + "\n".join(f"{place}. {entry}" for place, entry in kept)) == [entry for _, entry in kept]


@pytest.mark.parametrize("form", ["[{}] {}", "{}. {}", "({}) {}"])
def test_an_entry_whose_number_stands_within_a_line_is_found_by_the_gap(form):
    """Conversion often loses a line end before a label."""
    lines = [form.format(place, entry) for place, entry in enumerate(ENTRIES, 1)]
    assert raws(PROSE + f"{lines[0]} {lines[1]}\n{lines[2]} {lines[3]}\n{lines[4]}\n") == list(ENTRIES)
    assert raws(PROSE + "\n".join([lines[0].replace("road", "road in part 2. The"), *lines[2:]]) + "\n")[1:] == list(ENTRIES[2:])


def test_an_address_in_a_paragraph_of_its_own_belongs_to_the_entry_before():
    text = PROSE + "References\n\n" + "\n\n".join(ENTRIES).replace(" https", "\n\nhttps") + "\n"
    assert [" ".join(raw.split()) for raw in raws(text)] == list(ENTRIES)


def test_headings_of_parts_and_page_numbers_are_left_out_and_said():
    text = PROSE + "References\n\n" + "\n".join(ENTRIES[:3]) + "\n\n14\n\f\n" + "\n".join(ENTRIES[3:]) + "\n"
    reading = read(Document(name="walk.txt", text=text))
    assert [cited.raw for cited in reading.references] == list(ENTRIES)
    assert [notice.message for notice in reading.notices] == ["walk.txt:11: between two references, not read as one: 14"]


def test_an_odd_entry_within_a_list_is_kept():
    odd = "The mill book, kept by hand in the tower of Sands church."
    entries = [*ENTRIES[:3], odd, *ENTRIES[3:]]
    assert raws(PROSE + "\n\n".join(entries) + "\n") == entries


def test_several_odd_entries_in_a_row_do_not_part_a_long_list():
    odd = ["The mill book, kept by hand in the tower of Sands church.", "The toll book of the same mill, with maps by a carpenter."]
    entries = [*ENTRIES[:2], ENTRIES[4], *odd, ENTRIES[1], *ENTRIES[3:]]
    assert raws(PROSE + "\n\n".join(entries) + "\n") == entries


def test_page_furniture_with_a_date_and_an_address_at_the_edge_of_a_list_is_none_of_it():
    stray = "Visit Source\nPublished on March 3, 2021\nhttps://www.example.org/about"
    entries = [entry for entry in ENTRIES if not entry.startswith("Centre")]
    assert raws(PROSE + stray + "\n\n" + "\n\n".join(entries) + "\n\n" + stray + "\n") == entries


def test_wide_wrapped_lines_without_other_signs_are_joined():
    long = [f"{entry[:-1]} {'and the long way round the hills ' * 6}. Field Press." for entry in ENTRIES if "http" not in entry]
    lines = [textwrap.fill(entry, 170) for entry in long]
    assert raws(PROSE + "\n".join(lines) + "\n") == lines


def test_two_lists_are_read_in_the_order_of_the_text_and_the_prose_between_is_not():
    text = PROSE + "\n\n".join(ENTRIES[:3]) + "\n\n" + PROSE + "Further reading\n\n" + "\n\n".join(ENTRIES[3:]) + "\n"
    assert raws(text) == list(ENTRIES)


def test_lines_directly_after_the_last_entry_are_no_part_of_it():
    text = "\n".join(f"{place}. {textwrap.fill(entry, 60)}" for place, entry in enumerate(ENTRIES, 1)).replace("\n", "\n")
    found = raws(PROSE + text + "\nAbout the author\nThe author is a writer.\n")
    assert found[-1].split() == ENTRIES[-1].split()


def test_a_heading_of_its_own_words_directly_above_is_no_part_of_the_first():
    assert raws(PROSE + "What We Read\n" + "\n\n".join(ENTRIES) + "\n") == list(ENTRIES)


def test_positions_and_numbers_are_those_of_the_text():
    text = PROSE + "References\n\n" + "\n\n".join(ENTRIES)
    found = read(Document(name="walk.txt", text=text)).references
    assert [cited.id for cited in found] == ["1", "2", "3", "4", "5"]
    assert [cited.line for cited in found] == [7, 9, 11, 13, 15]
    assert all(cited.kind == "list" and cited.key is None and cited.file == "walk.txt" for cited in found)
    assert all(text[cited.span.start : cited.span.end] == cited.raw for cited in found)


SILENT = {
    "prose with citations": PROSE
    + "Smith, J. (2019) showed that prices rose by 4% in the first year. In 2020, they fell (see Okafor et al., 2021, pp. 12-14).\n",
    "numbered statements": "1. The first ship came in January 2019, and it was late.\n2. The second came in March 2020 (Roe, 2020).\n"
    "3. The third ship, built in 1987, sank.\n4. The fourth was sold for 12,000 in 2021.\n",
    "table of contents": "Contents\n\nChapter 1. The Harbour in 1850 ........ 12\nChapter 2. Ships, 1850-1900 ........ 45\n"
    "Chapter 3. J. Smith and the Crane (1903) ........ 78\nChapter 4. War, 1914-1918 ........ 101\n",
    "news": "Harbour To Reopen In 2025\nJanuary 5, 2024\n\nMayor Smith, J., Says No\nDecember 12, 2023\n\n"
    "Storm of 2022 Still Felt\nBy K. Lomax, November 2, 2023 https://www.example.org/news/storm\n\n"
    "Jones, P. Wins Prize\nOctober 3, 2023. https://www.example.org/news/jones\n",
    "curriculum vitae": "1994-1999 Diploma, University of Bonn.\n1999-2003 PhD, University of Leeds. Supervisor: Prof. J. Smith.\n"
    "2003-2006 Postdoctoral Fellow, Institute for Marine Studies, Kiel.\n2012-present Professor, Example University.\n"
    "Best Teacher Award, University of Bergen, 2009.\n",
    "changes": "## 2.1.0 (2023-04-11)\n\n- Fixed a crash on empty input (#123). Thanks to J. Smith.\n"
    "- Added support for 3.12, see https://example.org/issues/140.\n- Removed the old parser, deprecated since 2021.\n"
    "* Jones, P.: rewrote the cache, 3(2) times faster.\n",
    "code": 'YEARS = {2019: "Smith, J.", 2020: "Jones, P."}\n\ndef cite(author, year=2020):\n    """Return Smith, J. (2020)."""\n'
    '    return f"{author} ({year}). https://doi.org/{10.1234}/x"\n',
    "results": "1. Smith, J. 2:14:20\n2. Jones, P. 2:15:01\n3. Okafor, C. 2:15:44\n4. Brandt, K. (2018) 2:16:02\n",
    "how to cite this": "To cite this article: " + ENTRIES[1] + "\n\n" + PROSE,
    "nothing": "",
    "a heading alone": "References\n",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_is_no_reference_list_gives_one_notice_and_no_reference(text):
    """An invented finding about a sentence would cost the reader's trust."""
    reading = read(Document(name="walk.txt", text=text))
    assert reading.references == ()
    (notice,) = reading.notices
    assert notice.message.startswith("walk.txt: no reference list found: ")
    assert "--from lines" in notice.message


PARTS = st.sampled_from(
    [
        *ENTRIES,
        *(entry[:40] for entry in ENTRIES),
        "References",
        "12",
        "[1]",
        "1. ",
        "2. ",
        "• ",
        "(3) ",
        "\n",
        "\n\n",
        "\r\n",
        "    ",
        "\t",
        " ",
    ]
)


@given(st.lists(PARTS, max_size=25).map("".join) | st.text(max_size=120))
def test_no_text_makes_the_reader_raise_and_references_stand_in_order(text):
    found = read(Document(name="x", text=text)).references
    assert all(text[cited.span.start : cited.span.end] == cited.raw for cited in found)
    assert all(cited.raw.strip() == cited.raw and cited.raw for cited in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
