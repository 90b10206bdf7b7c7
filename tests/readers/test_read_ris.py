import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL, Name
from refcheck.readers.ris import read
from refcheck.syntax.ris_fields import FIELDS, TYPES


def reading(text):
    return read(Document(name="works.ris", text=text))


def one(*lines, kind="JOUR"):
    (cited,) = reading("\n".join([f"TY  - {kind}", *lines, "ER  - "])).references
    return cited


def raw(cited):
    return {path: (origin.raw, origin.via) for path, origin in cited.origins.items()}


SCOPUS = """TY  - JOUR
TI  - Über die Länge
  der Zeilen
T2  - Zeitschrift für Form
J2  - Z. Form
VL  - 12
IS  - 3
C7  - e118
PY  - 2021
DO  - 10.5555/form.2021.118
UR  - https://www.scopus.com/inward/record.uri?eid=2-s2.0-1
AU  - Müller, J.
AU  - van der Berg, L.
KW  - form
KW  - length
M3  - Article
DB  - Scopus
N1  - Export Date: 12 May 2021; Cited By: 3
SN  - 00280836 (ISSN)
ER  -

"""


def test_an_entry_becomes_a_reference_with_its_place():
    (cited,) = reading(SCOPUS).references
    assert (cited.id, cited.key, cited.kind, cited.file, cited.line) == ("1", None, "structured", "works.ris", 1)
    assert cited.raw == SCOPUS.strip()
    found = cited.reference
    assert (found.type, found.title, found.container_title, found.container_title_short) == (
        "article-journal",
        "Über die Länge der Zeilen",
        "Zeitschrift für Form",
        "Z. Form",
    )
    assert found.author == (Name(family="Müller", given="J."), Name(family="Berg", given="L.", non_dropping_particle="van der"))
    assert (found.volume, found.issue, found.page, found.issued) == ("12", "3", Locator(article="e118"), Date(year=2021))
    assert (found.doi, found.issn, found.keyword) == (Doi("10.5555/form.2021.118"), ("00280836",), "form; length")
    assert found.annote == "Export Date: 12 May 2021; Cited By: 3"
    assert dict(found.extra) == {"M3": "Article"}


def test_values_know_their_places():
    (cited,) = reading(SCOPUS).references
    found = raw(cited)
    assert found["title"] == ("Über die Länge\n  der Zeilen", "own")
    assert found["author[1]"] == ("van der Berg, L.", "own")
    assert found["author"] == ("Müller, J.\nAU  - van der Berg, L.", "derived")
    assert found["page"] == ("e118", "own")
    assert found["issn"] == ("00280836 (ISSN)", "own")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read(end):
    text = SCOPUS.replace("\n", end)
    (cited,) = reading(text).references
    assert cited.reference == reading(SCOPUS).references[0].reference
    assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())


@pytest.mark.parametrize(
    "text",
    [
        "TY - BOOK\nTI - Tide\nPY - 2001\nER -",
        "ty  - book\nti  - Tide\npy  - 2001\ner  - ",
        "\ufeffTY  - BOOK\n  TI  -Tide\nPY  - 2001\n",
        "TY- BOOK\nTI- Tide\nPY- 2001\nER-",
    ],
)
def test_tags_that_programs_write_in_another_manner_are_read(text):
    (cited,) = reading(text).references
    assert (cited.reference.type, cited.reference.title, cited.reference.issued) == ("book", "Tide", Date(year=2001))


def test_text_that_looks_like_a_tag_goes_on_where_the_record_writes_its_tags_otherwise():
    found = one("AB  - Blood groups", "AB - not a tag", "in - vitro", "TI  - T").reference
    assert found.abstract == "Blood groups AB - not a tag in - vitro"


def test_a_missing_end_ends_with_the_next_entry():
    found = reading("TY  - JOUR\nTI  - One\n\nTY  - BOOK\nTI  - Two\nER  - \nTY  - CHAP")
    assert [(cited.reference.type, cited.reference.title) for cited in found.references] == [
        ("article-journal", "One"),
        ("book", "Two"),
        ("chapter", None),
    ]
    assert found.references[0].raw == "TY  - JOUR\nTI  - One"


def test_fields_outside_of_an_entry_are_told_and_remarks_are_not():
    """Providers write lines about themselves before the first entry."""
    found = reading("Provider: P\nDatabase: D\n\nTY  - JOUR\nTI  - One\nER  - \nAU  - Lee, A.\nTI  - Two\n\nnothing\nTY  - BOOK\n")
    assert [cited.id for cited in found.references] == ["1", "3"]
    (fault,) = found.unreadable
    assert (fault.reason, fault.raw) == (
        "fields stand outside of an entry; an entry of RIS begins with a TY line",
        "AU  - Lee, A.\nTI  - Two",
    )


@pytest.mark.parametrize(
    ("text", "reasons"), [("", []), (" \n", []), ("no RIS", ["there is no entry; an entry of RIS begins with a TY line"])]
)
def test_a_file_without_entries_says_so(text, reasons):
    found = reading(text)
    assert (found.references, [fault.reason for fault in found.unreadable]) == ((), reasons)


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("King, Martin Luther, Jr.", (Name(family="King", given="Martin Luther", suffix="Jr."),)),
        ("King, Jr., Martin Luther", (Name(family="King", given="Martin Luther", suffix="Jr."),)),
        ("Beethoven, Ludwig van", (Name(family="Beethoven", given="Ludwig", dropping_particle="van"),)),
        ("World Health Organization", (Name(literal="World Health Organization"),)),
        ("World Health Organization,", (Name(literal="World Health Organization"),)),
        ("Ministry of Health, Labour, Welfare, and Sports", (Name(literal="Ministry of Health, Labour, Welfare, and Sports"),)),
        (", Given", (Name(literal=", Given"),)),
        ("Lee, A.; Roe, B.", (Name(family="Lee", given="A."), Name(family="Roe", given="B."))),
        ("et al.", (ET_AL,)),
        (" , ", ()),
    ],
)
def test_names_are_parted_at_their_commas(printed, names):
    assert one(f"AU  - {printed}").reference.author == names


def test_a_name_that_two_tags_give_counts_once():
    found = one("A1  - Lee, A.", "AU  - Lee, A.", "AU  - Roe, B.", "AU  - Roe, B.").reference
    assert found.author == (Name(family="Lee", given="A."), Name(family="Roe", given="B."), Name(family="Roe", given="B."))


def test_names_in_one_field_know_their_places_where_it_stands_on_one_line():
    cited = one("AU  - Lee, A.; Roe, B.", "ED  - Poe, C.;", "  Moe, D.")
    found = raw(cited)
    assert (found["author[1]"], found["editor[1]"]) == (("Roe, B.", "own"), ("Poe, C.;\n  Moe, D.", "own"))


@pytest.mark.parametrize(
    ("lines", "date", "via"),
    [
        (["PY  - 2020"], Date(year=2020), "own"),
        (["PY  - 2020/05/01/"], Date(year=2020, month=5, day=1), "own"),
        (["Y1  - 2020/05//"], Date(year=2020, month=5), "own"),
        (["PY  - 2020///"], Date(year=2020), "own"),
        (["PY  - 2020///Spring"], Date(year=2020, season=1), "own"),
        (["PY  - 2020//7/"], Date(year=2020), "own"),
        (["PY  - 2020/13/40"], Date(year=2020), "own"),
        (["PY  - 2020/05/01/Epub"], Date(year=2020, month=5, day=1), "own"),
        (["PY  - 2018-11/2019-01"], Date(year=2018, month=11, end=Date(year=2019, month=1)), "own"),
        (["PY  - 2018/2019"], Date(year=2018, end=Date(year=2019)), "own"),
        (["PY  - Spring 2018"], Date(year=2018, season=1), "own"),
        (["PY  - in press"], Date(literal="in press"), "own"),
        (["PY  - odd"], Date(literal="odd"), "own"),
        (["PY  - 2020", "DA  - 2020/05/01"], Date(year=2020, month=5, day=1), "derived"),
        (["DA  - MAY 12", "PY  - 2020"], Date(year=2020, month=5, day=12), "derived"),
        (["DA  - 2019/12/31"], Date(year=2019, month=12, day=31), "own"),
        (["PY  - in press", "DA  - 2019/12/31"], Date(year=2019, month=12, day=31), "own"),
    ],
)
def test_dates_are_as_precise_as_their_fields(lines, date, via):
    cited = one(*lines)
    assert (cited.reference.issued, cited.origins["issued"].via) == (date, via)


def test_the_year_of_publication_goes_before_a_date_of_another_year():
    """A date field may tell when a work went online; the year that is cited is that of PY."""
    found = one("DA  - 2019/12/31", "PY  - 2020", "DA  - odd").reference
    assert (found.issued, dict(found.extra)) == (Date(year=2020), {"DA": "2019/12/31; odd"})


def test_the_letter_after_a_year_is_kept():
    found = one("PY  - 2020a").reference
    assert (found.issued, found.year_suffix) == (Date(year=2020), "a")


@pytest.mark.parametrize(
    ("kind", "lines", "page"),
    [
        ("JOUR", ["SP  - 12", "EP  - 19"], Locator(pages="12-19")),
        ("JOUR", ["EP  - 19", "SP  - 12-19"], Locator(pages="12-19")),
        ("JOUR", ["SP  - 12", "EP  - 12"], Locator(pages="12")),
        ("JOUR", ["SP  - 12", "EP  - 12-19"], Locator(pages="12-19")),
        ("JOUR", ["SP  - e12", "C7  - 118"], Locator(pages="e12", article="118")),
        ("JOUR", ["EP  - 19"], Locator(pages="19")),
        ("BOOK", ["SP  - 12", "EP  - 19"], Locator(pages="12-19")),
        ("BOOK", ["SP  - 300"], None),
    ],
)
def test_first_and_last_page_and_the_article_number_share_one_slot(kind, lines, page):
    assert one(*lines, kind=kind).reference.page == page


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("JOUR", "0028-0836", {"issn": ("0028-0836",)}),
        ("JOUR", "978-3-16-148410-0", {"isbn": ("978-3-16-148410-0",)}),
        ("BOOK", "978-3-16-148410-0, 0306406152", {"isbn": ("978-3-16-148410-0", "0306406152")}),
        ("BOOK", "978-3-16", {"isbn": ("978-3-16",)}),
        ("CONF", "03029743 (ISSN)", {"issn": ("03029743",)}),
        ("RPRT", "ORNL/TM-2020/1", {"number": "ORNL/TM-2020/1"}),
        ("RPRT", "20201234", {"number": "20201234"}),
        ("RPRT", "0028-0836", {"issn": ("0028-0836",)}),
        ("PAT", "US 123", {"number": "US 123"}),
    ],
)
def test_book_and_serial_numbers_are_told_by_their_form(kind, number, expected):
    found = one(f"SN  - {number}", kind=kind).reference
    assert {name: getattr(found, name) for name in ("isbn", "issn", "number") if getattr(found, name)} == expected


@pytest.mark.parametrize(
    ("lines", "doi", "rest"),
    [
        (["UR  - https://doi.org/10.5555/x"], Doi("10.5555/x"), {}),
        (["N1  - doi: 10.5555/x"], Doi("10.5555/x"), {}),
        (["M3  - doi: 10.5555/x"], Doi("10.5555/x"), {"M3": "doi: 10.5555/x"}),
        (["UR  - https://doi.org/10.5555/x", "DO  - 10.5555/y"], Doi("10.5555/y"), {}),
        (["N1  - see 10.5555/x and others"], None, {}),
        (["DO  - none"], "none", {}),
    ],
)
def test_a_doi_is_taken_from_where_publishers_write_it(lines, doi, rest):
    found = one(*lines).reference
    assert (found.doi, dict(found.extra)) == (doi, rest)


def test_a_doi_as_kind_of_a_report_is_no_kind():
    found = one("M3  - 10.5555/x", kind="RPRT").reference
    assert (found.genre, found.doi) == (None, Doi("10.5555/x"))
    assert one("M3  - White paper", kind="RPRT").reference.genre == "White paper"


def test_an_address_is_put_together_and_further_ones_are_kept():
    found = one("UR  - https://example.org/a", "  /b", "UR  - https://example.org/c").reference
    assert (found.url, dict(found.extra)) == ("https://example.org/a/b", {"UR": "https://example.org/c"})


@pytest.mark.parametrize(
    ("kind", "lines", "full", "short", "rest"),
    [
        ("JOUR", ["JO  - Nature"], "Nature", None, {}),
        ("JOUR", ["JA  - Nat.", "JO  - Nature"], "Nature", "Nat.", {}),
        ("JOUR", ["T2  - Nature", "JO  - Nature", "JA  - Nat."], "Nature", "Nat.", {}),
        ("JOUR", ["T2  - A section", "JF  - Nature"], "Nature", None, {"T2": "A section"}),
        ("CHAP", ["BT  - Tides"], "Tides", None, {}),
        ("CONF", ["T2  - Conference", "C3  - Proceedings"], "Proceedings", None, {}),
        ("BOOK", ["T2  - Series"], None, None, {}),
        ("BOOK", ["J2  - Odd"], None, None, {"J2": "Odd"}),
    ],
)
def test_the_container_is_taken_from_the_best_of_its_fields(kind, lines, full, short, rest):
    found = one(*lines, kind=kind).reference
    assert (found.container_title, found.container_title_short, dict(found.extra)) == (full, short, rest)


@pytest.mark.parametrize(
    ("kind", "lines", "csl"),
    [
        ("JOUR", [], "article-journal"),
        ("UNHEARD", [], "document"),
        ("UNHEARD", ["JO  - Nature"], "article-journal"),
        ("GEN", ["T2  - Nature", "VL  - 1"], "article-journal"),
        ("GEN", ["T2  - Nature"], "document"),
        ("JOUR", ["M2  - Type: preprint"], "article"),
        ("JOUR", ["M2  - Type: review-book"], "review-book"),
    ],
)
def test_the_type_is_told_by_the_record(kind, lines, csl):
    assert one(*lines, kind=kind).reference.type == csl


def test_an_unknown_type_is_kept():
    assert dict(one(kind="UNHEARD").reference.extra) == {"TY": "UNHEARD"}


def test_authors_of_an_edited_book_are_its_editors():
    found = one("AU  - Lee, A.", kind="EDBOOK").reference
    assert (found.author, found.editor) == ((), (Name(family="Lee", given="A."),))


@pytest.mark.parametrize(
    ("lines", "key", "rest"),
    [
        (["ID  - lee2020"], "lee2020", {}),
        (["ID  - no key", "ID  - b"], None, {"ID": "no key; b"}),
        (["ID  - a", "ID  - b"], "a", {"ID": "b"}),
        (["M2  - Citation Key: lee2020"], "lee2020", {}),
    ],
)
def test_the_citation_key_is_the_id(lines, key, rest):
    cited = one(*lines)
    assert (cited.key, cited.id, dict(cited.reference.extra)) == (key, key or "1", rest)


def test_lines_of_zoteros_extra_fill_what_the_type_lacks():
    found = one(
        *("M2  - PMID: 123456", "M2  - Original Date: 1920", "M2  - number: e118", "M2  - Title: other", "TI  - T", "M2  - 17 maps"),
        *("M2  - Reviewed Author: Lee || A.", "M2  - reviewed-author: Ministry", "M2  - Type: hologram", "M2  - page: 3"),
        *("M2  - number: e119", "M2  - author: B", "AU  - Lee, A."),
    ).reference
    assert (found.pmid, found.original_date, found.page, found.title) == ("123456", Date(year=1920), Locator(article="e118"), "T")
    assert found.reviewed_author == (Name(family="Lee", given="A."), Name(literal="Ministry"))
    assert dict(found.extra) == {"M2": "Title: other; 17 maps; page: 3; number: e119; author: B; Type: hologram"}


def test_pages_in_extra_are_pages():
    assert one("M2  - page: 3-9").reference.page == Locator(pages="3-9")


def test_the_pmc_number_of_an_article_is_told_from_other_notes():
    found = one("C2  - PMC1234567", "C2  - other", "C2  - PMC7654321").reference
    assert (found.pmcid, dict(found.extra)) == ("PMC1234567", {"C2": "other; PMC7654321"})


def test_of_repeated_fields_the_first_counts_and_no_other_is_lost():
    found = one("TI  - One", "T1  - Two", "TI  - One", "SP  - 1", "SP  - 2", "Y2  - 2020", "Y2  - 2021", "L1  - a.pdf").reference
    assert (found.title, found.page, found.accessed) == ("One", Locator(pages="1"), Date(year=2020))
    assert dict(found.extra) == {"T1": "Two", "SP": "2", "Y2": "2021", "L1": "a.pdf"}


tags = st.sampled_from(
    sorted({tag for csl in set(TYPES.values()) for tag in FIELDS.ranked_attributes(csl)} | {"M2", "ID", "C7", "ER", "XX"})
)
values = st.text(max_size=12) | st.sampled_from(
    ["2020/05/01/x", "a, b, c", "10.5555/x", "0028-0836", "12", "12-19", "Type: book", "number: 4", "author: a || b", "PMC1234567", ";;"]
)
lines = st.builds("{}{}{}".format, tags, st.sampled_from(["  - ", " - ", "  -"]), values) | values
records = st.builds(
    lambda kind, body, end: end.join([f"TY  - {kind}", *body]),
    st.sampled_from([*TYPES, "XYZ"]),
    st.lists(lines, max_size=12),
    st.sampled_from("\n\r"),
)


@given(st.lists(records | st.text(max_size=30), max_size=3).map("\n".join))
def test_no_text_raises_and_every_place_holds_its_text(text):
    found = reading(text)
    for cited in found.references:
        assert text[cited.span.start : cited.span.end] == cited.raw
        assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())
        assert set(cited.origins) >= set(cited.reference.present()) - {"year_suffix"} - {"page"}
    assert all(text[fault.span.start : fault.span.end] == fault.raw for fault in found.unreadable)


def test_fields_after_the_last_entry_are_told():
    (fault,) = reading("TY  - JOUR\nER  -\nAU  - Lee, A.\nER  -").unreadable
    assert fault.raw == "AU  - Lee, A."


@pytest.mark.parametrize(("source", "pmid"), [("DB  - MEDLINE", "12345678"), ("DP  - NLM", "12345678"), ("DB  - Scopus", None)])
def test_an_accession_number_in_pubmed_is_known(source, pmid):
    found = one(source, "AN  - 12345678").reference
    assert (found.pmid, found.archive_location) == (pmid, "12345678")


@pytest.mark.parametrize(
    ("note", "pmid"), [("C1  - PMID: 12345678", "12345678"), ("N1  - PMID 12345678", "12345678"), ("N1  - PMID of 2", None)]
)
def test_a_pubmed_number_is_taken_from_a_note_that_is_nothing_else(note, pmid):
    assert one(note).reference.pmid == pmid


def test_a_number_field_without_a_number_is_kept():
    found = one("SN  - ISBN", kind="BOOK").reference
    assert (found.isbn, dict(found.extra)) == ((), {"SN": "ISBN"})
