"""REF405."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.compare.titles import plain
from refcheck.model.diagnostics import Change, Severity
from refcheck.model.references import CitedReference
from refcheck.rules.base import Finding, Subject, rule

_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|scp|u|span|title|p|jats:\w+|mml:\w+)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[a-z]{2,6}(?:acute|grave|uml|circ|tilde)|[aeiounAEIOUN](?:acute|grave|uml|circ|tilde)|#x?\w{2,5});"
)
_TEX = re.compile(r"\\(?:text(?:it|bf|sc|rm|sub\w*|super\w*)|emph|mathrm|mathbf)\s*\{|\{\\[a-zA-Z'`^\"~]|\\[&%_#](?!\w)|\\['`^\"~]\{?\w")


@rule("REF405", "markup-in-title", severity=Severity.INFO, needs="reference")
def markup_in_title(subject: Subject) -> Iterator[Finding]:
    r"""A title holds markup of another format.

    ## What it does
    Reports HTML tags and entities in a title, and LaTeX commands in a formatted list. LaTeX in a .bib file and the tags
    that CSL-JSON allows are at home there.

    ## Why it matters
    Markup of another format is printed as it stands: "&lt;i&gt;Homo sapiens&lt;/i&gt;", "Springs &amp;amp; wells".

    ## Example
    Cited: `title = {On <i>Homo sapiens</i>}`

    Registered: "On Homo sapiens"

    ## Use instead
    `title = {On \emph{Homo sapiens}}`

    ## Fix safety
    Safe: the words stay, and only the markup goes. Italics that the style asks for must be set again.

    ## Sources
    CSL 1.0.2, CSL-JSON, "HTML-like formatting tags"; HTML Living Standard, named character references.
    """
    title = subject.cited.reference.title
    found = None if title is None else _markup(subject.cited, title)
    if title is None or found is None:
        return
    text = plain(title)
    yield Finding(
        path="title",
        cited=title,
        message=f"the title holds markup: {found}",
        changes=(Change(path="title", cited=title, registered=text),) if text else (),
        title="take the markup out of the title",
        applicability="safe",
    )


def _markup(cited: CitedReference, title: str) -> str | None:
    """Give the first piece of markup that does not belong into the kind of source."""
    patterns = [_ENTITY]
    if not cited.raw.lstrip().startswith("{"):
        patterns.append(_TAG)
    if cited.kind == "list":
        patterns.append(_TEX)
    places = [found for found in (pattern.search(title) for pattern in patterns) if found is not None]
    return min(places, key=lambda found: found.start())[0] if places else None
