"""REF109."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.text.identifiers import parse_arxiv

_NEW = re.compile(r"(?P<month>\d{4})\.(?P<number>\d{4,5})(?:v\d+)?")
_OLD = re.compile(r"(?P<archive>[a-z-]+)(?:\.[a-z-]+)?/(?P<month>\d{4})\d{3}(?:v\d+)?", re.IGNORECASE)
_FIRST, _LAST_SHORT, _YEARS = "0704", "1412", 12
"""The first month of numbers with a dot, and the last one in which they had four figures."""
_ARCHIVES = frozenset(
    str.split(
        "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga funct-an gr-qc "
        "hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int "
        "supr-con"
    )
)
"""Archives whose names stood in the numbers until March 2007."""


@rule("REF109", "arxiv-id-malformed", severity=Severity.WARNING, needs="reference")
def arxiv_id_malformed(subject: Subject) -> Iterator[Finding]:
    """A cited arXiv identifier cannot be one.

    ## What it does
    Reports an arXiv identifier that is neither of the form `2101.00001` nor, until March 2007, `hep-th/9901001`: with a
    month after the twelfth, with four figures behind the dot after 2014 or five before, or of an archive that there
    never was. Versions, addresses and `arXiv:` before it do not matter.

    ## Why it matters
    The link leads nowhere, or a figure that was lost leads to another preprint.

    ## Example
    Cited: `arXiv:2101.0001`

    Registered: since 2015 five figures stand behind the dot.

    ## Use instead
    The identifier on the preprint's page.

    ## Sources
    arXiv, "Understanding the arXiv identifier".
    """
    reference = subject.cited.reference
    kind, eprint = reference.extra.get("eprinttype"), reference.extra.get("eprint")
    cited = reference.arxiv
    if cited is None and isinstance(kind, str) and isinstance(eprint, str) and kind.strip().lower() == "arxiv":
        cited = eprint
    fault = None if cited is None else _fault(cited)
    if fault is not None:
        yield Finding(path="arxiv", cited=cited, message=f"cited as arXiv:{cited}, {fault}")


def _fault(cited: str) -> str | None:
    bare = parse_arxiv(cited)
    new, old = (form.fullmatch(bare or "") for form in (_NEW, _OLD))
    found = new or old
    if found is None:
        return "which is not of the form of an arXiv identifier"
    if not 1 <= int(found["month"][2:]) <= _YEARS:
        return f"whose month is {found['month'][2:]}"
    if old is not None:
        archive = old["archive"].lower()
        meant = next((f"; {name} is meant" for name in _ARCHIVES if name.replace("-", "") == archive), "")
        return None if archive in _ARCHIVES else f"but there was no archive {old['archive']}{meant}"
    month, length = found["month"], len(found["number"])
    if month < _FIRST:
        return "but identifiers have this form since April 2007 only"
    expected = 4 if month <= _LAST_SHORT else 5
    return None if length == expected else f"with {length} figures behind the dot, where {expected} belong"
