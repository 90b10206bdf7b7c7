"""The registered dates of a work, by what they say about its year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from refcheck.model.dates import Date
from refcheck.model.records import RegistryRecord
from refcheck.text.registry_names import registry_name

PRINTED = (
    *("published-print", "journal-issue.published-print", "journal-issue.published-other"),  # Crossref
    *("pubdate", "publicationYear", "publish_date", "publication_year"),  # PubMed, DataCite, Open Library, OpenAlex
)
"""Dates of print, or those that a registry gives for the year to cite: they may be cited in any case."""
ONLINE = (
    *("published-online", "issued", "published", "published-other", "posted", "journal-issue.published-online"),
    *("articledate", "Issued", "Available", "Submitted", "updated"),  # PubMed, DataCite, arXiv
)
"""Dates of a first appearance: right where a work has no volume yet. In the order in which they are named to people."""
WORKFLOW = ("accepted", "approved", "created", "content-created", "content-updated")
"""Dates of the way to publication or of the record itself, never to be cited."""

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "published-online": "the online date",
        "issued": "the earliest date",
        "published": "the earliest date",
        "published-other": "the date of another form",
        "posted": "the date it was posted",
        "journal-issue.published-online": "the online date of the issue",
        "articledate": "the online date",
        "Issued": "the date of issue",
        "Available": "the date it became available",
        "Submitted": "the date of submission",
        "updated": "the date of a later version",
        "accepted": "the date of acceptance",
        "approved": "the date of approval",
        "created": "the date the record was made",
        "content-created": "the date it was written",
        "content-updated": "the date it was last changed",
    }
)
"""Name of a registered date -> what it is, in words."""


def dates_of(record: RegistryRecord) -> Mapping[str, Date]:
    """Give all registered dates; the date to cite under its own name also where the record lists no dates."""
    if record.reference.issued is not None and not any(name in record.dates for name in (*PRINTED, *ONLINE)):
        return MappingProxyType({**record.dates, "issued": record.reference.issued})
    return record.dates


def named(record: RegistryRecord, names: Iterable[str], year: int) -> str | None:
    """Give the first of the names under which a year is registered."""
    dates = dates_of(record)
    return next((name for name in names if name in dates and dates[name].year == year), None)


def published_years(record: RegistryRecord) -> frozenset[int]:
    """Give every year in which the work is registered as published, in whatever form."""
    dates = dates_of(record)
    found = {dates[name].year for name in (*PRINTED, *ONLINE) if name in dates}
    return frozenset(year for year in found if year is not None)


def cited_from(record: RegistryRecord) -> str:
    """Name the registered date that is the one to cite."""
    return record.issued_from or "issued"


def told(record: RegistryRecord, name: str, *, source: bool = True) -> str:
    """Show a registered date with its name: "Crossref published-online 2022-12-31"."""
    shown = f"{name} {dates_of(record).get(name, record.reference.issued)}"
    return f"{registry_name(record.registry)} {shown}" if source else shown


def inferred(record: RegistryRecord, *names: str) -> str:
    """Give " (inferred)" where a page was not seen to say one of these values; else nothing.

    A month or day that alone is inferred does not make the year so.
    """
    return " (inferred)" if record.inferred & set(names) else ""
