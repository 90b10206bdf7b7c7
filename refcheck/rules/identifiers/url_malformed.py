"""REF110."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule

_START = re.compile(r"^(?:h+t+p+s*|hp+t+p*s*|ttps?)(?:[:;]+/*|/+)", re.IGNORECASE)
"""What is meant for `http://`, right or not."""
_RIGHT = frozenset({"http://", "https://"})
_DOUBLED = re.compile(r"^https?://(?:https?|ftp)(?::|/|;)", re.IGNORECASE)
_HOST = re.compile(r"^(?:https?|ftp)://(?:[^/?#@]*@)?(?P<host>\[[^\]]*\]|[^/?#:]*)", re.IGNORECASE)
_FOREIGN = re.compile(r"[\s\\{}<>\"]")


@rule("REF110", "url-malformed", severity=Severity.WARNING, needs="reference")
def url_malformed(subject: Subject) -> Iterator[Finding]:
    r"""A cited address cannot be opened as it is written.

    ## What it does
    Reports an address that starts with a misspelt or doubled `http://`, that names no host, or in a file with named
    fields, that holds blanks, braces, backslashes or other signs which no address may hold. An address without `http://`
    before it is not reported, nor is one with letters of any language.

    ## Why it matters
    The link leads nowhere.

    ## Example
    Cited: `http//www.example.org/wells`

    Registered: addresses are not registered.

    ## Use instead
    `http://www.example.org/wells`

    ## Sources
    RFC 3986, sections 2 and 3; biblatex manual 2.3.5 on verbatim fields.
    """
    url = (subject.cited.reference.url or "").strip()
    fault = _fault(url, printed=subject.cited.kind == "list") if url else None
    if fault is not None:
        yield Finding(path="url", cited=url, message=f"cited as {url}, {fault}")


def _fault(url: str, *, printed: bool) -> str | None:
    """Say what is wrong; of a printed address blanks and missing parts may be the line's."""
    if _DOUBLED.match(url):
        return "which has two beginnings"
    start = _START.match(url)
    if start and start[0].lower() not in _RIGHT:
        return f"which starts with {start[0]}"
    if printed:
        return None
    foreign = _FOREIGN.search(url)
    if foreign:
        return f"which holds {_NAMES.get(foreign[0], foreign[0])}"
    host = _HOST.match(url)
    if host and not _is_host(host["host"]):
        return "which names no host"
    return None


_NAMES = {" ": "a blank", "\t": "a tab", "\n": "a line break", "\\": "a backslash"}


def _is_host(host: str) -> bool:
    """Tell whether a text can name a host: labels parted by dots, an address in brackets, or this machine."""
    labels = host.rstrip(".").split(".")
    return host.startswith("[") or host.lower() == "localhost" or (len(labels) > 1 and all(labels))
