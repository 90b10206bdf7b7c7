"""The arXiv API: papers by identifier, with or without version, in batches."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Literal
from urllib.parse import urlencode

from refcheck.config.schema import Config
from refcheck.model.answers import Answer
from refcheck.registries.answering import Answering, batches
from refcheck.registries.arxiv_atom import ATOM, Entry, complaints, entries, wrong_ids
from refcheck.registries.arxiv_record import latest_of, read_record
from refcheck.registries.http import Http
from refcheck.registries.json_values import only
from refcheck.registries.replies import Reply, Trouble

BATCH = 50
"""Papers of one request at most."""
_KNOWN = frozenset({HTTPStatus.OK, HTTPStatus.BAD_REQUEST})
_FORM = re.compile(
    r"(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?(/\d{2}(?:0[1-9]|1[0-2])\d{3}))(?:v([1-9]\d{0,3}))?"
)
_Found = Entry | Trouble | Literal["absent", "doubtful"]
"""What came of one identifier; doubtful is what is absent from an answer that may be none."""
_Wanted = tuple[str, int]
"""Identifier without version and subject class, and the version, 0 for the latest."""


def list_url(base_url: str, identifiers: Sequence[str]) -> str:
    """Build the request for papers by identifier.

    Source: arXiv API User's Manual, 3.1.1: `id_list`, `max_results`.
    """
    return f"{base_url}/api/query?{urlencode({'id_list': ','.join(identifiers), 'max_results': len(identifiers)}, safe=',/')}"


def parse(identifier: str) -> _Wanted | None:
    """Part an identifier in lower case; None for what arXiv never gave to a paper.

    The subject class of an old identifier ("math.GT/0309136") is no part of it.

    Source: arXiv, "Understanding the arXiv identifier".
    """
    found = _FORM.fullmatch(identifier)
    if found is None:
        return None
    return (f"{found[2]}{found[3]}" if found[2] else found[1]), int(found[4] or 0)


def spelled(wanted: _Wanted) -> str:
    """Write an identifier as arXiv is asked for it."""
    return wanted[0] + (f"v{wanted[1]}" if wanted[1] else "")


class Arxiv:
    """The live client."""

    name = "arxiv"

    def __init__(self, http: Http, base_url: str, config: Config) -> None:
        self._http, self._base = http, base_url.rstrip("/")
        self._say = Answering(registry=self.name, today=str(config.today))

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Ask for identifiers in lower case; each has an answer, in input order.

        Beside a version the latest is asked for, which tells whether the paper was withdrawn since. A version later than
        the latest is absent.
        """
        wanted = {identifier: found for identifier in identifiers if (found := parse(identifier)) is not None}
        held: dict[str, _Found] = {}
        for group in [[each] for each in wanted.values()] if alone else [list(wanted.values())]:
            asked = dict.fromkeys(spelled(each) for paper, version in group for each in ((paper, 0), (paper, version)))
            for batch in batches(list(asked), lambda some: list_url(self._base, some), size=BATCH):
                held.update(self._many(batch))
        chosen = {identifier: _chosen(each, held) for identifier, each in wanted.items()}
        return {each: self._answer(each, *chosen[each]) if each in chosen else self._say.absent(each) for each in identifiers}

    def _answer(self, question: str, found: _Found, latest: _Found) -> Answer:
        if isinstance(found, Entry):
            since = latest_of(latest.held) if isinstance(latest, Entry) else {}
            message = {**since, **found.held, **only(since, ("version", "withdrawn")), "identifier": question}
            return self._say.record(question, read_record(message, retrieved=self._say.today))
        if isinstance(found, Trouble):
            return self._say.failed(question, found)
        return self._say.absent(question, final=found == "absent")

    def _many(self, asked: tuple[str, ...]) -> dict[str, _Found]:
        """Ask for papers; where arXiv refuses some, again for the others."""
        if not asked:
            return {}
        reply = self._http.get(list_url(self._base, asked), service=self._base, kind="list", known=_KNOWN)
        if isinstance(reply, Trouble):
            return dict.fromkeys(asked, reply)
        feed = reply.document if getattr(reply.document, "tag", None) == f"{ATOM}feed" else None
        faults = complaints(feed) if feed is not None else ()
        if reply.status == HTTPStatus.OK and not faults:
            return _told(feed, asked) if feed is not None else dict.fromkeys(asked, _BROKEN)
        refused = set(wrong_ids(feed) if feed is not None else ()) & set(asked)
        if refused:
            rest = self._many(tuple(each for each in asked if each not in refused))
            return {each: rest.get(each, "absent") for each in asked}
        if len(asked) > 1:
            half = len(asked) // 2
            return {**self._many(asked[:half]), **self._many(asked[half:])}
        return {asked[0]: Trouble(cause="refused", detail=_said(reply, faults))}


_BROKEN = Trouble(cause="broken", detail="the answer is no feed of papers")


def _chosen(wanted: _Wanted, held: Mapping[str, _Found]) -> tuple[_Found, _Found]:
    """Give the version that is asked for, and the latest; where one did not come that must be there, the latest for it."""
    paper, version = wanted
    latest, found = held[paper], held[spelled(wanted)]
    if not isinstance(latest, Entry):
        return found, latest
    if version > latest.version > 0:
        return "absent", latest
    return (found if isinstance(found, Entry) else latest), latest


def _told(feed: Any, asked: tuple[str, ...]) -> dict[str, _Found]:
    """Find each paper in a feed; where none of several is there, it is not certain that there is none."""
    papers: dict[str, list[Entry]] = {}
    for entry in entries(feed):
        wanted = parse(entry.paper.lower())
        papers.setdefault(wanted[0] if wanted else "", []).append(entry)
    found = {each: _version(papers, each) for each in asked}
    absent: _Found = "absent" if len(asked) == 1 or papers else "doubtful"
    return {each: entry or absent for each, entry in found.items()}


def _version(papers: Mapping[str, list[Entry]], asked: str) -> Entry | None:
    """Choose the version asked for; of a paper without version the latest."""
    wanted = parse(asked)
    paper, version = wanted or ("", 0)
    versions = sorted(papers.get(paper, ()), key=lambda entry: entry.version)
    if not version:
        return versions[-1] if versions else None
    return next((entry for entry in versions if entry.version == version), None)


def _said(reply: Reply, faults: Sequence[str]) -> str:
    words = next(iter(faults), "")
    return f"HTTP {reply.status}" + (f": {words}" if words else "")
