"""The clients of the other registries against the emulator: the same works under other names, and no absence that is a fault."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from refcheck import catalog
from refcheck.compare.contributors import same_person
from refcheck.config.schema import Config
from refcheck.model.answers import Absent, Elsewhere, Failed, Record
from refcheck.registries.http import Http
from refcheck.text.folding import squeeze

HOSTS = {
    "arxiv": "export.arxiv.org",
    "crossref": "api.crossref.org",
    "datacite": "api.datacite.org",
    "doi": "doi.org",
    "openalex": "api.openalex.org",
    "openlibrary": "openlibrary.org",
    "pubmed": "eutils.ncbi.nlm.nih.gov",
}
FAULTS = "500=5,429=5,reset=3,truncate=4,html200=3"


class Clients:
    """All live clients at one emulator."""

    def __init__(self, http: Http, address: str) -> None:
        self._http, self._address = http, address
        urls = {f"{name}_url": f"{address}/@{host}" for name, host in HOSTS.items()}
        self._config = Config(mailto="tests@example.org", today=dt.date(2026, 11, 24), openalex_key="k3y-of-tests", **urls)

    def ask(self, name: str, identifiers, **options):
        client = catalog.load(catalog.REGISTRIES, name)(self._http, getattr(self._config, f"{name}_url"), self._config)
        return client.look_up(identifiers, **options)


def run(data, tools, *options: str) -> Iterator[Clients]:
    records = [str(data / "records.jsonl.gz"), "registry/fixtures/arxiv.jsonl"]
    command = [sys.executable, "-m", "registry", "--http", "0", *options, *records]
    with subprocess.Popen(command, cwd=tools, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        address = next((line.split()[-1] for line in process.stdout if line.startswith("ready")), None)
        assert address, "the emulator does not start"
        with Http(mailto="tests@example.org") as http:
            yield Clients(http, address)
        process.terminate()


@pytest.fixture(scope="module")
def sound(data, tools):
    yield from run(data, tools)


@pytest.fixture(scope="module")
def faulty(data, tools):
    yield from run(data, tools, "--fault", FAULTS)


@pytest.fixture(scope="module")
def dois(data):
    """Works of all kinds that have a title."""
    found = json.loads((data / "phenomena.json").read_text(encoding="utf-8"))
    untitled = {*found["no title"]["examples"], *found["type=component"]["examples"]}
    return sorted({doi.lower() for row in found.values() for doi in row["examples"][:4] if doi not in untitled})


def same_people(registered, other) -> bool:
    return len(registered) == len(other) and all(same_person(one, two) for one, two in zip(registered, other, strict=True))


def test_openalex_and_pubmed_tell_the_same_of_a_work_as_crossref(sound, dois):
    crossref = {doi: answer.record.reference for doi, answer in sound.ask("crossref", dois).items()}
    openalex = {doi: answer.record.reference for doi, answer in sound.ask("openalex", dois).items()}
    articles = sound.ask("pubmed", [f"pmid:{reference.pmid}" for reference in openalex.values()])
    pubmed = dict(zip(openalex, (answer.record.reference for answer in articles.values()), strict=True))
    assert all(pubmed[doi].doi == crossref[doi].doi == openalex[doi].doi for doi in dois)
    for other in (openalex, pubmed):
        titles = [doi for doi in dois if squeeze(other[doi].title or "")[:20] != squeeze(crossref[doi].title or "")[:20]]
        assert len(titles) <= len(dois) * 0.05
    people = [doi for doi in dois if crossref[doi].author and not same_people(crossref[doi].author, openalex[doi].author)]
    assert len(people) <= len(dois) * 0.03


def test_a_preprint_is_found_at_arxiv_and_at_datacite(sound):
    papers = sound.ask("arxiv", ["1706.03762", "1412.6980v1", "9912.99999"])
    assert [isinstance(answer, Record) for answer in papers.values()] == [True, True, False]
    doi = "10.48550/arxiv.1706.03762"
    assert sound.ask("datacite", [doi])[doi] == Absent(registry="datacite", question=doi, date="2026-11-24", final=False)
    alone = sound.ask("datacite", [doi], alone=True)[doi]
    assert alone.record.reference.title == papers["1706.03762"].record.reference.title
    assert alone.record.reference.author == papers["1706.03762"].record.reference.author


def test_a_handle_tells_whether_a_doi_is_registered(sound, dois):
    answers = sound.ask("doi", [dois[0], "10.5555/unregistered"], alone=True)
    assert [type(answer) for answer in answers.values()] == [Elsewhere, Absent]


def test_what_a_registry_does_not_hold_is_absent(sound):
    """The emulator answers for Open Library in the form of its search, which is no answer about books."""
    assert [type(answer) for answer in sound.ask("openlibrary", ["9780306406157"]).values()] == [Failed]
    assert [answer.final for answer in sound.ask("pubmed", ["pmid:1"]).values()] == [True]
    assert [answer.final for answer in sound.ask("pubmed", ["pmcid:pmc1"]).values()] == [False]


def test_a_fault_is_never_taken_for_an_absence(faulty, dois):
    some = dois[:4]
    asked = {
        "openalex": some,
        "pubmed": [
            f"pmid:{answer.record.reference.pmid}" for answer in faulty.ask("openalex", some).values() if isinstance(answer, Record)
        ],
        "doi": some,
        "datacite": ["10.48550/arxiv.1706.03762", "10.48550/arxiv.1412.6980"],
    }
    for name, identifiers in asked.items():
        answers = faulty.ask(name, identifiers, alone=True)
        assert all(isinstance(answer, Record | Elsewhere | Failed) for answer in answers.values())
