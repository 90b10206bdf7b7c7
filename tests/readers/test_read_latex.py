"""LaTeX documents: what they declare to be references is read as it is printed, and points at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.api import runs, sources
from refcheck.config.schema import Config
from refcheck.model.documents import Document, Reading
from refcheck.model.identifiers import Doi
from refcheck.readers.latex import read
from refcheck.readers.latex_flow import write_flow
from refcheck.syntax.latex_document import scan

PREAMBLE = r"""
\providecommand{\natexlab}[1]{#1}
\expandafter\ifx\csname urlstyle\endcsname\relax
  \providecommand{\doi}[1]{doi: #1}\else
  \providecommand{\doi}{doi: \begingroup \urlstyle{rm}\Url}\fi
"""


def reading_of(text: str, name: str = "paper.tex") -> Reading:
    return read(Document(name=name, text=text))


def listed(*items: str) -> Reading:
    return reading_of("\\begin{thebibliography}{99}\n" + "\n".join(items) + "\n\\end{thebibliography}\n")


def printed(item: str) -> str:
    """What one entry reads like."""
    return listed(f"\\bibitem{{k}} {item}").references[0].raw


def blocks_of(text: str) -> list[tuple[str, str]]:
    flow, _ = write_flow(scan(text))
    return [(block.kind, flow.text[block.span.start : block.span.end]) for block in flow.blocks]


def test_an_entry_is_read_as_it_is_printed_and_points_at_the_source():
    """The whole of the reader: a natbib list, its keys, the values and where they stand."""
    text = (
        "\\documentclass{article}\n\\begin{document}\nText.\n\\begin{thebibliography}{9}\n"
        + PREAMBLE
        + "\\bibitem[{Smith et~al.(2020)Smith, Jones}]{smith2020}\nJ.~Smith and A.~B. Jones.\n"
        "\\newblock The theory of $\\alpha$-decay.\n\\newblock \\emph{Journal of Things}, 12\\penalty0 (3):\\penalty0 345--350, 2020.\n"
        "\\newblock \\doi{10.1000/xyz\\_123}.\n\\end{thebibliography}\n\\end{document}\n"
    )
    (cited,) = reading_of(text).references
    assert cited.key == cited.id == "smith2020"
    assert cited.raw == ("J. Smith and A. B. Jones. The theory of α-decay. Journal of Things, 12(3):345–350, 2020. 10.1000/xyz_123.")
    assert cited.reference.doi == Doi("10.1000/xyz_123")
    assert cited.line == text[: text.index("J.~Smith")].count("\n") + 1
    assert cited.origins["title"].raw == "The theory of $\\alpha$-decay"
    assert cited.origins["container_title"].raw == "Journal of Things"
    for origin in cited.origins.values():
        assert text[origin.span.start : origin.span.end] == origin.raw


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"K. M\"uller, \'E. Dupr\'{e}, {\AA}. \O stby, {\c C}elik, \v{S}", "K. Müller, É. Dupré, Å. Østby, Çelik, Š"),
        (r"``Quoted {T}itle'' 1--2 --- end", "“Quoted Title” 1–2 — end"),
        (r"A \& B, 10\% of \#1, \$5, a\_b", "A & B, 10% of #1, $5, a_b"),
        (r"{\em Emphasis} \textbf{12} \textit{a \textsc{b}}", "Emphasis 12 a b"),
        (r"\enquote{A title} here", "“A title” here"),
        (r"\href{https://example.org/a%20b}{the site}", "the site"),
        (r"\url{https://example.org/a%20b#c} x", "https://example.org/a%20b#c x"),
        (r"Ed.\hskip 1em plus 0.5em minus 0.4em\relax Berlin: Springer", "Ed. Berlin: Springer"),
        (r"A. Autor.\newblock {\em Title}.\quad Verlag", "A. Autor. Title. Verlag"),
        (r"``\BIBforeignlanguage{german}{Ein Titel},''", "“Ein Titel,”"),
        (r"\rule{3em}{0.4pt}, Other", "———, Other"),
        (
            r"\APACinsertmetastar{k}Abbott, P.\BCBT {}\ \BBA {} Oe, M.\ \APACrefYearMonthDay{2018}{03}{}.",
            "Abbott, P., & Oe, M. (2018, 03).",
        ),
        (r"\APACrefatitle {On rivers} {On Rivers}. \APACrefYear{2011}\APACrefnote{}", "On Rivers. (2011)"),
        (r"\APACjournalVolNumPages{J. \emph{Ecol.}}{106}{3}{8--9}.", "J. Ecol., 106(3), 8–9."),
        (r"\APACjournalVolNumPages{J. Ecol.}{106}{}{8}. \APACaddressPublisher{}{Springer}.", "J. Ecol., 106, 8. Springer."),
        (r"\APACrefYear 2011", "2011"),
        ("A \\cite" + "[" * 30 + " B", "A " + "[" * 30 + " B"),
        ("one% a remark\n   two", "onetwo"),
        ("one % a remark\n\n two", "one    two"),
        (r"a\,b\ c\/d\-e\ldots", "a b cde…"),
        (r"Vol\hspace{2em} 3 \hskip 1em plus 0.5em minus 0.4em\relax X", "Vol 3 X"),
        (r"CO$_2$ and \textsuperscript{13}C", "CO2 and 13C"),
        (r"see \cite[p.~3]{other} there", "see there"),
        (r"\verb|code| end", "end"),
        (r"Name\footnote{Remark.} end", "NameRemark. end"),
        (r"\S 5, \copyright", "§5, ©"),
        (r"\MR{1234567} \textcolor{red}{red}", "red"),
        (r"unclosed \emph{title and {more", "unclosed title and more"),
        (r"closed too} often}", "closed too often"),
    ],
)
def test_signs_and_commands_read_as_they_are_printed(latex: str, text: str):
    """What a reader of the page does not see is no part of a reference."""
    assert " ".join(printed(latex).split()) == " ".join(text.split())


def test_macros_that_the_document_defines_stand_for_their_text():
    """Journals are often written as macros."""
    text = (
        "\\newcommand{\\jcap}{J. Cosmol. Phys.}\\def\\pl{Phys. Lett.}\\newcommand{\\two}[2]{#1 #2}\n\\begin{document}\n"
        "\\begin{thebibliography}{9}\\bibitem{a} A. Smith, \\jcap\\ 12 (2020) 1; \\pl{} 3, \\two{x}{y}.\\end{thebibliography}"
    )
    assert reading_of(text).references[0].raw == "A. Smith, J. Cosmol. Phys. 12 (2020) 1; Phys. Lett. 3, xy."


@pytest.mark.parametrize(
    ("option", "label"),
    [
        ("", "1"),
        ("[ABC99]", "ABC99"),
        ('[M{\\"u}l98]', "Mül98"),
        ("[Smith(2020)]", None),
        ("[{Smith et~al.(2020)Smith, Jones}]", None),
        ("[\\protect\\citeauthoryear{Smith}{2020}]", None),
        ("[{\\citenamefont {Smith}(2020{\\natexlab{a}})}]", None),
    ],
)
def test_the_label_is_what_the_list_prints(option: str, label: str | None):
    """Natbib keeps author and year in the label for citations; before the entry none is printed."""
    (cited,) = listed(f"\\bibitem{option}{{k}}\nJ. Smith. A title of things. J. Things 1:2, 2020.").references
    assert cited.label == label
    assert cited.key == "k"


def test_the_fields_of_revtex_tell_where_values_begin_and_end():
    """Its entries name title and journal themselves: a parser has no say in that."""
    reading = listed(
        "\\bibitem [{\\citenamefont {Gauss}\\ and\\ \\citenamefont {Euler}(1999)}]{g}%\n  \\BibitemOpen\n"
        "  \\bibfield  {author} {\\bibinfo {author} {\\bibfnamefont {C.~F.}\\ \\bibnamefont {Gauss}}\\ and\\ \\bibinfo {author} "
        "{\\bibfnamefont {L.}~\\bibnamefont {Euler}},\\ }\\bibfield  {title} {\\enquote {\\bibinfo {title} {In numbers, 1999},}\\ }"
        "\\href {\\doibase 10.1103/PhysRevLett.1.2} {\\bibfield  {journal} {\\bibinfo  {journal} {Phys. Rev. Lett.}\\ }"
        "\\textbf {\\bibinfo {volume} {12}},\\ \\bibinfo {pages} {345} (\\bibinfo {year} {1999})}\\BibitemShut {NoStop}%"
    )
    (cited,) = reading.references
    assert cited.raw == "C. F. Gauss and L. Euler, “In numbers, 1999,” Phys. Rev. Lett. 12, 345 (1999)"
    assert cited.reference.title == "In numbers, 1999"
    assert [name.family for name in cited.reference.author] == ["Gauss", "Euler"]


def test_a_bibitem_without_text_is_told_and_not_lost():
    """The key is cited, but nothing is printed for it."""
    reading = listed("\\bibitem{empty}", "\\bibitem{b} J. Smith. A title of things. J. Things 1:2, 2020.")
    assert [cited.key for cited in reading.references] == ["b"]
    (unreadable,) = reading.unreadable
    assert unreadable.key == "empty"
    assert unreadable.raw == "\\bibitem{empty}"


def test_what_latex_passes_over_holds_nothing():
    """Old entries stand in comments, examples in verbatim text."""
    entry = "\\bibitem{%s} J. Smith. A title of things. J. Things 1:2, 2020.\n"
    text = (
        "\\begin{thebibliography}{9}\n"
        + entry % "a"
        + "%"
        + entry % "b"
        + "\\iffalse \\ifx x y z\\fi "
        + entry % "c"
        + "\\fi\n"
        + "\\begin{comment}\n"
        + entry % "d"
        + "\\end{comment}\n"
        + "\\begin{verbatim}\n"
        + entry % "e"
        + "\\end{verbatim}\n"
        + "\\end{thebibliography}\\end{document}\n"
        + entry % "f"
    )
    assert [cited.key for cited in reading_of(text).references] == ["a"]


def test_what_is_left_open_takes_nothing_with_it():
    """A forgotten end must not hide the list."""
    text = "\\begin{verbatim}\n\\iffalse\n\\begin{tabular}\n\\bibitem{a} J. Smith. A title of things. J. Things 1:2, 2020.\n"
    assert [cited.key for cited in reading_of(text).references] == ["a"]


def test_a_list_typed_by_hand_is_found_by_its_elements():
    """Many lists are an enumeration under a heading; other lists are none."""
    text = (
        "\\documentclass{article}\\begin{document}\n\\section{Aims}\nWe have these aims.\n\\begin{itemize}\n"
        "\\item One aim\n\\item Another\n"
        "\\end{itemize}\n\\section*{References}\n\\begin{enumerate}\n"
        "\\item Smith, J., \\& Jones, A. (2020). The theory of things. \\emph{Journal of Things}, 12(3), 345--350.\n"
        '\\item M\\"uller, K. (2019). Another theory of\n things. \\emph{Journal of Things}, 11(2), 45--50. '
        "\\href{https://doi.org/10.1000/abc}{Link}\n"
        "\\item[B] Brown, B. (2018). \\emph{A book on things}. New York: Springer.\n\\end{enumerate}\n\\end{document}\n"
    )
    reading = reading_of(text)
    assert [cited.label for cited in reading.references] == ["1", "2", "B"]
    assert [cited.reference.title for cited in reading.references] == [
        "The theory of things",
        "Another theory of things",
        "A book on things",
    ]


def test_footnotes_are_blocks_of_their_own_behind_their_paragraph():
    """In the humanities they are the reference list."""
    blocks = blocks_of("One\\footnote{First note.} two\\footnote{Second \\emph{note}\\footnote{inner}.}\n\nNext.")
    assert blocks == [("prose", "One two"), ("note", "First note."), ("note", "Second noteinner."), ("prose", "Next.")]


def test_structure_becomes_blocks_and_tables_are_no_text():
    """What is no text of the article must not be taken for references."""
    blocks = blocks_of(
        "\\title{No}\\begin{document}\\section[Short]{Head \\emph{ing}} Para.\\par More.\n"
        "\\begin{tabular}{ll} a & b \\end{tabular}\\begin{quote}Quoted\\end{quote}\\begin{itemize}\\item a\n\n b\\end{itemize}\\[ x \\]"
    )
    assert blocks == [("heading", "Head ing"), ("prose", "Para."), ("prose", "More."), ("prose", "Quoted"), ("item", "a   b")]


def test_entries_of_amsrefs_are_read_by_their_fields():
    """Already cut input is never cut again."""
    text = (
        "\\begin{biblist}\n\\bib{A}{article}{\n  author={Gauss, C. F.},\n  author={Euler, Leonhard},\n"
        "  title={On $p$-adic \\emph{numbers}},\n  journal={Ann. of Math. (2)},\n  volume={12},\n  date={1999-05},\n  number={3},\n"
        "  pages={1--20},\n}\n"
        "\\bib{B}{article}{author={Noether, Emmy}, title={Rings}, book={title={Works}, publisher={Springer}, "
        "place={Berlin}}, date={1920}}\n"
        "\\bib{C}{article}{author={Noether, Emmy}, title={Talk}, conference={title={ICM}}, book={title={Works}}, odd={open\n"
        "\\bib{D}\n\\end{biblist}\n"
    )
    first, second = reading_of(text).references
    assert [name.family for name in first.reference.author] == ["Gauss", "Euler"]
    assert (first.key, first.reference.title, first.reference.volume, first.reference.issue) == ("A", "On p-adic numbers", "12", "3")
    assert first.reference.issued is not None
    assert (first.reference.issued.year, first.reference.issued.month) == (1999, 5)
    assert (second.reference.type, second.reference.container_title, second.reference.publisher_place) == ("chapter", "Works", "Berlin")
    for cited in (first, second):
        for origin in cited.origins.values():
            assert text[origin.span.start : origin.span.end] == origin.raw


def test_a_paper_at_a_conference_is_told_by_its_conference():
    """The package calls both articles."""
    (cited,) = reading_of("\\bib{A}{article}{title={T}, conference={title={ICM}}, book={title={Works}}}").references
    assert (cited.reference.type, cited.reference.event_title) == ("paper-conference", "ICM")


def test_a_bibliography_within_the_document_is_read_at_its_place():
    """`filecontents` holds the .bib of many short documents."""
    text = (
        "\\begin{filecontents}[overwrite]{\\jobname.bib}\n"
        "@article{k1, author={Smith, J.}, title={A title}, journal={J}, year=2020}\n"
        "\\end{filecontents}\n\\begin{filecontents}{data.csv}\na,b\n\\end{filecontents}\n\\addbibresource{\\jobname.bib}\n\\cite{k1}\n"
    )
    reading = reading_of(text)
    (cited,) = reading.references
    assert (cited.key, cited.line) == ("k1", 2)
    assert cited.span is not None
    assert text[cited.span.start :].startswith("@article{k1")
    assert reading.bibliographies == ()


def test_bibliographies_parts_and_keys_are_named():
    """What the document takes from elsewhere is for others to read."""
    text = (
        "\\bibliography{a, b}\\addbibresource[label=x]{c.bib}\\nobibliography*\\addbibresource{https://example.org/d.bib}\\putbib[e]\n"
        "\\input{intro}\\include{sec/two}\\input three \\import{dir/}{four}\\subfile{five}\\input{#1}\\bibliography{\\jobname}\n"
        "\\cite{k1,k2}\\citep[see][p.~3]{k3}\\parencites(see)(x)[p.~3]{k4}[5]{k5}{k6}\\autocite*{k7}\\nocite{*}\\footcite{k8}\\Citet{k9}\n"
        "\\volcite[a]{2}[3]{k10}\\volcites{1}{k11}{2}{k12}\\citetext{no key}\\bibentry{k13}\\newcommand{\\x}[1]{\\cite{#1}}\n"
        "%\\cite{no}\n\\setcitestyle{round}\\citefield{k14}{title}\\cite\n"
    )
    reading = reading_of(text)
    assert reading.bibliographies == ("a", "b", "c.bib", "e", "paper")
    assert reading.parts == ("intro", "sec/two", "three", "dir/four", "five")
    assert reading.cited == frozenset({"*", *(f"k{number}" for number in range(1, 15))})
    (notice,) = reading.notices
    assert "https://example.org/d.bib stands on the web" in notice.message


def test_a_document_that_names_a_bibliography_has_no_other_list():
    """Running text that reads like references is no list where the list stands in a file."""
    reading = reading_of("\\begin{document}Smith, J. (2020). A title of things. Journal of Things, 1(2), 3--4.\\bibliography{refs}")
    assert reading.references == ()
    assert reading.notices == ()


def test_an_entry_is_whole_whatever_stands_in_it():
    """Environments and paragraphs within an entry do not end it, nor do ends of what was never begun; without a key it is read too."""
    first, second = listed(
        "\\bibitem{a} J. Smith.\\par A title\\item of \\begin{small}things\\end{small}.\n\n\\end{other}J. Things 1:2, 2020.",
        "\\bibitem A. Brown. Another title. J. Things 1:3, 2021.",
    ).references
    assert " ".join(first.raw.split()) == "J. Smith.A title of things. J. Things 1:2, 2020."
    assert (second.key, second.id) == (None, "2")
    blocks = blocks_of("\\begin{itemize}\\item a\\par b\\begin{small}c\\end{itemize}d\\end{small}")
    assert blocks == [("item", "ab"), ("prose", "c"), ("prose", "d")]


def test_optional_arguments_may_hold_brackets_and_groups():
    """What stands in them is no text."""
    assert blocks_of("\\cite[see [a], {]}]{k}x \\cite[open}y \\volcites(open{1}{k} \\parencites(a){k} z") == [("prose", "x [openy  z")]


def test_nothing_is_lost_where_arguments_are_missing():
    """Half a command is passed over, what follows is read."""
    blocks = blocks_of(
        "a\\includegraphics[width=3cm]{x}\\makebox[2cm]{b}\\href{c\n\n\\footnote{d \\begin{quote}e\\end{quote} f}g\n\n"
        "\\begin{verbatim}\\begin{verbatim}\\newcommand{\\x}h \\cite[\\newcommand{\\y}{i"
    )
    assert blocks == [("prose", "abc"), ("prose", "g"), ("note", "d"), ("prose", "e"), ("prose", "f"), ("prose", "h [i")]


def test_fields_of_amsrefs_may_be_broken():
    """What can be read is."""
    reading = reading_of("\\bib{A}{article}{title={T}, odd={}, volume={1}}\n\\bib{B}{article}{title={T}, odd={\n\\bib x")
    assert [cited.reference.title for cited in reading.references] == ["T"]
    assert [unreadable.key for unreadable in reading.unreadable] == ["B", None]


def test_escapes_of_latex_are_no_fault_of_an_identifier(tmp_path: Path):
    r"""In a document `\_` is how an underscore is written; the DOI is whole."""
    path = tmp_path / "main.tex"
    path.write_text(
        "\\begin{thebibliography}{9}\\bibitem{a} J. Smith. A title. J. Things 1:2, 2020. doi:10.1000/x\\_y\\end{thebibliography}"
    )
    given = sources.read(path)
    assert given.references[0].reference.doi == Doi("10.1000/x_y")
    report = runs.check(given, config=Config(offline=True, no_cache=True))
    assert {diagnostic.name for result in report.results for diagnostic in result.diagnostics} == {"could-not-check"}


PARTS = st.lists(
    st.sampled_from(
        [
            *(
                "\\begin{",
                "\\end{",
                "thebibliography",
                "document",
                "verbatim",
                "filecontents",
                "tabular",
                "enumerate",
                "}",
                "{",
                "[",
                "]",
                "\\",
            ),
            *(
                "\\bibitem",
                "\\item",
                "\\footnote{",
                "\\section{",
                "\\bib{",
                "\\entry{",
                "\\name{",
                "\\field{",
                "\\verb",
                "\\endentry",
                "\\cite",
            ),
            *(
                "\\bibinfo{",
                "\\href{",
                "\\url{",
                "\\enquote{",
                "\\iffalse",
                "\\fi",
                "%",
                "$",
                "~",
                "--",
                "``",
                "\\'",
                '\\"u',
                "é",
                "𝛼",
                "\r\n",
            ),
            *(
                "\\newcommand{\\x}",
                "\\def\\y",
                "\\x",
                "\\input ",
                "\\import{",
                "\\volcites",
                "(",
                ")",
                "=",
                ",",
                " ",
                "\n\n",
                "\0",
                "a",
                "2020",
            ),
        ]
    ),
    max_size=60,
)


@given(PARTS.map("".join) | st.text(max_size=80))
def test_no_text_makes_the_reader_fail_and_spans_point_at_their_text(text: str):
    """Drafts are broken in every way."""
    reading = reading_of(text)
    for cited in reading.references:
        assert cited.span is not None
        assert 0 <= cited.span.start <= cited.span.end <= len(text)
        for origin in cited.origins.values():
            assert origin.via == "derived" or text[origin.span.start : origin.span.end] == origin.raw
    for unreadable in reading.unreadable:
        assert text[unreadable.span.start : unreadable.span.end] == unreadable.raw


def test_macros_that_a_list_defines_print_their_text_or_the_rule_they_draw():
    """Styles define the dash for a repeated author, and commands that only set widths: those print nothing."""
    macros = (
        "\\providecommand{\\bysame}{\\leavevmode\\hbox to3em{\\hrulefill}\\thinspace}\n"
        "\\providecommand{\\same}{\\rule{3em}{.4pt}}\\newcommand{\\JF}{J. Foo}\n"
        "\\providecommand{\\spacing}{\\spaceskip=\\fontdimen2\\font plus \\factor\\fontdimen3\\font\\relax}\n"
    )
    reading = listed(macros, "\\bibitem{a} \\spacing A. Abel, \\JF, 2010.", "\\bibitem{b} \\bysame, X.", "\\bibitem{c} \\same, Y.")
    assert [cited.raw for cited in reading.references] == ["A. Abel, J. Foo, 2010.", "———, X.", "———, Y."]


def test_arguments_that_a_macro_of_the_list_does_nothing_with_are_not_printed():
    """ACM styles write ISSN and CODEN, and define that they are not shown; what another macro shows is."""
    macros = (
        "\\ifx \\showISSN \\undefined \\def \\showISSN  #1{\\unskip} \\fi\n"
        "\\newcommand{\\aside}[2][x]{}\\newcommand{\\keep}[1]{\\emph{#1}}\n"
    )
    (cited,) = listed(macros, "\\bibitem{a} A. Abel. \\keep{Title}. 2010\\aside[y]{z}. \\showISSN{0022-0477}").references
    assert cited.raw == "A. Abel. Title. 2010."
