"""Write a work as the fields of an entry.

What no field of the entry type can hold becomes a line of the annotation (see `bibtex_annotation`).

Source: biblatex manual 2; BibTeX, "BibTeXing" 3; biber's default data model.
"""

from __future__ import annotations

import json
import re
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Reference
from refcheck.model.types import TYPES
from refcheck.model.variables import VARIABLES
from refcheck.syntax import bibtex_annotation as annotation
from refcheck.syntax.bibtex_datamodel import ALLOWED, REQUIRED, entries_of
from refcheck.syntax.bibtex_dates import MACROS, is_plain, to_edtf
from refcheck.syntax.bibtex_fields import VERBATIM, attribute_of, fields_of, type_of
from refcheck.syntax.bibtex_inheritance import CONTROL
from refcheck.syntax.bibtex_names import write
from refcheck.syntax.bibtex_reference import GENRES, PUBLICATION_STATES, TAKEN
from refcheck.text.identifiers import parse_isbn
from refcheck.text.latex import to_latex

_ORDER = {
    name: place
    for place, name in enumerate(
        str.split(
            "author editor translator bookauthor namea nameatype nameb namebtype namec namectype title shorttitle maintitle "
            "origtitle booktitle journal shortjournal issuetitle series eventtitle eventdate venue titleaddon type edition "
            "version volume number issue part chapter pages eid volumes pagetotal publisher institution school organization "
            "howpublished address date year month day pubstate origdate origpublisher origlocation doi eprint eprinttype "
            "eprintclass isbn issn url urldate language library lccn keywords abstract note entrysubtype annotation"
        )
    )
}
_ROLES = ("namea", "nameb", "namec")
_DATE_FIELDS = {"accessed": "urldate", "original_date": "origdate", "event_date": "eventdate"}
_EPRINTS = {"arxiv": "arxiv", "pmid": "pubmed", "pmcid": "pmcid"}
_PROTECTED = frozenset({"title", "shorttitle", "booktitle", "maintitle", "issuetitle"})
_DATED_IN_ONE = frozenset({"online", "dataset", "software"})
_STATES = {printed: key for key, printed in PUBLICATION_STATES.items()}
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_INNER = re.compile(r"(?<=\w)[^\W\d_a-z]")
_RANGE = re.compile(r"(?<=\w)\s*[-\u2010-\u2015\u2212]+\s*(?=\w)")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_FIELD = re.compile(r"[a-z][a-z0-9-]*")
_LAST_YEAR = 9999

Fields = dict[str, str]


def entry_of(reference: Reference) -> tuple[str, Fields]:
    """Give the entry type and the fields in their order; each value with its braces, or the name of a string."""
    tried = [_written(reference, entry) for entry in entries_of(reference.type, reference.genre, reference.container_title)]
    entry, fields, _ = min(tried, key=lambda one: (one[2], _lacking(one[0], one[1])))
    return entry, dict(sorted(fields.items(), key=lambda field: _ORDER.get(field[0], len(_ORDER) - 3)))


def _lacking(entry: str, fields: Fields) -> int:
    return sum(not any(name in fields for name in names.split()) for names in REQUIRED.get(entry, ()))


def _written(reference: Reference, entry: str) -> tuple[str, Fields, int]:
    """Write a work as an entry of one type; also how many variables found no field."""
    fields: Fields = {}
    left: dict[str, Any] = {}
    lines: dict[str, str] = {}
    for attribute in reference.present():
        if attribute in {"annote", "year_suffix"}:
            continue
        value = getattr(reference, attribute)
        kind = VARIABLES[attribute].kind
        if attribute == "issued":
            _issued(value, entry, fields, left)
        elif kind == "names":
            _names(attribute, value, entry, fields, left)
        elif kind == "date":
            _put_date(attribute, value, entry, fields, left)
        elif isinstance(value, Locator):
            _locator(value, entry, fields, left, lines)
        elif kind in {"identifier", "identifiers"} and attribute != "call_number":
            _identifier(attribute, value, entry, fields, left)
        else:
            _text(reference.type, attribute, value, entry, fields, left)
    _genre(reference, entry, fields)
    found = len(left) + len(lines)
    _extra(reference, entry, fields, lines)
    if type_of(entry, {name: value.strip("{}") for name, value in fields.items()}) != reference.type and reference.type in TYPES:
        fields["entrysubtype"] = _braced(TYPES[reference.type].subtype or reference.type)
    if text := annotation.write(left, lines, reference.annote):
        fields["annotation"] = _braced(text)
    return entry, fields, found


def _braced(text: str) -> str:
    return f"{{{text}}}"


def _free(entry: str, field: str, fields: Fields) -> bool:
    return field in ALLOWED[entry] and field not in fields


def _text(csl: str, attribute: str, value: str, entry: str, fields: Fields, left: dict[str, Any]) -> None:
    field = next((name for name in fields_of(csl, attribute) if attribute_of(csl, name) == attribute and _free(entry, name, fields)), None)
    if field is None:
        left[attribute] = value
        return
    text = " ".join(value.split())
    if attribute == "status":
        text = _STATES.get(text, text)
    fields[field] = _braced(protect(text) if field in _PROTECTED else to_latex(text))


def protect(title: str) -> str:
    """Write a title with braces around the words whose capitals a style in sentence case would lose."""
    written, at = [], 0
    for word in _WORD.finditer(title):
        text = word[0]
        single = len(text) == 1 and text.isupper() and text != "A" and word.start() > 0
        figure = text[0].isupper() and any(sign.isdigit() for sign in text)
        written.append(to_latex(title[at : word.start()]))
        written.append(_braced(to_latex(text)) if single or figure or _INNER.search(text) else to_latex(text))
        at = word.end()
    return "".join([*written, to_latex(title[at:])])


def _names(attribute: str, names: tuple[Name, ...], entry: str, fields: Fields, left: dict[str, Any]) -> None:
    text = " and ".join(write(name) for name in names)
    own = "bookauthor" if attribute == "container_author" else attribute
    if _free(entry, own, fields):
        fields[own] = _braced(text)
        return
    role = next((name for name in _ROLES if name not in fields), None)
    if role is None:
        left[attribute] = names
        return
    fields[role] = _braced(text)
    fields[f"{role}type"] = _braced(VARIABLES[attribute].name)


def _issued(date: Date, entry: str, fields: Fields, left: dict[str, Any]) -> None:
    """Write the date: year, month and day where they can hold it, for classic styles; else `date`."""
    if date.year is None:
        fields["year"] = _braced(to_latex(date.literal or ""))
    elif is_plain(date) and (entry not in _DATED_IN_ONE or date.year > _LAST_YEAR):
        fields["year"] = _braced(str(date.year))
        if date.month:
            fields["month"] = MACROS[date.month]
        if date.month and date.day:
            fields["day"] = _braced(str(date.day))
    elif abs(date.year) > _LAST_YEAR:
        left["issued"] = date
    else:
        fields["date"] = _braced(to_edtf(date))


def _put_date(attribute: str, date: Date, entry: str, fields: Fields, left: dict[str, Any]) -> None:
    field = _DATE_FIELDS.get(attribute, "")
    if date.year is None or abs(date.year) > _LAST_YEAR or not _free(entry, field, fields):
        left[attribute] = date
    else:
        fields[field] = _braced(to_edtf(date))


def _locator(locator: Locator, entry: str, fields: Fields, left: dict[str, Any], lines: dict[str, str]) -> None:
    if locator.pages and _free(entry, "pages", fields):
        fields["pages"] = _braced(_RANGE.sub("--", to_latex(locator.pages)))
    elif locator.pages:
        left["page"] = Locator(pages=locator.pages)
    if locator.article and _free(entry, "eid", fields):
        fields["eid"] = _braced(to_latex(locator.article))
    elif locator.article:
        lines["eid"] = locator.article


def _identifier(attribute: str, value: Any, entry: str, fields: Fields, left: dict[str, Any]) -> None:
    if attribute in {"doi", "url"}:
        text = value.text if isinstance(value, Doi) else value
        fields[attribute] = _braced(text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"))
    elif attribute in {"isbn", "issn"}:
        _numbers(attribute, value, entry, fields, left)
    elif "eprint" not in fields:
        fields |= {"eprint": _braced(value), "eprinttype": _braced(_EPRINTS[attribute])}
    else:
        left[attribute] = value


def _numbers(attribute: str, numbers: tuple[str, ...], entry: str, fields: Fields, left: dict[str, Any]) -> None:
    """Write the first number that is right, for the field holds one; biber refuses a wrong one."""
    first = next((number for number in numbers if (parse_isbn(number) if attribute == "isbn" else is_issn(number))), None)
    if first is None or not _free(entry, attribute, fields):
        left[attribute] = numbers
        return
    fields[attribute] = _braced(first)
    place = numbers.index(first)
    if rest := (*numbers[:place], *numbers[place + 1 :]):
        left[attribute] = rest


def is_issn(text: str) -> bool:
    """Tell whether an ISSN has its right check digit.

    Source: ISO 3297, check digit.
    """
    if not _ISSN.fullmatch(text):
        return False
    figures = [10 if sign in "Xx" else int(sign) for sign in text.replace("-", "")]
    return sum(weight * figure for weight, figure in zip(range(8, 0, -1), figures, strict=True)) % 11 == 0


def _genre(reference: Reference, entry: str, fields: Fields) -> None:
    """Say what kind of thesis or report it is, unless the entry type says it."""
    if entry in GENRES:
        if reference.genre is None:
            fields["type"] = _braced(reference.type.capitalize())
        elif reference.genre == GENRES[entry]:
            fields.pop("type", None)


def _extra(reference: Reference, entry: str, fields: Fields, lines: dict[str, str]) -> None:
    """Write what has no variable under its own name where the entry type knows it."""
    for name, value in reference.extra.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        known = (
            _FIELD.fullmatch(name)
            and _free(entry, name, fields)
            and attribute_of(reference.type, name) is None
            and name not in TAKEN
            and name not in CONTROL
        )
        if known and name not in VERBATIM:
            fields[name] = _braced(to_latex(" ".join(text.split())))
        elif known and not set(text) & set("{}\\\n"):
            fields[name] = _braced(text)
        else:
            lines[re.sub(r"[:\s]+", "-", name)] = " ".join(text.split())
