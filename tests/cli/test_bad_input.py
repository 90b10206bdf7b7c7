"""Bad input gets one clear line and the right exit status; nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest


def refused(done) -> str:
    """Check that a run ended as wrong usage with one line, and give the line."""
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    return done.err


def test_a_missing_file(refcheck):
    assert refused(refcheck("check", "no.bib")) == "refcheck: no.bib: there is no such file\n"


def test_a_folder_without_bibliographies(refcheck, home):
    (home / "text").mkdir()
    (home / "text" / "article.txt").write_text("A document is named explicitly.")
    assert "text: no bibliography in it" in refused(refcheck("check", "text"))


@pytest.mark.parametrize("content", [b"\x89PNG\r\n", b"PK\x03\x04\x14\x00", bytes(range(256)) * 8])
def test_a_binary_file(refcheck, home, content):
    (home / "paper.docx").write_bytes(content)
    assert "paper.docx: this is a" in refused(refcheck("check", "paper.docx"))


def test_a_format_that_does_not_exist(refcheck, home):
    (home / "a.txt").write_text("x")
    assert "there is no format 'docs'" in refused(refcheck("check", "a.txt", "--from", "docs"))


@pytest.mark.parametrize("command", [("check",), ("export", "--to", "csl-json"), ("render",), ("lock",)])
def test_a_document_without_references(refcheck, home, command):
    """Exit 0 would let a gate pass whose list was not found."""
    (home / "a.txt").write_text("Only prose, of the weather in 2020 (Smith, 2019), and no list at all.")
    assert refused(refcheck(*command, "a.txt")).startswith("refcheck: a.txt: no reference list found: ")


@pytest.mark.parametrize("name", ["a.txt", "a.bib", "a.json"])
@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf"])
def test_an_empty_file(refcheck, home, name, content):
    (home / name).write_bytes(content)
    assert refused(refcheck("check", name)) == f"refcheck: {name}: the file is empty\n"


@pytest.mark.parametrize(("name", "content"), [("a.bib", "@string{jr = {Journal of Rain}}\n"), ("a.json", "[]")])
def test_a_bibliography_without_entries_is_whole_and_said(refcheck, home, name, content):
    (home / name).write_text(content)
    done = refcheck("check", name)
    assert (done.status, done.out, done.err) == (0, "0 references; no findings\n", f"refcheck: {name}: no reference in it\n")


def test_an_empty_source_beside_others_is_a_notice(refcheck, registered, home):
    (home / "a.bib").write_text("")
    (home / "b.bib").write_text("@book{k, title = {Rain}, author = {Lind, A.}, year = 2000, publisher = {House}}")
    done = refcheck("check", "a.bib", "b.bib")
    assert (done.status, done.err) == (0, "refcheck: a.bib: the file is empty\n")


def test_what_is_not_utf8_is_read_with_a_notice_and_nothing_is_lost(refcheck, home):
    (home / "a.txt").write_bytes("Müller, Ä. (2020). Über Nebel. Zeitschrift für Regen, 3(1), 1–9.".encode("cp1252"))
    done = refcheck("export", "a.txt", "--from", "lines", "--to", "csl-json")
    assert done.err == "refcheck: a.txt: line 1 is not valid UTF-8; the file is read as windows-1252\n"
    assert done.json[0]["author"][0] == {"family": "Müller", "given": "Ä."}
    assert done.json[0]["custom"]["raw"].endswith("3(1), 1–9.")


def test_a_broken_bibtex_entry_is_reported_by_line_and_the_rest_is_checked(refcheck, registered, home):
    (home / "a.bib").write_text(
        "@article{good, title = {On rain in the valley}, author = {Lind, Ada}, year = 2015, journal = {Journal of Rain},\n"
        "  volume = 3, number = 2, pages = {11--19}, doi = {10.5555/rain}}\n\n@article{broken, title = {Never closed,\n\n"
        "@book{after, title = {Still here}, author = {Moe, T.}, year = 2000}\n"
    )
    done = refcheck("check", "a.bib", "--output-format", "json")
    assert done.status == 1
    assert {"year-mismatch", "bibtex-syntax-error"} <= set(done.names())
    syntax = next(each for each in done.json["diagnostics"] if each["name"] == "bibtex-syntax-error")
    assert syntax["line"] == 4
    assert {each["key"] for each in done.json["references"]} >= {"good", "after"}
    done = refcheck("export", "a.bib", "--to", "bibtex")
    assert "a.bib: line 4" in done.err


@pytest.mark.parametrize("content", ["[{", '[{"id": 1, "type": "book", "title": "x"}, 7]', "{}", "[]", "null"])
def test_broken_csl_json_is_no_traceback(refcheck, home, content):
    (home / "a.json").write_text(content)
    done = refcheck("check", "a.json", "--output-format", "concise")
    assert done.status in {0, 1}
    assert "internal error" not in done.err
    assert done.out or done.err


def test_lines_gives_one_item_a_line_whatever_it_holds(refcheck, home):
    lines = ["Lind, A. (2020). On rain.", "", "???", "\u00a0", "12345", "Visit Source", "  [7] Moe T. Fog. J Rain. 2011;1:1-5."]
    (home / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    items = refcheck("export", "a.txt", "--from", "lines", "--to", "csl-json").json
    assert [item["id"] for item in items] == ["1", "2", "3", "4", "5"]
    assert [item["custom"]["line"] for item in items] == [1, 3, 5, 6, 7]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check",), "Missing argument 'SOURCE...'"),
        (("check", "a.txt", "--fail-on", "sometimes"), "'sometimes' is not one of"),
        (("export", "a.txt"), "Missing option '--to'"),
        (("chek", "a.txt"), "No such command 'chek'"),
    ],
)
def test_wrong_usage_is_status_2(refcheck, home, arguments, said):
    (home / "a.txt").write_text("x")
    done = refcheck(*arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_an_internal_error_is_one_line_that_says_how_to_see_more(refcheck, home, monkeypatch):
    """Nothing in the program raises this way; a line from the system may."""
    (home / "a.txt").write_text("Lind, A. (2020). On rain. Journal of Rain, 3(2), 11.")

    def fail(*_args, **_kwargs):
        raise ZeroDivisionError("never")

    monkeypatch.setattr(Path, "read_bytes", fail)
    done = refcheck("check", "a.txt")
    assert done.status == 2
    assert done.err == "refcheck: internal error: ZeroDivisionError: never (set REFCHECK_DEBUG=1 to see where)\n"


def test_who_looks_for_the_fault_sees_where_it_is(refcheck, home, monkeypatch):
    (home / "a.txt").write_text("x")
    monkeypatch.setenv("REFCHECK_DEBUG", "1")
    monkeypatch.setattr(Path, "read_bytes", lambda path: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        refcheck("check", "a.txt")


def test_a_source_without_a_name_is_not_this_folder(refcheck, home):
    """As in `refcheck check "$FILE"` where FILE is not set."""
    (home / "a.bib").write_text("@book{k, title = {Rain}, author = {Lind, A.}, year = 2000, publisher = {House}}")
    assert refused(refcheck("check", "")) == "refcheck: a source has an empty name; . is this folder\n"


def test_a_folder_named_like_a_file_is_a_folder(refcheck, home):
    (home / "refs.bib").mkdir()
    (home / "refs.bib" / "a.bib").write_text("@book{k, title = {Rain}, author = {Lind, A.}, year = 2000, publisher = {House}}")
    assert refcheck("check", "refs.bib").status == 0


def test_a_container_is_not_read_as_text(refcheck, home):
    """Nothing would be found in it, and silence would look like approval."""
    (home / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    assert "paper.pdf: this is a PDF or a Word document, which cannot be read as article" in refused(
        refcheck("check", "paper.pdf", "--from", "article")
    )


def test_a_document_that_breaks_before_its_first_reference(refcheck, home):
    """An empty list written out would look like success."""
    (home / "paper.xml").write_text('<article><back><ref-list><ref id="a"', encoding="utf-8")
    assert "paper.xml:1:" in refused(refcheck("export", "paper.xml", "--to", "csl-json"))
