"""A document leads to the files it names, and says which it did not find."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck.api.sources import Input, read
from refcheck.errors import ReadError


def entry(key: str, more: str = "") -> str:
    return f"@article{{{key}, author={{Smith, J.}}, title={{Title of {key}}}, journal={{J}}, year=2020{more}}}\n"


def write(folder: Path, **files: str) -> None:
    """Write files; the names have "__" for "/" and "_" for "."."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def keys(given: Input) -> list[str | None]:
    return [cited.key for cited in given.references]


def messages(given: Input) -> str:
    return "\n".join(notice.message for notice in given.notices)


def test_of_a_bibliography_only_what_the_text_cites_is_read(tmp_path: Path):
    """The list of a thesis is not the whole library of its author."""
    write(tmp_path, main_tex="\\begin{document}\\cite{a,c}\\bibliography{refs}", refs_bib=entry("a") + entry("b") + entry("c"))
    given = read(tmp_path / "main.tex")
    assert keys(given) == ["a", "c"]
    assert {cited.file for cited in given.references} == {(tmp_path / "refs.bib").as_posix()}
    assert "2 of 3 entries are cited, and only those are read" in messages(given)
    assert "no reference" not in messages(given)


@pytest.mark.parametrize("text", ["\\nocite{*}\\cite{a}", "No key is cited."])
def test_all_of_a_bibliography_is_read_where_all_is_cited_or_nothing_by_key(tmp_path: Path, text: str):
    r"""`\nocite{*}` prints everything."""
    write(tmp_path, main_tex=f"{text}\\addbibresource{{refs.bib}}", refs_bib=entry("a") + entry("b"))
    given = read(tmp_path / "main.tex")
    assert keys(given) == ["a", "b"]
    assert not given.notices


def test_keys_that_parts_cite_count_and_names_are_looked_up_from_the_root(tmp_path: Path):
    """Chapters cite, the main file names the bibliography; LaTeX looks from the main file, `subfile` from the part."""
    write(
        tmp_path,
        main_tex="\\input{sec/one}\\include{sec/two}\\input{sec/one}\\bibliography{refs}\\cite{a}",
        sec__one_tex="\\cite{b}\\input{sec/deep}\\input{near}",
        sec__two_tex="\\cite{c}\\input{main}",
        sec__deep_tex="\\cite{d}",
        sec__near_tex="\\cite{e}\\bibliography{own}",
        sec__own_bib=entry("f") + entry("a2"),
        refs_bib="".join(map(entry, "abcdeg")),
    )
    given = read(tmp_path / "main.tex")
    assert keys(given) == ["a", "b", "c", "d", "e"]
    assert "no such file" not in messages(given)
    assert "no reference list" not in messages(given)


def test_a_list_in_a_part_is_read(tmp_path: Path):
    """Journals ask for the .bbl to be taken into the text."""
    item = "\\begin{thebibliography}{9}\\bibitem{a} J. Smith. A title of things. J. Things 1:2, 2020.\\end{thebibliography}"
    write(tmp_path, main_tex="\\cite{a}\\input{main.bbl}", main_bbl=item)
    given = read(tmp_path / "main.tex")
    assert keys(given) == ["a"]
    assert not given.notices


def test_what_is_missing_is_told_in_one_line_each(tmp_path: Path):
    """Nothing is passed over silently."""
    write(tmp_path, main_tex="\\input{gone}\\bibliography{refs,lost}\\cite{a}", refs_bib=entry("a"))
    given = read(tmp_path / "main.tex")
    name = (tmp_path / "main.tex").as_posix()
    assert keys(given) == ["a"]
    assert messages(given).splitlines() == [
        f"{name}: takes in gone, and there is no such file: what it cites is not known",
        f"{name}: names the bibliography lost, and there is no such file",
    ]


def test_without_its_bibliography_the_compiled_list_is_read(tmp_path: Path):
    """Co-authors get the .tex and the .bbl."""
    write(
        tmp_path,
        main_tex="\\cite{a}\\bibliography{refs}",
        main_bbl="\\begin{thebibliography}{9}\\bibitem{a} J. Smith. A title of things. J. Things 1:2, 2020.\\end{thebibliography}",
    )
    given = read(tmp_path / "main.tex")
    assert keys(given) == ["a"]
    assert "main.bbl is read instead" in messages(given)


def test_a_compiled_list_is_read_whole(tmp_path: Path):
    """It holds what is cited and no more: also what a chapter cites that is not at hand, or a macro of the author's own."""
    item = "\\bibitem{%s} J. Smith. A title of things. J. Things 1:2, 2020.\n"
    write(
        tmp_path,
        main_tex="\\cite{a}\\seealso{b}\\bibliography{refs}",
        main_bbl=f"\\begin{{thebibliography}}{{9}}{item % 'a'}{item % 'b'}\\end{{thebibliography}}",
    )
    assert keys(read(tmp_path / "main.tex")) == ["a", "b"]


def test_where_nothing_is_at_hand_the_run_says_what_was_looked_for(tmp_path: Path):
    """An empty report would look like a clean one."""
    write(tmp_path, main_tex="\\input{part}\\cite{a}\\bibliography{refs}", part_tex="Text.")
    with pytest.raises(ReadError, match="names the bibliography refs, and there is no such file"):
        read(tmp_path / "main.tex")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path):
    """The rest of the document is read."""
    write(tmp_path, main_tex="\\input{picture.png}\\bibliography{refs}\\cite{a}", refs_bib=entry("a"))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    given = read(tmp_path / "main.tex")
    assert keys(given) == ["a"]
    assert "picture.png: this is an image" in messages(given)


@pytest.mark.skipif(not Path("/proc/self/mem").is_file(), reason="no file here that is there and cannot be read")
def test_a_file_that_the_system_does_not_give_is_told(tmp_path: Path):
    """No traceback."""
    write(tmp_path, main_tex="\\input{/proc/self/mem}\\bibliography{refs}\\cite{a}", refs_bib=entry("a"))
    given = read(tmp_path / "main.tex")
    assert keys(given) == ["a"]
    assert "/proc/self/mem: cannot be read: " in messages(given)


def test_names_that_no_system_takes_are_missing_files(tmp_path: Path):
    """Text in the place of a name must not end the run."""
    write(tmp_path, main_tex=f"\\input{{.}}\\input{{/}}\\bibliography{{{'x' * 5000},refs}}\\cite{{a}}", refs_bib=entry("a"))
    given = read(tmp_path / "main.tex")
    assert keys(given) == ["a"]
    assert messages(given).count("there is no such file") == 3


def test_a_bibliography_that_is_named_itself_is_read_whole(tmp_path: Path):
    """Who names both wants to see both."""
    write(tmp_path, main_tex="\\cite{a}\\bibliography{refs}", refs_bib=entry("a") + entry("b"))
    given = read([tmp_path / "main.tex", tmp_path / "refs.bib"])
    assert keys(given) == ["a", "b"]
    assert "no such file" not in messages(given)


def test_markdown_leads_to_its_bibliography(tmp_path: Path):
    """Quarto, R Markdown and pandoc name it in the header."""
    write(
        tmp_path,
        paper_md="---\nbibliography: [refs.bib, more.json]\n---\n\nAs [@a] and @m say.\n\n{{< include part.qmd >}}\n",
        part_qmd="More [@c].\n",
        refs_bib=entry("a") + entry("b") + entry("c"),
        more_json='[{"id": "m", "type": "book", "title": "M"}, {"id": "n", "type": "book", "title": "N"}]',
    )
    given = read(tmp_path / "paper.md")
    assert keys(given) == ["a", "c", "m"]


def test_standard_input_leads_to_files_beside_the_caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A document that is piped has no folder of its own."""
    write(tmp_path, refs_bib=entry("a"))
    monkeypatch.chdir(tmp_path)
    given = read("-", format="latex", standard_input=b"\\cite{a}\\bibliography{refs}")
    assert keys(given) == ["a"]
