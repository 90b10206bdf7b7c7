"""What `import refcheck` offers works without the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

import refcheck
from refcheck.errors import LockError, ReadError, UsageError
from refcheck.model.matches import Found, Skipped

LOCKED = refcheck.Config(locked=True)


def example(root: Path) -> refcheck.Input:
    return refcheck.read([root / "references" / "restless-legs.txt"])


def test_every_public_name_is_there():
    assert all(getattr(refcheck, name) is not None for name in refcheck.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = refcheck.nothing


def test_the_example_is_checked_with_the_lock_beside_it(root: Path):
    report = refcheck.check(example(root), config=LOCKED)
    assert [type(result.match) for result in report.results].count(Found) == 2
    assert {result.match.reason for result in report.results if isinstance(result.match, Skipped)} == {"web page"}
    assert report.requests == 0


def test_mending_takes_the_registered_year_and_keeps_the_key(root: Path):
    report = refcheck.check(example(root), config=LOCKED)
    as_cited, corrected = refcheck.mended(report, corrected=False, complete=False), refcheck.mended(report, corrected=True, complete=True)
    assert (as_cited[3].reference.issued.year, corrected[3].reference.issued.year) == (2022, 2023)
    assert as_cited[3].key == corrected[3].key == "jadidi2022therapeutic"
    assert (as_cited[3].reference.page, corrected[3].reference.page.article) == (None, "1")


def test_names_of_forms_that_do_not_exist_are_refused_with_those_that_do(root: Path):
    given = example(root)
    for call in (
        lambda: refcheck.render(given.references, style="bluebook"),
        lambda: refcheck.render(given.references, to="latex"),
        lambda: refcheck.export(given.references, to="ris"),
        lambda: refcheck.read(["x.txt"], format="docs"),
    ):
        with pytest.raises(UsageError, match=r"there is no .*; there are "):
            call()


def test_a_missing_file_and_a_folder_without_bibliographies_are_one_line(tmp_path: Path):
    with pytest.raises(UsageError, match=r"nothing\.bib: there is no such file"):
        refcheck.read([tmp_path / "nothing.bib"])
    (tmp_path / "package.json").write_text('{"name": "x"}')
    with pytest.raises(UsageError, match="no bibliography in it"):
        refcheck.read([tmp_path])


def test_a_folder_gives_its_bibliographies_and_passes_over_other_json(tmp_path: Path):
    (tmp_path / "package.json").write_text('{"name": "x"}')
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "a.bib").write_text("@book{k, title = {Rain}}")
    (tmp_path / "b.json").write_text('[{"id": "m", "type": "book", "title": "Snow"}]')
    assert [cited.key for cited in refcheck.read([tmp_path]).references] == ["k", "m"]


def test_a_file_that_cannot_be_opened_is_one_line(tmp_path: Path, monkeypatch):
    path = tmp_path / "x.bib"
    path.write_text("")

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReadError, match=r"x\.bib: cannot be read: Permission denied"):
        refcheck.read([path])


def test_locked_without_a_lock_says_what_to_do(tmp_path: Path):
    (tmp_path / "a.bib").write_text("@book{k, title = {Rain}}")
    with pytest.raises(LockError, match="run refcheck lock first"):
        refcheck.check(refcheck.read([tmp_path / "a.bib"]), config=LOCKED)


def test_one_source_may_stand_by_itself(tmp_path: Path):
    (tmp_path / "a.bib").write_text("@book{k, title = {Rain}}")
    for source in (str(tmp_path / "a.bib"), tmp_path / "a.bib"):
        assert [cited.key for cited in refcheck.read(source).references] == ["k"]


def test_standard_input_is_a_source():
    given = refcheck.read(["-"], standard_input=b"@book{k, title = {Rain}}")
    assert [(cited.key, cited.file) for cited in given.references] == [("k", "-")]


def test_lookup_takes_a_doi_in_any_spelling(root: Path):
    lock = root / "references" / "refcheck.lock"
    match = refcheck.lookup("https://doi.org/10.1186/S12906-022-03814-8", config=LOCKED, lock_file=lock).match
    assert isinstance(match, Found)
    assert match.record.issued_from == "journal-issue.published-online"
    with pytest.raises(UsageError, match="too little to search for"):
        refcheck.lookup("legs", config=LOCKED)
