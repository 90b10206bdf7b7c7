import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL, Name
from refcheck.readers.nbib import read
from refcheck.syntax.nbib import FIELDS


def reading(text):
    return read(Document(name="pubmed.nbib", text=text))


def one(*lines):
    (cited,) = reading("\n".join(["PMID- 1", *lines])).references
    return cited


PUBMED = """
PMID- 12345678
OWN - NLM
STAT- MEDLINE
IS  - 1476-4687 (Electronic)
IS  - 0028-0836 (Linking)
VI  - 500
IP  - 7460
DP  - 2013 Aug 1
TI  - Über die Länge der Zeilen, and of what
      goes on.
PG  - 54-8; discussion 59
LID - 10.5555/form.2013 [doi]
AB  - First.
FAU - van der Berg, Jörg A Jr
AU  - van der Berg JA Jr
AD  - Somewhere.
CN  - Form Study Group.
FAU - Lee, Anna
AU  - Lee A
LA  - eng
PT  - Journal Article
PT  - Retracted Publication
DEP - 20130715
PL  - England
TA  - Z Form
JT  - Zeitschrift fur Form (Berlin, Germany)
OT  - *form
OT  - length
PMC - PMC4221854
AID - form-2013-118 [pii]
AID - 10.5555/form.2013 [doi]
SO  - Z Form. 2013 Aug 1;500(7460):54-8.

PMID- 2
TI  - Second.
"""


def test_a_record_becomes_a_reference_with_its_place():
    first, second = reading(PUBMED).references
    assert (first.id, first.key, first.kind, first.file, first.line) == ("1", None, "structured", "pubmed.nbib", 2)
    assert first.raw == PUBMED[1 : PUBMED.index("\n\nPMID- 2")]
    assert (second.id, second.raw, second.reference.title) == ("2", "PMID- 2\nTI  - Second.", "Second")
    found = first.reference
    assert (found.type, found.title) == ("article-journal", "Über die Länge der Zeilen, and of what goes on")
    assert (found.container_title, found.container_title_short) == ("Zeitschrift fur Form", "Z Form")
    assert (found.volume, found.issue, found.page) == ("500", "7460", Locator(pages="54-8"))
    assert (found.issued, found.language, found.keyword) == (Date(year=2013, month=8, day=1), "en", "form; length")
    assert (found.doi, found.pmid, found.pmcid) == (Doi("10.5555/form.2013"), "12345678", "PMC4221854")
    assert found.issn == ("1476-4687", "0028-0836")
    assert found.author == (
        Name(family="Berg", given="Jörg A", non_dropping_particle="van der", suffix="Jr"),
        Name(literal="Form Study Group"),
        Name(family="Lee", given="Anna"),
    )
    assert dict(found.extra) == {
        "OWN": "NLM",
        "STAT": "MEDLINE",
        "AD": "Somewhere.",
        "PT": "Journal Article; Retracted Publication",
        "DEP": "20130715",
        "PL": "England",
        "AID": "form-2013-118 [pii]",
        "SO": "Z Form. 2013 Aug 1;500(7460):54-8.",
    }


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_values_know_their_places_without_what_pubmed_adds(end):
    text = PUBMED.replace("\n", end)
    cited = reading(text).references[0]
    assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())
    found = {path: (origin.raw.replace(end, "\n"), origin.via) for path, origin in cited.origins.items()}
    assert found["title"] == ("Über die Länge der Zeilen, and of what\n      goes on", "own")
    assert found["container_title"] == ("Zeitschrift fur Form", "own")
    assert found["page"] == ("54-8", "own")
    assert found["doi"] == ("10.5555/form.2013", "own")
    assert found["author[1]"] == ("Form Study Group.", "own")


def test_places_are_right_where_what_is_cut_off_stands_on_another_line():
    cited = one("TI  - One title", "      [corrected].", "JT  - Water (Basel,", "      Switzerland)")
    assert (cited.reference.title, cited.reference.container_title) == ("One title", "Water")
    assert (cited.origins["title"].raw, cited.origins["title"].via) == ("One title", "own")
    assert (cited.origins["container_title"].raw, cited.origins["container_title"].via) == ("Water (Basel,\n      Switzerland)", "derived")


@pytest.mark.parametrize(
    ("lines", "title", "original"),
    [
        (["TI  - [The length of lines].", "TT  - Über die Länge."], "The length of lines", "Über die Länge"),
        (["TI  - [Not Available].", "TT  - Über die Länge."], "Über die Länge", None),
        (["TT  - Über die Länge."], "Über die Länge", None),
        (["TI  - Why? [A reply]."], "Why? [A reply]", None),
        (["TI  - [In Process Citation]"], None, None),
    ],
)
def test_a_translated_title_stands_without_brackets_beside_the_original(lines, title, original):
    found = one(*lines).reference
    assert (found.title, found.original_title) == (title, original)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["AU  - Lee AB", "AU  - van der Berg J 3rd", "AU  - Öz Ü-K"], ("Lee", "van der Berg", "Öz Ü-K")),
        (["FAU - Robbins, Lionel 3rd", "AU  - Robbins L 3rd"], ("Robbins",)),
        (["FAU - Lee, Anna"], ("Lee",)),
    ],
)
def test_names_are_read_once_in_either_form(lines, names):
    found = one(*lines).reference.author
    assert tuple(" ".join(filter(None, (name.non_dropping_particle, name.family, name.literal))) for name in found) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("AU  - Lee AB", Name(family="Lee", given="AB")),
        ("AU  - Lee AB 3rd", Name(family="Lee", given="AB", suffix="3rd")),
        ("AU  - Lee AB oddly", Name(literal="Lee AB oddly")),
        ("AU  - Lee, AB", Name(family="Lee", given="AB")),
        ("AU  - et al.", ET_AL),
        ("FAU - Lee, Anna B Jr", Name(family="Lee", given="Anna B", suffix="Jr")),
        ("FAU - Lee, Anna", Name(family="Lee", given="Anna")),
        ("FAU - Madonna", Name(literal="Madonna")),
        ("CN  - Group", Name(literal="Group")),
    ],
)
def test_names_are_parted(line, name):
    assert one(line).reference.author == (name,)


@pytest.mark.parametrize(
    ("lines", "date", "extra"),
    [
        (["DP  - 1998 Dec-1999 Jan"], Date(year=1998, month=12, end=Date(year=1999, month=1)), {}),
        (["DP  - 2011 Spring"], Date(year=2011, season=1), {}),
        (["DEP - 20130715"], Date(year=2013, month=7, day=15), {}),
        (["DEP - 20130715", "DP  - 2014"], Date(year=2014), {"DEP": "20130715"}),
        (["DP  - soon"], Date(literal="soon"), {}),
    ],
)
def test_the_date_is_that_of_the_issue(lines, date, extra):
    found = one(*lines).reference
    assert (found.issued, dict(found.extra)) == (date, extra)


@pytest.mark.parametrize(
    ("lines", "page", "extra"),
    [
        (["PG  - e17"], Locator(pages="e17"), {}),
        (["LID - e17 [pii]"], Locator(article="e17"), {}),
        (["PG  - 3", "LID - e17 [pii]"], Locator(pages="3"), {"LID": "e17 [pii]"}),
        (["LID - S0140-6736(13)1 [pii]", "LID - odd"], None, {"LID": "S0140-6736(13)1 [pii]; odd"}),
        (["PG  - ; discussion 3"], None, {"PG": "; discussion 3"}),
    ],
)
def test_an_article_number_stands_in_the_place_of_pages(lines, page, extra):
    found = one(*lines).reference
    assert (found.page, dict(found.extra)) == (page, extra)


@pytest.mark.parametrize(
    ("lines", "csl"),
    [
        (["PT  - Journal Article", "PT  - Preprint"], "article"),
        (["PT  - Dataset"], "dataset"),
        (["BTI - A Book"], "book"),
        (["BTI - A Book", "TI  - A chapter"], "chapter"),
        ([], "article-journal"),
    ],
)
def test_the_type_is_told_by_the_publication_types_and_by_the_book(lines, csl):
    found = one(*lines).reference
    assert (found.type, found.genre) == (csl, "preprint" if csl == "article" else None)


def test_a_book_has_its_title_editors_and_place():
    lines = ("BTI - A Book.", "FED - Lee, A", "ED  - Lee A", "PB  - NLM", "PL  - Bethesda (MD)", "ISBN- 978-3-16-148410-0 (cloth)")
    found = one(*lines, "GN  - a", "GN  - b", "LA  - xyz", "LA  - ger").reference
    assert (found.title, found.editor, found.publisher_place) == ("A Book", (Name(family="Lee", given="A"),), "Bethesda (MD)")
    assert (found.isbn, found.annote, found.language, dict(found.extra)) == (("978-3-16-148410-0",), "a; b", "xyz", {"LA": "ger"})
    chapter = one("BTI - A Book", "TI  - One").reference
    assert (chapter.title, chapter.container_title) == ("One", "A Book")


def test_blank_lines_within_a_record_do_not_end_it():
    text = PUBMED.replace("\n", "\n\n")
    assert [cited.reference for cited in reading(text).references] == [cited.reference for cited in reading(PUBMED).references]


def test_records_without_a_number_end_at_blank_lines():
    found = reading("\ufeffTI  - One\nDP  - 2020\n\n\nTI  - Two\n      goes on\n").references
    assert [cited.reference.title for cited in found] == ["One", "Two goes on"]
    assert found[0].raw == "TI  - One\nDP  - 2020"


@pytest.mark.parametrize("text", ["", " \n", "no tags"])
def test_a_file_without_entries_says_so(text):
    found = reading(text)
    assert found.references == ()
    assert [fault.raw for fault in found.unreadable] == ([text] if text.strip() else [])


tags = st.sampled_from([*FIELDS.ranked_attributes("book"), "JT", "PT", "DEP", "MH", "PMID", "BTI"]).map("{:4}- ".format)
values = st.text(max_size=12) | st.sampled_from(
    ["2013 Aug 1", "20130715", "Lee, A B Jr", "Lee AB", "[T].", "e17 [pii]", "10.5555/x [doi]", "3-9; d", "eng", "Preprint", "W (B)", ","]
)
lines = st.builds("{}{}".format, tags | st.just("      "), values) | values


@given(st.lists(lines, max_size=15), st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_text_raises_and_every_place_holds_its_text(body, end):
    text = end.join(body)
    found = reading(text)
    for cited in found.references:
        assert text[cited.span.start : cited.span.end] == cited.raw
        assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())
    assert all(text[fault.span.start : fault.span.end] == fault.raw for fault in found.unreadable)


def test_an_identifier_without_a_number_is_kept_as_it_stands():
    """Nothing but the kind of it is printed: found by fuzzing."""
    (found,) = read(Document(name="x.nbib", text="PMID- 1\nTI  - On wells\nAID - [doi]\n")).references
    assert (found.reference.doi, found.reference.title) == (None, "On wells")
