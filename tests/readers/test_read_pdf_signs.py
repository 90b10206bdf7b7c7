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
        canvas.drawString(70 + width + 3, 700, "Aas, 1999. Journal of Footways 12")

    assert text_of(draw) == "René Aas, 1999. Journal of Footways 12"


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
