"""Word documents: the printed list is found by styles, fields, numbering and wording, and nothing else is taken for one."""

from __future__ import annotations

import base64
import io
import json
import sys
import textwrap
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.errors import ReadError
from refcheck.model.documents import Document, Reading
from refcheck.readers.docx import read

WELLS = "Lee, J., & Kim, S. (2001). On wells and springs. Journal of Water, 12(3), 45–67."
RAIN = "Okafor, N. (1999). Rain in Lagos: A history of the wet season. Cedar Press."
ROOFS = "Silva, M., Costa, P., & Ramos, L. (2015). Roofing of tall houses. Building Studies, 8(1), 1–19."
ENTRIES = (WELLS, RAIN, ROOFS)
ITEM = {
    "id": 1,
    "type": "article-journal",
    "title": "On wells and springs",
    "author": [{"family": "Lee", "given": "Jia"}, {"family": "Kim", "given": "Sun"}],
    "issued": {"date-parts": [[2001]]},
    "DOI": "10.1000/wells",
}
ENDNOTE = (
    "<EndNote><Cite><Author>Lee</Author><Year>2001</Year><record><ref-type name='Journal Article'>17</ref-type>"
    "<contributors><authors><author>Lee, Jia</author></authors></contributors><titles><title>On wells and springs</title></titles>"
    "<dates><year>2001</year></dates><electronic-resource-num>10.1000/wells</electronic-resource-num></record></Cite></EndNote>"
)


def saved(word: Word) -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def reading(content: bytes) -> Reading:
    return read(Document(name="paper.docx", text="", content=content))


def article(fill: Callable[[Word], None]) -> Word:
    word = docx.Document()
    word.add_heading("Water in towns", 0)
    word.add_paragraph("Wells matter (Lee & Kim, 2001). Others write of rain (Okafor, 1999).")
    fill(word)
    return word


def raws(found: Reading) -> list[str]:
    return [each.raw for each in found.references]


def field(code: str, printed: str, data: str = "") -> list:
    """Make the runs of a field."""
    packed = f"<w:fldData>{data}</w:fldData>" if data else ""
    code = code.replace("&", "&amp;").replace("<", "&lt;")
    pieces = [
        f'<w:fldChar w:fldCharType="begin">{packed}</w:fldChar>',
        f'<w:instrText xml:space="preserve">{code}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f'<w:t xml:space="preserve">{printed}</w:t>',
        '<w:fldChar w:fldCharType="end"/>',
    ]
    return [parse_xml(f"<w:r {nsdecls('w')}>{piece}</w:r>") for piece in pieces]


def numbered(word: Word, entries: tuple[str, ...]) -> None:
    for entry in entries:
        word.add_paragraph(entry, style="List Number")


def test_paragraphs_under_a_heading_are_the_list():
    """Most lists are typed or pasted as plain paragraphs."""

    def fill(word: Word) -> None:
        word.add_heading("References", 1)
        for entry in ENTRIES:
            word.add_paragraph(entry)

    found = reading(saved(article(fill)))
    assert raws(found) == list(ENTRIES)
    first = found.references[0]
    assert (first.reference.title, first.reference.volume) == ("On wells and springs", "12")
    assert found.document is not None
    assert found.document.place(first.span.start) == "paragraph 4"
    for path, origin in first.origins.items():
        assert found.document.text[origin.span.start : origin.span.end] == origin.raw, path


def test_word_numbers_its_lists_and_the_numbers_stand_in_no_text():
    """A citation [2] is told by the number that Word prints."""

    def fill(word: Word) -> None:
        word.add_paragraph("First point of the method", style="List Bullet")
        numbered(word, ENTRIES)

    found = reading(saved(article(fill)))
    assert raws(found) == list(ENTRIES)
    assert [each.label for each in found.references] == ["1", "2", "3"]


def test_one_paragraph_of_the_style_bibliography_is_a_reference():
    """The document says so itself; Word calls the style by this name in every language."""

    def fill(word: Word) -> None:
        word.styles.add_style("Bibliography", 1)
        word.add_paragraph(RAIN, style="Bibliography")

    assert raws(reading(saved(article(fill)))) == [RAIN]


@pytest.mark.parametrize("code", [" ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ", " ADDIN EN.REFLIST ", " BIBLIOGRAPHY \\l 1033 "])
def test_what_the_field_of_a_list_prints_are_its_entries(code: str):
    """The field begins in the first entry and ends behind the last."""

    def fill(word: Word) -> None:
        first, second = word.add_paragraph(), word.add_paragraph()
        begin, instruction, separate, text, end = field(code, WELLS.replace("&", "&amp;"))
        for run in (begin, instruction, separate, text):
            first._p.append(run)
        second.add_run(RAIN)
        second._p.append(end)
        word.add_paragraph("The author thanks Lee (2001) and Okafor (1999) for help with wells, rain and roofs.")

    assert raws(reading(saved(article(fill)))) == [WELLS, RAIN]


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationItems": [{"id": 1, "itemData": ITEM}]}), ""),
        ("ADDIN CSL_CITATION " + json.dumps({"citationItems": [{"itemData": ITEM}]}) + " trailing", ""),
        ("ADDIN EN.CITE " + ENDNOTE, ""),
        ("ADDIN EN.CITE ", base64.b64encode(ENDNOTE.encode()).decode()),
    ],
)
def test_citation_fields_tell_the_work_and_print_nothing_more(code: str, data: str):
    """Their data show which record to ask for; the list that is checked stays the printed one."""

    def fill(word: Word) -> None:
        cites = word.add_paragraph("Seen before ")
        for run in field(code, "(Lee & Kim, 2001)".replace("&", "&amp;"), data):
            cites._p.append(run)
        numbered(word, ENTRIES)

    found = reading(saved(article(fill)))
    assert raws(found) == list(ENTRIES)
    assert found.document is not None
    assert "ADDIN" not in found.document.text
    assert "Seen before (Lee & Kim, 2001)" in found.document.text
    known = [each.known for each in found.references]
    assert str(known[0].doi) == "10.1000/wells"
    assert known[1:] == [None, None]
    assert found.references[0].reference.doi is None, "what is not printed is not cited"


def test_a_content_control_of_mendeley_holds_the_work_in_its_tag():
    """Mendeley Cite keeps no fields."""
    packed = base64.b64encode(json.dumps({"citationItems": [{"itemData": ITEM}]}).encode()).decode()

    def fill(word: Word) -> None:
        paragraph = word.add_paragraph("See ")
        paragraph._p.append(
            parse_xml(
                f"<w:sdt {nsdecls('w')}><w:sdtPr><w:tag w:val='MENDELEY_CITATION_v3_{packed}'/></w:sdtPr>"
                "<w:sdtContent><w:r><w:t>(Lee &amp; Kim, 2001)</w:t></w:r></w:sdtContent></w:sdt>"
            )
        )
        body = word.element.body
        control = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:tag w:val='MENDELEY_BIBLIOGRAPHY'/></w:sdtPr><w:sdtContent>"
            + "".join(f"<w:p><w:r><w:t>{entry.replace('&', '&amp;')}</w:t></w:r></w:p>" for entry in ENTRIES[:2])
            + "</w:sdtContent></w:sdt>"
        )
        body.insert(len(body) - 1, control)
        word.add_paragraph("Appendix. More words about wells.")

    found = reading(saved(article(fill)))
    assert raws(found) == list(ENTRIES[:2])
    assert str(found.references[0].known.doi) == "10.1000/wells"


def test_a_link_behind_an_entry_tells_its_doi():
    """Publishers' templates hide the DOI behind a word."""

    def fill(word: Word) -> None:
        numbered(word, ENTRIES)
        paragraph = word.paragraphs[-1]
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        target = word.part.relate_to("https://doi.org/10.1000/roofs", kind, is_external=True)
        link = parse_xml(f"<w:hyperlink {nsdecls('w', 'r')} r:id='{target}'><w:r><w:t xml:space='preserve'> Link</w:t></w:r></w:hyperlink>")
        paragraph._p.append(link)

    found = reading(saved(article(fill)))
    assert str(found.references[2].known.doi) == "10.1000/roofs"


def test_deleted_and_hidden_text_is_not_printed():
    """Tracked changes are read as accepted."""

    def fill(word: Word) -> None:
        numbered(word, ENTRIES)
        paragraph = word.paragraphs[-1]._p
        paragraph.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>deleted</w:delText></w:r></w:del>"))
        paragraph.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:tab/><w:t>Added.</w:t></w:r></w:ins>"))
        paragraph.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"))

    assert raws(reading(saved(article(fill))))[2] == ROOFS + "\tAdded."


def test_a_simple_field_and_a_text_box_are_read():
    """Word writes short fields as one element, and text boxes twice: for itself and for old readers."""

    def fill(word: Word) -> None:
        simple = word.add_paragraph("Seen in ")
        code = ("ADDIN CSL_CITATION " + json.dumps({"citationItems": [{"itemData": ITEM}]})).replace('"', "&quot;")
        simple._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>(1)</w:t></w:r></w:fldSimple>'))
        box = "".join(f"<w:p><w:r><w:t>{entry.replace('&', '&amp;')}</w:t></w:r></w:p>" for entry in ENTRIES)
        names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        content = f"<w:pict><w:txbxContent>{box}</w:txbxContent></w:pict>"
        word.add_paragraph()._p.append(
            parse_xml(
                f"<w:r {nsdecls('w')} {names}><mc:AlternateContent><mc:Choice>{content}</mc:Choice>"
                f"<mc:Fallback>{content}</mc:Fallback></mc:AlternateContent></w:r>"
            )
        )

    found = reading(saved(article(fill)))
    assert raws(found) == list(ENTRIES)
    assert str(found.references[0].known.doi) == "10.1000/wells"


@pytest.mark.parametrize(
    "code",
    [
        "ADDIN ZOTERO_ITEM CSL_CITATION {broken",
        "ADDIN CSL_CITATION []",
        'ADDIN CSL_CITATION {"citationItems": 3}',
        "PAGEREF _x",
        "ADDIN EN.CITE <End",
    ],
)
def test_a_damaged_field_is_as_if_it_were_none(code: str):
    """What a reference manager left behind must not stop the check of what is printed."""

    def fill(word: Word) -> None:
        for run in field(code, "x", "no base64!"):
            word.paragraphs[-1]._p.append(run)
        word.paragraphs[-1]._p.append(
            parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr><w:tag w:val='MENDELEY_CITATION_v3_!'/></w:sdtPr></w:sdt>")
        )
        numbered(word, ENTRIES)

    found = reading(saved(article(fill)))
    assert [each.known for each in found.references] == [None] * 3


def test_outline_numbers_are_made_of_all_their_levels():
    """A list within a list starts anew under each element."""

    def fill(word: Word) -> None:
        for depth in (0, 1, 1, 0, 1):
            paragraph = word.add_paragraph(f"{ROOFS} {depth}", style="List Number")._p
            paragraph.pPr.append(parse_xml(f"<w:numPr {nsdecls('w')}><w:ilvl w:val='{depth}'/><w:numId w:val='77'/></w:numPr>"))
        root = word.part.numbering_part.element
        root.insert(
            0,
            parse_xml(
                f"<w:abstractNum {nsdecls('w')} w:abstractNumId='76'>"
                "<w:lvl w:ilvl='0'><w:start w:val='4'/><w:lvlText w:val='[%1]'/></w:lvl>"
                "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:lvlText w:val='%1.%2.'/></w:lvl></w:abstractNum>"
            ),
        )
        root.append(parse_xml(f"<w:num {nsdecls('w')} w:numId='77'><w:abstractNumId w:val='76'/></w:num>"))

    assert [each.label for each in reading(saved(article(fill))).references] == ["4", "4.1", "4.2", "5", "5.1"]


def test_a_table_of_number_and_text_is_a_list():
    """Some templates set their lists so."""

    def fill(word: Word) -> None:
        table = word.add_table(rows=3, cols=2)
        for row, (number, entry) in zip(table.rows, enumerate(ENTRIES, 1), strict=True):
            row.cells[0].text, row.cells[1].text = f"[{number}]", entry

    found = reading(saved(article(fill)))
    assert raws(found) == list(ENTRIES)
    assert [each.label for each in found.references] == ["1", "2", "3"]


def with_notes(notes: tuple[str, ...]) -> bytes:
    """Add footnotes, which python-docx cannot write."""
    word = docx.Document()
    for number in range(1, len(notes) + 1):
        paragraph = word.add_paragraph("A claim that needs its source.")
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:footnoteReference w:id='{number}'/></w:r>"))
    body = "".join(
        f"<w:footnote w:id='{number}'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> {note}</w:t></w:r></w:p></w:footnote>"
        for number, note in enumerate(notes, 1)
    )
    separator = "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:t>no note</w:t></w:r></w:p></w:footnote>"
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    blob = f"<w:footnotes {nsdecls('w')}>{separator}{body}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return saved(word)


def test_footnotes_are_the_list_where_there_is_no_other():
    """Books and law reviews cite so; a remark among the notes is no reference."""
    notes = tuple(entry.replace("&", "&amp;") for entry in (WELLS, RAIN, "I thank the editors for this hint.", ROOFS))
    found = reading(with_notes(notes))
    assert raws(found) == list(ENTRIES)
    assert [each.label for each in found.references] == ["1", "2", "4"]


def test_a_document_without_list_says_so():
    """Prose with citations is no list."""
    found = reading(saved(article(lambda word: None)))
    assert found.references == ()
    assert "no reference list found" in found.notices[0].message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (saved(docx.Document()), "the document holds no text"),
        (b"PK\x03\x04 and then nothing", "damaged"),
    ],
)
def test_what_holds_no_text_is_refused_in_one_line(content: bytes, said: str):
    with pytest.raises(ReadError) as fault:
        reading(content)
    assert str(fault.value).startswith("paper.docx: ")
    assert said in str(fault.value)
    assert "\n" not in str(fault.value)


def changed(content: bytes, **members: bytes) -> bytes:
    """Put other bytes in the place of members of a container."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(member.filename, members.get(member.filename.rpartition("/")[2].partition(".")[0], old.read(member)))
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (b"<w:document>" + b" " * 30_000_000 + b"</w:document>", "refused: it unpacks to"),
        (b"<?xml version='1.0'?><!DOCTYPE w [<!ENTITY a 'ha'>]><w>&a;</w>", "declares entities"),
        (b"<w:document", "damaged"),
        (b"<a/>", "damaged"),
    ],
)
def test_bombs_and_broken_parts_are_refused(part: bytes, said: str):
    """A file from elsewhere must not fill the memory or open the network."""
    with pytest.raises(ReadError, match=said):
        reading(changed(saved(docx.Document()), document=part))


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ReadError, match=r"paper\.docx: reading Word documents needs python-docx: pip install 'bib-refcheck\[docx\]'"):
        reading(b"PK")


GOOD = saved(article(lambda word: numbered(word, ENTRIES)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8), st.sampled_from(["document", "numbering", "styles", "footnotes"]))
def test_damage_never_shows_a_traceback(at: int, put: bytes, member: str):
    """Whatever bytes are wrong, one line says so."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as container:
        name = f"word/{member}.xml"
        inner = container.read(name) if name in container.namelist() else b""
    place = at % (len(inner) + 1)
    for content in (GOOD[:at] + put + GOOD[at + len(put) :], changed(GOOD, **{member: inner[:place] + put + inner[place:]})):
        said = ""
        try:
            reading(content)
        except ReadError as fault:
            said = str(fault)
        assert "\n" not in said


def test_paragraphs_whose_parting_was_deleted_are_one():
    """With changes tracked, the end of a paragraph stays in the file when two are joined, and so does a deleted one."""

    def without_end(word: Word, text: str) -> None:
        word.add_paragraph(text)._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del/></w:rPr>"))

    def fill(word: Word) -> None:
        without_end(word, "")
        word.add_heading("References", 1)
        without_end(word, WELLS[:30])
        without_end(word, WELLS[30:50])
        for text in (WELLS[50:], RAIN, ROOFS):
            word.add_paragraph(text)

    assert [cited.raw for cited in reading(saved(article(fill))).references] == list(ENTRIES)


@pytest.mark.parametrize("between", [[], [""]])
def test_paragraphs_that_are_lines_are_joined(between: list[str]):
    """What is copied out of a PDF has a paragraph for every line; places are still those of the paragraphs."""

    def fill(word: Word) -> None:
        word.add_heading("References", 1)
        for text in ENTRIES:
            for line in [*textwrap.wrap(text, 50), *between]:
                word.add_paragraph(line)

    found = reading(saved(article(fill)))
    assert [" ".join(cited.raw.split()) for cited in found.references] == list(ENTRIES)
    assert found.document is not None
    assert [found.document.place(cited.span.start) for cited in found.references if cited.span] == [
        "paragraph 4",
        "paragraph 6",
        "paragraph 8",
    ]


def test_one_entry_that_fits_a_line_is_not_the_list():
    """Of entries that are broken by hand, a short one is whole by itself."""

    def fill(word: Word) -> None:
        word.add_heading("References", 1)
        for text in (WELLS, "Moor, A. (2003). Wet roads. Cedar.", RAIN, ROOFS):
            for line in textwrap.wrap(text, 60):
                word.add_paragraph(line)

    assert len(reading(saved(article(fill))).references) == len((*ENTRIES, "Moor"))


def test_where_no_list_is_found_nothing_is_proposed_that_cannot_be_done():
    """Only a text can be read as a list from end to end."""
    (notice,) = reading(saved(article(lambda word: None))).notices
    assert "no reference list found" in notice.message
    assert "--from" not in notice.message


@pytest.mark.parametrize(
    ("member", "old", "new", "kind"),
    [
        ("_rels/.rels", "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/", "strict"),
        (
            "[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            "application/vnd.ms-word.document.macroEnabled.main",
            "with macros",
        ),
        ("[Content_Types].xml", "wordprocessingml.document.main", "wordprocessingml.template.main", "a Word template"),
    ],
)
def test_kin_of_word_documents_are_named_and_not_called_damaged(member: str, old: str, new: str, kind: str):
    """Who saved a file in another form of Word is told which, and what to do."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as whole, zipfile.ZipFile(out, "w") as made:
        for name in whole.namelist():
            data = whole.read(name)
            made.writestr(name, data.replace(old.encode(), new.encode()) if name == member else data)
    with pytest.raises(ReadError, match=f"this is .*{kind}.*save it as an ordinary Word document"):
        reading(out.getvalue())
