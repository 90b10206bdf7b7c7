"""Every setting with its type, default and meaning: one field each.

Options of the command line, `REFCHECK_*` variables, keys of `refcheck.toml`, the documentation and the error messages
all come from this class.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

FailOn = Literal["error", "warning", "info", "never"]
YearPolicy = Literal["volume", "any"]
OutputFormat = Literal["full", "concise", "json"]


def _setting(default: Any, meaning: str, *, choices: tuple[str, ...] = (), secret: bool = False) -> Any:
    return field(default=default, repr=not secret, metadata={"meaning": meaning, "choices": choices, "secret": secret})


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of one run."""

    select: tuple[str, ...] = _setting((), "rules to run: codes, prefixes (REF3), names or families (dates); none = all that are on")
    ignore: tuple[str, ...] = _setting((), "rules to leave out, named in the same ways")
    fail_on: FailOn = _setting("error", "mildest severity that makes the exit status 1", choices=("error", "warning", "info", "never"))
    output_format: OutputFormat = _setting("full", "form of the report", choices=("full", "concise", "json"))
    output_file: Path | None = _setting(None, "write the result to this file instead of standard output")
    year_policy: YearPolicy = _setting(
        "volume", "year to cite of an article that was online before its volume: the volume's, or any registered", choices=("volume", "any")
    )
    explain: bool = _setting(default=False, meaning="say why each block of a document was taken for references or left")
    offline: bool = _setting(default=False, meaning="ask no registry: lock first, then cache of any age")
    locked: bool = _setting(default=False, meaning="take records from the lock alone")
    no_cache: bool = _setting(default=False, meaning="neither read nor write the cache")
    mailto: str | None = _setting(None, "contact address told to the registries, which answer faster for it")
    time_budget: float | None = _setting(
        None, "seconds that asking registries may take in all; what was not answered by then could not be checked"
    )
    today: dt.date | None = _setting(None, "day of the run, YYYY-MM-DD; else SOURCE_DATE_EPOCH, else the clock")
    cache_dir: Path | None = _setting(None, "folder of the cache; else the system's place for caches")
    crossref_url: str = _setting("https://api.crossref.org", "address of the Crossref REST API")
    doi_url: str = _setting("https://doi.org", "address of the DOI resolver")
    datacite_url: str = _setting("https://api.datacite.org", "address of the DataCite REST API")
    pubmed_url: str = _setting("https://eutils.ncbi.nlm.nih.gov", "address of NCBI's E-utilities, which give PubMed")
    arxiv_url: str = _setting("https://export.arxiv.org", "address of the arXiv API")
    openlibrary_url: str = _setting("https://openlibrary.org", "address of Open Library")
    openalex_url: str = _setting("https://api.openalex.org", "address of the OpenAlex API")
    openalex_key: str | None = _setting(None, "your key of the OpenAlex API, which is not asked without one; never shown", secret=True)


SETTINGS = {setting.name: setting for setting in fields(Config)}
"""Name of each setting -> its field."""


def key_of(name: str) -> str:
    """Spell a setting as in a configuration file and on the command line."""
    return name.replace("_", "-")


def variable_of(name: str) -> str:
    """Spell a setting as an environment variable."""
    return f"REFCHECK_{name.upper()}"


def meaning_of(name: str) -> str:
    """Say in a sentence what a setting does."""
    return str(SETTINGS[name].metadata["meaning"])


def is_secret(name: str) -> bool:
    """Tell whether the value of a setting must not be shown."""
    return bool(SETTINGS[name].metadata["secret"])


def choices_of(name: str) -> tuple[str, ...]:
    """List the words a setting takes; empty when it is free."""
    return tuple(SETTINGS[name].metadata["choices"])
