"""The list of the first article, in the forms in which it may be met."""

import json
import textwrap

import pytest

from refcheck.exporters.csl_json import export
from refcheck.model.documents import Document
from refcheck.readers.article import read
from refcheck.readers.sniff import sniff


@pytest.fixture(scope="module")
def seed(data):
    folder = data / "seed"
    return (folder / "article.txt").read_text("utf-8"), json.loads((folder / "parse-gold.json").read_text("utf-8"))["references"]


def raws(text):
    return [cited.raw for cited in read(Document(name="article.txt", text=text)).references]


def around(seed):
    text, gold = seed
    return text[: gold[0]["start"]], text[gold[-1]["end"] :]


def test_the_article_gives_its_references_with_their_places(seed):
    text, gold = seed
    found = read(Document(name="article.txt", text=text)).references
    assert [(cited.raw, cited.line, cited.span.start, cited.span.end) for cited in found] == [
        (row["raw"], row["line"], row["start"], row["end"]) for row in gold
    ]


def test_every_field_is_as_the_gold_says(seed):
    text, gold = seed
    items = json.loads(export(read(Document(name="article.txt", text=text)).references))
    for item in items:
        item["custom"] = {name: value for name, value in item["custom"].items() if name == "honorifics"} or None
    assert [{**item, "id": ""} for item in items] == [{"custom": None, **row["csl"], "id": ""} for row in gold]


def test_the_list_alone_gives_the_same(seed, root):
    text = (root / "references" / "restless-legs.txt").read_text("utf-8")
    assert sniff(Document(name="restless-legs.txt", text=text)) == "article"
    assert raws(text) == [row["raw"] for row in seed[1]]


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\r\n\r\n"])
def test_order_gaps_and_missing_entries_do_not_matter(seed, number, gap):
    before, after = around(seed)
    entries = [row["raw"] for row in seed[1]]
    kept = [entries[(number + place * 3) % 11] for place in range(9)]
    text = before + gap.join(kept) + after
    text = text.replace("\r\n", "\n").replace("\n", "\r\n") if "\r" in gap else text
    assert raws(text) == kept


def test_one_reference_a_line_is_cut_as_well(seed):
    before, after = around(seed)
    entries = [row["raw"] for row in seed[1]]
    assert raws(before + "\n".join(entries) + after) == entries


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_wrapped_lines_are_joined(seed, gap):
    before, after = around(seed)
    entries = [textwrap.fill(row["raw"], 72, break_on_hyphens=False, break_long_words=False) for row in seed[1]]
    assert raws(before + gap.join(entries) + after) == entries


@pytest.mark.parametrize("form", ["{}. ", "[{}] ", "({}) ", "• ", "- "])
def test_labels_are_no_part_of_a_reference(seed, form):
    before, after = around(seed)
    entries = [row["raw"] for row in seed[1]]
    assert raws(before + "\n".join(form.format(place) + entry for place, entry in enumerate(entries, 1)) + after) == entries


def test_the_article_without_its_list_has_none(seed):
    assert raws("".join(around(seed))) == []
