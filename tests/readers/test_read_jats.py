"""JATS: what is tagged is never cut again, and what is printed beside the tags is not lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL, Name
from refcheck.readers.jats import read

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">\n'
    '<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML">'
    "<front><article-meta><title-group><article-title>Über Vögel</article-title></title-group></article-meta></front>"
    "<body><p>As shown before <xref rid='B1'>1</xref>.</p></body><back><ref-list><title>References</title>\n"
)
FOOT = "</ref-list></back></article>"
JOURNAL = (
    "<element-citation publication-type='journal'><person-group person-group-type='author'><name><surname>van der Berg</surname>"
    "<given-names>JA</given-names></name><name><surname>Ørsted</surname><given-names>B</given-names><suffix>Jr</suffix></name><etal/>"
    "</person-group><article-title>A study of <italic>E. coli</italic> &amp; friends</article-title><source>J Birds</source>"
    "<year>2019a</year><month>5</month><day>3</day><volume>12</volume><issue>3</issue><supplement>Suppl 1</supplement>"
    "<fpage>123</fpage><lpage>130</lpage><pub-id pub-id-type='doi'>10.5555/birds.1</pub-id><pub-id pub-id-type='pmid'>12345678</pub-id>"
    "</element-citation>"
)
LINE = "Smith J, Jones B. A study of things in general. Nature. 2012;33(4):55–66. doi: 10.5555/nature.1"


def reading(refs: str):
    return read(Document(name="a.xml", text=HEAD + refs + FOOT))


def one(citation: str):
    (cited,) = reading(f"<ref id='B1'>{citation}</ref>").references
    return cited


def citation(content: str, type_: str = "journal", form: str = "element-citation") -> str:
    return f"<{form} publication-type='{type_}'>{content}</{form}>"


def test_fields_are_taken_as_they_are_tagged():
    """Tags are the work of an editor; cutting them again could only lose."""
    cited = one(f"<label>1.</label>{JOURNAL}")
    reference = cited.reference
    assert (cited.id, cited.key, cited.label, cited.kind, cited.line) == ("B1", "B1", "1", "structured", 4)
    assert reference.author == (
        Name(family="Berg", given="JA", non_dropping_particle="van der"),
        Name(family="Ørsted", given="B", suffix="Jr"),
        ET_AL,
    )
    assert (reference.type, reference.title, reference.container_title) == ("article-journal", "A study of E. coli & friends", "J Birds")
    assert (reference.issued, reference.year_suffix) == (Date(year=2019, month=5, day=3), "a")
    assert (reference.volume, reference.issue, reference.page) == ("12", "3 Suppl 1", Locator(pages="123-130"))
    assert (reference.doi, reference.pmid) == (Doi("10.5555/birds.1"), "12345678")
    assert cited.raw.startswith("van der Berg JA Ørsted B Jr A study of E. coli & friends J Birds 2019a")


def test_values_point_at_their_place_in_the_file():
    """A finding must show the tag it is about; a value with markup in it cannot be replaced as one text."""
    text = HEAD + f"<ref id='B1'>{JOURNAL}</ref>" + FOOT
    (cited,) = read(Document(name="a.xml", text=text)).references
    assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())
    assert cited.origins["container_title"].raw == "J Birds"
    assert cited.origins["doi"].raw == "10.5555/birds.1"
    assert cited.origins["author[1]"].raw.startswith("Ørsted")
    assert (cited.origins["title"].via, cited.origins["container_title"].via) == ("derived", "own")
    year = one(citation("<year>2019a</year>"))
    assert year.origins["issued"].raw == "2019", "the letter is no part of the year"


def test_a_printed_citation_without_tags_is_read_as_text():
    """Many publishers tag nothing but the citation itself."""
    cited = one(f"<mixed-citation>{LINE}</mixed-citation>")
    assert (cited.kind, cited.raw) == ("list", LINE)
    assert (cited.reference.container_title, cited.reference.volume, cited.reference.doi) == ("Nature", "33", Doi("10.5555/nature.1"))
    assert cited.origins["container_title"].raw == "Nature"


def test_text_tells_only_what_tags_do_not():
    """A half-tagged citation has authors in its text, and its title in a tag: both are right."""
    cited = one(
        "<mixed-citation publication-type='book'>Smith J, Jones B. <source>The big book of birds</source>. 2nd ed. New York:\n"
        "   Springer; <year>2010</year>.</mixed-citation>"
    )
    reference = cited.reference
    assert cited.raw == "Smith J, Jones B. The big book of birds. 2nd ed. New York: Springer; 2010."
    assert [name.family for name in reference.author] == ["Smith", "Jones"]
    assert (reference.type, reference.title, reference.container_title) == ("book", "The big book of birds", None)
    assert (reference.publisher, reference.publisher_place, reference.issued) == ("Springer", "New York", Date(year=2010))


@pytest.mark.parametrize(("type_", "expected"), [("book", "chapter"), ("confproc", "paper-conference"), ("other", "article-journal")])
def test_a_tagged_source_is_the_container_where_the_text_has_another_title(type_: str, expected: str):
    """Many publishers tag what they set in italics and nothing else."""
    content = LINE.replace("Nature", "<source>Nature</source>")
    cited = one(citation(content, type_, "mixed-citation"))
    reference = cited.reference
    assert (reference.title, reference.container_title) == ("A study of things in general", "Nature")
    assert (reference.type, cited.origins["container_title"].raw) == (expected, "Nature")


def test_a_fully_tagged_printed_citation_is_not_read_again():
    """The punctuation between tags says nothing; its dash is the one that is cited."""
    cited = one(
        "<mixed-citation publication-type='journal'><string-name><surname>Doe</surname>, <given-names>A.</given-names></string-name>"
        " (<year>2018</year>). <article-title>Another study</article-title>. <source>Science</source>, <volume>5</volume>, "
        "<fpage>1</fpage>–<lpage>9</lpage>. <ext-link ext-link-type='uri' xlink:href='https://doi.org/10.5555/s'>link</ext-link></mixed-citation>"
    )
    assert cited.reference.author == (Name(family="Doe", given="A."),)
    assert (cited.reference.page, cited.reference.doi) == (Locator(pages="1–9"), Doi("10.5555/s"))


def test_several_citations_under_one_number_are_several_works():
    """Chemists print "1 (a) ... (b) ..."; each is a work of its own."""
    found = reading(f"<ref id='B4'><label>4</label><mixed-citation>{LINE}</mixed-citation>{JOURNAL}</ref>").references
    assert [(cited.id, cited.label) for cited in found] == [("B4", "4"), ("B4b", "4")]


def test_a_tagged_list_is_explained():
    """Who asks why a list was taken gets an answer for every format."""
    found = reading(f"<ref id='B1'>{JOURNAL}</ref><ref id='B2'>{JOURNAL}</ref>")
    assert [(each.taken, each.reason) for each in found.explanations] == [(True, "2 entries, as the document tags them")]
    assert reading("<ref id='B1'/>").explanations == ()


def test_of_two_forms_of_one_citation_the_tagged_one_is_read():
    """`citation-alternatives` holds the same work twice."""
    found = reading(
        f"<ref id='B1'><citation-alternatives><mixed-citation>{LINE}</mixed-citation>{JOURNAL}</citation-alternatives></ref>"
    ).references
    assert [(cited.kind, cited.reference.volume) for cited in found] == [("structured", "12")]


FORMULA = (
    "<article-title>Of <inline-formula><alternatives><tex-math>$x$</tex-math><mml:math><mml:mi>x</mml:mi></mml:math></alternatives>"
    "</inline-formula> and <ext-link xlink:href='https://doi.org/10.5555/y'>y</ext-link></article-title>"
)
PARTS = "<chapter-title>Birds</chapter-title><source>Animals</source><publisher-name>Sage</publisher-name>"


@pytest.mark.parametrize(
    ("content", "type_", "expected"),
    [
        (PARTS, "book", {"type": "chapter", "title": "Birds", "container_title": "Animals", "publisher": "Sage"}),
        (PARTS, "", {"type": "chapter"}),
        ("<source>Animals</source><publisher-name>Sage</publisher-name>", "", {"type": "book", "title": "Animals"}),
        ("<article-title>Birds</article-title><source>Animals</source>", "book", {"type": "chapter", "container_title": "Animals"}),
        ("<article-title>T</article-title><source>J</source><volume>1</volume>", "", {"type": "article-journal"}),
        ("<source>J</source><volume>1</volume>", "", {"title": None, "container_title": "J"}),
        ("<source>J Birds</source><volume>1</volume>", "journal", {"title": None, "container_title": "J Birds"}),
        ("<data-title>Counts</data-title><source>Zenodo</source>", "", {"type": "dataset", "title": "Counts", "container_title": "Zenodo"}),
        ("<data-title>Counts</data-title>", "Data", {"type": "dataset"}),
        ("<article-title>T</article-title><conf-name>BirdConf</conf-name>", "", {"type": "paper-conference", "event_title": "BirdConf"}),
        ("<source>One</source><source>Two</source>", "book", {"title": "One", "container_title": "Two"}),
        ("<article-title>T</article-title><source>J</source><source>K</source>", "journal", {"extra": {"source": "K"}}),
        ("<article-title>T</article-title><chapter-title>U</chapter-title>", "journal", {"title": "T", "extra": {"chapter-title": "U"}}),
        ("<article-title>T</article-title>", "hologram", {"type": "document", "title": "T"}),
        ("<elocation-id>e17</elocation-id>", "journal", {"page": Locator(article="e17")}),
        ("<fpage>5</fpage><lpage>5</lpage>", "journal", {"page": Locator(pages="5")}),
        ("<fpage>5</fpage><lpage>9</lpage><page-range>5–6, 9</page-range>", "journal", {"page": Locator(pages="5–6, 9")}),
        ("<edition>2nd ed.</edition><version>1.2</version>", "book", {"edition": "2nd", "version": "1.2"}),
        ("<institution>MIT</institution><year>n.d.</year>", "thesis", {"publisher": "MIT", "issued": Date(literal="n.d.")}),
        ("<year>in press</year>", "journal", {"issued": Date(literal="in press")}),
        ("<year>soon</year>", "journal", {"issued": Date(literal="soon")}),
        ("<year/><month>May</month>", "journal", {"issued": None}),
        ("<date><year>2020</year><month>Jun</month></date>", "journal", {"issued": Date(year=2020, month=6)}),
        ("<year>2020</year><month>13</month>", "journal", {"issued": Date(year=2020)}),
        ("<year>2020</year><season>Spring</season>", "journal", {"issued": Date(year=2020, season=1)}),
        ("<issue/><supplement>2</supplement>", "journal", {"issue": "2"}),
        ("<supplement/><issue>4</issue>", "journal", {"issue": "4"}),
        ("<collab>WHO <institution>Geneva</institution></collab>", "report", {"author": (Name(literal="WHO Geneva"),)}),
        ("<name><surname>Lee</surname></name><anonymous/><collab/>", "book", {"author": (Name(family="Lee"), Name(literal="Anonymous"))}),
        ("<string-name>Jane Q. Doe</string-name>", "book", {"author": (Name(family="Doe", given="Jane Q."),)}),
        ("<string-name>the staff</string-name>", "book", {"author": (Name(literal="the staff"),)}),
        (
            "<person-group person-group-type='editor'><name><surname>Roe</surname><given-names>C</given-names></name></person-group>",
            "book",
            {"author": (), "editor": (Name(family="Roe", given="C"),)},
        ),
        (
            "<person-group person-group-type='witness'><name><prefix>Dr</prefix><surname>Roe</surname></name></person-group>",
            "book",
            {"contributor": (Name(family="Roe", honorific="Dr"),)},
        ),
        ("<isbn>978-3-16-148410-0</isbn><issn>0028-0836</issn>", "book", {"isbn": ("978-3-16-148410-0",), "issn": ("0028-0836",)}),
        ("<pub-id pub-id-type='pmcid'>PMC123456</pub-id>", "journal", {"pmcid": "PMC123456"}),
        ("<pub-id pub-id-type='doi'>none</pub-id>", "journal", {"doi": "none"}),
        ("<pub-id pub-id-type='mr'>MR1</pub-id>", "journal", {"extra": {"mr": "MR1"}}),
        ("<ext-link xlink:href='https://pubmed.ncbi.nlm.nih.gov/123/'>PubMed</ext-link>", "journal", {"pmid": "123", "url": None}),
        ("<ext-link ext-link-type='uri' xlink:href='http://a.example/x'>here</ext-link>", "web", {"url": "http://a.example/x"}),
        ("<uri>http://a.example/x</uri>", "web", {"url": "http://a.example/x"}),
        ("<comment>Available from: <uri>http://a.example/x</uri></comment>", "web", {"url": "http://a.example/x", "note": None}),
        ("<comment>A remark of ours on this work</comment>", "web", {"note": "A remark of ours on this work"}),
        ("<comment>doi: 10.5555/c</comment>", "journal", {"doi": Doi("10.5555/c"), "note": None}),
        ("<date-in-citation>Accessed 3 May 2020</date-in-citation>", "web", {"accessed": Date(year=2020, month=5, day=3)}),
        ("<date-in-citation iso-8601-date='2020-05-03'>today</date-in-citation>", "web", {"accessed": Date(year=2020, month=5, day=3)}),
        ("<date-in-citation>today</date-in-citation>", "web", {"accessed": Date(literal="today")}),
        (
            "<trans-title>Birds</trans-title><volume>1</volume><volume>2</volume>",
            "journal",
            {"volume": "1", "extra": {"trans-title": "Birds", "volume": "2"}},
        ),
        (
            FORMULA,
            "journal",
            {"title": "Of x and y", "doi": Doi("10.5555/y")},
        ),
    ],
)
def test_each_tag_has_its_variable(content: str, type_: str, expected: dict[str, object]):
    """The table of tags, tried tag by tag."""
    reference = one(citation(content, type_)).reference
    assert {name: dict(value) if name == "extra" else value for name in expected for value in [getattr(reference, name)]} == expected


def test_citations_in_notes_and_elder_forms_are_read():
    """The humanities cite in footnotes; articles of before 2010 have `citation` and `nlm-citation`."""
    text = (
        "<article><back><fn-group><fn><p>See <mixed-citation id='c1'>" + LINE + "</mixed-citation></p></fn></fn-group><ref-list>"
        "<ref id='R2'><citation citation-type='journal'><source>Nature</source></citation></ref>"
        "<ref id='R3'><nlm-citation citation-type='book'><source>Book</source></nlm-citation></ref></ref-list></back></article>"
    )
    found = read(Document(name="a.xml", text=text)).references
    assert [cited.id for cited in found] == ["c1", "R2", "R3"]
    assert [cited.reference.type for cited in found] == ["article-journal", "article-journal", "book"]


def test_the_articles_of_a_set_and_the_parts_of_a_book_are_read():
    """PubMed Central gives sets of articles, BITS has lists in chapters; a label may stand in the citation."""
    entry = "<ref-list><ref><mixed-citation><label>[7]</label> " + LINE + "</mixed-citation></ref></ref-list>"
    for text in (
        f"<pmc-articleset><article><back>{entry}</back></article><article><back>{entry}</back></article></pmc-articleset>",
        f"<book><book-body><book-part><back>{entry}</back></book-part></book-body><book-back>{entry}</book-back></book>",
        f"<j:article xmlns:j='http://jats.nlm.nih.gov'><j:back>{entry}{entry}</j:back></j:article>",
    ):
        found = read(Document(name="a.xml", text=text)).references
        assert [(cited.id, cited.key, cited.label) for cited in found] == [("1", None, "7"), ("2", None, "7")]


def test_an_entry_without_citation_is_told_and_not_lost():
    """Where an entry of the list is missing, its author must know."""
    found = reading(f"<ref id='B1'>{JOURNAL}</ref>\n<ref id='B2'><label>2</label></ref>")
    assert len(found.references) == 1
    assert [notice.message for notice in found.notices] == ["a.xml:5: the reference B2 holds no citation"]


def test_what_stands_before_a_fault_is_read_and_the_fault_is_told():
    """One wrong sign must not hide a whole list."""
    found = reading(f"<ref id='B1'>{JOURNAL}</ref><ref id='B2'><mixed-citation>{LINE} & more</mixed-citation></ref>")
    assert found.references[0].id == "B1"
    (fault,) = found.unreadable
    assert fault.reason.startswith("not valid XML")
    assert fault.raw.startswith("& more") or "more" in fault.raw


def test_entities_are_neither_expanded_nor_fetched():
    """A billion laughs costs nothing."""
    bomb = '<!DOCTYPE article [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><article><back><ref-list>&b;</ref-list></back></article>'
    found = read(Document(name="a.xml", text=bomb))
    assert found.references == ()
    assert [fault.reason for fault in found.unreadable] == ["declares entities, which are not read"]


def test_a_list_in_paragraphs_is_found_by_its_wording():
    """Some articles have their references as text."""
    lines = [f"<p>{number}. {LINE.replace('33(4)', f'{number}(4)')}</p>" for number in range(1, 5)]
    methods = "<sec><title>Methods</title><p>We did things.</p></sec>"
    text = f"<article><body>{methods}<sec><title>References</title>{''.join(lines)}</sec></body></article>"
    found = read(Document(name="a.xml", text=text)).references
    assert [cited.label for cited in found] == ["1", "2", "3", "4"]
    assert text[found[2].span.start : found[2].span.end] == LINE.replace("33(4)", "3(4)")


def test_items_and_notes_of_untagged_lists_are_whole():
    """An item of a list is one reference, however it reads; figures are no text."""
    items = "".join(f"<list-item><p>{LINE.replace('33', str(number))}</p></list-item>" for number in range(3))
    text = f"<article><body><fig><p>A figure</p></fig><sec><title>References</title><list>{items}</list></sec></body></article>"
    assert len(read(Document(name="a.xml", text=text)).references) == 3


PIECES = st.sampled_from(
    [
        *(
            "<ref>",
            "</ref>",
            "<ref id='é'>",
            "<element-citation>",
            "</element-citation>",
            "<mixed-citation>",
            "</mixed-citation>",
            "<name>",
        ),
        *(
            "</name>",
            "<surname>",
            "</surname>",
            "<year>",
            "</year>",
            "2020",
            "<source>",
            "</source>",
            "<fpage>",
            "</fpage>",
            "5",
            "é",
            "&amp;",
        ),
        *("<pub-id pub-id-type='doi'>", "</pub-id>", "10.5555/x", "<comment>", "</comment>", "\r\n", " ", "<etal/>", "<label>", "</label>"),
        *("<month>", "</month>", "&nbsp;", "<article-title/>", "<ref-list>", "<p>", "</p>", "<![CDATA[x]]>", "<date-in-citation/>"),
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_no_markup_makes_it_raise_and_places_hold_their_text(pieces: list[str]):
    """Whatever a converter wrote, reading ends with references and faults."""
    text = "<article>" + "".join(pieces) + "</article>"
    found = read(Document(name="a.xml", text=text))
    for cited in found.references:
        assert cited.span is not None
        assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())
    for fault in found.unreadable:
        assert text[fault.span.start : fault.span.end] == fault.raw


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(text: str):
    """A file that is no XML at all is told, not thrown."""
    found = read(Document(name="a.xml", text=text))
    assert found.references or found.unreadable or found.notices, "silence would look like approval"
