import pytest

from refcheck.model.documents import Document
from refcheck.readers.sniff import sniff

ENTRY = "@article{roe2001,\n  title = {One},\n}\n"


@pytest.mark.parametrize(
    ("name", "text", "format_"),
    [
        ("refs.bib", "", "bibtex"),
        ("REFS.BIB", "plain words", "bibtex"),
        ("refs.json", "[]", "csl-json"),
        ("-", ENTRY, "bibtex"),
        ("refs.txt", "Exported by hand\n\n" + ENTRY, "bibtex"),
        ("-", '@string{jps = "Journal"}\n', "bibtex"),
        ("-", "@misc(roe,\n title = 1)", "bibtex"),
        ("-", ' [ {"id": "a"} ]', "csl-json"),
        ("-", '{"items": []}', "csl-json"),
        ("-", "[]", "csl-json"),
        ("-", "Roe, A. (2001). One. Press.\n", "article"),
        ("list.txt", "[1] Roe A. One. J Two. 2001;3:4-5.\n", "article"),
        ("-", "", "article"),
        ("page.htm", "", "html"),
        ("-", "<?xml version='1.0'?>\n<!-- a page -->\n<!doctype HTML><p>x", "html"),
        ("a.xml", "<?xml version='1.0'?>\n<!DOCTYPE article PUBLIC '-//NLM//DTD JATS//EN' 'a.dtd'>\n<article>", "jats"),
        ("-", "<!DOCTYPE article SYSTEM 'a.dtd' [\n<!ENTITY % x 'y'>\n]>\n<article>", "jats"),
        ("-", "<pmc-articleset><article/></pmc-articleset>", "jats"),
        ("-", "<j:book-part-wrapper xmlns:j='x'/>", "jats"),
        ("-", "<articles of faith> are no markup", "article"),
        ("notes.txt", "Write to @roe{x} or @roe, and see\n@dataclass(frozen=True)\nclass A: ...\n", "article"),
    ],
)
def test_the_format_follows_from_the_name_or_else_from_the_text(name, text, format_):
    assert sniff(Document(name=name, text=text)) == format_
