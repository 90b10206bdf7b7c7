"""What a PDF draws is read as the letters that people see."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from refcheck.model.documents import Document
from refcheck.readers.pdf import read
from refcheck.readers.pdf.lines import line_of
from refcheck.readers.pdf.rows import Strip
from refcheck.readers.pdf.signs import ACCENTS, accented, mended, of_tex
from refcheck.readers.pdf.words import Word


@pytest.mark.parametrize(
    ("drawn", "seen"),
    [
        ("e\ufb03cient", "efficient"),
        ("foot\u00adpath", "foot-path"),
        ("foot\ufffe", "foot-"),
        ("Mu\u0308ller", "Müller"),
        ("Ａ版", "Ａ版"),
        ("\uf0b7", "•"),
        ("\uf0a7", "•"),
        ("\uf041as", "Aas"),
        ("\uf6d9\ue123", ""),
        ("S\uf76d\uf769\uf774\uf768", "Smith"),
        ("1\uf739\uf739\uf739", "1999"),
        ("\u200bhttps://a.example/\u200bb", "https://a.example/b"),
        ("\x07", ""),
        ("plain", "plain"),
    ],
)
def test_signs_without_letters_become_letters(drawn, seen):
    """Ligatures, old-style figures and small capitals of Adobe's fonts, bullets of symbol fonts, signs nobody sees."""
    assert mended(drawn) == seen


@given(st.text())
def test_no_sign_makes_it_raise_and_mending_twice_changes_nothing(text):
    """Fonts may name any sign."""
    once = mended(text)
    assert mended(once) == once


def test_fonts_of_tex_that_say_nothing_are_read_by_their_encoding():
    """Bitmap fonts have codes only; the ligatures tell the two encodings of TeX apart."""
    newer, older = of_tex("\x1c\x1c\x15"), of_tex("\x0c\x0e{")
    assert (newer["\x1c"], newer["\x1e"], newer["\x15"], newer["\x83"], newer["\xae"]) == ("\ufb01", "\ufb03", "–", "Č", "ő")
    assert (older["\x0c"], older["\x0e"], older["{"], older["\x1c"]) == ("\ufb01", "\ufb03", "–", "ø")
    assert of_tex("") == newer


def with_bitmaps(text: bytes) -> bytes:
    """Make a PDF with a font that has pictures for codes, and no word of what they mean."""
    codes = sorted(set(text))
    names = b" ".join(b"%d /a%d" % (code, code) for code in codes)
    drawn = b" ".join(b"/a%d 6 0 R" % code for code in codes)
    show, glyph = b"BT /F1 10 Tf 70 700 Td <%s> Tj ET" % text.hex().encode(), b"50 0 0 0 40 70 d1 0 0 40 70 re f"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(show), show),
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 50 70]/FontMatrix[.01 0 0 .01 0 0]/FirstChar %d/LastChar %d/Widths[%s]"
        b"/Encoding<</Type/Encoding/Differences[%s]>>/CharProcs<<%s>>>>"
        % (codes[0], codes[-1], b"50 " * (codes[-1] - codes[0] + 1), names, drawn),
        b"<</Length %d>>stream\n%s\nendstream" % (len(glyph), glyph),
    )
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (at, each) for at, each in enumerate(objects, 1)) + b"trailer<</Root 1 0 R>>"


def test_bitmap_fonts_are_read():
    """TeX makes them where it has no outlines, with ligatures as codes that are no letters."""
    document = read(Document(name="x.pdf", text="", content=with_bitmaps(b"E\x1ecient \x83apek, pp. 1\x152"))).document
    assert document is not None
    assert document.text == "Efficient Čapek, pp. 1–2\n"


def test_accents_are_joined_only_where_there_is_such_a_letter():
    """A quotation mark beside a letter is none."""
    assert accented("ı", "´") == "í"
    assert accented("c", "¸") == "ç"
    assert accented("4", "´") is None
    assert all(len(mark) == 1 for mark in ACCENTS.values())


def text_of(draw) -> str:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Times-Roman", 10)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    document = read(Document(name="x.pdf", text="", content=out.getvalue())).document
    assert document is not None
    return document.text.rstrip("\n")


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("raised", [0, 2])
def test_accents_drawn_over_letters_are_joined_to_them(after, raised):
    """TeX's first fonts draw the accent and the letter one over the other."""

    def draw(canvas: Canvas) -> None:
        width = stringWidth("Rene", "Times-Roman", 10)
        over = 70 + width - stringWidth("e", "Times-Roman", 10) / 2 - stringWidth("´", "Times-Roman", 10) / 2
        parts = [(70, 700, "Rene"), (over, 700 + raised, "´")]
        for left, top, text in parts if after else parts[::-1]:
            canvas.drawString(left, top, text)
        canvas.line(70, 690, 80, 690)
        canvas.drawString(70 + width + 3, 700, "Aas, 1999. Journal of Footways 12")
        canvas.drawString(70, 680, "(5): 5.")

    assert text_of(draw) == "René Aas, 1999. Journal of Footways 12\n(5): 5."


def test_an_accent_that_stands_alone_stays():
    """Some write it for an apostrophe."""
    assert text_of(lambda canvas: canvas.drawString(70, 700, "O´Brien, M. ~home")) == "O´Brien, M. ~home"


def strip(*words: str) -> Strip:
    """Set words side by side, the first at the left."""
    placed = tuple(Word(word, 20.0 * at, 20.0 * at + 15, 0.0, 10.0, spaced=True) for at, word in enumerate(words))
    return Strip(placed, 0.0, 20.0 * len(words), 0.0, 10.0)


def test_lines_read_from_the_right_are_written_in_their_order():
    """The first word of a Hebrew line stands at its right edge."""
    assert line_of((strip("1999", "שלום", "אבא"),)).text == "אבא שלום 1999"
    assert line_of((strip("see", "שלום", "there"),)).text == "see שלום there"


def test_blanks_are_read_from_the_room_between_words():
    """Words that are moved apart have no blank between them in the file; parts of one word have no room between them."""
    parts = (("Foot", 0.0, 20.0), ("path", 20.3, 40.0), ("walking", 43.0, 70.0))
    words = tuple(Word(text, left, right, 0.0, 10.0, spaced=False) for text, left, right in parts)
    assert line_of((Strip(words, 0.0, 70.0, 0.0, 10.0),)).text == "Footpath walking"
