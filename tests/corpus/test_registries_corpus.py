"""The live clients against the registry emulator, with its limits on and with faults."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator

import pytest

from refcheck.config.schema import Config
from refcheck.model.answers import Absent, Elsewhere, Record
from refcheck.registries.crossref import Crossref
from refcheck.registries.doi_ra import DoiRa
from refcheck.registries.http import Http

FAULTS = "500=5,429=5,reset=3,truncate=4,html200=3"


class Emulator:
    def __init__(self, address: str) -> None:
        self.crossref, self.doi, self._control = f"{address}/@api.crossref.org", f"{address}/@doi.org", f"{address}/__emu/stats"

    def statuses(self) -> set[str]:
        """List the statuses it has answered with."""
        with urllib.request.urlopen(self._control) as answer:  # noqa: S310 - loopback
            return {status for host in json.load(answer)["stats"].values() for status in host["status"]}


def run(data, tools, *options: str) -> Iterator[Emulator]:
    command = [sys.executable, "-m", "registry", "--http", "0", "--limits", "crossref", *options, str(data / "records.jsonl.gz")]
    with subprocess.Popen(command, cwd=tools, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        address = next((line.split()[-1] for line in process.stdout if line.startswith("ready")), None)
        assert address, "the emulator does not start"
        yield Emulator(address)
        process.terminate()


@pytest.fixture(scope="module")
def sound(data, tools):
    yield from run(data, tools)


@pytest.fixture(scope="module")
def faulty(data, tools):
    yield from run(data, tools, "--fault", FAULTS)


@pytest.fixture(scope="module")
def dois(data):
    """Works of all kinds; the emulator knows none without a title."""
    found = json.loads((data / "phenomena.json").read_text(encoding="utf-8"))
    untitled = {*found["no title"]["examples"], *found["type=component"]["examples"]}
    return sorted({doi.lower() for row in found.values() for doi in row["examples"][:2] if doi not in untitled})


@pytest.fixture
def config():
    return Config(mailto="tests@example.org", today=dt.date(2026, 11, 24))


def test_a_registry_with_limits_never_has_to_turn_the_client_away(sound, dois, config):
    with Http(mailto=config.mailto) as http:
        crossref = Crossref(http, sound.crossref, config)
        answers = crossref.look_up([*dois, "10.5555/unregistered"])
        alone = crossref.look_up([*dois[:8], "10.5555/unregistered"], alone=True)
        agencies = DoiRa(http, sound.doi, config).look_up([dois[0], "10.5555/unregistered"])
        sent = http.requests
    assert {doi for doi, answer in answers.items() if isinstance(answer, Record)} == set(dois)
    assert isinstance(alone["10.5555/unregistered"], Absent)
    assert [type(answer) for answer in agencies.values()] == [Elsewhere, Absent]
    assert sound.statuses() == {"200", "404"}
    assert sent <= len(dois) // 40 + 1 + 9 + 1


def test_passing_faults_cost_no_answer(faulty, dois, config):
    with Http(mailto=config.mailto) as http:
        answers = Crossref(http, faulty.crossref, config).look_up(dois[:15], alone=True)
    assert all(isinstance(answer, Record) for answer in answers.values())
