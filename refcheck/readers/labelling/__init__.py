"""Label one printed reference: which stretch of it is which variable.

Identifiers, the day of access and the label before the reference are lifted out; a linear-chain CRF tells the fields of the
rest; names, dates, numbers and the type are made of the fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from refcheck.model.references import Origin, Reference
from refcheck.readers.labelling.assembly import assemble
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.features import cut_tokens
from refcheck.readers.labelling.kinds import kind_of
from refcheck.readers.labelling.lifts import lift_identifiers, lift_label
from refcheck.readers.labelling.tagging import tag
from refcheck.readers.labelling.weights import open_model

__all__ = ["Labelled", "label"]

_ATTRIBUTES = frozenset(attribute.name for attribute in fields(Reference)) - {"extra", "type"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A printed reference in variables, and where each stands."""

    reference: Reference
    """What no variable holds stands in `extra["unlabelled"]`; a list cut short with "et al." ends in `ET_AL`."""
    origins: Mapping[str, Origin]
    """Attribute or path ("author[0]", "author[0].honorific") -> place in the file, text and confidence."""
    label: str | None
    """Number or bracketed label before the reference, without its punctuation."""


def label(raw: str, *, offset: int = 0) -> Labelled:
    """Read one reference as printed. Never raises: what is not understood is kept as text.

    Args:
        raw: the reference letter for letter; line breaks may stand in it.
        offset: place of its first code point in the decoded file.
    """
    draft = Draft(raw, offset)
    lift_identifiers(draft)
    printed = lift_label(draft)
    draft.lifted.sort()
    assemble(draft, tag(cut_tokens(draft.text, draft.lifted), open_model("fields")))
    extra = {}
    if left := draft.left_over():
        extra["unlabelled"] = left
    values = {name: value for name, value in draft.values.items() if name in _ATTRIBUTES}
    reference = Reference(type=kind_of(draft.values, open_model("types")), extra=MappingProxyType(extra), **values)
    return Labelled(reference=reference, origins=MappingProxyType(draft.origins), label=printed)
