"""Rounds of questions: each asked once, in batches, handed back in input order."""

from __future__ import annotations

import json
import signal
import threading
from pathlib import Path

import pytest

from refcheck.engine.examination import author_year_lists
from refcheck.engine.rounds import Chain, Inquiry, match_all
from refcheck.model.answers import Failed, Question
from refcheck.model.identifiers import Doi
from refcheck.model.matches import Found, NotFound, Skipped, Unreachable
from refcheck.model.references import CitedReference, Origin, Reference, Span
from refcheck.registries.lock import Lock, read_lock

TODAY = "2026-11-24"


def cited(doi: str | None, place: int = 1) -> CitedReference:
    return CitedReference(reference=Reference(doi=Doi(doi) if doi else None), id=str(place))


@pytest.fixture
def lock(tmp_path: Path) -> Lock:
    """A lock that knows a work, and a DOI that is registered nowhere."""
    path = tmp_path / "refcheck.lock"
    lines = [
        {"lock": 1},
        {"kind": "answer", "fingerprint": "doi:10.5555/a", "asked": [asked("crossref", "10.5555/a", "record")]},
        {
            "kind": "answer",
            "fingerprint": "doi:10.5555/b",
            "asked": [asked("crossref", "10.5555/b", "absent"), asked("doi", "10.5555/b", "absent")],
        },
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    held = read_lock(path)
    record = {"DOI": "10.5555/a", "type": "journal-article", "title": ["Rain"], "issued": {"date-parts": [[2020]]}}
    from refcheck.model.answers import Record
    from refcheck.registries.crossref_record import read_record

    answer = Record(registry="crossref", question="10.5555/a", date=TODAY, record=read_record(record, retrieved=TODAY))
    return held.with_answers("doi:10.5555/a", [answer])


def asked(registry: str, identifier: str, status: str) -> dict:
    return {"registry": registry, "identifier": identifier, "status": status, "date": TODAY}


def chains(lock: Lock) -> dict[str, Chain]:
    return {name: Chain(sources=(lock.registry(name),), unanswered="not-locked") for name in ("crossref", "doi")}


def test_matches_come_in_input_order_whatever_the_round(lock: Lock):
    inquiry = Inquiry(chains(lock), TODAY)
    matches = match_all([cited("10.5555/b"), cited(None), cited("10.5555/A"), cited("10.5555/c"), cited("10.5555/a")], inquiry)
    assert [type(match) for match in matches] == [NotFound, Skipped, Found, Unreachable, Found]


def test_each_question_is_asked_once_for_all_who_have_it(lock: Lock):
    inquiry = Inquiry(chains(lock), TODAY)
    match_all([cited("10.5555/a"), cited("10.5555/A"), cited("10.5555/b")], inquiry)
    assert set(inquiry.answers) == {Question("crossref", "10.5555/a"), Question("crossref", "10.5555/b"), Question("doi", "10.5555/b")}


def test_what_has_an_answer_is_not_asked_again(lock: Lock):
    inquiry = Inquiry(chains(lock), TODAY)
    inquiry.ask([Question("crossref", "10.5555/a")])
    before = dict(inquiry.answers)
    inquiry.ask([Question("crossref", "10.5555/a")])
    assert inquiry.answers == before


def test_an_interruption_ends_the_asking_and_keeps_the_answers(lock: Lock):
    class Impatient:
        name = "doi"

        def look_up(self, identifiers, *, alone=False):
            raise KeyboardInterrupt

    held = {"crossref": Chain(sources=(lock.registry("crossref"),)), "doi": Chain(sources=(Impatient(),))}
    inquiry = Inquiry(held, TODAY)
    matches = match_all([cited("10.5555/a"), cited("10.5555/b")], inquiry)
    assert [type(match) for match in matches] == [Found, Unreachable]
    assert inquiry.interrupted
    inquiry.ask([Question("crossref", "10.5555/B", alone=True)])
    assert inquiry.answers[Question("crossref", "10.5555/B", alone=True)].cause == "interrupted"


class Service:
    """A source that answers only when it is told to, in a thread of its own."""

    def __init__(self, name: str, *, waits_for: threading.Event, then: threading.Event | None = None) -> None:
        self.name, self._waits_for, self._then = name, waits_for, then

    def look_up(self, identifiers, *, alone=False):
        answered = self._waits_for.wait(5)
        if self._then is not None:
            self._then.set()
        cause = "network" if answered else "interrupted"
        return {each: Failed(registry=self.name, question=each, date=TODAY, cause=cause) for each in identifiers}


def test_services_of_one_round_are_asked_side_by_side_and_kept_from_by_the_thread_that_asks():
    """The first answers only after the second was asked; a cache takes answers from one thread alone."""
    first, second, kept = threading.Event(), threading.Event(), []
    second.set()

    def keep(given):
        kept.append((threading.current_thread() is threading.main_thread(), sorted(question.registry for question in given)))

    inquiry = Inquiry(
        {
            "crossref": Chain(sources=(Service("crossref", waits_for=first),), keep=keep, stop=lambda: None),
            "doi": Chain(sources=(Service("doi", waits_for=second, then=first),), keep=keep, stop=lambda: None),
        },
        TODAY,
    )
    inquiry.ask([Question("doi", "10.5555/a"), Question("crossref", "10.5555/a")])
    assert {answer.cause for answer in inquiry.answers.values()} == {"network"}
    assert kept == [(True, ["crossref"]), (True, ["doi"])]


def test_ctrl_c_stops_the_services_that_are_waited_for():
    never, pressed = threading.Event(), threading.Event()
    threading.Timer(0.2, signal.raise_signal, [signal.SIGINT]).start()
    stopped = []

    def stop():
        stopped.append(True)
        never.set()

    inquiry = Inquiry({"crossref": Chain(sources=(Service("crossref", waits_for=never, then=pressed),), stop=stop)}, TODAY)
    inquiry.ask([Question("crossref", "10.5555/a")])
    assert (inquiry.interrupted, stopped, pressed.is_set()) == (True, [True], True)


def test_what_no_source_answers_has_failed_and_says_why(lock: Lock):
    inquiry = Inquiry(chains(lock), TODAY)
    inquiry.ask([Question("crossref", "10.5555/zzz"), Question("nobody", "x")])
    causes = {question.registry: answer.cause for question, answer in inquiry.answers.items() if isinstance(answer, Failed)}
    assert causes == {"crossref": "not-locked", "nobody": "offline"}


def test_the_fallback_is_asked_only_for_what_failed_and_is_counted(lock: Lock):
    inquiry = Inquiry({"crossref": Chain(sources=(Lock().registry("crossref"),), fallbacks=(lock.registry("crossref"),))}, TODAY)
    matches = match_all([cited("10.5555/a"), cited("10.5555/zzz")], inquiry)
    assert [type(match) for match in matches] == [Found, Unreachable]
    assert inquiry.evidence == {"crossref": 1}


def listed(file: str, *, year_at: int, title_at: int, label: str | None = None, kind="list") -> CitedReference:
    origins = {
        "issued": Origin(span=Span(year_at, year_at + 4), raw="2020"),
        "title": Origin(span=Span(title_at, title_at + 4), raw="Rain"),
    }
    return CitedReference(reference=Reference(), id="1", file=file, kind=kind, label=label, origins=origins)


def test_a_list_is_told_apart_by_author_and_year_where_most_years_stand_first():
    references = [
        *(listed("apa.txt", year_at=10, title_at=20) for _ in range(3)),
        listed("apa.txt", year_at=30, title_at=20),
        *(listed("vancouver.txt", year_at=30, title_at=10) for _ in range(3)),
        *(listed("numbered.txt", year_at=10, title_at=20, label=str(number)) for number in range(3)),
        listed("a.bib", year_at=10, title_at=20, kind="structured"),
        CitedReference(reference=Reference(), id="9", file="bare.txt"),
    ]
    assert author_year_lists(references) == {"apa.txt"}
