from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from math import inf

import pytest

from refcheck.model.answers import Absent, Alias, Candidates, Elsewhere, Failed, Question, Record
from refcheck.registries.cache import EVIDENCE_DAYS, Cache
from refcheck.registries.cache_keeping import clear, holdings
from refcheck.registries.crossref_record import read_record

DAY = "2026-11-24"


def asked(answers, registry="crossref"):
    """Put answers under the questions they answer."""
    return {Question(registry, identifier): answer for identifier, answer in answers.items()}


def opened(path, today=DAY):
    return Cache(path / "deep" / "records.sqlite", today=today)


@pytest.fixture
def answers(written):
    article = read_record(written("article-in-a-later-volume"), retrieved=DAY)
    given = [
        Record(registry="crossref", question=article.identifier, date=DAY, record=article),
        Alias(registry="crossref", question="10.5555/alias", date=DAY, of=article.identifier, record=article),
        Absent(registry="crossref", question="10.5555/left-out", date=DAY, final=False),
        Absent(registry="crossref", question="10.5555/none", date=DAY),
        Failed(registry="crossref", question="10.5555/failed", date=DAY, cause="network"),
    ]
    return {answer.question: answer for answer in given}


@pytest.fixture
def cache(tmp_path, answers):
    held = opened(tmp_path)
    held.keeper("crossref")(asked(answers))
    yield held
    held.close()


def test_answers_are_given_back_as_they_were(cache, answers):
    given = cache.registry("crossref").look_up([*answers, "10.5555/unasked"])
    assert cache.registry("crossref").name == "crossref"
    assert given == {doi: answer for doi, answer in answers.items() if not isinstance(answer, Failed)}
    assert cache.warnings == []


def test_a_failure_is_never_stored(cache):
    assert cache.registry("crossref", at_least=inf).look_up(["10.5555/failed"]) == {}


def test_a_batch_and_a_question_alone_share_a_record(cache, answers):
    asked = list(answers)
    alone = cache.registry("crossref").look_up(asked, alone=True)
    assert sorted(alone) == ["10.5555/alias", "10.5555/none", "10.5555/tide-022-00017-4"]


def test_the_kept_answer_is_without_references_abstract_and_links(cache):
    answer = cache.registry("crossref").look_up(["10.5555/tide-022-00017-4"])["10.5555/tide-022-00017-4"]
    assert answer.record.answer.keys().isdisjoint({"reference", "abstract", "link"})


@pytest.mark.parametrize(
    ("today", "held"),
    [
        ("2026-11-24", ["10.5555/alias", "10.5555/left-out", "10.5555/none", "10.5555/tide-022-00017-4"]),
        ("2026-11-25", ["10.5555/alias", "10.5555/tide-022-00017-4"]),
        ("2026-11-30", ["10.5555/alias", "10.5555/tide-022-00017-4"]),
        ("2026-12-01", []),
    ],
)
def test_records_count_for_a_week_with_their_notices_and_absences_for_a_day(cache, answers, tmp_path, today, held):
    cache.close()
    later = opened(tmp_path, today)
    assert sorted(later.registry("crossref").look_up(list(answers))) == held
    assert len(later.registry("crossref", at_least=inf).look_up(list(answers))) == 4
    later.close()


@pytest.mark.parametrize(("today", "held"), [("2026-12-23", ["10.5555/alias", "10.5555/tide-022-00017-4"]), ("2026-12-24", [])])
def test_a_record_stands_in_for_its_registry_for_a_month_and_an_absence_never(cache, answers, tmp_path, today, held):
    cache.close()
    later = opened(tmp_path, today)
    assert sorted(later.registry("crossref", at_least=EVIDENCE_DAYS).look_up(list(answers))) == held
    later.close()


def test_a_search_is_kept_by_its_text(cache, answers):
    """The same text gives the same candidates; a corrected title is searched for anew."""
    article = answers["10.5555/tide-022-00017-4"].record
    question = Question("crossref", "search:1", query="Tides of the north")
    found = Candidates(registry="crossref", question="search:1", date=DAY, records=(article,))
    nothing = Question("crossref", "search:2", query="A made-up work")
    empty = Candidates(registry="crossref", question="search:2", date=DAY)
    cache.store("crossref", {question: found, nothing: empty})
    held = cache.registry("crossref")
    assert held.search([question, nothing]) == {"search:1": found, "search:2": empty}
    assert held.search([Question("crossref", "search:1", query="Tides of the south")]) == {}


def test_registries_do_not_see_each_others_answers(cache):
    cache.store("doi", asked({"10.5555/none": Elsewhere(registry="doi", question="10.5555/none", date=DAY, agency="DataCite")}, "doi"))
    assert isinstance(cache.registry("crossref").look_up(["10.5555/none"])["10.5555/none"], Absent)
    assert cache.registry("doi").look_up(["10.5555/none"])["10.5555/none"].agency == "DataCite"


def test_a_newer_answer_takes_the_place_of_an_older_one(cache):
    cache.store("crossref", asked({"10.5555/left-out": Absent(registry="crossref", question="10.5555/left-out", date=DAY, final=True)}))
    assert cache.registry("crossref").look_up(["10.5555/left-out"], alone=True)["10.5555/left-out"].final


def test_thousands_of_identifiers_are_looked_up(tmp_path):
    cache = opened(tmp_path)
    many = {f"10.5555/{number}": Absent(registry="crossref", question=f"10.5555/{number}", date=DAY) for number in range(2500)}
    cache.store("crossref", asked(many))
    assert cache.registry("crossref").look_up(list(many)) == many
    cache.close()


def test_nothing_to_store_writes_nothing(cache):
    cache.store("crossref", {})
    assert cache.warnings == []


# What is wrong with the file costs one warning and no more


def test_a_file_that_is_no_database_is_one_warning(tmp_path, answers):
    path = tmp_path / "deep" / "records.sqlite"
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 500)
    cache = opened(tmp_path)
    cache.store("crossref", asked(answers))
    assert cache.registry("crossref").look_up(list(answers)) == {}
    assert cache.warnings == [f"{path}: the cache is not used: file is not a database"]


def test_a_folder_that_cannot_be_made_is_one_warning(tmp_path, answers):
    (tmp_path / "deep").write_text("a file")
    cache = opened(tmp_path)
    cache.store("crossref", asked(answers))
    assert cache.registry("crossref").look_up(list(answers)) == {}
    assert len(cache.warnings) == 1


def test_a_cache_that_another_process_locks_is_one_warning(cache, answers, tmp_path, monkeypatch):
    cache._file.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(tmp_path / "deep" / "records.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    cache.store("crossref", asked(answers))
    cache.store("crossref", asked(answers))
    assert cache.registry("crossref").look_up(list(answers)) == {}
    assert len(cache.warnings) == 1
    assert "locked" in cache.warnings[0]
    other.close()


def test_a_table_that_is_gone_is_one_warning(cache, answers):
    cache._file.execute("DROP TABLE answers_1")
    assert cache.registry("crossref").look_up(list(answers)) == {}
    assert len(cache.warnings) == 1


@pytest.mark.parametrize(
    "damage", ["told = '{'", "told = '[]'", "told = '{}'", "date = 'soon'", "answer = '{'", "answer = '[]'", "answer = NULL"]
)
def test_a_damaged_row_is_left_out(cache, damage):
    cache._file.execute(f"UPDATE answers_1 SET {damage} WHERE identifier = '10.5555/tide-022-00017-4'")  # noqa: S608 - written here
    given = cache.registry("crossref", at_least=inf).look_up(["10.5555/tide-022-00017-4", "10.5555/none"])
    assert list(given) == ["10.5555/none"]
    assert cache.warnings == []


WRITER = """
import sys
from pathlib import Path
from refcheck.model.answers import Absent, Question
from refcheck.registries.cache import Cache
cache = Cache(Path(sys.argv[1]), today="2026-11-24")
for number in range(40):
    doi = f"10.5555/{sys.argv[2]}.{number}"
    cache.store("crossref", {Question("crossref", doi): Absent(registry="crossref", question=doi, date="2026-11-24")})
cache.close()
sys.exit(len(cache.warnings))
"""


def test_two_processes_share_a_cache(tmp_path):
    path = tmp_path / "deep" / "records.sqlite"
    running = [subprocess.Popen([sys.executable, "-c", WRITER, path, name], env=dict(os.environ)) for name in ("a", "b")]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    cache = opened(tmp_path)
    asked = [f"10.5555/{name}.{number}" for name in ("a", "b") for number in range(40)]
    assert len(cache.registry("crossref").look_up(asked)) == 80
    cache.close()


def test_half_a_surrogate_pair_in_an_answer_is_kept_as_it_came(tmp_path):
    """JSON can spell it, no file can hold it: it must neither end the run nor keep the file locked."""
    record = read_record({"DOI": "10.5555/half", "title": ["Tides \ud83d and après"]}, retrieved=DAY)
    half = Record(registry="crossref", question="10.5555/half", date=DAY, record=record)
    cache = opened(tmp_path)
    cache.store("crossref", asked({"10.5555/half": half}))
    assert cache.registry("crossref").look_up(["10.5555/half"]) == {"10.5555/half": half}
    assert cache.warnings == []
    cache.close()


@pytest.mark.parametrize(
    "damage", ["UPDATE answers_1 SET told = ? WHERE answer IS NOT NULL", "UPDATE answers_1 SET answer = ? WHERE answer IS NOT NULL"]
)
def test_a_row_nested_without_end_is_left_out(tmp_path, cache, damage):
    with sqlite3.connect(tmp_path / "deep" / "records.sqlite") as file:
        file.execute(damage, ["[" * 100_000])
    assert sorted(cache.registry("crossref").look_up(["10.5555/alias", "10.5555/none"])) == ["10.5555/none"]
    assert cache.warnings == []


def test_a_damaged_file_whose_complaint_is_no_text_costs_one_warning(tmp_path):
    """SQLite names the damaged part of the file in its own bytes."""
    opened(tmp_path).close()
    path = tmp_path / "deep" / "records.sqlite"
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE", b"CREATE TABL\xff"))
    cache = opened(tmp_path)
    assert len(cache.warnings) == 1
    assert cache.registry("crossref").look_up(["10.5555/none"]) == {}
    with pytest.raises(sqlite3.Error):
        holdings(path)
    with pytest.raises(sqlite3.Error):
        clear(path, registry="crossref")
    assert clear(path) is None
    assert not path.exists()
