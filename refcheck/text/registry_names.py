"""What registries are called in sentences for people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

REGISTRY_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "arxiv": "arXiv",
        "crossref": "Crossref",
        "datacite": "DataCite",
        "doi": "doi.org",
        "openalex": "OpenAlex",
        "openlibrary": "Open Library",
        "pubmed": "PubMed",
    }
)
"""Name of a registry in the program -> the name it gives itself."""


def registry_name(name: str) -> str:
    """Give the registry's own name; an unknown one stays as it is."""
    return REGISTRY_NAMES.get(name, name)
