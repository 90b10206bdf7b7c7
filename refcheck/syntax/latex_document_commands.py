r"""What commands of LaTeX do with their arguments, as far as a reader of the text must know.

A command that is not named here leaves its arguments in the text and is itself not seen: `\textbf`, `\natexlab`,
`\bibnamefont`.

Source: LaTeX2e; the preambles of natbib, REVTeX, amsplain and ACM styles; packages hyperref, csquotes and graphics.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from refcheck.syntax.latex_document import VOID
from refcheck.text.latex import ACCENT, to_text, with_letters

_ROWS = """
    d k: href@noop Eprint bibinfo bibfield textcolor colorbox foreignlanguage BIBforeignlanguage raisebox
    l k: href
    v: url nolinkurl path doi
    o k: parbox makebox framebox
    d d k: resizebox
    h: part chapter section subsection subsubsection paragraph subparagraph bibsection
    q: enquote textquote mkbibquote
    n: footnote footnotetext endnote
    s o d d: rule
    o d: includegraphics usepackage documentclass documentstyle RequirePackage todo footnotemark hypersetup
    d: label ref eqref pageref autoref nameref cref Cref vref index glossary vspace hspace pagestyle thispagestyle pagenumbering
    d: APACinsertmetastar APACSortNoop PrintBackRefs
    d k: APACrefatitle APACrefaetitle APACrefbtitle APACrefbetitle
    d: color fontsize selectlanguage bibliographystyle enlargethispage BibitemShut MR MRhref Zbl noopsort urlstyle hyphenation
    d: input include subfile subfileinclude bibliography nobibliography addbibresource refstepcounter usetikzlibrary graphicspath
    d d: setcounter addtocounter setlength addtolength markboth bibAnnoteFile import subimport
    d d d: addcontentsline pdfbookmark discretionary
"""
ARGUMENTS: Mapping[str, str] = MappingProxyType(
    {
        command: form.replace(" ", "")
        for row in _ROWS.split("\n")
        if ":" in row
        for form, _, commands in [row.strip().partition(":")]
        for command in commands.split()
    }
)
r"""Command -> one sign an argument: "o" in brackets and "d" in braces, which are not read; "k" read; "v" an address, read as
it stands; "l" the target of a link; "s" the sign that it prints; "h" a heading; "q" quoted; "n" a note."""
JOINED: Mapping[str, str] = MappingProxyType(
    {
        "APACrefYear": "(|{}|)",
        "APACrefYearMonthDay": "(|{}|, {}| {}|)",
        "APACrefnote": "(|{}|)",
        "APACbVolEdTR": "(|{}|, {}|)",
        "APACbVolEdpp": "(|{}|, {}|)",
        "APACjournalVolNumPages": "|{}|, {}|({})|, {}|",
        "APACaddressPublisher": "|{}|: {}|",
        "APACaddressInstitution": "|{}|: {}|",
    }
)
"""Command -> what it prints before all of its arguments, with each that is not empty, and after all. Source: apacite 6."""
PRINTED: Mapping[str, str] = MappingProxyType(
    {
        "BBA": "&",
        "BBAA": "&",
        "BCBT": ",",
        "BCBL": ",",
        "BBCOMMA": ",",
        "BOthers": "et al",
        "BIn": "In",
        "BED": "Ed.",
        "BEDS": "Eds.",
        "BVOL": "Vol.",
        "BPG": "p.",
        "BPGS": "pp.",
    }
)
"""Command of a style -> the words that it prints. Source: apacite 6."""
LEFT_OUT = frozenset(
    str.split(
        "equation align alignat gather multline eqnarray displaymath math flalign "
        "tabular tabularx tabulary longtable supertabular array tikzpicture picture algorithm algorithmic"
    )
)
"""Environments that hold no text, with or without a star."""
_UNIT = r"(?:pt|em|ex|mu|cm|mm|in|sp|bp|pc|fil+)"
TOKEN = re.compile(
    rf"(?P<void>{VOID}+)"
    rf"|(?P<accent>{ACCENT.pattern})"
    r"|(?P<newline>\\\\\*?(?:\[[^\[\]\r\n]{0,40}\])?)"
    r"|(?P<display>\$\$[^$]{0,4000}\$\$|\\\[(?:[^\\]|\\[^\]]){0,4000}\\\])"
    r"|(?P<formula>\$(?:[^$\\]|\\.){0,2000}+\$|\\\((?:[^\\]|\\[^)]){0,2000}\\\))"
    r"|\\(?P<edge>begin|end)\s*\{(?P<environment>[^{}\r\n]*)\}"
    rf"|(?P<glue>\\(?:penalty\s*-?\d+|[A-Za-z@]+\s*=\s*[-+]?(?:[\d.]+\s?{_UNIT}?|[\d.]*\\[A-Za-z@]+)|[A-Za-z@]+\s*[-+]?[\d.]+\s?{_UNIT})"
    rf"(?![A-Za-z])(?:\s*(?:plus|minus)\s*[\d.]+{_UNIT})*\s?)"
    r"|\\(?P<command>[A-Za-z@]+)(?P<star>\*?)(?P<eaten>(?:[ \t]*+(?:\r\n|\r|\n)?[ \t]*+(?![\r\n]))?)"
    r"|(?P<escape>\\(?:.|$))"
    r"|(?P<sign>---?|``|''|~)"
    r"|(?P<brace>[{}])"
    r"|(?P<paragraph>(?:\r\n|\r|\n)[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+)"
    rf"|(?P<text>[^\\{{}}$~\r\n`'{VOID}-]+|[\r\n`'$-])",
    re.DOTALL,
)
"""A part of a document that means something by itself."""
SPACE = re.compile(r"\\(?:[hm]skip|hspace|newblock|q?quad|enspace|enskip|space|hfill)(?![A-Za-z@])")
"""A command that prints a space between words, whatever its width."""
SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "---": "—",
        "--": "–",
        "``": "“",
        "''": "”",
        "~": " ",
        **{f"\\{sign}": sign for sign in "&%_#${}"},
        **{f"\\{sign}": " " for sign in " ,;:\n\t\r"},
    }
)
"""What is written for a sign -> the sign; escapes that are not here print nothing."""


def printed(kind: str, written: str) -> str:
    """Give what a part of a document prints: accent, formula, line end, text or sign, by the name of its group."""
    if kind == "accent":
        return with_letters(written)
    if kind == "formula":
        return to_text(written.replace(VOID, ""))
    if kind == "newline":
        return "\n"
    if kind == "text":
        return "" if written == "$" else written
    return SIGNS.get(written, "")
