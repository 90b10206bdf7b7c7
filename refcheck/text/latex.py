"""LaTeX to text and back.

Source: LaTeX2e, "Text symbols and accents"; pylatexenc 2, `latex2text`.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from typing import Any

_SPECIAL = ("{", "\\", "--", "~", "$", "``", "''", "}")
ACCENT = re.compile(
    r"\{\\(?:[`'^\"~=.]|[Hcdbuvkrt](?![A-Za-z]))\s*(?:\{\s*(?:\\?[A-Za-z])?\s*\}|\\[ij](?![A-Za-z])|[A-Za-z])\}"
    r"|\\(?:[`'^\"~=.]|[Hcdbuvkrt](?![A-Za-z]))\s*(?:\{\s*(?:\\?[A-Za-z])?\s*\}|\\[ij](?![A-Za-z])\s*|[A-Za-z])"
    r"|\{\\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|dh|DH|th|TH|dj|DJ|ng|NG)\s*\}"
    r"|\\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|dh|DH|th|TH|dj|DJ|ng|NG)(?:\{\}|\s+|(?![A-Za-z]))"
)
"""An accent command with its letter, or a letter that is a command itself."""
_FONT = re.compile(
    r"\\(?:emph|text(?:it|bf|sc|rm|sf|tt|sl|up|md|normal)|uppercase|mbox|url|nolinkurl|path)\s*(?=\{)"
    r"|\\(?:it|bf|sc|em|rm|tt|sf|sl|itshape|bfseries|scshape|upshape|normalfont|small|footnotesize|relax|noindent)(?![A-Za-z])\s*"
)
_INDEX = re.compile(r"\\text(?:sub|super)script\s*(?=\{)|(?<=\$)[_^](?=[\w{+-])")
_LINK = re.compile(r"\\href\s*\{[^{}]*\}\s*(?=\{)")
_UNKNOWN = re.compile(r"\\(?!(?:begin|end)\s*\{)([A-Za-z]+)\*?\s*(?=\{)")
_WORDS = {
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "LaTeXe": "LaTeX2e",
    "textgreater": ">",
    "textless": "<",
    "textbar": "|",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "newline": " ",
}
_WORD = re.compile(rf"\\({'|'.join(_WORDS)})(?![A-Za-z])(?:\{{\}}|\s+)?")
_FORMULA_INDEX = re.compile(r"(?<!\\)\$\s*(?:\{\})?[_^]\s*\{?\s*(?:\\(?:mathrm|text(?:rm)?|mathit)\s*\{)?([\w+-]+)\}?\s*\}?\s*\$")
_GROUP = r"\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\}"
_COMMAND = re.compile(rf"\$[^$]*\$|\\(?:[A-Za-z]+\*?|[^A-Za-z]?)(?:(?:\s*(?:\[[^\[\]]*\]|{_GROUP}))++|\s*[^\s{{}}\\$]*)")
"""A formula, or a command with what it is given: groups, else the word after it."""
_LARGE = ("\\begin", "\\(", "\\[", "$$")
"""What starts a stretch that has to be read as a whole."""
_OPEN, _CLOSE, _SLASH = "\ue000", "\ue001", "\ue002"
_PLAIN = (
    ("\\textbackslash{}", _SLASH),
    ("\\textbraceleft{}", _OPEN),
    ("\\textbraceright{}", _CLOSE),
    ("\\{", _OPEN),
    ("\\}", _CLOSE),
    ("\\&", "&"),
    ("\\%", "\ue005"),
    ("%", "\ue005"),
    ("\\$", "\ue004"),
    ("\\#", "#"),
    ("\\_", "_"),
    ("\\textasciitilde{}", "\ue003"),
    ("\\textasciicircum{}", "^"),
    ("\\,", "\u2009"),
    ("\\-", ""),
    ("\\/", ""),
    ("\\ ", " "),
)
_BACK = str.maketrans({_OPEN: "{", _CLOSE: "}", _SLASH: "\\", "\ue003": "~", "\ue004": "$", "\ue005": "%"})
_DASHES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))
_DEEPEST = 40
_SIGNS_OF_TEXT = {
    "S": "§",
    "P": "¶",
    "pounds": "£",
    "copyright": "©",
    "degree": "°",
    "slash": "/",
    **dict.fromkeys(("bysame", "hrulefill", "rule"), "———"),
}
"""Commands of LaTeX, amsrefs and gensymb that print a sign, and that pylatexenc does not know; a rule stands for a name said before."""


def to_text(latex: str) -> str:
    """Take LaTeX to Unicode text with blanks collapsed; what has no meaning in text stays as it is.

    Braces that protect capitals go, escapes and accents become their letters, formulas their signs.
    """
    if latex.isalnum():
        return latex
    text = " ".join(latex.split())
    for sign in _SPECIAL:
        if sign in text:
            return _decode(text)
    return text


@lru_cache(maxsize=1024)
def sign_of(command: str) -> str:
    r"""Give what a command without arguments prints, by its name without the backslash: "…" for `ldots`; nothing where it is unknown."""
    known = _SIGNS_OF_TEXT.get(command) or _WORDS.get(command)
    if known:
        return known
    # What is longer than a sign, or plain, is made of arguments that are not there.
    found = _decode(f"\\{command}")
    return found if len(found) == 1 and not found.isascii() else ""


def with_letters(latex: str) -> str:
    """Write the letter for each accent command and named letter; all else stays."""
    return ACCENT.sub(lambda found: _letter(found[0]), latex)


@lru_cache(maxsize=8192)
def _decode(text: str) -> str:
    changed = text
    if "\\" in changed or "$" in changed:
        changed = _FORMULA_INDEX.sub(r"\1", changed)
        changed = _INDEX.sub("", _FONT.sub("", _LINK.sub("", changed)))
        changed = _WORD.sub(lambda found: _WORDS[found[1]], changed)
        for escape, sign in _PLAIN:
            if escape in changed:
                changed = changed.replace(escape, sign)
        changed = with_letters(changed)
    formulas = changed.count("$")
    if formulas % 2 or any(start in changed for start in _LARGE):
        changed = _by_parser(changed) if "\\" in changed or formulas > 1 else changed
    elif formulas or "\\" in changed:
        changed = _COMMAND.sub(lambda found: _command(found[0]), changed)
    changed = changed.replace("~", " ")
    if "--" in changed or "``" in changed or "''" in changed:
        for ascii_form, sign in _DASHES:
            changed = changed.replace(ascii_form, sign)
    changed = changed.replace("{", "").replace("}", "")
    return " ".join((changed if changed.isascii() else changed.translate(_BACK)).split())


@lru_cache(maxsize=1)
def _parser() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    context = get_default_latex_context_db()
    context.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=lambda node: node.latex_verbatim()))
    return LatexNodes2Text(latex_context=context, math_mode="text", strict_latex_spaces=False)


def _known(macro: str) -> bool:
    return bool(_parser().latex_context.get_macro_spec(macro).macroname == macro)


@lru_cache(maxsize=4096)
def _letter(latex: str) -> str:
    """Give the letter an accent command makes; the command itself where it makes none."""
    from unicodedata import normalize

    return normalize("NFC", _by_parser(latex)) or latex


@lru_cache(maxsize=4096)
def _command(latex: str) -> str:
    return _by_parser(f"{{{latex}}}")


def _by_parser(text: str) -> str:
    """Let pylatexenc read a text; the text itself where it cannot."""
    from pylatexenc.latexwalker import LatexWalkerError

    if text.count("{") > _DEEPEST:
        return text
    try:
        known = _UNKNOWN.sub(lambda found: found[0] if _known(found[1]) else "", text)
        return str(_parser().latex_to_text(known, tolerant_parsing=True))
    except (LatexWalkerError, LookupError, ValueError):
        return text


_SPECIALS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "$": r"\$",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def to_latex(text: str) -> str:
    """Escape the signs that mean something to LaTeX; letters stay as they are. `to_text` undoes it."""
    written = text.translate(_SPECIALS)
    for pair, apart in (("--", "-{}-"), ("``", "`{}`"), ("''", "'{}'")):
        while pair in written:
            written = written.replace(pair, apart)
    return written
