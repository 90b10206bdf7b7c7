import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.readers.bibtex import read


def reading(text):
    return read(Document(name="works.bib", text=text))


def one(text):
    (cited,) = reading(text).references
    return cited


def work(fields, entry="article"):
    return one(f"@{entry}{{k, {fields}}}").reference


def test_an_entry_becomes_a_reference_with_its_place():
    text = "Some words.\n\n@Article{lee2020,\n  author = {Lee, Ann},\n  title  = {Iron in {DNA}},\n  year = 2020\n}\n"
    cited = one(text)
    assert (cited.id, cited.key, cited.kind, cited.file, cited.line, cited.label) == (
        "lee2020",
        "lee2020",
        "structured",
        "works.bib",
        3,
        None,
    )
    assert cited.raw == text[text.index("@") : -1]
    assert text[cited.span.start : cited.span.end] == cited.raw
    assert cited.reference.type == "article-journal"
    assert cited.reference.author == (Name(family="Lee", given="Ann"),)
    assert cited.reference.title == "Iron in DNA"
    assert cited.reference.issued == Date(year=2020)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_at_every_kind_of_line_end(end):
    text = end.join(["", "words", "@book{a,", " title = {A", " B}", "}", "@book{b}", "", "@book{c}"])
    assert [(cited.id, cited.line) for cited in reading(text).references] == [("a", 3), ("b", 7), ("c", 9)]


def test_every_value_knows_its_place():
    text = '@article{k, author = {Lee, Ann and {WHO}}, title = "A {B}", year = 2020, doi = {10.5555/x}, pages = {1--9}}'
    origins = one(text).origins
    assert {path: origin.raw for path, origin in origins.items()} == {
        "author": "Lee, Ann and {WHO}",
        "author[0]": "Lee, Ann",
        "author[1]": "{WHO}",
        "title": "A {B}",
        "issued": "2020",
        "doi": "10.5555/x",
        "page": "1--9",
    }
    for origin in origins.values():
        assert text[origin.span.start : origin.span.end] == origin.raw
        assert origin.via == "own"


def test_a_value_from_a_string_or_a_parent_says_so():
    text = (
        "@string{nat = {Nature}}\n@inproceedings{c, title={T}, series=nat, note=nowhere, crossref={p}}\n"
        "@proceedings{p, title={Wells}, year=2020}"
    )
    child, parent = reading(text).references
    assert child.reference.container_title == "Wells"
    assert child.reference.issued == Date(year=2020)
    origins = child.origins
    assert (origins["container_title"].via, origins["container_title"].parent) == ("parent", "p")
    assert (origins["collection_title"].via, origins["collection_title"].parent) == ("string", "nat")
    assert (origins["note"].via, origins["note"].parent, origins["note"].raw) == ("string", "nowhere", "nowhere")
    assert parent.reference.type == "book"
    for origin in origins.values():
        assert text[origin.span.start : origin.span.end] == origin.raw


def test_names_put_together_of_pieces_have_one_place():
    cited = one("@string{lee = {Lee, A}}\n@book{k, author = lee # { and Roe, B}, year = {}, month = may}")
    assert [name.family for name in cited.reference.author] == ["Lee", "Roe"]
    assert {path: origin.raw for path, origin in cited.origins.items()} == {"author": "lee # { and Roe, B}", "issued": "may"}


def test_an_entry_without_a_key_is_named_by_its_position():
    references = reading("@book{a, title={A}}\n@book{, title={B}}").references
    assert [(cited.id, cited.key) for cited in references] == [("a", "a"), ("2", None)]


def test_data_for_other_entries_is_no_work():
    assert [cited.id for cited in reading("@xdata{x, publisher={P}}\n@book{b, title={B}, xdata={x}}").references] == ["b"]


def test_a_broken_entry_is_told_with_line_and_key_and_the_rest_is_read():
    found = reading("@book{a,\n title = {A,\n year = {2020}\n}\n\n@book{b, title={B} year=2020}")
    assert [cited.id for cited in found.references] == ["b"]
    assert [(fault.key, fault.reason) for fault in found.unreadable] == [
        ("a", 'the value of "title" runs over the fields after it: a brace is missing'),
        ("b", 'a comma is missing after the value of "title"'),
    ]
    assert found.unreadable[0].raw.startswith("@book{a,")


def test_a_field_given_twice_is_noticed():
    found = reading("\n@book{k, title={A}, title={B}}\n@book{, year=1, year=2}")
    assert [notice.message for notice in found.notices] == [
        'works.bib: line 2: k gives "title" again; the first is read',
        'works.bib: line 3: an entry without a key gives "year" again; the first is read',
    ]


@pytest.mark.parametrize(
    ("fields", "entry", "csl"),
    [
        ("title={T}", "online", "webpage"),
        ("title={T}, eprint={1706.03762}, archiveprefix={arXiv}", "misc", "article"),
        ("title={T}, eprint={1706.03762}", "unpublished", "article"),
        ("title={T}, journal={arXiv preprint arXiv:1706.03762}", "article", "article"),
        ("title={T}, journal={J}, eprint={1706.03762}, eprinttype={arxiv}", "article", "article-journal"),
        ("title={T}, howpublished={\\url{https://example.org}}", "misc", "webpage"),
        ("title={T}, url={https://example.org}, urldate={2020-01-01}", "misc", "webpage"),
        ("title={T}, url={https://example.org}, urldate={2020-01-01}, publisher={P}", "misc", "document"),
        ("title={T}, url={https://example.org}", "misc", "document"),
        ("title={T}, url={https://example.org}, urldate={2020-01-01}, entrysubtype={document}", "misc", "document"),
        ("title={T}, entrysubtype={newspaper}", "article", "article-newspaper"),
        ("title={T}, eprint={12}, eprinttype={jstor}", "misc", "document"),
    ],
)
def test_the_type_is_told_by_entry_type_and_fields(fields, entry, csl):
    assert work(fields, entry).type == csl


@pytest.mark.parametrize(
    ("fields", "entry", "expected"),
    [
        (
            "journal={J}, volume=4, number=2, pages={1--9}",
            "article",
            {"container_title": "J", "volume": "4", "issue": "2", "page": Locator(pages="1–9")},
        ),
        ("journaltitle={J}, journalsubtitle={S}, eid={e17}", "article", {"container_title": "J: S", "page": Locator(article="e17")}),
        ("title={Why?}, subtitle={Because}", "book", {"title": "Why? Because"}),
        ("title={T}, subtitle={}", "book", {"title": "T"}),
        (
            "booktitle={B}, number=3, series={S}, address={Rome}, publisher={P}",
            "incollection",
            {"container_title": "B", "collection_number": "3", "publisher_place": "Rome"},
        ),
        ("title={T}, institution={I}, number=3, type={resreport}", "report", {"publisher": "I", "number": "3", "genre": "Research report"}),
        ("title={T}, school={U}", "mastersthesis", {"publisher": "U", "genre": "Master's thesis"}),
        ("title={T}, school={U}, type={Thesis}", "phdthesis", {"genre": None}),
        ("title={T}, organization={O}", "online", {"container_title": "O"}),
        ("title={T}, publisher={P}, organization={O}", "book", {"publisher": "P", "extra": {"organization": "O"}}),
        ("title={T}, organization={O}, publisher={P}", "book", {"publisher": "P", "extra": {"organization": "O"}}),
        ("title={T}, pubstate={inpress}", "book", {"status": "in press"}),
        ("title={T}, isbn={9783161484100, 0306406152}, issn={ }", "book", {"isbn": ("9783161484100", "0306406152"), "issn": ()}),
        ("title={T}, pmid={PMID: 123}, pmcid={PMC1234}", "article", {"pmid": "123", "pmcid": "PMC1234"}),
        ("title={T}, eprint={123}, eprinttype={pubmed}", "article", {"pmid": "123"}),
        ("title={T}, eprint={PMC1234}, eprinttype={pmc}", "article", {"pmcid": "PMC1234"}),
        ("title={T}, eprint={12}, eprinttype={jstor}", "article", {"extra": {"eprint": "12", "eprinttype": "jstor"}}),
        ("title={T}, eprint={odd}", "article", {"extra": {"eprint": "odd"}}),
        ("title={T}, eprint={ }", "article", {"extra": {}}),
        ("title={T}, note={see arXiv:1706.03762v2.}", "article", {"arxiv": "1706.03762v2"}),
        ("title={T}, year=2020, month=13", "article", {"issued": Date(year=2020), "extra": {"month": "13"}}),
        ("title={T}, year={2023b}", "article", {"issued": Date(year=2023), "year_suffix": "b"}),
        (
            "title={T}, date={2020-05}, urldate={2021-01-02}, origdate={1900}",
            "book",
            {"issued": Date(year=2020, month=5), "accessed": Date(year=2021, month=1, day=2), "original_date": Date(year=1900)},
        ),
        ("title={T}, date={some day}, year=2020", "book", {"issued": Date(year=2020), "extra": {"date": "some day"}}),
        ("title={T}, date={\\emph{2020}}", "book", {"issued": Date(year=2020)}),
        ("title={T}, timestamp={2020.01.01}, file={a\\_b.pdf}", "book", {"extra": {"timestamp": "2020.01.01", "file": "a\\_b.pdf"}}),
        ("title={T}, keywords={}", "book", {"keyword": None}),
        ("title={T}, annote={Fine work: really}", "book", {"annote": "Fine work: really"}),
        (
            "title={T}, annotation={PMID: 12\ntex.owner: me\nISBN: 1\ntex.eid: e7\nfree words}",
            "book",
            {"pmid": "12", "isbn": ("1",), "extra": {"owner": "me"}, "page": Locator(article="e7"), "annote": "free words"},
        ),
        (
            "title={T}, annotation={title: other\nDOI: 10.5555/x\nissued: 2020\npage: 1\nscale: 1}",
            "book",
            {
                "title": "T",
                "doi": Doi("10.5555/x"),
                "issued": Date(year=2020),
                "page": Locator(pages="1"),
                "scale": "1",
                "annote": "title: other",
            },
        ),
    ],
)
def test_fields_become_csl_variables(fields, entry, expected):
    reference = work(fields, entry)
    assert {name: getattr(reference, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("fields", "doi", "via"),
    [
        ("doi={10.5555/x\\_y}", Doi("10.5555/x_y"), "own"),
        ("doi={https://doi.org/10.5555/x}", Doi("10.5555/x"), "own"),
        ("doi={not a doi}", "not a doi", "own"),
        ("url={https://doi.org/10.5555/x}", Doi("10.5555/x"), "derived"),
        ("howpublished={\\url{http://dx.doi.org/10.5555/x}}", Doi("10.5555/x"), "derived"),
        ("url={https://example.org/10.5555/x}", None, None),
        ("doi={ }", None, None),
    ],
)
def test_a_doi_is_bare_or_stays_as_it_is_written(fields, doi, via):
    cited = one(f"@article{{k, {fields}}}")
    assert cited.reference.doi == doi
    assert (cited.origins["doi"].via if doi else None) == via


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ("url={https://example.org/a\\_b\\%20c}", "https://example.org/a_b%20c"),
        ("url={\\url{https://example.org/a_b}}", "https://example.org/a_b"),
        ("url={https://example.org/\n  a}", "https://example.org/a"),
        ("url={https://example.org/a{\\_}b}", "https://example.org/a_b"),
        ("howpublished={Available at https://example.org/a}", "https://example.org/a"),
        ('howpublished="\\url{" # {https://example.org/a} # "}"', "https://example.org/a"),
        ("url={example.org}", "example.org"),
        ("howpublished={Handout}", None),
    ],
)
def test_addresses_are_read_wherever_they_stand(fields, url):
    cited = one(f"@misc{{k, {fields}}}")
    assert cited.reference.url == url


def test_an_address_printed_beside_another_is_kept():
    reference = work("url={https://example.org/a}, howpublished={\\url{https://example.org/b}}", "misc")
    assert reference.url == "https://example.org/a"
    assert reference.extra["howpublished"] == "https://example.org/b"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("editor={Lee, A}, editortype={compiler}", {"compiler": (Name(family="Lee", given="A"),), "editor": ()}),
        (
            "editor={Lee, A}, editora={Roe, B}, editoratype={director}",
            {"editor": (Name(family="Lee", given="A"),), "director": (Name(family="Roe", given="B"),)},
        ),
        ("editor={Lee, A}, editortype={founder}", {"editor": (Name(family="Lee", given="A"),)}),
        ("namea={Lee, A}, nameatype={script-writer}", {"script_writer": (Name(family="Lee", given="A"),)}),
        ("namea={Lee, A}, nameatype={juggler}", {"extra": {"namea": "Lee, A", "nameatype": "juggler"}}),
        ("editora={Lee, A}", {"extra": {"editora": "Lee, A"}}),
        ("bookauthor={Lee, A}", {"container_author": (Name(family="Lee", given="A"),)}),
        ("author={ }", {"author": ()}),
    ],
)
def test_people_are_told_by_their_role(fields, expected):
    reference = work(fields, "book")
    assert {name: getattr(reference, name) for name in expected} == expected


def test_reading_leaves_the_collector_as_it_was():
    gc.disable()
    try:
        reading("@book{k}")
        assert not gc.isenabled()
    finally:
        gc.enable()
    reading("@book{k}")
    assert gc.isenabled()


SIGNS = [
    "@book{k,",
    "author",
    "title",
    "year",
    "month",
    "url",
    "doi",
    "isbn",
    "annotation",
    "eprint",
    "date",
    "pages",
    " = ",
    "{",
    "}",
    '"',
    ",",
    "\\'",
    "$",
    "a and B",
    "2020",
    "feb",
    "-",
    "\n",
    "é",
    "10.1/x",
]


@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
def test_no_text_makes_the_reader_fail_and_places_hold_their_text(text):
    for cited in reading(text).references:
        for origin in cited.origins.values():
            assert text[origin.span.start : origin.span.end] == origin.raw
