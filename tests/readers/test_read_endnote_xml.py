import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.readers.endnote_xml import read
from refcheck.syntax.endnote_xml import FIELDS, TYPES, parse_cites
from refcheck.syntax.ris_fields import TAGS
from refcheck.syntax.ris_fields import TYPES as RIS_TYPES


def reading(text):
    return read(Document(name="works.xml", text=text))


def styled(text):
    return f'<style face="normal" font="default" size="100%">{text}</style>'


def one(*fields, kind='<ref-type name="Journal Article">17</ref-type>'):
    (cited,) = reading(f"<xml><records><record>{kind}{''.join(fields)}</record></records></xml>").references
    return cited


ENDNOTE = f"""<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="My.enl" path="C:\\My.enl">My.enl</database>\
<source-app name="EndNote" version="20.1">EndNote</source-app><rec-number>574</rec-number><foreign-keys><key app="EN" db-id="x">574</key>\
</foreign-keys><ref-type name="Journal Article">17</ref-type><contributors><authors><author>{styled("Müller, Jörg")}</author>\
<author>{styled("World Health Organization,")}</author></authors></contributors><auth-address>{styled("Street 1&#xD;Town")}</auth-address>\
<titles><title>{styled("On ")}<style face="italic" font="default" size="100%">Escherichia coli</style>{styled(" &amp; more")}</title>\
<secondary-title>{styled("Zeitschrift für Form")}</secondary-title></titles><periodical><full-title>{styled("Zeitschrift für Form")}\
</full-title><abbr-1>Z. Form</abbr-1></periodical>\
<pages>{styled("12-19")}</pages><volume>{styled("5")}</volume><number>{styled("3")}</number>\
<edition>2020/05/03</edition><section>12</section><keywords><keyword>a</keyword><keyword>b</keyword></keywords>\
<dates><year>{styled("2020")}</year><pub-dates><date>May 1</date></pub-dates></dates>\
<isbn>0028-0836 (Print)&#xD;&#xD;1476-4687 (Electronic)</isbn>\
<accession-num>12345678</accession-num><urls><related-urls><url>{styled("https://example.org/a")}</url></related-urls><pdf-urls>\
<url>internal-pdf://a.pdf</url></pdf-urls></urls><custom2>PMC1234567</custom2><electronic-resource-num>10.5555/form</electronic-resource-num>\
<remote-database-provider>NLM</remote-database-provider><language>eng</language></record>
</records></xml>"""


def test_a_record_becomes_a_reference_with_its_place():
    (cited,) = reading(ENDNOTE).references
    assert (cited.id, cited.key, cited.kind, cited.line) == ("1", None, "structured", 1)
    assert (cited.raw[:18], cited.raw[-9:]) == ("<record><database ", "</record>")
    found = cited.reference
    assert (found.type, found.title) == ("article-journal", "On Escherichia coli & more")
    assert found.author == (Name(family="Müller", given="Jörg"), Name(literal="World Health Organization"))
    assert (found.container_title, found.container_title_short) == ("Zeitschrift für Form", "Z. Form")
    assert (found.volume, found.issue, found.page, found.issued) == ("5", "3", Locator(pages="12-19"), Date(year=2020, month=5, day=1))
    assert (found.doi, found.pmid, found.pmcid, found.issn) == (
        Doi("10.5555/form"),
        "12345678",
        "PMC1234567",
        ("0028-0836", "1476-4687"),
    )
    assert (found.url, found.keyword, found.language) == ("https://example.org/a", "a; b", "eng")
    assert dict(found.extra) == {
        "auth-address": "Street 1 Town",
        "edition": "2020/05/03",
        "section": "12",
        "url": "internal-pdf://a.pdf",
    }


def test_values_know_their_places_and_those_with_markup_are_not_replaced():
    (cited,) = reading(ENDNOTE).references
    found = {path: (origin.raw, origin.via) for path, origin in cited.origins.items()}
    assert found["volume"] == ("5", "own")
    assert found["author[0]"] == ("Müller, Jörg", "own")
    assert (found["title"][0][:2], found["title"][0][-6:], found["title"][1]) == ("On", "; more", "derived")


@pytest.mark.parametrize(
    ("kind", "csl", "extra"),
    [
        ("<ref-type>6</ref-type>", "book", {}),
        ('<ref-type name="Thesis">99</ref-type>', "thesis", {}),
        ('<ref-type name="Invented">32</ref-type>', "thesis", {}),
        ('<ref-type name="Invented">99</ref-type>', "document", {"TY": "INVENTED"}),
        ("", "document", {}),
    ],
)
def test_types_are_known_by_name_then_by_number(kind, csl, extra):
    found = one(kind=kind).reference
    assert (found.type, dict(found.extra)) == (csl, extra)


def test_authors_of_an_edited_book_are_its_editors():
    field = "<contributors><authors><author>Lee, A.</author></authors></contributors>"
    found = one(field, kind='<ref-type name="Edited Book">28</ref-type>').reference
    assert (found.type, found.author, found.editor) == ("book", (), (Name(family="Lee", given="A."),))


def test_a_number_means_what_its_type_says():
    book, chapter = '<ref-type name="Book">6</ref-type>', '<ref-type name="Book Section">5</ref-type>'
    assert one("<number>4</number>", kind=book).reference.collection_number == "4"
    assert one("<number>4</number>", kind=chapter).reference.collection_number == "4"


def test_every_name_leads_to_something_known():
    assert set(TYPES.values()) <= set(RIS_TYPES)
    assert set(FIELDS.values()) <= TAGS


@pytest.mark.parametrize(
    ("text", "reason", "raw", "titles"),
    [
        ("", "there is no XML element", "", []),
        ("<xml><records/></xml>", "there is no <record> of EndNote", "<xml><records/></xml>", []),
        (
            "<xml><record><titles><title>One</title></titles></record><record><titles><title>Tw",
            "not valid XML: <title> is not closed",
            "<record><titles><title>Tw",
            ["One"],
        ),
        (
            "<xml><record><titles><title>One</title></titles></record> & <record/>",
            "not valid XML: not well-formed (invalid token)",
            " <record/>",
            ["One"],
        ),
        ('<!DOCTYPE a [<!ENTITY x "y">]><xml/>', "declares entities, which are not read", '<!DOCTYPE a [<!ENTITY x "y">]><xml/>', []),
    ],
)
def test_what_stands_before_a_fault_is_read_and_a_cut_record_is_not(text, reason, raw, titles):
    """A title that ends with the file is not what was cited."""
    found = reading(text)
    (fault,) = found.unreadable
    assert (fault.reason, fault.raw, [cited.reference.title for cited in found.references]) == (reason, raw, titles)


def test_the_citation_field_of_a_word_document_gives_its_works():
    field = (
        "<EndNote><Cite><Author>Lee</Author><Year>2020</Year><RecNum>1</RecNum><DisplayText>(1)</DisplayText><record><rec-number>1</rec-number>"
        '<ref-type name="Book">6</ref-type><titles><title>Tides</title></titles></record></Cite><Cite><Author>Roe</Author></Cite></EndNote>'
    )
    assert [(found.type, found.title) for found in parse_cites(f" {field} trailing")] == [("book", "Tides")]
    assert parse_cites("<record><titles><title>T</title></titles></record>")[0].title == "T"
    assert parse_cites("no XML") == []


names = st.sampled_from([path.rpartition("/")[2] for path in FIELDS] + ["authors", "titles", "dates", "style", "record", "ref-type", "odd"])
texts = st.text(max_size=8) | st.sampled_from(["&amp;", "&#xD;", "2020", "Lee, A.", "0028-0836", "Journal Article", "17", "\r\n"])
trees = st.recursive(
    texts, lambda inner: st.builds(lambda tag, kids: f"<{tag}>{''.join(kids)}</{tag}>", names, st.lists(inner, max_size=4))
)


@given(st.lists(trees, max_size=4).map(lambda kids: f"<xml><record>{''.join(kids)}</record></xml>") | st.text(max_size=40))
def test_no_text_raises_and_every_place_holds_its_text(text):
    found = reading(text)
    for cited in found.references:
        assert text[cited.span.start : cited.span.end] == cited.raw
        assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())
    assert all(text[fault.span.start : fault.span.end] == fault.raw for fault in found.unreadable)
