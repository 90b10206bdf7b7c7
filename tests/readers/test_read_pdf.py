"""PDFs are read as people read them: down the columns, over the pages, without heads, feet and numbers beside the lines."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from refcheck.errors import ReadError
from refcheck.model.documents import Document, Reading
from refcheck.model.identifiers import Doi
from refcheck.readers.pdf import read

ENTRIES = (
    "Aas, B. (2011). The quiet road: Walking in the north of the country and its islands. Field Press.",
    "Bui, T. H., & Chen, L. (2016). Lasting paths of stone and of timber. Journal of Footways, 12(3), 45–67.",
    "Carr, N. T. (2020, May 3). Counting of paths. Paths of Today. https://www.pathcentre.example/how-paths-are-counted",
    "Dörfler, K. (2009). Gehen lernen und wieder verlernen: Ein Lesebuch für unterwegs. Wegverlag.",
    "Evans, M. (2018). Hedges and gates. In P. Quill (Ed.), Walking country (pp. 10–31). Lane University Press.",
    "Fitch, O. R. (1999). A field guide to stiles, second edition. Journal of Footways, 3(1), 1–19.",
    "Gao, Y., Liu, Q., & Zang, P. (2014). Steps counted by dogs and by people. Journal of Footways, 10(2), 71–88.",
    "Hill, A. (2003). Downhill walking on gravel, grass and snow. Annals of Walking, 41(4), 300–315.",
)
PROSE = (
    "The road was built in 1998 and nobody liked it (Aas, 2011). It was mended in 2004, and people began to use it again, "
    "which had not been expected by those who built it. Bui and Chen (2016) have shown that paths last longer where people use them. "
)
WIDE, HIGH = 595, 842

Line = tuple[float, str]
"""Indent and text."""


def pdf(*pages: Callable[[Canvas], None], **options) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDE, HIGH), invariant=1, **options)
    for page in pages:
        canvas.setFont("Times-Roman", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def wrapped(text: str, width: float, *, first: float = 0, rest: float = 0, size: float = 10) -> list[Line]:
    lines: list[Line] = []
    for word in text.split():
        indent = rest if lines else first
        if lines and stringWidth(f"{lines[-1][1]} {word}", "Times-Roman", size) <= width - lines[-1][0]:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {word}")
        else:
            lines.append((indent, word))
    return lines


def hanging(entries: Iterable[str], width: float) -> list[Line]:
    return [line for entry in entries for line in wrapped(entry, width, rest=14)]


def column(canvas: Canvas, lines: Sequence[Line], left: float, top: float, *, pitch: float = 12) -> None:
    for place, (indent, text) in enumerate(lines):
        canvas.drawString(left + indent, top - place * pitch, text)


def reading(content: bytes) -> Reading:
    return read(Document(name="walk.pdf", text="", content=content))


def raws(content: bytes) -> list[str]:
    """Give what was cut out on one line each, words broken at a line end joined."""
    return [" ".join(cited.raw.replace("-\n", "-").split()) for cited in reading(content).references]


def text_of(content: bytes) -> str:
    document = reading(content).document
    assert document is not None
    return document.text


def test_a_hanging_list_is_cut_at_its_indents():
    """In a PDF the indent is often all that tells where a reference begins."""

    def page(canvas: Canvas) -> None:
        column(canvas, [*wrapped(PROSE * 2, 450), (0, "References"), *hanging(ENTRIES, 450)], 70, 760)

    found = reading(pdf(page))
    assert [" ".join(cited.raw.split()) for cited in found.references] == list(ENTRIES)
    assert found.document is not None
    assert found.document.unit == "page"
    for cited in found.references:
        assert cited.span is not None
        assert found.document.text[cited.span.start : cited.span.end] == cited.raw


def test_columns_are_read_one_after_the_other_and_pages_run_on():
    """A reference that goes on in the next column or on the next page is one reference."""
    lines = [*wrapped(PROSE * 3, 215), (0, "References"), *hanging(ENTRIES * 2, 215)]
    by_column = [lines[at : at + 13] for at in range(0, len(lines), 13)]

    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(70, 800, "Walking and talking")
            canvas.drawRightString(525, 800, f"{number + 117}")
            canvas.drawCentredString(WIDE / 2, 40, "Annals of Footways 12 (2020)")
            for side, part in enumerate(by_column[2 * number : 2 * number + 2]):
                column(canvas, part, 70 + side * 240, 750)

        return draw

    content = pdf(*map(page, range((len(by_column) + 1) // 2)))
    assert raws(content) == list(ENTRIES) * 2
    assert "Walking and talking" not in text_of(content)
    assert "Annals of Footways" not in text_of(content)


@pytest.mark.parametrize("interleaved", [True, False])
def test_columns_are_told_by_the_white_between_them_whatever_the_order_of_drawing(interleaved):
    """Programs that draw row by row write both columns in one go."""
    sides = [hanging(ENTRIES[:4], 215), hanging(ENTRIES[4:], 215)]

    def page(canvas: Canvas) -> None:
        column(canvas, wrapped(PROSE * 2, 455), 70, 780)
        canvas.drawString(70, 705, "References")
        drawn = [(side, place) for side in range(2) for place in range(len(sides[side]))]
        for side, place in sorted(drawn, key=lambda each: each[::-1]) if interleaved else drawn:
            indent, text = sides[side][place]
            canvas.drawString(70 + side * 230 + indent, 690 - place * 12 - side * 5, text)

    assert raws(pdf(page)) == list(ENTRIES)


def test_three_columns_and_addresses_that_stick_out_of_theirs():
    """An address that cannot be broken runs into the white, or over it."""
    address = "https://www.pathcentre.example/reports/of-the-year/how-paths-are-counted"
    entries = [f"Aas, B. ({year}). Paths of the year {year}, counted. {address}/{year}" for year in range(2000, 2012)]
    sides = [hanging(entries[at : at + 4], 145) for at in (0, 4, 8)]

    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 790, "References")
        for side, lines in enumerate(sides):
            column(canvas, lines, 60 + side * 160, 770)

    assert raws(pdf(page)) == entries


def test_few_lines_on_the_last_page_are_in_the_columns_of_the_pages_before():
    """What is left of a list over the last page has too few rows to show a gutter."""
    lines = hanging(ENTRIES * 2, 215)
    tall, end = lines[:-5], lines[-5:]

    def first(canvas: Canvas) -> None:
        canvas.drawString(70, 790, "References")
        column(canvas, tall[: len(tall) // 2], 70, 770)
        column(canvas, tall[len(tall) // 2 :], 310, 770)

    def last(canvas: Canvas) -> None:
        column(canvas, end[:3], 70, 770)
        column(canvas, end[3:], 310, 770)

    assert raws(pdf(first, last)) == list(ENTRIES) * 2


def test_few_lines_in_the_last_of_three_columns_are_a_column():
    """It begins as far from the second as that from the first; read across, they were lost in the second."""
    lines = [(0, "References"), *hanging(ENTRIES * 3, 145)]
    end, rest = lines[-4:], lines[:-4]
    half = (len(rest) + 1) // 2

    def page(canvas: Canvas) -> None:
        for side, part in enumerate((rest[:half], rest[half:], end)):
            column(canvas, part, 60 + side * 160, 770)

    assert raws(pdf(page)) == list(ENTRIES) * 3


def test_labels_stay_with_their_entries():
    """A narrow strip of numbers is no column."""

    def page(canvas: Canvas) -> None:
        top = 780.0
        column(canvas, [*wrapped(PROSE, 450), (0, "References")], 70, top)
        top -= 80
        for place, entry in enumerate(ENTRIES, 1):
            lines = wrapped(entry, 300)
            canvas.drawRightString(85, top, f"[{place}]")
            column(canvas, lines, 100, top)
            top -= 12 * len(lines)

    found = reading(pdf(page)).references
    assert [" ".join(cited.raw.split()) for cited in found] == list(ENTRIES)
    assert [cited.label for cited in found] == [str(place) for place in range(1, 9)]


@pytest.mark.parametrize(("step", "right"), [(1, False), (5, False), (1, True)])
def test_numbers_of_lines_are_no_text(step, right):
    """Manuscripts for review have them, at either side."""
    lines = [*wrapped(PROSE * 3, 400), (0, "References"), *hanging(ENTRIES * 2, 400)]
    pages = [lines[at : at + 16] for at in range(0, len(lines), 16)]

    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            column(canvas, pages[number], 90, 760, pitch=24)
            for place in range(len(pages[number])):
                if (count := 16 * number + place + 1) % step == 0:
                    canvas.drawRightString(560 if right else 60, 760 - 24 * place, str(count))

        return draw

    assert raws(pdf(*map(page, range(len(pages))))) == list(ENTRIES) * 2


def test_bare_numbers_of_entries_are_no_numbers_of_lines():
    """They count the entries, not the lines."""

    def page(canvas: Canvas) -> None:
        top = 780.0
        for place, entry in enumerate(ENTRIES, 1):
            lines = wrapped(entry, 250)
            canvas.drawRightString(60, top, str(place))
            column(canvas, lines, 80, top)
            top -= 12 * len(lines)

    assert [cited.label for cited in reading(pdf(page)).references] == [str(place) for place in range(1, 9)]


def test_a_page_number_alone_is_no_text():
    """Also where a document has one page."""

    def page(canvas: Canvas) -> None:
        column(canvas, hanging(ENTRIES, 450), 70, 780)
        canvas.drawCentredString(WIDE / 2, 40, "– 7 –")

    assert "7 –" not in text_of(pdf(page))


def test_lines_alike_at_the_foot_of_pages_stay_where_they_count_no_pages():
    """Lists are full of lines that differ by their numbers only."""

    def page(number: int) -> Callable[[Canvas], None]:
        return lambda canvas: column(
            canvas,
            [*hanging(ENTRIES, 450)[:-1], (0, "Hill, A. (2003). Hills."), (14, f"Annals of Hills, {number**2 + 50}, 1–9.")],
            70,
            780,
        )

    content = pdf(*map(page, range(4)))
    assert [f"Annals of Hills, {number**2 + 50}, 1–9." in text_of(content) for number in range(4)] == [True] * 4


def test_stamps_that_are_turned_are_no_text():
    """A stamp along the margin, and a watermark over the page."""

    def page(canvas: Canvas) -> None:
        column(canvas, hanging(ENTRIES, 450), 70, 780)
        for angle, stamp in ((90, "arXiv:2001.01234v1 [math.WA] 1 Jan 2020"), (45, "DRAFT")):
            canvas.saveState()
            canvas.translate(30, 300)
            canvas.rotate(angle)
            canvas.drawString(0, 0, stamp)
            canvas.restoreState()

    content = pdf(page)
    assert "arXiv" not in text_of(content)
    assert "DRAFT" not in text_of(content)


def test_large_words_under_the_lines_are_no_text():
    """A watermark may stand upright; a title and a large first letter stand beside the text."""

    def page(canvas: Canvas) -> None:
        for size, left, top, words in ((80, 70, 690, "DRAFT"), (30, 70, 800, "Walking"), (40, 70, 620, "T")):
            canvas.setFont("Times-Roman", size)
            canvas.drawString(left, top, words)
        canvas.setFont("Times-Roman", 10)
        column(canvas, hanging(ENTRIES[:4], 450), 70, 740)
        column(canvas, [(0, "he road was built in 1998"), (0, "and nobody liked it"), (0, "for years.")], 100, 645)

    content = pdf(page)
    assert raws(content) == list(ENTRIES[:4])
    assert "DRAFT" not in text_of(content)
    assert "Walking\n" in text_of(content)
    assert "T" in text_of(content).split("Wegverlag.")[1]


def test_what_is_left_of_a_reference_on_the_last_page_is_no_page_number():
    """A year may be all that is left."""

    def first(canvas: Canvas) -> None:
        column(canvas, [*hanging(ENTRIES, 450), (0, "Ives, P. Tracks in the snow. Journal of Footways, 3(1), 1–19,")], 70, 780)
        canvas.drawCentredString(WIDE / 2, 40, "7")

    def last(canvas: Canvas) -> None:
        canvas.drawString(84, 780, "2015.")
        canvas.drawCentredString(WIDE / 2, 40, "8")

    assert text_of(pdf(first, last)).split()[-3:] == ["3(1),", "1–19,", "2015."]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_are_turned_are_read_upright(turn):
    """Scanners and wide lists leave pages on their side."""

    def page(canvas: Canvas) -> None:
        canvas.translate(*{90: (WIDE, 0), 180: (WIDE, HIGH), 270: (0, HIGH)}[turn])
        canvas.rotate(turn)
        column(canvas, hanging(ENTRIES, 450), 70, 500)

    assert raws(pdf(page)) == list(ENTRIES)


def test_what_stands_outside_the_page_is_no_text():
    """Printers leave names of files beside the page."""

    def page(canvas: Canvas) -> None:
        column(canvas, hanging(ENTRIES, 450), 70, 780)
        canvas.drawString(70, 860, "walk-final-2.indd 7")

    assert "indd" not in text_of(pdf(page))


def test_words_divided_at_line_ends_are_whole_and_those_with_a_hyphen_keep_it():
    """A title is exported as it is; the document itself tells which hyphens are meant."""

    def page(canvas: Canvas) -> None:
        lines = ["Aas, B. (2011). The quiet foot-", "path and its well-", "being, with water-", "tight cart-", "road (Field-"]
        lines += ["Ness) north–carto-", "graphy and e-", "mail by GPS-", "maps, editor-", "in-chief. Path Pr.", "10.5555/a-", "b"]
        canvas.drawString(70, 780, "A well-kept and water-tight footpath, and a cart road.")
        column(canvas, [(14 if place else 0, line) for place, line in enumerate(lines)], 70, 700)

    first, *indented = text_of(pdf(page)).split("\n\n")[1].splitlines()
    assert first == "Aas, B. (2011). The quiet footpath"
    assert [line.strip() for line in indented] == [
        "and its well-",
        "being, with water-",
        "tight cart-",
        "road (Field-",
        "Ness) north–cartography",
        "and e-",
        "mail by GPS-",
        "maps, editor-",
        "in-chief. Path Pr.",
        "10.5555/a-",
        "b",
    ]
    assert all(line.startswith("  ") for line in indented), "indents are kept, in signs"


def test_a_word_divided_by_the_end_of_a_page_stands_on_the_first():
    """The next page begins with the next word."""

    def page(lines: Sequence[str]) -> Callable[[Canvas], None]:
        return lambda canvas: column(canvas, [(0, line) for line in lines], 70, 780)

    found = reading(pdf(page(["Paths were always carto-"]), page(["graphy."]), page(["It was known."]))).document
    assert found is not None
    assert found.text.split() == ["Paths", "were", "always", "cartography.", "It", "was", "known."]
    assert [found.text[start:].strip()[:2] for start in found.breaks] == ["Pa", "It", "It"]


def test_raised_signs_belong_to_their_line():
    """An exponent is no line of its own."""

    def page(canvas: Canvas) -> None:
        text = canvas.beginText(70, 780)
        text.textOut("Aas, B. (2011). Walking 10")
        text.setRise(4)
        text.setFont("Times-Roman", 6)
        text.textOut("6")
        text.setRise(0)
        text.setFont("Times-Roman", 10)
        text.textOut(" steps. Field Press.")
        canvas.drawText(text)

    assert text_of(pdf(page)) == "Aas, B. (2011). Walking 106 steps. Field Press.\n"


def footnoted(notes: Sequence[tuple[str, str]], *, entries: Sequence[str] = (), plain: bool = False) -> Callable[[Canvas], None]:
    """Draw a page of prose with raised marks, and smaller notes at its foot."""

    def page(canvas: Canvas) -> None:
        top = 780.0
        for mark, _ in notes:
            lines = wrapped(PROSE, 450)
            column(canvas, lines, 70, top)
            top -= 12 * (len(lines) - 1)
            canvas.setFont("Times-Roman", 6)
            canvas.drawString(70 + stringWidth(lines[-1][1], "Times-Roman", 10) + 1, top + 4, mark)
            canvas.setFont("Times-Roman", 10)
            top -= 12
        for entry in entries:
            canvas.drawString(70, top, entry)
            top -= 12
        top -= 20
        for mark, text in notes:
            canvas.setFont("Times-Roman", 8 if plain else 5)
            canvas.drawString(70, top if plain else top + 3, mark)
            canvas.setFont("Times-Roman", 8)
            for indent, line in wrapped(text, 430, size=8):
                canvas.drawString(78 + indent, top, line)
                top -= 10

    return page


@pytest.mark.parametrize("plain", [False, True])
def test_notes_at_the_foot_of_a_page_are_read_one_by_one(plain):
    """Where a document has no list, its notes hold its references; their marks stand raised in the text."""
    notes = [(str(place), entry) for place, entry in enumerate(ENTRIES[:4], 1)]
    found = reading(pdf(footnoted(notes, plain=plain), footnoted([("5", ENTRIES[4])], plain=plain))).references
    assert [(cited.label, " ".join(cited.raw.split())) for cited in found] == [*notes, ("5", ENTRIES[4])]


def test_a_note_that_goes_on_at_the_foot_of_the_next_page_is_one():
    """Long notes run over."""
    first, rest = ENTRIES[1].split("of timber")

    def second(canvas: Canvas) -> None:
        column(canvas, wrapped(PROSE, 450), 70, 780)
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(78, 600, f"of timber{rest}")

    notes = [("1", ENTRIES[0]), ("2", first)]
    assert raws(pdf(footnoted(notes), second)) == list(ENTRIES[:2])


def test_a_list_set_smaller_under_its_heading_is_no_row_of_notes():
    """Journals set lists smaller, and number them as their raised marks."""

    def page(canvas: Canvas) -> None:
        footnoted([("1", "")])(canvas)
        canvas.drawString(70, 700, "References")
        top = 680.0
        canvas.setFont("Times-Roman", 8)
        for place, entry in enumerate(ENTRIES, 1):
            canvas.drawString(70, top, f"{place}. {entry}")
            top -= 10

    found = reading(pdf(page)).references
    assert [cited.label for cited in found] == [str(place) for place in range(1, 9)]


def test_paragraphs_set_apart_are_parted_by_blank_lines():
    """Distance between lines tells paragraphs where nothing else does."""

    def page(canvas: Canvas) -> None:
        top = 780.0
        for entry in ENTRIES:
            lines = wrapped(entry, 250)
            column(canvas, lines, 70, top)
            top -= 12 * len(lines) + 5

    assert raws(pdf(page)) == list(ENTRIES)


def test_long_keys_in_a_strip_of_their_own_are_no_column():
    """They stand before few of the rows."""
    keys = [f"[Walkersfield and Runningham {year}]" for year in range(2001, 2009)]

    def page(canvas: Canvas) -> None:
        top = 780.0
        for key, entry in zip(keys, ENTRIES, strict=True):
            lines = [*wrapped(entry, 290), (0, "With a map.")]
            canvas.drawString(70, top, key)
            column(canvas, lines, 230, top)
            top -= 12 * len(lines)

    assert [text.startswith(key) for text, key in zip(text_of(pdf(page)).split("[")[1:], [key[1:] for key in keys], strict=True)] == [
        True
    ] * 8
    assert f"{keys[0]} Aas, B. (2011)." in text_of(pdf(page))


def in_two(first: Sequence[Line], second: Sequence[Line], *, size: float = 10) -> str:
    """Read two columns, the second in a size of its own."""

    def page(canvas: Canvas) -> None:
        column(canvas, first, 70, 780)
        canvas.setFont("Times-Roman", size)
        column(canvas, second, 310, 780)

    return text_of(pdf(page))


def test_a_column_in_another_size_begins_a_paragraph():
    """What it says is something else."""
    prose = wrapped(PROSE * 2, 215)
    assert "\n\nThe road" in in_two(prose[:-1], prose, size=8)
    assert "\n\nThe road" not in in_two(prose[:-1], prose)


def test_a_column_that_begins_with_a_label_begins_an_entry():
    """However full the last line of the one before is."""
    first, second = ([line for place in side for line in wrapped(f"[{place}] {ENTRIES[place]}", 215)] for side in ((1, 2), (3, 4)))
    assert "\n\n[3] Dörfler" in in_two(first, second)
    full = [(0, "Hill, A. (2003). Downhill walking on gravel, 41")]
    assert "41\n(3): 300–315." in in_two([*first, *full], [(0, "(3): 300–315."), *second]), "an issue is no label"


def test_an_address_broken_at_the_end_of_a_column_goes_on_in_the_next():
    """Its first part is short, for it could not be broken elsewhere."""
    prose = wrapped(PROSE * 2, 215)
    assert "example/\ncounted" in in_two([*prose, (0, "https://www.pathcentre.example/")], [(0, "counted, and so on."), *prose])
    assert "example.\n\nCounted" in in_two([*prose, (0, "See the example.")], [(0, "Counted, and so on."), *prose])


def test_small_print_at_the_foot_of_a_page_is_no_note():
    """Nothing points at it."""

    def page(canvas: Canvas) -> None:
        footnoted([("1", "")])(canvas)
        canvas.setFont("Times-Roman", 10)
        column(canvas, hanging(ENTRIES, 450), 70, 700)
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(70, 300, "Write to the Society of Paths, Lane 3.")

    assert raws(pdf(page))[: len(ENTRIES) - 1] == list(ENTRIES[:-1])


@pytest.mark.parametrize("after", [", ", " (2012). "])
def test_a_rule_drawn_for_the_same_authors_is_read(after):
    """Many styles draw it; other rules are none."""

    def page(canvas: Canvas) -> None:
        canvas.line(70, 790, 500, 790)
        column(canvas, hanging(ENTRIES[:1], 450), 70, 780)
        canvas.rect(70, 768, 30, 0.4, fill=1)
        canvas.drawString(101, 768, f"{after}The loud road. Field Press.".strip())
        canvas.line(200, 766, 230, 766)
        canvas.line(70, 700, 100, 700)

    assert text_of(pdf(page)).splitlines()[1].split(" The loud")[0].replace(" ", "") == f"———{after}".replace(" ", "")


def test_links_to_dois_are_what_the_document_knows_of_a_reference():
    """Publishers link entries without printing the DOI."""

    def page(canvas: Canvas) -> None:
        column(canvas, [(0, "References"), *hanging(ENTRIES, 450)], 70, 780)
        canvas.linkURL("https://doi.org/10.5555/walk.1", (300, 764, 400, 778))
        canvas.linkURL("https://www.pathcentre.example/", (70, 740, 400, 754))
        canvas.linkURL("https://doi.org/10.5555/walk.2", (560, 704, 590, 718))
        canvas.bookmarkPage("here")
        canvas.linkRect("", "here", (70, 700, 90, 720))

    first, *others = reading(pdf(page)).references
    assert first.known is not None
    assert first.known.doi == Doi("10.5555/walk.1")
    assert [cited.known for cited in others] == [None] * 7


def test_findings_point_at_page_and_line():
    """The place that is told is where a reader of the page looks."""

    def prose(canvas: Canvas) -> None:
        column(canvas, wrapped(PROSE * 3, 450), 70, 780)

    def listed(canvas: Canvas) -> None:
        column(canvas, [(0, "References"), *hanging(ENTRIES, 450)], 70, 780)

    found = reading(pdf(prose, lambda _: None, listed))
    assert found.document is not None
    first = found.references[0]
    assert first.span is not None
    assert found.document.place(first.span.start) == "page 3, line 2"
    assert found.document.breaks[0] == 0
    assert len(found.document.breaks) == 3


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (8, 8))), 0, 0, WIDE, HIGH)


def test_pages_that_are_pictures_are_said_to_be_unread():
    """What is not read is not passed over in silence."""
    content = pdf(lambda canvas: column(canvas, hanging(ENTRIES, 450), 70, 780), picture, lambda _: None)
    (notice,) = reading(content).notices
    assert notice.message == "walk.pdf: page 2: a picture without text, which is not read; text recognition (OCR) makes it readable"
    many = pdf(lambda canvas: column(canvas, hanging(ENTRIES, 450), 70, 780), *[picture] * 11)
    assert reading(many).notices[0].message.startswith("walk.pdf: page 2, 3, 4, 5, 6, 7, 8, 9 and 3 more: a picture")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdf(picture), "this PDF holds pictures of pages and no text: run it through text recognition (OCR) first"),
        (pdf(lambda _: None), "this PDF holds no text"),
        (
            pdf(lambda canvas: canvas.drawString(70, 70, "x"), encrypt=StandardEncryption("secret")),
            "this PDF wants a password: save it without one",
        ),
        (b"%PDF-1.7\nnothing", "this PDF is damaged and cannot be opened: save or export it again"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(content, reason):
    """A user must know what to do."""
    with pytest.raises(ReadError, match=r"walk\.pdf: ") as raised:
        reading(content)
    assert str(raised.value) == f"walk.pdf: {reason}"


def test_a_damaged_page_leaves_the_others():
    """The list may stand on a whole page."""
    content = pdf(lambda canvas: column(canvas, hanging(ENTRIES, 450), 70, 780), lambda _: None, pageCompression=0)
    found = reading(content.replace(b"/Kids [ 4 0 R 5 0 R ]", b"/Kids [ 4 0 R null  ]"))
    assert [notice.message for notice in found.notices] == ["walk.pdf: page 2: damaged, and not read"]
    assert len(found.references) == len(ENTRIES)
    with pytest.raises(ReadError, match=r"walk\.pdf: this PDF is damaged: no page of it can be read"):
        reading(content.replace(b"/Kids [ 4 0 R 5 0 R ]", b"/Kids [ null  null  ]"))


def test_without_its_library_one_line_says_what_to_install(monkeypatch):
    """The extra is not installed by default."""
    for name in [name for name in sys.modules if name.startswith("refcheck.readers.pdf.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setitem(sys.modules, "pypdfium2.raw", None)
    with pytest.raises(ReadError, match=r"walk\.pdf: reading PDF needs pypdfium2: pip install 'bib-refcheck\[pdf\]'"):
        reading(b"%PDF-1.7")


def refused(content: bytes) -> str | None:
    """Say why a document was refused; None where it was read."""
    try:
        return None if reading(content).document else "no document"
    except ReadError as fault:
        return str(fault)


@given(st.lists(st.tuples(st.floats(-50, 900), st.floats(-50, 900), st.text("aB1.,( é-", min_size=1), st.sampled_from([4, 10, 40]))))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_words_wherever_they_stand_make_it_raise(words):
    """Pages are drawn in the strangest ways."""

    def page(canvas: Canvas) -> None:
        for left, top, text, size in words:
            canvas.setFont("Times-Roman", size)
            canvas.drawString(left, top, text)

    assert refused(pdf(page)) in {None, "walk.pdf: this PDF holds no text"}


WHOLE = pdf(lambda canvas: column(canvas, hanging(ENTRIES, 450), 70, 780), pageCompression=0)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=40), st.integers(0, len(WHOLE)))
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_damage_makes_it_raise(changes, end):
    """Files are cut short and changed on their way."""
    content = bytearray(WHOLE)
    for place, byte in changes:
        content[place] = byte
    for damaged in (bytes(content), bytes(content[:end])):
        reason = refused(damaged)
        assert reason is None or reason.startswith("walk.pdf: this PDF ")
