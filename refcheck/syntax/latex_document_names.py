r"""What a LaTeX document names: bibliographies, parts of its text, the keys that it cites, macros of its own.

Commands are told by how they are named, for packages and authors make their own: every command with "cite" in its name
cites.

Source: LaTeX2e, "Bibliography creation"; natbib 2; biblatex manual 3.8 and 3.9; packages import and subfiles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from refcheck.model.references import Span
from refcheck.syntax.latex_document import VOID, LatexSource

_COMMAND = re.compile(
    r"\\(?:(?P<cites>[A-Za-z]*[Cc]ite[A-Za-z]*|bibentry)"
    r"|(?P<sources>bibliography|nobibliography|addbibresource|addglobalbib|addsectionbib)"
    r"|(?P<bracketed>putbib)"
    r"|(?P<part>input|include|subfile|subfileinclude)"
    r"|(?P<placed>(?:sub)?(?:import|includefrom|inputfrom)))(?![A-Za-z@])\*?"
)
_NO_KEYS = re.compile(
    r"(?:declare|define|def|new|renew|set|bib)[A-Za-z]*cite|cite(?:text|style|name|authoryear|index|reset|tracker)", re.IGNORECASE
)
_SEVERAL = re.compile(r"cites$")
_OF_VOLUME = re.compile(r"volcites?$", re.IGNORECASE)
_KEY = re.compile(r"[^\s{}\\#~,]+")
_BARE_NAME = re.compile(r"[ \t]+([^\s{}\\#%|\"\0]+)")
_FILE = re.compile(r"[^{}\\#|]+")
_DEFINITION = re.compile(
    rf"\\(?:(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?[\s{VOID}]*(?:\{{\s*\\(?P<braced>[A-Za-z@]+)\s*\}}|\\(?P<bare>[A-Za-z@]+))"
    r"|(?:[gex]?def)\s*\\(?P<defined>[A-Za-z@]+))(?P<parameters>(?:\s*\[[^\[\]]*\])*|(?:\s*#\d)*)\s*(?=\{)"
)
_JOB = "\\jobname"
_LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class Named:
    """What a document names."""

    bibliographies: tuple[str, ...]
    """Files, as they are named, each once."""
    remote: tuple[str, ...]
    """Bibliographies that stand on the web."""
    parts: tuple[str, ...]
    """Files of text, as they are named, each once."""
    cited: frozenset[str]
    """Keys; "*" for all."""


def names_in(source: LatexSource, document: str) -> Named:
    """Find what a document names, in its order.

    Args:
        source: the document.
        document: its own name, for what is called after it.
    """
    bibliographies: list[str] = []
    parts: list[str] = []
    cited: set[str] = set()
    job = PurePosixPath(document).stem
    held = {name.replace(_JOB, job) for name, _ in source.contained}
    for found in _COMMAND.finditer(source.live):
        kind, at = str(found.lastgroup), found.end()
        if kind == "cites":
            if not _NO_KEYS.match(found["cites"]):
                cited.update(keys_at(source, found["cites"], at)[0])
            continue
        named = [name.replace(_JOB, job) for name in _files(source, kind, at)]
        into = bibliographies if kind in {"sources", "bracketed"} else parts
        into += [name for name in named if _FILE.fullmatch(name) and name not in into and not {name, f"{name}.bib"} & held]
    return Named(
        bibliographies=tuple(name for name in bibliographies if "://" not in name),
        remote=tuple(name for name in bibliographies if "://" in name),
        parts=tuple(parts),
        cited=frozenset(cited),
    )


def keys_at(source: LatexSource, command: str, at: int) -> tuple[list[str], int]:
    """Read the keys that a command cites, by its name and from the end of it; give them, and where its arguments end."""
    several = bool(_SEVERAL.search(command))
    aside = 1 if _OF_VOLUME.search(command) else 0
    keys: list[str] = []
    passed = 0
    while True:
        while note := source.bracket(at) or (source.bracket(at, ")") if several else None):
            at = note.end + 1
        argument = source.argument(at)
        if argument is None:
            return keys, at
        at = argument.end + 1
        passed += 1
        if passed % (aside + 1):
            continue
        keys += [key for each in source.text(argument).split(",") if _KEY.fullmatch(key := each.strip())]
        if not several:
            return keys, at


def _files(source: LatexSource, kind: str, at: int) -> Iterator[str]:
    if kind == "bracketed":
        named = source.bracket(at)
    else:
        aside = source.bracket(at)
        named = source.argument(aside.end + 1 if aside else at)
    if named is None:
        bare = _BARE_NAME.match(source.live, at) if kind == "part" else None
        yield from [bare[1]] if bare else []
        return
    text = source.text(named).strip()
    if kind == "placed":
        file = source.argument(named.end + 1)
        yield from [str(PurePosixPath(text) / source.text(file).strip())] if file else []
    else:
        yield from (name.strip() for name in (text.split(",") if kind in {"sources", "bracketed"} else [text]))


def definitions(source: LatexSource) -> Iterator[tuple[Span, str, Span | None, int]]:
    r"""Find the macros a document defines.

    Yields:
        Extent of the definition, name, what it stands for where it takes no argument, and how many arguments in braces it
        takes and does nothing with, as `\showISSN` of the ACM styles does.
    """
    for found in _DEFINITION.finditer(source.live):
        body = source.argument(found.end())
        if body is None:
            continue
        numbers = [int(digit) for digit in re.findall(r"(?:^\s*\[|#)(\d)", found["parameters"])]
        plain = not found["parameters"].strip() and body.end - body.start <= _LONGEST
        unused = max(numbers, default=0) if "#" not in source.text(body) else 0
        unused -= found["parameters"].count("[") > 1  # The first may be in brackets, or absent.
        name = found["braced"] or found["bare"] or found["defined"]
        yield Span(found.start(), body.end + 1), name, body if plain else None, unused
