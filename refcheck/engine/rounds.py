"""Rounds of questions to registries.

The questions of all references are collected, each is asked once, in batches, the answers are handed back, and so on
while `decide` wants more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from refcheck.engine.abreast import Abreast
from refcheck.matching import decide, is_last_resort, is_open, venues
from refcheck.model.answers import Answer, Cause, Failed, Question
from refcheck.model.matches import Match
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference
from refcheck.registries.base import Registry, Searchable


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The sources of one registry's records, in the order they are asked."""

    sources: tuple[Registry, ...]
    """Each is asked only for what those before it left out."""
    fallbacks: tuple[Registry, ...] = ()
    """Evidence for what all others failed to answer, asked in this order."""
    keep: Callable[[Mapping[Question, Answer]], None] | None = None
    """Takes the answers of the last source, to store them."""
    unanswered: Cause = "offline"
    """Why a question that no source answers has no answer."""
    stop: Callable[[], None] | None = None
    """Makes the last source give up its questions at once; set where it is a service, which is waited for."""

    @property
    def at_hand(self) -> tuple[Registry, ...]:
        """The sources that answer without being waited for."""
        return self.sources if self.stop is None else self.sources[:-1]


def ask_of(source: Registry, questions: Sequence[Question]) -> dict[Question, Answer]:
    """Put questions of one kind to a source; what it leaves out is left out."""
    if not questions:
        return {}
    first = questions[0]
    if first.query:
        given = source.search(questions) if isinstance(source, Searchable) else {}
    else:
        given = source.look_up([each.identifier for each in questions], alone=first.alone)
    return {question: given[question.identifier] for question in questions if question.identifier in given}


@dataclass(slots=True)
class Inquiry:
    """The questions of one run and their answers."""

    chains: Mapping[str, Chain]
    today: str
    answers: dict[Question, Answer] = field(default_factory=dict)
    interrupted: bool = False
    evidence: dict[str, int] = field(default_factory=dict)
    """Registry -> how many answers the fallback gave because it failed."""

    def ask(self, questions: Iterable[Question]) -> None:
        """Ask what has not been asked yet: one batch for each registry and kind of request, all services side by side.

        Ctrl-C ends the asking, not the run: what had no answer by then has `Failed`.
        """
        groups: dict[tuple[str, bool, bool], list[Question]] = {}
        for question in dict.fromkeys(questions):
            if question not in self.answers:
                groups.setdefault((question.registry, question.alone, bool(question.query)), []).append(question)
        found: dict[Question, Answer] = {}
        ordered = [(self.chains.get(registry, Chain(sources=())), group) for (registry, *_), group in sorted(groups.items())]
        if not self.interrupted:
            try:
                self._ask_sources(ordered, found)
                for chain, group in ordered:
                    self._complete(chain, group, found)
            except KeyboardInterrupt:
                self.interrupted = True
        for question in (question for _, group in ordered for question in group):
            self.answers[question] = found.get(question) or self._failed(question, "interrupted")

    def _ask_sources(self, groups: Sequence[tuple[Chain, list[Question]]], found: dict[Question, Answer]) -> None:
        """Ask what is at hand, then the services for what is lacking, and keep what they answer."""
        waited: list[tuple[Chain, list[Question]]] = []
        for chain, group in groups:
            for source in chain.at_hand:
                found.update(ask_of(source, [question for question in group if question not in found]))
            lacking = [question for question in group if question not in found]
            if chain.stop is not None and lacking:
                waited.append((chain, lacking))
        asking = Abreast([partial(ask_of, chain.sources[-1], lacking) for chain, lacking in waited])
        stops = {chain.stop for chain, _ in waited if chain.stop is not None}
        self.interrupted = asking.wait(stop=lambda: [stop() for stop in stops])
        for place, (chain, _) in enumerate(waited):
            given = asking.results.get(place, {})
            found.update(given)
            if chain.keep is not None:
                chain.keep(given)

    def _complete(self, chain: Chain, group: list[Question], found: dict[Question, Answer]) -> None:
        """Take evidence for what failed, and say of the rest why it has no answer."""
        for fallback in chain.fallbacks:
            held = ask_of(fallback, [question for question in group if isinstance(found.get(question), Failed | None)])
            found.update(held)
            if held:
                registry = group[0].registry
                self.evidence[registry] = self.evidence.get(registry, 0) + len(held)
        for question in group:
            if question not in found:
                found[question] = self._failed(question, "interrupted" if self.interrupted else chain.unanswered)

    def _failed(self, question: Question, cause: Cause) -> Failed:
        return Failed(registry=question.registry, question=question.identifier, date=self.today, cause=cause)


def due(questions: Sequence[Question]) -> list[Question]:
    """Give what is to be asked now, in the order given.

    At each registry what costs a request of its own goes first: the records it leads to then share the batches of the
    rest. What other works of the list may settle goes last.
    """
    pressing = [question for question in questions if not is_last_resort(question)] or questions
    alone = {question.registry for question in pressing if question.alone or question.query}
    return [question for question in pressing if question.alone or question.query or question.registry not in alone]


def match_all(references: Sequence[CitedReference], inquiry: Inquiry) -> list[Match]:
    """Find what became of each cited work, in rounds of questions for all of them together."""
    matches: dict[int, Match] = {}
    asked: list[dict[Question, Answer]] = [{} for _ in references]
    known: tuple[RegistryRecord, ...] = ()
    pending: dict[int, tuple[Question, ...]] = {}
    undecided = list(range(len(references)))
    while undecided:
        for place in undecided:
            outcome = decide(references[place], asked[place], known, also=inquiry.chains)
            if isinstance(outcome, tuple):
                pending[place] = outcome
            else:
                matches[place] = outcome
                pending.pop(place, None)
        questions = list(dict.fromkeys(question for waiting in pending.values() for question in waiting))
        if questions and not known and all(map(is_last_resort, questions)) and (known := venues(matches.values())):
            undecided = list(pending)
            continue
        inquiry.ask(due(questions))
        undecided = []
        for place, waiting in pending.items():
            given = {question: inquiry.answers[question] for question in waiting if question in inquiry.answers}
            if given:
                asked[place].update(given)
                undecided.append(place)
    known = venues(matches.values())
    return [_settled(cited, asked[place], matches[place], known) for place, cited in enumerate(references)]


def _settled(cited: CitedReference, asked: Mapping[Question, Answer], match: Match, known: Sequence[RegistryRecord]) -> Match:
    """Decide anew where other works of the list may tell more."""
    outcome = decide(cited, asked, known) if is_open(match) else match
    return match if isinstance(outcome, tuple) else outcome
