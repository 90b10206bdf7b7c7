"""A registry of a few written works on loopback, and the command run against it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from serving import Service

from refcheck.catalog import REGISTRIES
from refcheck.cli import main


def work(doi: str, title: str, *, print_year: int = 2020, **more: Any) -> dict[str, Any]:
    """Write a record as Crossref holds it."""
    return {
        "DOI": doi,
        "type": "journal-article",
        "title": [title],
        "author": [{"given": "Ada", "family": "Lind", "sequence": "first"}],
        "container-title": ["Journal of Rain"],
        "volume": "3",
        "issue": "2",
        "page": "11-19",
        "issued": {"date-parts": [[print_year]]},
        "published-print": {"date-parts": [[print_year, 5]]},
        **more,
    }


@dataclass
class Registered:
    """What the registries hold, in their own forms, and what they were asked."""

    service: Service
    works: dict[str, dict[str, Any]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)
    deposited: dict[str, dict[str, Any]] = field(default_factory=dict)
    """DOI -> what DataCite holds of it."""
    down: set[str] = field(default_factory=set)
    """Hosts that answer 503 to everything: "crossref", "doi"."""

    def add(self, *works: dict[str, Any]) -> None:
        self.works |= {each["DOI"].lower(): each for each in works}

    def answer(self, target: str) -> dict[str, Any]:
        parts = urlsplit(target)
        host, _, path = parts.path.strip("/").partition("/")
        if host in self.down:
            return {"status": 503, "headers": {"Retry-After": "0"}}
        if host == "doi":
            return {"json": [self.agency(unquote(doi)) for doi in path.removeprefix("doiRA/").split(",")]}
        if host == "datacite":
            return self.deposit(unquote(path.removeprefix("dois/")).lower())
        items = self.listed(path, parse_qs(parts.query))
        if items is not None:
            kind = "journal-list" if path == "journals" else "work-list"
            return {"json": {"status": "ok", "message-type": kind, "message": {"total-results": len(items), "items": items}}}
        doi = unquote(path.removeprefix("works/")).lower()
        if doi in self.aliases:
            return {"status": 301, "headers": {"Location": f"{self.service.url}/crossref/works/{self.aliases[doi]}"}}
        if doi in self.works:
            return {"json": {"status": "ok", "message-type": "work", "message": self.works[doi]}}
        return {"status": 404, "body": b"Resource not found.", "content_type": "text/plain"}

    def listed(self, path: str, query: dict[str, list[str]]) -> list[dict[str, Any]] | None:
        """Answer what is asked of Crossref as a list; None where it is asked for one work."""
        if path == "journals":
            titles = {title for each in self.works.values() for title in each["container-title"]}
            return [{"title": title, "ISSN": []} for title in sorted(titles)]
        if "query.bibliographic" in query:
            return self.found(query["query.bibliographic"][0])
        if "filter" in query:
            asked = [each.removeprefix("doi:").lower() for each in query["filter"][0].split(",")]
            return [self.works[doi] for doi in asked if doi in self.works]
        return None

    def found(self, text: str) -> list[dict[str, Any]]:
        """Give the five works that share most words with a text, as a search does: there is always something."""
        asked = set(text.lower().replace(",", " ").replace(".", " ").split())
        ranked = sorted(self.works.values(), key=lambda each: -len(asked & set(each["title"][0].lower().split())))
        return ranked[:5]

    def deposit(self, doi: str) -> dict[str, Any]:
        """Answer as DataCite does; its lists hold nothing."""
        if doi == "dois":
            return {"json": {"data": []}}
        if doi in self.deposited:
            return {"json": {"data": {"attributes": {"doi": doi, **self.deposited[doi]}}}}
        return {"status": 404, "json": {"errors": [{"title": "The resource you are looking for doesn't exist."}]}}

    def agency(self, doi: str) -> dict[str, str]:
        agency = "Crossref" if doi in self.works or doi in self.aliases else self.elsewhere.get(doi)
        return {"DOI": doi, "RA": agency} if agency else {"DOI": doi, "status": "DOI does not exist"}

    def asked(self, host: str) -> list[str]:
        """List what one host was asked."""
        return [target for target in self.service.targets if target.startswith(f"/{host}/")]


@pytest.fixture
def registered(service: Service) -> Registered:
    """Registries that know two works, one of them under an alias too."""
    held = Registered(service)
    held.add(work("10.5555/rain", "On rain in the valley"), work("10.5555/snow", "Snow upon the hills", print_year=2018))
    held.aliases["10.5555/old-rain"] = "10.5555/rain"
    held.elsewhere |= {"10.5281/data": "DataCite", "10.1400/pioggia": "mEDRA"}
    rain = {"titles": [{"title": "On rain in the valley"}], "creators": [{"name": "Lind, Ada"}], "publicationYear": 2020}
    held.deposited["10.5281/data"] = {**rain, "types": {"resourceTypeGeneral": "JournalArticle"}}
    service.route(held.answer)
    return held


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    def names(self) -> list[str]:
        """List the names of all findings."""
        return [each["name"] for part in (*self.json["references"], self.json) for each in part["diagnostics"]]

    def statuses(self) -> list[str]:
        """List what became of each reference."""
        return [each["match"]["status"] for each in self.json["references"]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, service: Service) -> Path:
    """An empty folder to work in, with its own cache and settings, and the registries on loopback."""
    folder = tmp_path / "paper"
    folder.mkdir()
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder)
    for name in ("HOME", "XDG_CONFIG_HOME", "REFCHECK_CACHE_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    for name in REGISTRIES:
        monkeypatch.setenv(f"REFCHECK_{name.upper()}_URL", f"{service.url}/{name}")
    monkeypatch.setenv("REFCHECK_TODAY", "2026-11-24")
    return folder


@pytest.fixture
def refcheck(home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Run the command in this process."""

    def run(*arguments: str) -> Done:
        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["refcheck", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capfd.readouterr()
        return Done(status=int(ended.value.code or 0), out=printed.out, err=printed.err)

    return run
