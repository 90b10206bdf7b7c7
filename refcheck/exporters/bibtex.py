"""Write references as BibTeX that classic styles and biblatex both read."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.model.references import CitedReference
from refcheck.syntax.bibtex_entry import entry_of
from refcheck.text.keys import keys


def export(references: Sequence[CitedReference]) -> str:
    """Write one entry a reference, in input order, each with a key of its own; titles before names are left out."""
    return "\n".join(
        f"@{entry}{{{key},\n" + "".join(f"  {name} = {value},\n" for name, value in fields.items()) + "}\n"
        for key, (entry, fields) in zip(keys(references), (entry_of(cited.reference) for cited in references), strict=True)
    )
