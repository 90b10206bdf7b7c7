"""Web pages: the printed list is found and left as its page has cut it; what is no text of the document stays out."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.errors import ReadError
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.readers.html import read

BIRDS = "Smith J, Jones A. A study of things in general. Nature. 2020;12(3):34-56."
STUFF = "Doe B, Roe C. Another study of some stuff. Science. 2019;1(2):2-3."
CELLS = "Lee K. Yet another title about birds. Cell. 2013;3(4):5-6."
THREE = (BIRDS, STUFF, CELLS)
PROSE = "<p>It was shown that this is so [1]. We therefore did what they did, and found the same.</p>"


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html>\n<html><head><title>T</title>{head}</head><body>\n{body}\n</body></html>"


def reading(body: str, head: str = ""):
    return read(Document(name="a.html", text=page(body, head)))


def printed(body: str) -> list[str]:
    return [cited.raw for cited in reading(body).references]


def listed(*entries: str, tag: str = "li") -> str:
    return "".join(f"<{tag}>{entry}</{tag}>" for entry in entries)


def test_the_items_of_a_list_are_its_references_with_their_numbers():
    """What a page has cut is not cut again; the number that the browser prints is the label."""
    found = reading(f"{PROSE}<h2>References</h2><ol>{listed(*THREE)}</ol>").references
    assert [cited.raw for cited in found] == list(THREE)
    assert [(cited.id, cited.label, cited.line) for cited in found] == [("1", "1", 3), ("2", "2", 3), ("3", "3", 3)]


@pytest.mark.parametrize(
    ("list_", "labels"),
    [
        (f"<ol start=5>{listed(*THREE)}</ol>", ["5", "6", "7"]),
        (f"<ol reversed>{listed(*THREE)}</ol>", ["3", "2", "1"]),
        (f"<ol reversed start='9'>{listed(*THREE)}</ol>", ["9", "8", "7"]),
        (f"<ol><li>{BIRDS}<li value=7>{STUFF}<li>{CELLS}</ol>", ["1", "7", "8"]),
        (f"<ul>{listed(*THREE)}</ul>", [None, None, None]),
        (f"<ol style='list-style: none'>{listed(*THREE)}</ol>", [None, None, None]),
        (f"<ol>{listed('[4] ' + BIRDS, '[5] ' + STUFF, '<b>[6]</b> ' + CELLS)}</ol>", ["4", "5", "6"]),
        (f"<ul>{listed(*(f'<span class=label>{place}</span>{entry}' for place, entry in enumerate(THREE, 1)))}</ul>", ["1", "2", "3"]),
        (f"<dl>{''.join(f'<dt>•</dt><dd>{entry}</dd>' for entry in THREE)}</dl>", [None, None, None]),
        (f"<dl><dt>[Smi20]<dd>{BIRDS}<dt>[Doe19]<dd>{STUFF}<dt>12<dd>{CELLS}</dl>", ["Smi20", "Doe19", "12"]),
    ],
)
def test_labels_are_those_that_are_printed(list_: str, labels: list[str | None]):
    """A finding names the reference as the reader of the page sees it."""
    found = reading(f"<h2>References</h2>{list_}").references
    assert [cited.raw for cited in found] == list(THREE)
    assert [cited.label for cited in found] == labels


def test_places_are_those_of_the_source_with_its_entities_and_tags():
    """An editor jumps to the line of the file, not to a line of the text made of it."""
    body = (
        "<p>Ähnliches</p><h2>References</h2>\r\n<ol><li>Müller&nbsp;K, Smith&#160;J. Birds &amp; cats.\r\n"
        "  <i>Nature</i>.\n   2020;12(3):34&ndash;56.</li>"
        f"<li>{STUFF}</li></ol>"
    )
    text = page(body)
    first, second = read(Document(name="a.html", text=text)).references
    assert first.raw == "Müller\u00a0K, Smith\u00a0J. Birds & cats. Nature. 2020;12(3):34–56."
    assert text[first.span.start : first.span.end].startswith("Müller&nbsp;K")
    assert text[first.span.start : first.span.end].endswith("34&ndash;56.")
    assert (first.line, second.line) == (4, 6)
    for cited in (first, second):
        assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())
    assert first.origins["container_title"].raw == "Nature"
    assert first.origins["page"].raw == "34&ndash;56"


def test_the_frame_of_a_page_is_no_text():
    """Menus, recommended articles and scripts look like references at times."""
    other = f"<li>{CELLS}</li><li>{STUFF}</li><li>{BIRDS.replace('2020', '2001')}</li>"
    body = (
        f"<nav><ol>{other}</ol></nav><aside><h2>References</h2><ol>{other}</ol></aside><div role=navigation><ul>{other}</ul></div>"
        f"<script>x = '{BIRDS}'</script><template><ul>{other}</ul></template><div hidden><ul>{other}</ul></div>"
        f"<div style='color:red; display: none'><ul>{other}</ul></div><select><option>{BIRDS}</option></select>"
        f"{PROSE}<h2>References</h2><ol><li>{BIRDS}</li><li>{STUFF}</li></ol><footer><ul>{other}</ul></footer>"
        f"<pre><code>{BIRDS}\n{STUFF}\n{CELLS}</code></pre>"
    )
    assert printed(body) == [BIRDS, STUFF]


@pytest.mark.parametrize(
    "body",
    [
        PROSE,
        "<ul><li><a href='/'>Home</a></li><li><a href='/journals'>Journals, 2020</a></li><li><a href='/x'>About</a></li></ul>",
        "<h2>Changes</h2><ul><li>1.2 (2020-01-02): mended Smith's fault</li><li>1.1 (2019): added Foo, Bar</li><li>1.0: first</li></ul>",
        "<table><tr><th>Year</th><th>Name</th><th>N</th></tr><tr><td>2019</td><td>Smith</td><td>12</td></tr></table>",
        "<div id=references><h2>Customer references</h2><ul><li>ACME uses it since 2010.</li><li>Foo Ltd. likes it.</li></ul></div>",
        "<ol><li id=comment-1>Nice, 2020!</li><li id=comment-2>As Smith (2010) says.</li></ol>",
        "<dl><dt>Bird<dd>An animal that flies.<dt>Cat<dd>An animal that does not.</dl>",
        "",
    ],
)
def test_a_page_without_a_list_gives_none(body: str):
    """A false list costs more than a missed one."""
    found = reading(body)
    assert found.references == ()
    assert "no reference list found" in found.notices[0].message


@pytest.mark.parametrize(
    "body",
    [
        f"<section role=doc-bibliography><h2>Works</h2><ul>{{}}</ul></section><h2>Reading</h2><ul>{listed(CELLS, STUFF, CELLS)}</ul>",
        f"<aside class='references'><ol>{{}}</ol></aside><ul>{listed(CELLS, STUFF, CELLS)}</ul>",
        "<div id='bibliography'><h2>Bibliography</h2><ul>{}</ul></div><section id='citing-literature'><ul>"
        + listed(CELLS, STUFF, CELLS)
        + "</ul></section>",
    ],
)
def test_what_a_page_declares_to_be_its_list_is_the_list(body: str):
    """Role, class and name of an element say more than any wording."""
    entries = ("Anonymous thoughts", STUFF)
    assert printed(body.format(listed(*entries))) == list(entries)


@pytest.mark.parametrize(
    ("body", "keys"),
    [
        (
            f"<div id=refs><div class=csl-entry id=ref-smith2020>{BIRDS}</div><div class=csl-entry id=ref-2>{STUFF}</div></div>",
            ["smith2020", "ref-2"],
        ),
        (f"<div><div role=doc-biblioentry id=knuth86>{BIRDS}</div><div role=doc-biblioentry>{STUFF}</div></div>", ["knuth86", None]),
        (f"<ul><li id=ref12>{BIRDS}<li id=ref13>{STUFF}</ul>", ["ref12", "ref13"]),
        (f"<div><p id=CR1>{BIRDS}</p><p id=CR2>{STUFF}</p></div>", ["CR1", "CR2"]),
        (f"<ol><li><p id=ref-CR1>{BIRDS}</p></li><li><a name=bib2></a>{STUFF}</li></ol>", ["ref-CR1", "bib2"]),
        (f"<ol><li><a href='#b1' id=ref-1>[1]</a> <i id=bib1>{BIRDS}</i></li><li id=bib2>{STUFF}</li></ol>", ["bib1", "bib2"]),
    ],
)
def test_elements_named_as_references_are_references_with_their_keys(body: str, keys: list[str | None]):
    """Citations in the text lead to them by these names."""
    found = reading(f"{PROSE}{body}").references
    assert [cited.raw for cited in found] == [BIRDS, STUFF]
    assert [cited.key for cited in found] == keys


SCHOLAR = "<a href='https://scholar.google.com/s?doi=10.5555%2Fb.1'>Google Scholar</a>"
CROSSREF = "<a href='https://doi.org/10.5555/b.1'>CrossRef</a>"


@pytest.mark.parametrize(
    "tail",
    [
        f" [{SCHOLAR}] [{CROSSREF}]",
        f" [{CROSSREF}]",
        f"<div>{CROSSREF} <a href='x'>Web of Science®</a> {SCHOLAR}</div>",
        f"<p>{CROSSREF}</p>",
        f" {CROSSREF} | {SCHOLAR}",
        f"<ul><li>{CROSSREF}</li><li>{SCHOLAR}</li></ul>",
        f" [<a href='http://[broken'>PDF</a>] [{CROSSREF}]",
        f"<div>{CROSSREF} </div>",
        f" [&nbsp;<a href='a.html#b'>bib</a>&nbsp;| {CROSSREF}&nbsp;]",
        "<a href='https://doi.org/10.5555/b.1'><img src=x alt='CrossRef'></a>",
    ],
)
def test_labels_of_links_after_a_reference_are_no_part_of_it(tail: str):
    """Publishers set them there; where they lead is known all the same."""
    found = reading(f"<h2>References</h2><ol>{listed(BIRDS + tail, STUFF, CELLS)}</ol>").references
    assert [cited.raw for cited in found] == list(THREE)
    assert found[0].known is not None
    assert found[0].known.doi == Doi("10.5555/b.1")


def test_labels_in_a_paragraph_of_their_own_belong_to_the_reference_before():
    """Some publishers end the paragraph before its links."""
    links = f"<p>{CROSSREF} | {SCHOLAR}</p>"
    body = f"<h2>References</h2><div class=references><p>{BIRDS}</p>{links}<p>{STUFF}</p>{links}<p>{CELLS}</p></div>"
    found = reading(body).references
    assert [cited.raw for cited in found] == list(THREE)
    assert [cited.known is not None for cited in found] == [True, True, False]
    assert printed(body.replace(" class=references", "")) == list(THREE)


def test_elements_that_are_each_called_references_are_one_list():
    """Some publishers give every entry the name of the list."""
    each = "".join(f"<div class=References><p>{entry}</p><p>{CROSSREF} | {SCHOLAR}</p></div>" for entry in THREE)
    found = reading(f"<h2>Sources of our wisdom</h2>{each}")
    assert [cited.raw for cited in found.references] == list(THREE)
    assert len(found.explanations) == 1


def test_a_label_that_ends_most_entries_of_a_list_is_no_part_of_them():
    """One link without brackets could be a journal; the same after every entry is none."""
    found = printed(f"<h2>References</h2><ol>{listed(*(f'{entry} {SCHOLAR}' for entry in THREE))}</ol>")
    assert found == list(THREE)


@pytest.mark.parametrize(
    "entry",
    [
        "Lee K. <i>Birds of the North</i>. <a href='/wiki/New_York'>New York</a>: <a href='/wiki/Sage'>Sage</a>, 2001.",
        "Lee K (2001). Birds of the North. <a href='/wiki/OUP'>Oxford University Press</a>, <a href='/wiki/Oxford'>Oxford</a>.",
        "Lee K. Birds of the North. 2001. doi: <a href='https://doi.org/10.5555/l'>10.5555/l</a>",
        "Lee K. Birds of the North. <a href='https://www.nature.com'>Nature</a>. 2001;5:6-7.",
        "Lee K. 2001. Birds of the North. <a href='https://www.nature.com'>Nature</a>",
        "<a href='https://doi.org/10.5555/l'>Lee K. Birds of the North. Nature. 2001;5:6-7.</a>",
    ],
)
def test_links_that_are_words_of_the_reference_stay(entry: str):
    """Encyclopedias link publisher and place, journals link the title."""
    found = reading(f"<h2>References</h2><ol>{listed(entry, BIRDS, STUFF)}</ol>").references
    assert [cited.raw for cited in found][1:] == [BIRDS, STUFF]
    assert found[0].raw.endswith(("2001.", "Oxford.", "10.5555/l", "6-7.", "Nature"))


WIKI = (
    "<h2>References</h2><ol class=references><li id=cite_note-a-1><span class=mw-cite-backlink>^ <a href='#cite_ref-1'><sup>a</sup></a> "
    "<a href='#cite_ref-a_1-1'><sup>b</sup></a></span> <cite class=citation>{}</cite><span class=Z3988 title='ctx_ver=Z39.88-2004&amp;"
    "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.atitle=A+study+of+things+in+general&amp;rft.date=2020&amp;"
    "rft_id=info%3Adoi%2F10.5555%2Fb.1&amp;rft.aulast=Smith&amp;rft.aufirst=J'></span></li>"
    "<li id=cite_note-2><a href='#cite_ref-2'>↑</a> Smith 2020, p. 5.</li>"
    "<li id=cite_note-3>^ <cite>{}</cite> See also <cite>{}</cite></li></ol>"
)


def test_notes_of_an_encyclopedia_are_references_where_they_cite_a_work_in_full():
    """Short notes ("Smith 2020, p. 5") lead to other entries; back links and arrows are no text."""
    found = reading(WIKI.format(*THREE)).references
    assert [cited.raw for cited in found] == list(THREE)
    assert [cited.label for cited in found] == ["1", None, None]
    assert found[0].known is not None
    assert (found[0].known.title, found[0].known.doi) == ("A study of things in general", Doi("10.5555/b.1"))


def test_a_list_of_places_that_cite_an_entry_is_no_part_of_it():
    """Converters of LaTeX print back references; an entry that begins with such a link is a short note."""
    back = "<span class=bibblock>Cited by: <a href='#S1'>§1</a>, <a href='#S2'>§2.1</a>.</span>"
    assert printed(f"<h2>References</h2><ol>{listed(BIRDS + back, STUFF, CELLS)}</ol>") == list(THREE)
    number = "<span><a href='#b1'>[1]</a></span> "
    found = reading(f"<h2>References</h2><ul>{listed(number + BIRDS, STUFF, CELLS)}</ul>").references
    assert found[0].label == "1"


def test_lists_of_roles_are_lists():
    """Pages of today are made of `div` elements whose roles say what they are; what is spoken only is not printed."""
    spoken = " <span class=sr-only>opens in a new tab</span>"
    items = [
        f"<div role='{role}'><div class=label>{place}.</div><div>{entry}{spoken}</div></div>"
        for place, (role, entry) in enumerate(zip(["listitem", "listitem", "doc-biblioentry listitem"], THREE, strict=True), 1)
    ]
    found = reading(f"<section role=doc-bibliography><h2>Works</h2><div role=list>{''.join(items[:2])}</div></section>").references
    assert [(cited.raw, cited.label) for cited in found] == [(BIRDS, "1"), (STUFF, "2")]
    assert printed("".join(items[2:])) == [CELLS]


def test_arrows_back_to_the_text_are_left_out():
    """They lead from a note to its place, whatever they look like."""
    entries = [f"<b>{arrow} </b>{entry} <a href='#fnref1' class='footnote-back'>↩︎</a>" for arrow, entry in zip("^↑⇑", THREE, strict=True)]
    assert printed(f"<h2>References</h2><ol>{listed(*entries)}</ol>") == list(THREE)


def test_footnotes_are_read_where_there_is_no_list():
    """Humanities cite in notes only."""
    notes = f"<section role=doc-endnotes><hr><ol>{listed(BIRDS, 'Ibid.', STUFF, 'A remark of our own on this.', CELLS)}</ol></section>"
    assert printed(f"{PROSE}{notes}") == list(THREE)
    for paragraphs in (listed(*THREE, tag="p"), "<br>".join(THREE)):
        assert printed(f"{PROSE}<div class=footnotes>{paragraphs}</div>") == list(THREE)
    assert printed(f"{PROSE}{''.join(f'<span role=doc-footnote>{entry}</span>' for entry in THREE)}") == list(THREE)
    assert printed(f"{PROSE}<h2>References</h2><ol>{listed(BIRDS, STUFF)}</ol>{notes}") == [BIRDS, STUFF]


@pytest.mark.parametrize(
    "body",
    [
        "<table>"
        + "".join(f"<tr><td align=right>[{place}]</td><td>{entry}</td></tr>" for place, entry in enumerate(THREE, 1))
        + "</table>",
        "<table><tr><td><h2>References</h2>"
        + "".join(f"<p>[{place}] {entry}</p>" for place, entry in enumerate(THREE, 1))
        + "</td></tr></table>",
        "<table>" + "".join(f"<tr><td>{entry}</td></tr>" for entry in THREE) + "</table>",
        "<table>" + "".join(f"<tr><td>•</td><td>{entry}</td></tr>" for entry in THREE) + "</table>",
        "<table class=bibliography>" + "".join(f"<tr><td>{entry}</td><td>pdf</td><td>x</td></tr>" for entry in THREE) + "</table>",
    ],
)
def test_tables_of_references_are_read(body: str):
    """Elder pages set number and reference in a row, or the whole page in a cell."""
    found = reading(f"{PROSE}<h2>References</h2>{body}").references
    assert len(found) == 3
    assert [cited.reference.volume for cited in found] == ["12", "1", "3"]


def test_lines_and_paragraphs_without_a_list_are_cut_by_their_wording():
    """A page may have no structure but line breaks; what was written in `pre` keeps its lines."""
    numbered = [f"[{place}] {entry}" for place, entry in enumerate(THREE, 1)]
    for body in ("<p>" + "<br>".join(numbered) + "</p>", "<pre>" + "\n".join(numbered) + "</pre>", listed(*numbered, tag="p")):
        assert printed(f"<br><form><h2>References</h2>{body}</form>") == list(THREE)


def test_parts_of_an_entry_on_lines_of_their_own_do_not_run_together():
    """Names, title and journal in elements of their own are parted by line ends, which no letter shows."""
    entry = "<div>J. Smith, A. Jon&eacute; </div><div>A study of things in general</div><div>Nature, 12 (3) (2020), pp. 34-56</div>"
    (first, _) = reading(f"<h2>References</h2><ol>{listed(entry, STUFF)}</ol>").references
    assert first.raw == "J. Smith, A. Joné. A study of things in general. Nature, 12 (3) (2020), pp. 34-56"
    first_entry = "<dt>A study of things in general</dt><dd>J. Smith. Nature, 12, 34-56, 2020.</dd>"
    body = f"<h2>References</h2><dl>{first_entry}<dt>Another study of stuff</dt><dd>{STUFF}</dd></dl>"
    assert printed(body)[0] == "A study of things in general. J. Smith. Nature, 12, 34-56, 2020."


def test_broken_markup_is_read_as_browsers_do():
    """Most pages of the web have a fault."""
    assert printed(f"<h2>References<ol><li>{BIRDS.replace('Nature', '<i>Nature')}<li><b>{STUFF}<li>{CELLS}") == list(THREE)


def test_lists_within_items_are_lists_of_their_own():
    """An outline is no list of references, what stands in its leaves may be."""
    articles = listed(CELLS, CELLS.replace("Lee", "Li"))
    body = f"<h2>References</h2><ul><li>Books<ul>{listed(BIRDS, STUFF)}</ul></li><li>Articles<ul>{articles}</ul></li></ul>"
    assert printed(body) == [BIRDS, STUFF, CELLS, CELLS.replace("Lee", "Li")]


JSON = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "ScholarlyArticle", "citation": [
 {"@type": "ScholarlyArticle", "name": "A study of th\\u00efngs", "author": {"name": "Jane Smith"}, "datePublished": "2020"},
 "%s",
 {"@type": "CreativeWork", "name": "%s"}]}</script>"""


def test_what_a_page_tells_machines_is_read_where_nothing_is_printed():
    """A landing page prints no list, and cites all the same."""
    text = page(PROSE, JSON % (STUFF, CELLS))
    found = read(Document(name="a.html", text=text)).references
    assert [(cited.id, cited.kind, cited.line) for cited in found] == [("1", "structured", 3), ("2", "list", 4), ("3", "list", 5)]
    assert (found[0].reference.title, found[0].reference.author[0].family) == ("A study of thïngs", "Smith")
    assert [text[cited.span.start : cited.span.end] for cited in found] == ["A study of th\\u00efngs", STUFF, CELLS]
    assert [cited.reference.container_title for cited in found[1:]] == ["Science", "Cell"]


def test_tags_for_search_engines_are_read_where_nothing_is_printed():
    """Publishers list what an article cites in `citation_reference`."""
    head = (
        f'<meta name="citation_reference" content="citation_title=Birds; citation_author=J Smith; citation_year=2020">\n'
        f'<meta name="Citation_Reference" content="{STUFF}">'
        '<meta name="citation_reference" content="A &amp; B"><meta name="citation_title" content="x">'
    )
    found = reading(PROSE, head).references
    assert [(cited.kind, cited.line) for cited in found] == [("structured", 2), ("list", 3), ("list", 3)]
    assert (found[0].reference.title, found[1].raw, found[2].raw) == ("Birds", STUFF, "A & B")


def test_the_printed_list_is_checked_and_not_what_machines_are_told():
    """A reader of the page sees the printed list; the rest shows where its values begin and end."""
    found = reading(f"<h2>References</h2><ol>{listed(*THREE)}</ol>", JSON % (STUFF, CELLS)).references
    assert [(cited.kind, cited.raw) for cited in found] == [("list", entry) for entry in THREE]


def test_broken_descriptions_are_passed_over():
    """They are written by machines and read by few."""
    for script in ("{", "[[[", '{"citation": [1, null, ["x"], {}]}', "[" * 5000, '{"citation": {"author": 5}}'):
        found = reading(PROSE, f'<script type="application/ld+json">{script}</script>')
        assert all(cited.reference.present() for cited in found.references), script


def test_without_its_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    """HTML is an extra."""
    monkeypatch.setitem(sys.modules, "justhtml", None)
    with pytest.raises(ReadError, match=r"^a\.html: reading HTML needs justhtml: pip install 'bib-refcheck\[html\]'$"):
        reading(PROSE)


TAGS = (
    *(
        "ol",
        "ul",
        "li",
        "li id=ref1",
        "p",
        "div class=references",
        "div class=csl-entry",
        "table",
        "tr",
        "td",
        "dl",
        "dt",
        "dd",
        "pre",
        "code",
    ),
    *("a href=http://a.example", "a href='#x'", "cite", "h2", "nav", "aside", "section role=doc-endnotes", "br", "span class=label", "svg"),
    *("span class=Z3988 title='rft.atitle=x'", "b", "template", "select", "sup", "script", "math", "noscript", "textarea", "plaintext"),
)
MARKUP = st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS])
WORDS = st.sampled_from(
    ["Smith J. ", "2020", "[1]", "&amp;", "&nbsp", "é", "\r\n", "\0", "<", "&", " ", "CrossRef", "^", "↑", BIRDS, "<!--", "-->"]
)


@given(st.lists(MARKUP | WORDS, max_size=40))
def test_no_markup_makes_it_raise_and_places_hold_their_text(pieces: list[str]):
    """Whatever a site was built with, reading ends, and what it points at is there."""
    text = "".join(pieces)
    for cited in read(Document(name="a.html", text=text)).references:
        assert cited.span is not None
        assert 0 <= cited.span.start <= cited.span.end <= len(text)
        assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())


@pytest.mark.parametrize("heading", ["Cited by", "Cited By (12)", "Related articles", "Similar Papers:", "Articles citing this work"])
def test_works_that_cite_the_page_or_are_like_it_are_no_references_of_it(heading):
    """Publishers set them under the list, in the same form."""
    mine, others = listed(*THREE), listed("Poe D. A later study of things. Nature. 2023;1(1):1-2.", "Noe E. More. Cell. 2022;2(2):2-3.")
    below = f"<h2>References</h2><ol>{mine}</ol>"
    assert printed(f"{PROSE}{below}<h2>{heading}</h2><ol>{others}</ol>") == list(THREE)
    assert printed(f"{PROSE}<h2>{heading}</h2><ol>{others}</ol>{below}") == list(THREE)


def test_numbers_that_stand_apart_from_their_notes_are_not_told():
    """Newsletters set the number of a note, a link back to the text, beside the note: neither a reference nor a line left out."""
    notes = "".join(
        f"<div class=footnote><a href='#anchor-{place}' id='footnote-{place}'>{place}</a><div><p>{entry}</p></div></div>"
        for place, entry in enumerate(THREE, 1)
    )
    found = reading(f"{PROSE}<div>{notes}</div>")
    assert [cited.raw for cited in found.references] == list(THREE)
    assert not found.notices
