"""Right references in ten styles, checked against their own records: nothing is called wrong that is right."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys

import pytest

from refcheck.text.folding import words

STEP = 4
"""Every how many-th string is taken."""
REGISTERED_YEAR = re.compile(r"cited as (\d{4}), the online date .* is dated (\d{4})")


@pytest.fixture(scope="module")
def registry(data, tools):
    """The environment that leads to an emulator that holds the records."""
    command = [sys.executable, "-m", "registry", "--http", "0", str(data / "records.jsonl.gz")]
    with subprocess.Popen(command, cwd=tools, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        address = next((line.split()[-1] for line in process.stdout if line.startswith("ready")), None)
        assert address, "the emulator does not start"
        yield {"REFCHECK_CROSSREF_URL": f"{address}/@api.crossref.org", "REFCHECK_DOI_URL": f"{address}/@doi.org"}
        process.terminate()


@pytest.fixture(scope="module")
def strings(data):
    with gzip.open(data / "match" / "style-refs-dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        found = [json.loads(row)["string_with_doi"] for row in rows]
    return [" ".join(text.split()) for text in found[::STEP] if text]


@pytest.fixture(scope="module")
def run(registry, strings, tmp_path_factory):
    """Give what a command prints about the strings, one a line."""
    folder = tmp_path_factory.mktemp("strings")
    source = folder / "references.txt"
    source.write_text("".join(f"{text}\n" for text in strings), encoding="utf-8")
    environment = {**os.environ, **registry, "REFCHECK_CACHE_DIR": str(folder / "cache"), "REFCHECK_MAILTO": "tests@example.org"}

    def run(command, *options):
        line = [sys.executable, "-m", "refcheck", command, str(source), "--from", "lines", *options]
        return json.loads(subprocess.run(line, env=environment, capture_output=True, text=True, check=False).stdout)

    return run


@pytest.fixture(scope="module")
def findings(run):
    return [(each["id"], found) for each in run("check", "--output-format", "json")["references"] for found in each["diagnostics"]]


def test_no_right_reference_has_an_error(findings):
    """Not one DOI, year or name that is right in the string is called wrong."""
    assert [found for _, found in findings if found["severity"] == "error"] == []


def test_every_warning_holds_before_the_string(findings, strings):
    """What is warned of are titles that are printed, and years that are registered for another date."""
    for id_, found in findings:
        if found["severity"] == "warning":
            text = strings[int(id_) - 1]
            years = REGISTERED_YEAR.search(found["message"])
            assert (found["name"] == "honorific-in-name" and found["cited"] in text) or (years and years[1] in text), (text, found)


def test_few_values_that_are_printed_are_called_missing(findings, strings):
    """A volume that is called missing is, but for few strings, in no place of the string where a volume can stand."""
    gone = [(strings[int(id_) - 1], found["registered"]) for id_, found in findings if found["name"] == "volume-missing"]
    printed = [text for text, volume in gone if re.search(rf"(?:vol\. |, | ){re.escape(volume)}(?:\(| \(|, \d|:)", text)]
    assert len(printed) <= len(strings) / 200, printed


def test_mending_changes_no_type_and_takes_only_what_is_registered(run):
    """A reference keeps its kind and what it cites, but for the years that are warned of, the casing of titles, and what was cut badly."""
    cited, mended = run("export", "--to", "csl-json"), run("export", "--to", "csl-json", "--corrected", "--complete")
    assert [item["id"] for item in cited] == [item["id"] for item in mended]
    assert [item["type"] for item in cited] == [item["type"] for item in mended]
    cut_badly = []
    for before, after in zip(cited, mended, strict=True):
        changed = {name for name in before if name != "custom" and before[name] != after.get(name)}
        if "author" in changed:
            assert before["custom"].get("honorifics"), before
        same = "title" not in before or words(before["title"]) == words(after["title"])
        if not same or changed - {"title", "issued", "author"}:
            cut_badly.append((before, after))
    assert len(cut_badly) <= len(cited) / 18, cut_badly
