"""What rules about a value that both sides have share: when it can be judged, and how the registered one is told."""

from __future__ import annotations

from typing import Any

from refcheck.compare import compare
from refcheck.compare.printed import is_printed, text_of
from refcheck.compare.records import is_preprint, others_of
from refcheck.model.comparisons import Comparison
from refcheck.model.matches import Found
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference
from refcheck.model.variables import VARIABLES
from refcheck.rules.base import Subject
from refcheck.text.registry_names import registry_name


def compared(subject: Subject, attribute: str) -> Comparison | None:
    """Give the comparison of a value that both sides have; None where the record is not of the cited work itself.

    A preprint stands elsewhere than the work it became, and a notice elsewhere than the work it is on.
    """
    record = subject.record
    if record is None or not isinstance(subject.match, Found) or _is_kin_only(subject.match):
        return None
    title = subject.comparisons.get("title")
    if record.update_to and title is not None and not title.agrees:
        return None
    found = subject.comparisons.get(attribute)
    return None if found is None or found.verdict in {"cited-only", "registered-only"} else found


def _is_kin_only(match: Found) -> bool:
    """Tell whether the first record is of a work akin to the cited one; one that a preprint became is the cited work."""
    return match.kin is not None and (match.kin != "preprint" or is_preprint(match.record))


def differs(subject: Subject, attribute: str) -> bool:
    """Tell whether the cited value is plainly another than the one of every record of the work."""
    found = compared(subject, attribute)
    return found is not None and found.verdict == "different"


def is_known_elsewhere(subject: Subject, attribute: str) -> bool:
    """Tell whether another record of the same work has what is cited, also where the first agrees or cannot be compared."""
    others = others_of(subject.match.records) if isinstance(subject.match, Found) else ()
    return any(compare(subject.cited.reference, other.reference, (attribute,))[attribute].agrees for other in others)


def told(record: RegistryRecord, attribute: str, value: Any) -> str:
    """Show a registered value with its registry and its name there: "Crossref has 14 (volume)"; titles stand in quotes."""
    shown = f"'{value}'" if VARIABLES[attribute].kind == "text" else value
    return f"{registry_name(record.registry)} has {shown} ({name_in(record, attribute)}){inferred(record, attribute)}"


def name_in(record: RegistryRecord, attribute: str) -> str:
    """Give the name under which a registry's answer holds a variable; the CSL name where the record does not say."""
    keys = [key for key in record.pointers.get(attribute, "").split("/") if key and not key.isdigit()]
    return ".".join(keys) or VARIABLES[attribute].name


def inferred(record: RegistryRecord, attribute: str) -> str:
    """Give " (inferred)" where no page was seen to say a value; else nothing."""
    return " (inferred)" if record.inferred & {attribute, name_in(record, attribute)} else ""


def stands_in(cited: CitedReference, value: str) -> bool:
    """Tell whether the text of a formatted reference holds a value, wherever its reader took the field from."""
    return cited.kind == "list" and is_printed(value, text_of(cited))
