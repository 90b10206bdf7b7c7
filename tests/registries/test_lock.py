from __future__ import annotations

import json
from dataclasses import replace

import pytest

from refcheck.errors import LockError, UsageError
from refcheck.model.answers import Absent, Alias, Candidates, Elsewhere, Failed, Question, Record
from refcheck.model.dates import Date
from refcheck.registries.crossref_record import read_record
from refcheck.registries.lock import Lock, changes, read_lock, write_lock

DAY, LATER = "2026-11-24", "2026-12-01"


def record(message, day=DAY, **more):
    held = read_record(message, retrieved=day, **more)
    return Record(registry="crossref", question=held.identifier, date=day, record=held)


def absent(doi, day=DAY, registry="crossref", **more):
    return Absent(registry=registry, question=doi, date=day, **more)


@pytest.fixture
def article(written):
    return written("article-in-a-later-volume")


@pytest.fixture
def held(article):
    """A lock of three works: one registered, one not, one with another agency under an old name."""
    other = read_record({"DOI": "10.5555/prime", "title": ["P"]}, retrieved=DAY)
    return (
        Lock()
        .with_answers("doi:10.5555/tide-022-00017-4", [record(article)])
        .with_answers("doi:10.5555/none", [absent("10.5555/none", final=False), absent("10.5555/none", registry="doi")])
        .with_answers(
            "doi:10.5555/alias",
            [
                absent("10.5555/alias", final=False),
                Elsewhere(registry="doi", question="10.5555/alias", date=DAY, agency="Crossref"),
                Alias(registry="crossref", question="10.5555/alias", date=DAY, of="10.5555/prime", record=other),
            ],
        )
    )


def test_what_was_locked_is_answered_as_it_was_answered(held, article, tmp_path):
    path = tmp_path / "refcheck.lock"
    assert write_lock(path, held)
    lock = read_lock(path)
    crossref, doi = lock.registry("crossref"), lock.registry("doi")
    assert (crossref.name, doi.name) == ("crossref", "doi")
    asked = ["10.5555/tide-022-00017-4", "10.5555/none", "10.5555/alias", "10.5555/unasked"]
    answers = crossref.look_up(asked)
    assert answers["10.5555/tide-022-00017-4"] == record(article)
    assert answers["10.5555/none"] == absent("10.5555/none", final=False)
    assert isinstance(answers["10.5555/alias"], Alias)
    assert answers["10.5555/alias"].record.reference.title == "P"
    assert "10.5555/unasked" not in answers
    assert doi.look_up(asked) == {
        "10.5555/none": absent("10.5555/none", registry="doi"),
        "10.5555/alias": Elsewhere(registry="doi", question="10.5555/alias", date=DAY, agency="Crossref"),
    }


def test_what_only_a_list_left_out_is_no_answer_to_a_question_asked_alone(held):
    assert held.registry("crossref").look_up(["10.5555/none"], alone=True) == {}
    assert held.registry("doi").look_up(["10.5555/none"], alone=True) != {}


def test_a_locked_work_is_known_by_its_fingerprint(held):
    assert held.knows("doi:10.5555/none")
    assert not held.knows("doi:10.5555/tide")
    assert not held.knows("")


def test_a_failure_is_never_written(held):
    failed = Failed(registry="doi", question="10.5555/x", date=DAY, cause="network")
    assert held.with_answers("doi:10.5555/x", [absent("10.5555/x"), failed]) == held


def test_nothing_is_written_of_what_was_not_asked_or_has_no_fingerprint(held):
    assert held.with_answers("doi:10.5555/x", []) == held
    assert held.with_answers("", [absent("10.5555/x")]) == held


def test_a_failure_leaves_what_stood_before(held, article):
    failed = Failed(registry="crossref", question="10.5555/tide-022-00017-4", date=LATER, cause="network")
    after = held.with_answers("doi:10.5555/tide-022-00017-4", [failed])
    assert after.registry("crossref").look_up(["10.5555/tide-022-00017-4"]) == {"10.5555/tide-022-00017-4": record(article)}


def test_the_file_holds_no_counts_abstracts_affiliations_or_orcids(held):
    text = held.text()
    for word in ("is-referenced-by-count", "jats", "Institute of the Sea", "orcid", "affiliation", "timestamp"):
        assert word not in text


def test_the_file_is_json_lines_in_order_behind_a_header(held):
    header, *lines = held.text().splitlines()
    assert json.loads(header) == {"lock": 1}
    loaded = [json.loads(line) for line in lines]
    assert [line["kind"] for line in loaded] == ["answer"] * 3 + ["record"] * 2
    assert [line.get("fingerprint", line.get("identifier")) for line in loaded] == [
        "doi:10.5555/alias",
        "doi:10.5555/none",
        "doi:10.5555/tide-022-00017-4",
        "10.5555/prime",
        "10.5555/tide-022-00017-4",
    ]
    assert loaded[3]["digest"].startswith("sha256:")


def test_an_unchanged_lock_is_not_written_again(held, tmp_path):
    path = tmp_path / "refcheck.lock"
    assert write_lock(path, held)
    stamp = path.stat().st_mtime_ns
    assert not write_lock(path, read_lock(path))
    assert path.stat().st_mtime_ns == stamp
    assert list(tmp_path.iterdir()) == [path]


def test_a_lock_that_cannot_be_written_is_one_clear_line_and_leaves_nothing_behind(held, tmp_path):
    with pytest.raises(UsageError, match=r"^.*no-such-folder.refcheck\.lock: the lock cannot be written: No such file or directory$"):
        write_lock(tmp_path / "no-such-folder" / "refcheck.lock", held)
    (tmp_path / "refcheck.lock").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        write_lock(tmp_path / "refcheck.lock", held)
    assert [path.name for path in tmp_path.iterdir()] == ["refcheck.lock"]


def test_odd_characters_go_through_the_file(tmp_path):
    title = "a\u2028b\x85c \ud800"
    lock = Lock().with_answers("x", [record({"DOI": "10.5555/x", "title": [title]})])
    write_lock(tmp_path / "l", lock)
    assert read_lock(tmp_path / "l").records["crossref", "10.5555/x"].answer["title"] == [title]


def test_a_lock_that_is_not_there_is_empty(tmp_path):
    assert read_lock(tmp_path / "refcheck.lock") == Lock()


def test_what_is_no_longer_cited_is_pruned_with_its_record(held):
    kept = held.pruned({"doi:10.5555/alias", "doi:10.5555/other"})
    assert list(kept.answers) == ["doi:10.5555/alias"]
    assert list(kept.records) == [("crossref", "10.5555/prime")]
    assert held.pruned(held.answers) == held


# After a merge


def merged(tmp_path, *texts):
    path = tmp_path / "refcheck.lock"
    path.write_text("".join(texts), encoding="utf-8")
    return read_lock(path)


def test_of_duplicate_lines_the_newest_wins_in_whatever_order_they_stand(held, article, tmp_path):
    fresh = held.with_answers("doi:10.5555/tide-022-00017-4", [record({**article, "volume": "42"}, LATER)])
    for texts in ((held.text(), fresh.text()), (fresh.text(), held.text())):
        lock = merged(tmp_path, *texts)
        assert lock == fresh
        answer = lock.registry("crossref").look_up(["10.5555/tide-022-00017-4"])["10.5555/tide-022-00017-4"]
        assert (answer.record.reference.volume, answer.record.retrieved, answer.date) == ("42", LATER, LATER)


def test_blank_lines_windows_line_ends_and_a_byte_order_mark_are_legal(held, tmp_path):
    assert merged(tmp_path, "\ufeff", held.text().replace("\n", "\r\n\r\n")) == held


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("<<<<<<< HEAD", "a merge was left unfinished here; both sides may stay, the marks must go"),
        ("not JSON", "this is no JSON"),
        ("[1]", "this is neither a record nor an answer"),
        ('{"kind": "note"}', "this is neither a record nor an answer"),
        ('{"kind": "answer", "fingerprint": "x"}', "this is neither a record nor an answer"),
        ('{"kind": "answer", "fingerprint": "x", "asked": [{}]}', "an answer must say registry, identifier, status and date"),
        ('{"kind": "record", "registry": "crossref"}', "the record lacks a part of what a record has"),
        ('{"lock": 2}', "a lock of version 2; this refcheck reads version 1"),
    ],
)
def test_damage_is_one_clear_line_with_its_place(held, tmp_path, line, fault):
    with pytest.raises(LockError) as raised:
        merged(tmp_path, held.text(), line, "\n")
    assert str(raised.value) == f"{tmp_path / 'refcheck.lock'}, line 7: {fault}; mend or remove the line and run refcheck lock"


def test_a_record_changed_by_hand_is_damage(held, tmp_path):
    with pytest.raises(LockError, match=r"line 6: the record of 10.5555/tide-022-00017-4 is not the one that was locked"):
        merged(tmp_path, held.text().replace('"volume": "41"', '"volume": "14"'))


@pytest.mark.parametrize("odd", ['"inferred": "volume"', '"sources": []'])
def test_odd_sources_are_damage(held, tmp_path, odd):
    with pytest.raises(LockError, match="must be a list"):
        merged(tmp_path, held.text().replace('"digest"', f'{odd}, "digest"', 1))


def test_a_lock_without_its_header_is_damage(held, tmp_path):
    with pytest.raises(LockError, match=r"line 1: a lock begins with"):
        merged(tmp_path, held.text().partition("\n")[2])


def test_an_empty_file_is_damage(tmp_path):
    with pytest.raises(LockError, match="the lock is empty"):
        merged(tmp_path, "\n")


def test_a_file_that_is_no_text_or_no_file_is_one_clear_line(tmp_path):
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LockError, match="not UTF-8"):
        read_lock(tmp_path / "binary")
    with pytest.raises(LockError, match="cannot be read: Is a directory"):
        read_lock(tmp_path)


def test_lines_of_registries_and_kinds_that_are_not_known_stay_and_answer_nothing(held, tmp_path):
    """A later refcheck may have written them."""
    own = held.text().replace('"crossref", "identifier": "10.5555/prime"', '"library", "identifier": "10.5555/prime"')
    asked = [
        {"registry": "library", "identifier": "10.5555/prime", "status": "record", "date": DAY},
        {"registry": "crossref", "identifier": "q", "status": "maybe", "date": DAY},
    ]
    more = json.dumps({"kind": "answer", "fingerprint": "z", "asked": asked}) + "\n"
    lock = merged(tmp_path, own, more)
    assert lock.registry("library").look_up(["10.5555/prime"]) == {}
    assert lock.registry("crossref").look_up(["q", "10.5555/alias"]) == {}
    assert '"registry": "library"' in lock.text()
    other = replace(lock.records["library", "10.5555/prime"], answer={"DOI": "10.5555/prime"})
    assert changes(lock, replace(lock, records={("library", "10.5555/prime"): other})) == ()


# Records written down by a person


@pytest.fixture
def transcribed(article, tmp_path):
    lock = Lock().with_answers("x", [record(article, provenance="transcribed", inferred=frozenset({"volume"}))])
    key = ("crossref", "10.5555/tide-022-00017-4")
    return replace(lock, records={key: replace(lock.records[key], sources={"volume": "the shelf"})})


def test_a_transcribed_record_says_so_and_what_is_inferred(transcribed, tmp_path):
    lock = merged(tmp_path, transcribed.text())
    answer = lock.registry("crossref").look_up(["10.5555/tide-022-00017-4"])["10.5555/tide-022-00017-4"]
    assert (answer.record.provenance, answer.record.inferred) == ("transcribed", {"volume"})
    assert lock.text() == transcribed.text()


def test_locking_again_keeps_the_sources_of_a_transcribed_record(transcribed, article):
    answer = transcribed.registry("crossref").look_up(["10.5555/tide-022-00017-4"])["10.5555/tide-022-00017-4"]
    again = transcribed.with_answers("y", [answer])
    assert again.records == transcribed.records


def test_the_registrys_own_record_takes_the_place_of_a_transcribed_one(transcribed, article):
    after = transcribed.with_answers("x", [record(article, LATER)])
    assert after.records["crossref", "10.5555/tide-022-00017-4"].provenance == "registry"
    assert "sources" not in after.text()


# What the registries changed


def test_changes_are_told_with_new_retractions_first(article, written):
    zebra = {
        "DOI": "10.5555/zebra",
        "title": ["Z"],
        "updated-by": [{"DOI": "10.5555/c", "type": "correction"}, {"DOI": "10.5555/e", "type": "erratum"}],
    }
    before = Lock().with_answers("t", [record(article)]).with_answers("z", [record(zebra)])
    notices = [{"DOI": "10.5555/n", "type": "retraction", "source": "retraction-watch"}, {"DOI": "10.5555/m", "type": "new_version"}]
    notices += [{"DOI": "10.5555/e", "type": "erratum"}, {"DOI": "10.5555/n", "type": "retraction", "source": "publisher"}]
    fresh = {**article, "volume": "42", "title": ["Salt"], "page": "9-11", "publisher": None, "language": "", "edition-number": "2"}
    after = before.with_answers("z", [record({**zebra, "updated-by": notices}, LATER)]).with_answers("t", [record(fresh, LATER)])
    assert changes(before, after) == (
        "10.5555/zebra: new retraction 10.5555/n, says retraction-watch and publisher",
        "10.5555/zebra: new new version 10.5555/m",
        "10.5555/zebra: no longer lists the correction 10.5555/c",
        "10.5555/tide-022-00017-4: title is Salt, was Salt & tide: the Zostera meadows of H2S-rich lagoons",
        "10.5555/tide-022-00017-4: volume is 42, was 41",
        "10.5555/tide-022-00017-4: page is 9-11, was 17",
        "10.5555/tide-022-00017-4: publisher is no longer given, was Estuary Press",
        "10.5555/tide-022-00017-4: language is no longer given, was en",
        "10.5555/tide-022-00017-4: edition is now given: 2",
    )


def test_a_date_that_came_is_told_under_its_registered_name(article):
    before = Lock().with_answers("t", [record(article)])
    after = before.with_answers("t", [record({**article, "published-print": {"date-parts": [[2023, 3]]}}, LATER)])
    assert changes(before, after) == ("10.5555/tide-022-00017-4: published-print is now given: 2023-03",)


def test_people_who_came_are_told_by_name(article):
    before = Lock().with_answers("t", [record({**article, "author": [{"family": "A"}]})])
    after = before.with_answers("t", [record({**article, "author": [{"family": "A"}, {"family": "B", "given": "C."}]}, LATER)])
    assert changes(before, after) == ("10.5555/tide-022-00017-4: author is A; B, C., was A",)


def test_what_came_or_went_or_stayed_is_no_change(held, article):
    assert changes(Lock(), held) == changes(held, Lock()) == changes(held, held) == ()
    assert changes(held, held.with_answers("doi:10.5555/tide-022-00017-4", [record({**article, "is-referenced-by-count": 8}, LATER)])) == ()


# The lock of this repository


def test_the_lock_of_this_repository_holds_its_two_articles(root):
    lock = read_lock(root / "references" / "refcheck.lock")
    assert lock.knows("doi:10.1186/s12906-022-03814-8")
    assert lock.knows("doi:10.1002/14651858.cd007834.pub3")
    answers = lock.registry("crossref").look_up(["10.1186/s12906-022-03814-8", "10.1002/14651858.cd007834.pub3"])
    first, second = (answer.record for answer in answers.values())
    assert first.issued_from == "journal-issue.published-online"
    assert first.reference.issued == Date(year=2023, month=12)
    assert first.issued_from in first.inferred
    assert first.dates["published-online"] == Date(year=2022, month=12, day=31)
    assert "published-online" not in first.inferred
    assert second.reference.issued == Date(year=2019, month=1, day=4)
    assert {first.provenance, second.provenance} == {"transcribed"}


def test_the_lock_of_this_repository_stands_as_it_would_be_written(root):
    path = root / "references" / "refcheck.lock"
    assert read_lock(path).text() == path.read_text(encoding="utf-8")


def test_a_search_is_locked_with_the_candidates_that_matter(article, tmp_path):
    """The name of the question is kept, never its text; the whole record takes the place of the searched one."""
    full = record(article)
    part = read_record({key: article[key] for key in ("DOI", "title", "type")}, retrieved=DAY)
    question = Question("crossref", "search:1", query="Tides of the north")
    searched = Candidates(registry="crossref", question="search:1", date=DAY, records=(part,))
    held = Lock().with_answers("title:tides by:lind", [searched, full])
    path = tmp_path / "refcheck.lock"
    write_lock(path, held)
    assert "Tides of the north" not in path.read_text(encoding="utf-8")
    locked = read_lock(path)
    answer = locked.registry("crossref").search([question])["search:1"]
    assert answer.records == (full.record,)
    other = Question("crossref", "search:1", query="Tides of the north, year corrected")
    assert locked.registry("crossref").search([other]) == {"search:1": answer}
    assert locked.pruned(["title:tides by:lind"]) == locked
    assert locked.pruned([]) == Lock()


def test_a_search_that_found_nothing_is_locked_too():
    searched = Candidates(registry="crossref", question="search:1", date=DAY)
    held = Lock().with_answers("title:tides by:lind", [searched])
    assert held.registry("crossref").search([Question("crossref", "search:1", query="x")]) == {"search:1": searched}
