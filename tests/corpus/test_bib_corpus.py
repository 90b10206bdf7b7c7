import json

import pytest

from refcheck.exporters import bibtex as bibtex_exporter
from refcheck.exporters import csl_json as csl_json_exporter
from refcheck.model.documents import Document
from refcheck.readers import csl_json as csl_json_reader
from refcheck.readers.bibtex import read
from refcheck.syntax.bibtex import parse

EXCEPTIONS: dict[str, str] = {}
"""Files whose entries are counted otherwise, each with the reason."""


@pytest.fixture(scope="module")
def documents(data):
    """Give every file, decoded, with how many entries it has."""
    folder = data / "bib"
    rows = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return [
        (
            Document(name=row["file"], text=(folder / row["file"]).read_bytes().decode(row["encoding"]), encoding=row["encoding"]),
            row["entries"],
        )
        for row in rows
    ]


def test_every_entry_is_seen(documents):
    seen = {}
    for document, entries in documents:
        library = parse(document.text)
        whole = [entry.span for entry in library.entries]
        lost = [block for block in library.broken if not any(span.start <= block.span.start < span.end for span in whole)]
        if len(whole) + len(lost) != entries and document.name not in EXCEPTIONS:
            seen[document.name] = (len(whole) + len(lost), entries)
    assert seen == {}


def test_places_point_at_their_text(documents):
    for document, _ in documents:
        for cited in read(document).references:
            assert document.text[cited.span.start : cited.span.end] == cited.raw
            assert cited.raw.startswith("@")
            for path, origin in cited.origins.items():
                assert document.text[origin.span.start : origin.span.end] == origin.raw, (document.name, cited.id, path)


def test_what_is_written_reads_back_with_as_many_references(documents):
    for document, _ in documents:
        references = read(document).references
        again = read(Document(name="x.bib", text=bibtex_exporter.export(references)))
        assert again.unreadable == ()
        assert len(again.references) == len(references)
        as_json = csl_json_reader.read(Document(name="x.json", text=csl_json_exporter.export(references)))
        assert [cited.reference for cited in as_json.references] == [cited.reference for cited in references]
