"""What there is of each kind, and where it stands; imported on use.

Each table maps a name to "module:object". A test proves that every module of these packages is listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

READERS: Mapping[str, str] = MappingProxyType(
    {
        "article": "refcheck.readers.article:read",
        "bibtex": "refcheck.readers.bibtex:read",
        "csl-json": "refcheck.readers.csl_json:read",
        "lines": "refcheck.readers.lines:read",
        "list": "refcheck.readers.list:read",
    }
)
REGISTRIES: Mapping[str, str] = MappingProxyType(
    {
        "crossref": "refcheck.registries.crossref:Crossref",
        "doi": "refcheck.registries.doi_ra:DoiRa",
    }
)
REPORTERS: Mapping[str, str] = MappingProxyType(
    {
        "concise": "refcheck.reporters.concise:report",
        "full": "refcheck.reporters.full:report",
        "json": "refcheck.reporters.json:report",
    }
)
STYLES: Mapping[str, str] = MappingProxyType({"apa": "refcheck.styles.apa:Apa"})
EXPORTERS: Mapping[str, str] = MappingProxyType(
    {
        "bibtex": "refcheck.exporters.bibtex:export",
        "csl-json": "refcheck.exporters.csl_json:export",
    }
)
RULES: Mapping[str, str] = MappingProxyType({})


def load(table: Mapping[str, str], name: str) -> Any:
    """Import the object a table names.

    Raises:
        KeyError: the table has no such name.
    """
    module, _, attribute = table[name].partition(":")
    return getattr(import_module(module), attribute)
