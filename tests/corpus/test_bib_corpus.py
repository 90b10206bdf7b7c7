import json
import re
from itertools import pairwise

import pytest

from refcheck.exporters import bibtex as bibtex_exporter
from refcheck.exporters import csl_json as csl_json_exporter
from refcheck.model.documents import Document
from refcheck.readers import csl_json as csl_json_reader
from refcheck.readers.bibtex import read
from refcheck.readers.source import decode
from refcheck.syntax.bibtex import parse
from refcheck.syntax.bibtex_inheritance import inherit

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


def test_every_value_stands_at_its_line_and_column(documents):
    """Line and column are counted here in another way than the program does it."""
    ways = set()
    for document, _ in documents:
        lines = re.split(r"\r\n|\r|\n", document.text)
        for entry in inherit(parse(document.text).entries):
            for name, value in entry.fields.items():
                place = (document.name, entry.key, name)
                raw = value.text if value.raw is None else value.raw
                assert document.text[value.start : value.end] == raw, place
                line, column = document.position(value.start)
                assert lines[line - 1][column - 1 :].startswith(re.split(r"[\r\n]", raw)[0]), place
                last, end = document.position(value.end)
                assert lines[last - 1][: end - 1].endswith(re.split(r"[\r\n]", raw)[-1]), place
                assert value.via != "own" or entry.span.start <= value.start <= value.end <= entry.span.end, place
                ways.add(value.via)
    assert ways == {"own", "string", "parent"}


def test_a_value_of_one_piece_is_all_that_stands_between_its_delimiters(documents):
    for document, _ in documents:
        text = document.text
        for entry in parse(text).entries:
            for name, value in entry.fields.items():
                if value.via == "own" and value.raw is None:
                    before, after = text[: value.start].rstrip()[-1:], text[value.end : value.end + 1]
                    assert before + after in {"{}", '""'} or before == "=", (document.name, entry.key, name)


def test_nothing_but_blanks_stands_outside_of_the_blocks(documents):
    kinds = set()
    for document, _ in documents:
        library = parse(document.text)
        rest = list(document.text)
        for block in (*library.entries, *library.broken, *library.others):
            rest[block.span.start : block.span.end] = " " * (block.span.end - block.span.start)
        assert "".join(rest).strip() == "", document.name
        kinds |= {other.kind for other in library.others}
        apart = sorted(block.span for block in (*library.entries, *library.others))
        assert all(first.end <= second.start for first, second in pairwise(apart)), document.name
    assert kinds == {"string", "preamble", "comment", "text"}


def test_bytes_are_read_as_the_text_they_are_or_with_a_notice(data, documents):
    told = set()
    for document, _ in documents:
        decoded, notices = decode(document.name, (data / "bib" / document.name).read_bytes())
        if notices:
            told.add(document.encoding)
            assert len(read(decoded).references) == len(read(document).references), document.name
        else:
            assert decoded.text == document.text, document.name
    assert told <= {"cp1252", "gbk"}


def test_what_is_written_reads_back_with_as_many_references(documents):
    for document, _ in documents:
        references = read(document).references
        again = read(Document(name="x.bib", text=bibtex_exporter.export(references)))
        assert again.unreadable == ()
        assert len(again.references) == len(references)
        as_json = csl_json_reader.read(Document(name="x.json", text=csl_json_exporter.export(references)))
        assert [cited.reference for cited in as_json.references] == [cited.reference for cited in references]
