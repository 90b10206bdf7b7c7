"""The catalog's tables are the seam: what is not listed does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import refcheck
from refcheck import catalog
from refcheck.config.schema import Config
from refcheck.errors import RefcheckError

PACKAGE = Path(refcheck.__file__).parent
TABLES = {
    "readers": catalog.READERS,
    "registries": catalog.REGISTRIES,
    "reporters": catalog.REPORTERS,
    "styles": catalog.STYLES,
    "exporters": catalog.EXPORTERS,
}
PARTS = {
    "readers": {
        "base",
        "flow_writer",
        "folder",
        "knowing",
        "labelling",
        "latex_bibitem",
        "latex_flow",
        "markdown_flow",
        "segmenting",
        "sniff",
        "source",
    }
    | {"entries"}
    | {"blanks", "html_blocks", "html_declared", "html_flow", "html_known", "html_links", "html_roles", "jats_flow"},
    "registries": {
        "base",
        "cache",
        "cache_keeping",
        "http",
        "limits",
        "lock",
        "lock_changes",
        "lock_lines",
        "replies",
        "retries",
        "standing",
        "connections",
        "turns",
        "stored",
    }
    | {"crossref_dates", "crossref_kept", "crossref_record", "crossref_titles"}
    | {"answering", "json_values", "display_names"}
    | {"datacite_places", "datacite_record", "datacite_types"}
    | {"arxiv_atom", "arxiv_record", "openalex_record", "openlibrary_record"}
    | {"pubmed_dates", "pubmed_notices", "pubmed_record", "pubmed_xml"},
    "reporters": {"base", "summary"},
    "styles": {"base", "render"},
    "exporters": {"base"},
}
"""Modules that members of a package are made of, or that hold what they share."""


@pytest.mark.parametrize("package", TABLES)
def test_every_module_of_a_package_is_listed(package: str):
    modules = {path.stem for path in (PACKAGE / package).iterdir() if path.suffix == ".py" or path.is_dir()} - {"__init__", "__pycache__"}
    listed = {target.partition(":")[0].split(".")[2] for target in TABLES[package].values()}
    assert modules == listed | PARTS[package]


@pytest.mark.parametrize(("table", "name"), [(table, name) for table in (*TABLES.values(), catalog.RULES) for name in table])
def test_every_row_leads_to_something_that_can_be_called(table, name: str):
    member = catalog.load(table, name)
    assert callable(getattr(member, "check", member))


def test_codes_and_names_of_rules_are_their_own():
    rules = [catalog.load(catalog.RULES, code) for code in catalog.RULES]
    assert [rule.code for rule in rules] == list(catalog.RULES)
    assert len({rule.name for rule in rules}) == len(rules)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name) for rule in rules)


def test_every_registry_has_an_address_that_can_be_set():
    for name in catalog.REGISTRIES:
        assert hasattr(Config(), f"{name}_url")


def test_every_error_raised_on_purpose_is_a_refcheck_error():
    from refcheck import errors

    own = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]
    assert len(own) > 4
    assert all(issubclass(error, RefcheckError) for error in own)
