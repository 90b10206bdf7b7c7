import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.types import TYPES as CSL_TYPES
from refcheck.model.variables import VARIABLES
from refcheck.readers.zotero_rdf import read
from refcheck.syntax.zotero_fields import FIELDS, ROLES
from refcheck.syntax.zotero_types import TYPES

HEAD = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:vcard="http://nwalsh.com/rdf/vCard#"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/" xmlns:so="http://schema.org/">
"""


def reading(body):
    return read(Document(name="library.rdf", text=f"{HEAD}{body}</rdf:RDF>"))


def one(fields, kind="journalArticle"):
    (cited,) = reading(f'<rdf:Description rdf:about="#1"><z:itemType>{kind}</z:itemType>{fields}</rdf:Description>').references
    return cited


def person(family, given):
    return f"<rdf:li><foaf:Person><foaf:surname>{family}</foaf:surname><foaf:givenName>{given}</foaf:givenName></foaf:Person></rdf:li>"


ZOTERO = f"""    <bib:Article rdf:about="https://example.org/a">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:0028-0836"/>
        <bib:authors>
            <rdf:Seq>
                {person("Müller", "Jörg")}
                <rdf:li><foaf:Person><foaf:surname>World Health Organization</foaf:surname></foaf:Person></rdf:li>
            </rdf:Seq>
        </bib:authors>
        <link:link rdf:resource="#item_33"/>
        <dcterms:isReferencedBy rdf:resource="#item_34"/>
        <dc:subject><z:AutomaticTag><rdf:value>form</rdf:value></z:AutomaticTag></dc:subject>
        <dc:subject>length</dc:subject>
        <dc:subject><dcterms:LCC><rdf:value>QA 1</rdf:value></dcterms:LCC></dc:subject>
        <dc:title>Über die Länge</dc:title>
        <dc:date>2013-08-01</dc:date>
        <z:language>de</z:language>
        <dc:identifier><dcterms:URI><rdf:value>https://example.org/a</rdf:value></dcterms:URI></dc:identifier>
        <dcterms:dateSubmitted>2020-01-02 10:00:00</dcterms:dateSubmitted>
        <dc:description>PMID: 123456
a remark</dc:description>
        <bib:pages>54-58</bib:pages>
    </bib:Article>
    <bib:Journal rdf:about="urn:issn:0028-0836">
        <prism:volume>500</prism:volume>
        <dc:title>Zeitschrift &amp; Form</dc:title>
        <dc:identifier>DOI 10.5555/form</dc:identifier>
        <prism:number>7460</prism:number>
        <dcterms:alternative>Z. Form</dcterms:alternative>
        <dc:identifier>ISSN 0028-0836, 1476-4687</dc:identifier>
    </bib:Journal>
    <z:Attachment rdf:about="#item_33"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>
    <bib:Memo rdf:about="#item_34"><rdf:value>a note</rdf:value></bib:Memo>
    <z:Collection rdf:about="#collection_1"><dc:title>All</dc:title><dcterms:hasPart rdf:resource="https://example.org/a"/></z:Collection>
"""


def test_an_item_becomes_a_reference_with_what_it_is_part_of():
    found = reading(ZOTERO)
    (cited,) = found.references
    assert found.unreadable == ()
    assert (cited.id, cited.key, cited.kind, cited.line) == ("1", None, "structured", 5)
    assert (cited.raw[:12], cited.raw[-14:]) == ("<bib:Article", "</bib:Article>")
    work = cited.reference
    assert (work.type, work.title, work.issued, work.page) == (
        "article-journal",
        "Über die Länge",
        Date(year=2013, month=8, day=1),
        Locator(pages="54-58"),
    )
    assert work.author == (Name(family="Müller", given="Jörg"), Name(literal="World Health Organization"))
    assert (work.container_title, work.container_title_short, work.volume, work.issue) == ("Zeitschrift & Form", "Z. Form", "500", "7460")
    assert (work.doi, work.issn, work.pmid, work.url) == (
        Doi("10.5555/form"),
        ("0028-0836", "1476-4687"),
        "123456",
        "https://example.org/a",
    )
    assert (work.keyword, work.call_number, work.note, work.language) == ("form; length", "QA 1", "a remark", "de")
    assert (work.accessed, dict(work.extra)) == (Date(year=2020, month=1, day=2), {})


def test_values_know_their_places_and_those_of_a_shared_journal_are_not_replaced():
    (cited,) = reading(ZOTERO).references
    found = {path: (origin.raw, origin.via) for path, origin in cited.origins.items()}
    assert found["title"] == ("Über die Länge", "own")
    assert found["author[1]"] == ("World Health Organization", "own")
    assert found["author[0]"] == ("Müller</foaf:surname><foaf:givenName>Jörg", "derived")
    assert (found["volume"], found["container_title"]) == (("500", "derived"), ("Zeitschrift &amp; Form", "derived"))


def test_fields_under_zoteros_own_names_are_read():
    fields = (
        "<dc:title>T</dc:title><z:publicationTitle>J</z:publicationTitle><z:volume>1</z:volume><z:issue>2</z:issue><z:pages>1-9</z:pages>"
        "<z:DOI>10.5555/x</z:DOI><z:PMID>12</z:PMID><z:citationKey>doe2021</z:citationKey><z:accessDate>2020-01-02</z:accessDate>"
        "<dc:rights>CC</dc:rights><z:invented>odd</z:invented>"
    )
    cited = one(fields)
    work = cited.reference
    assert (cited.key, cited.id, work.container_title, work.volume, work.issue) == ("doe2021", "doe2021", "J", "1", "2")
    assert (work.page, work.doi, work.pmid, work.accessed) == (
        Locator(pages="1-9"),
        Doi("10.5555/x"),
        "12",
        Date(year=2020, month=1, day=2),
    )
    assert dict(work.extra) == {"rights": "CC", "invented": "odd"}


def test_the_number_of_an_article_is_its_issue_and_that_of_a_report_its_own():
    assert one("<prism:number>4</prism:number>").reference.issue == "4"
    assert one("<prism:number>4</prism:number>", kind="report").reference.number == "4"


def test_a_chapter_stands_in_its_book_and_the_book_in_its_series():
    found = one(
        "<dcterms:isPartOf><bib:Book><dcterms:isPartOf><bib:Series><dc:title>Series</dc:title><dc:identifier>12</dc:identifier></bib:Series>"
        "</dcterms:isPartOf><dc:identifier>ISBN 978-3-16-148410-0</dc:identifier><prism:volume>2</prism:volume><dc:title>A Book</dc:title>"
        "</bib:Book></dcterms:isPartOf><dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>Cham</vcard:locality>"
        "</vcard:Address></vcard:adr><foaf:name>House</foaf:name></foaf:Organization></dc:publisher>",
        kind="bookSection",
    ).reference
    assert (found.type, found.container_title, found.collection_title, found.collection_number) == ("chapter", "A Book", "Series", "12")
    assert (found.volume, found.isbn, found.publisher, found.publisher_place) == ("2", ("978-3-16-148410-0",), "House", "Cham")


def test_a_conference_paper_has_its_conference():
    found = one("<bib:presentedAt><bib:Conference><dc:title>Conf</dc:title></bib:Conference></bib:presentedAt>", kind="conferencePaper")
    assert found.reference.event_title == "Conf"


def test_containers_that_hold_each_other_end_the_search():
    body = (
        '<rdf:Description rdf:about="#1"><z:itemType>book</z:itemType><dcterms:isPartOf rdf:resource="#2"/></rdf:Description>'
        '<bib:Book rdf:about="#2"><dc:title>B</dc:title><dcterms:isPartOf rdf:resource="#2"/></bib:Book>'
    )
    assert reading(body).references[0].reference.container_title == "B"


@pytest.mark.parametrize(
    ("role", "attribute"),
    [
        ("bib:editors", "editor"),
        ("z:translators", "translator"),
        ("z:seriesEditors", "collection_editor"),
        ("z:inventors", "author"),
        ("so:producer", "producer"),
    ],
)
def test_names_stand_in_their_roles(role, attribute):
    found = one(f"<{role}><rdf:Seq>{person('King', 'Martin Luther, Jr.')}{person('Beethoven', 'Ludwig van')}</rdf:Seq></{role}>").reference
    assert getattr(found, attribute) == (
        Name(family="King", given="Martin Luther", suffix="Jr."),
        Name(family="Beethoven", given="Ludwig", dropping_particle="van"),
    )


def test_a_role_without_a_variable_is_kept():
    found = one(f"<z:counsels><rdf:Seq>{person('Lee', 'A.')}<rdf:li><foaf:Person/></rdf:li></rdf:Seq></z:counsels>").reference
    assert dict(found.extra) == {"counsel": "LeeA."}
    odd = "<z:text>a</z:text><dc:date><rdf:Seq><rdf:li><dc:title>b</dc:title></rdf:li></rdf:Seq></dc:date>"
    assert dict(one(odd).reference.extra) == {"text": "a", "date": "b"}


@pytest.mark.parametrize(("number", "arxiv", "other"), [("arXiv:1706.03762", "1706.03762", None), ("osf.io/abc", None, "osf.io/abc")])
def test_the_number_of_a_preprint_is_known(number, arxiv, other):
    found = one(f"<z:archiveID>{number}</z:archiveID><z:repository>R</z:repository>", kind="preprint").reference
    assert (found.type, found.arxiv, found.number, found.publisher) == ("article", arxiv, other, "R")


def test_of_repeated_fields_the_first_counts_and_no_other_is_lost():
    found = one(
        "<z:volume>1</z:volume><prism:volume>2</prism:volume><dc:date>2020</dc:date><dc:date>2021</dc:date><bib:pages>1</bib:pages>"
        "<bib:pages>2</bib:pages><dc:identifier>other</dc:identifier><dc:subject/><dc:description>Type: review-book</dc:description>"
    ).reference
    assert (found.type, found.volume, found.issued, found.page) == ("review-book", "1", Date(year=2020), Locator(pages="1"))
    assert dict(found.extra) == {"volume": "2", "date": "2021", "pages": "2", "dc:identifier": "other"}


def test_a_node_without_item_type_is_a_work_of_its_class_unless_others_are_part_of_it():
    found = reading(
        "<bib:Thesis><dcterms:title>One</dcterms:title><dc:identifier>doi:10.5555/x</dc:identifier></bib:Thesis><bib:Memo/>"
        '<bib:BookSection><dc:title>Two</dc:title><dcterms:isPartOf rdf:resource="#2"/></bib:BookSection>'
        '<bib:Book rdf:about="#2"><dc:title>B</dc:title></bib:Book><bib:Book rdf:about="#3"><dc:title>Three</dc:title></bib:Book>'
    ).references
    assert [(cited.reference.type, cited.reference.title) for cited in found] == [("thesis", "One"), ("chapter", "Two"), ("book", "Three")]
    assert (found[0].reference.doi, found[1].reference.container_title) == (Doi("10.5555/x"), "B")


def test_an_unknown_type_is_kept():
    found = one("", kind="hologram").reference
    assert (found.type, dict(found.extra)) == ("document", {"itemType": "hologram"})


@pytest.mark.parametrize(
    ("text", "titles", "reason", "rest"),
    [
        (f"{HEAD}</rdf:RDF>", [], "there is no item of Zotero", f"{HEAD}</rdf:RDF>"),
        ("no XML", [], "not valid XML: syntax error", "no XML"),
        (
            f"{HEAD}<bib:Book><z:itemType>book</z:itemType><dc:title>One</dc:title></bib:Book><bib:Book><z:itemType>book</z:itemType><dc:title>Tw",
            ["One"],
            "not valid XML: <title> is not closed",
            "<bib:Book><z:itemType>book</z:itemType><dc:title>Tw",
        ),
    ],
)
def test_what_stands_before_a_fault_is_read_and_a_cut_item_is_not(text, titles, reason, rest):
    found = read(Document(name="library.rdf", text=text))
    (fault,) = found.unreadable
    assert ([cited.reference.title for cited in found.references], fault.reason, fault.raw) == (titles, reason, rest)


def test_the_tables_lead_to_known_types_and_variables():
    assert set(TYPES.values()) <= set(CSL_TYPES)
    assert {attribute or role for role, attribute in ROLES.items()} <= set(VARIABLES)
    for csl in set(TYPES.values()):
        assert {attribute for attribute, _ in FIELDS.ranked_attributes(csl).values()} <= set(VARIABLES)


tags = st.sampled_from(
    [
        *("z:itemType", "z:volume", "z:archiveID", "dc:title", "dc:date", "dc:identifier", "dc:subject", "dc:description", "bib:pages"),
        *("bib:authors", "rdf:Seq", "rdf:li", "foaf:Person", "foaf:surname", "foaf:givenName", "dcterms:isPartOf", "bib:Journal"),
        *("prism:number", "dc:publisher", "foaf:name", "bib:presentedAt", "z:citationKey", "bib:Series"),
    ]
)
texts = st.text(max_size=8) | st.sampled_from(
    ["&amp;", "book", "journalArticle", "ISSN 0028-0836", "DOI 10.5555/x", "2020", "Type: book", ","]
)
trees = st.recursive(
    texts,
    lambda inner: st.builds(
        lambda tag, kids, about: f"<{tag}{about}>{''.join(kids)}</{tag}>",
        tags,
        st.lists(inner, max_size=4),
        st.sampled_from(["", "", ' rdf:about="#1"', ' rdf:resource="#1"']),
    ),
)


@given(st.lists(trees, max_size=5).map("".join))
def test_no_text_raises_and_every_place_holds_its_text(inner):
    text = f"{HEAD}<bib:Article><z:itemType>journalArticle</z:itemType>{inner}</bib:Article>{inner}</rdf:RDF>"
    found = read(Document(name="library.rdf", text=text))
    for cited in found.references:
        assert text[cited.span.start : cited.span.end] == cited.raw
        assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())
    assert all(text[fault.span.start : fault.span.end] == fault.raw for fault in found.unreadable)
