"""Write composed documents as PDF and DOCX."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from composing.pages import Part, Setting, collected, furniture, paginate, rows_of

if TYPE_CHECKING:
    from composing.documents import Made

_WIDE, _HIGH, _EDGE, _HEAD, _LEADING = 595, 842, 62, 46, 13
_SIZE, _SMALL = 10, 8
_FONTS = Path("/usr/share/fonts/truetype/dejavu")
_GUTTER = 22


@cache
def _fonts() -> tuple[str, str]:
    """Make fonts known that hold the signs of all our languages; the plain ones where they are not installed."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if not (_FONTS / "DejaVuSerif.ttf").is_file():
        return "Times-Roman", "Times-Bold"
    pdfmetrics.registerFont(TTFont("Text", _FONTS / "DejaVuSerif.ttf"))
    pdfmetrics.registerFont(TTFont("Heading", _FONTS / "DejaVuSerif-Bold.ttf"))
    return "Text", "Heading"


def to_pdf(made: Made, path: Path) -> None:
    """Write a document as pages of one or two columns, with notes at their foot, running heads and numbers."""
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    text, bold = _fonts()
    setting, columns = made.setting, 1 if made.setting.columns == "one" else 2
    size = _SIZE if columns == 1 else _SIZE - 2
    width = (_WIDE - 2 * _EDGE - (columns - 1) * _GUTTER) / columns

    def measure(words: str) -> float:
        return float(stringWidth(words, text, size))

    paged = _always_wrapped(made)
    parts = made.parts if columns == 1 else collected(made.parts)
    rows = rows_of((part for part in parts if part.kind != "end of text" or columns > 1), paged, width, measure, 16)
    column = (_HIGH - 2 * _EDGE) // _LEADING
    head, foot = furniture(setting, random.Random(made.seed))
    canvas = Canvas(str(path), pagesize=(_WIDE, _HIGH), invariant=1)
    for number, page in enumerate(paginate(rows, column, column * columns), random.Random(made.seed).randrange(1, 400)):
        canvas.setFont(text, _SMALL)
        canvas.drawString(_EDGE, _HIGH - _HEAD, " ".join(head(number).split()))
        canvas.drawString(_EDGE, _HEAD - 14, " ".join(foot(number).split()))
        for place, row in enumerate(page):
            left = _EDGE + (place // column) * (width + _GUTTER) + row.indent
            canvas.setFont(bold if row.size else text, size)
            canvas.drawString(left, _HIGH - _EDGE - (place % column + 1) * _LEADING, row.text)
        canvas.showPage()
    canvas.save()


def _always_wrapped(made: Made) -> Setting:
    return replace(made.setting, width=1, prose_wrapped=True)


def to_docx(made: Made, path: Path) -> None:
    """Write a document as paragraphs; labels are typed, or the program's own numbers and bullets."""
    from docx import Document
    from docx.shared import Cm

    draw = random.Random(made.seed)
    numbered = made.setting.layout.startswith("number") and draw.random() < 0.5
    bulleted = made.setting.layout == "bullet" and draw.random() < 0.5
    own = "List Number" if numbered else "List Bullet" if bulleted else None
    document = Document()
    head, foot = furniture(made.setting, draw)
    document.sections[0].header.paragraphs[0].text = head(12)
    document.sections[0].footer.paragraphs[0].text = foot(12)
    for part in collected(made.parts):
        if part.kind in {"heading", "end of text"}:
            _heading(document, part, styled=draw.random() < 0.7)
            continue
        entry = part.kind in {"entry", "note"}
        words = part.text + "".join(part.joined) if own and entry else part.printed
        paragraph = document.add_paragraph(words, style=own if entry else None)
        if entry and made.setting.hanging and not own:
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(1), Cm(-1)
    document.save(str(path))


def _heading(document: Any, part: Part, *, styled: bool) -> None:
    if not part.text:
        return
    if styled:
        document.add_heading(part.text.lstrip("# "), level=1)
    else:
        document.add_paragraph().add_run(part.text.lstrip("# ")).bold = True
