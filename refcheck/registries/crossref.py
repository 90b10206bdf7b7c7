"""The Crossref REST API: works by DOI, in batches or alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, unquote, urlencode, urlsplit

from refcheck.config.schema import Config
from refcheck.model.answers import Absent, Alias, Answer, Failed, Record
from refcheck.registries.crossref_record import read_record
from refcheck.registries.http import Http
from refcheck.registries.replies import Reply, Trouble

BATCH = 50
"""DOIs of one list request at most."""
LONGEST = 3800
"""Bytes of encoded path and query at most."""

_OF_ONE = frozenset({HTTPStatus.OK, HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND})
_OF_MANY = frozenset({HTTPStatus.OK, HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_URI_TOO_LONG})


def list_url(base_url: str, dois: Sequence[str], mailto: str | None = None) -> str:
    """Build the request for several works: a filter that any of the DOIs meets, whole records, a row for each.

    Without `select`, for the dates of the issue cannot be selected. habanero writes the filter.

    Source: Crossref REST API, "Queries: filters"; habanero, `works(filter=...)`.
    """
    return f"{base_url}/works?{urlencode({'filter': _filter(dois), 'rows': len(dois), **_contact(mailto)})}"


def single_url(base_url: str, doi: str, mailto: str | None = None) -> str:
    """Build the request for one work; the DOI is encoded exactly once.

    Slashes stay, but where a part between them is "." or "..", which would be resolved away.
    """
    safe = "" if {".", ".."} & set(doi.split("/")) else "/"
    query = urlencode(_contact(mailto))
    return f"{base_url}/works/{quote(doi, safe=safe)}" + (f"?{query}" if query else "")


def _filter(dois: Sequence[str]) -> str:
    from habanero.filterhandler import filter_handler

    return str(filter_handler({"doi": list(dois)}))


def _contact(mailto: str | None) -> dict[str, str]:
    return {"mailto": mailto} if mailto else {}


def batches(base_url: str, dois: Sequence[str], mailto: str | None = None) -> Iterator[tuple[str, ...]]:
    """Cut DOIs into list requests that are short enough, in input order."""
    batch: tuple[str, ...] = ()
    for doi in dois:
        longer = (*batch, doi)
        parts = urlsplit(list_url(base_url, longer, mailto))
        if batch and (len(longer) > BATCH or len(parts.path) + len(parts.query) + 1 > LONGEST):
            yield batch
            longer = (doi,)
        batch = longer
    if batch:
        yield batch


class Crossref:
    """The live client."""

    name = "crossref"

    def __init__(self, http: Http, base_url: str, config: Config) -> None:
        self._http, self._base, self._mailto = http, base_url.rstrip("/"), config.mailto
        self._today = str(config.today)

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Ask for DOIs in lower case; each has an answer, in input order.

        What a list request leaves out is `Absent` but not finally: it may be another name of a work, or new. A DOI with
        a comma cannot stand in a filter and is always asked alone.
        """
        each = [doi for doi in identifiers if alone or "," in doi]
        answers = {doi: self._one(doi) for doi in each}
        for batch in batches(self._base, [doi for doi in identifiers if doi not in answers], self._mailto):
            answers.update(self._many(batch))
        return {doi: answers[doi] for doi in identifiers}

    def _many(self, dois: tuple[str, ...]) -> dict[str, Answer]:
        reply = self._http.get(list_url(self._base, dois, self._mailto), service=self._base, kind="list", known=_OF_MANY)
        self._look_at_pool(reply)
        if isinstance(reply, Reply) and reply.status != HTTPStatus.OK:
            if len(dois) > 1:
                half = len(dois) // 2
                return {**self._many(dois[:half]), **self._many(dois[half:])}
            reply = Trouble(cause="refused", detail=_complaint(reply))
        if isinstance(reply, Trouble):
            return {doi: self._failed(doi, reply) for doi in dois}
        message = reply.document.get("message") if isinstance(reply.document, Mapping) else None
        items = message.get("items") if isinstance(message, Mapping) else None
        if not isinstance(items, list):
            trouble = Trouble(cause="broken", detail="the answer is no list of works")
            return {doi: self._failed(doi, trouble) for doi in dois}
        held = {str(item["DOI"]).lower(): item for item in items if isinstance(item, Mapping) and "DOI" in item}
        return {doi: self._record(doi, held[doi]) if doi in held else self._absent(doi, final=False) for doi in dois}

    def _one(self, doi: str) -> Answer:
        reply = self._single(doi)
        if isinstance(reply, Reply) and reply.status == HTTPStatus.MOVED_PERMANENTLY:
            prime = prime_of(reply.headers.get("location", ""))
            if prime is None:
                return self._failed(doi, Trouble(cause="broken", detail="a redirect that leads to no work"))
            answer = self._read(prime, self._single(prime))
            if isinstance(answer, Record):
                return Alias(registry=self.name, question=doi, date=self._today, of=prime, record=answer.record)
            detail = answer.detail if isinstance(answer, Failed) else f"registered as another name of {prime}, which leads nowhere"
            return self._failed(doi, Trouble(cause=answer.cause if isinstance(answer, Failed) else "broken", detail=detail))
        return self._read(doi, reply)

    def _single(self, doi: str) -> Reply | Trouble:
        reply = self._http.get(single_url(self._base, doi, self._mailto), service=self._base, kind="single", known=_OF_ONE)
        self._look_at_pool(reply)
        return reply

    def _read(self, doi: str, reply: Reply | Trouble) -> Answer:
        """Read the answer to a request for one work."""
        if isinstance(reply, Trouble):
            return self._failed(doi, reply)
        if reply.status == HTTPStatus.NOT_FOUND:
            page = Trouble(cause="broken", detail="HTTP 404 with a page, not Crossref's own answer")
            return self._failed(doi, page) if reply.html else self._absent(doi, final=True)
        message = reply.document.get("message") if isinstance(reply.document, Mapping) else None
        if reply.status != HTTPStatus.OK:
            return self._failed(doi, Trouble(cause="refused", detail=_complaint(reply)))
        if not isinstance(message, Mapping) or not isinstance(message.get("DOI"), str):
            return self._failed(doi, Trouble(cause="broken", detail="the answer is no work"))
        if (prime := message["DOI"].lower()) != doi:
            record = read_record(message, retrieved=self._today)
            return Alias(registry=self.name, question=doi, date=self._today, of=prime, record=record)
        return self._record(doi, message)

    def _record(self, doi: str, message: Mapping[str, Any]) -> Record:
        return Record(registry=self.name, question=doi, date=self._today, record=read_record(message, retrieved=self._today))

    def _absent(self, doi: str, *, final: bool) -> Absent:
        return Absent(registry=self.name, question=doi, date=self._today, final=final)

    def _failed(self, doi: str, trouble: Trouble) -> Failed:
        return Failed(registry=self.name, question=doi, date=self._today, cause=trouble.cause, detail=trouble.detail)

    def _look_at_pool(self, reply: Reply | Trouble) -> None:
        """Tell the user once when a contact was given and Crossref does not honour it."""
        pool = reply.headers.get("x-api-pool", "") if isinstance(reply, Reply) else ""
        warning = f"Crossref does not take {self._mailto} for a contact address: it answers from the pool {pool}"
        if self._mailto and pool.startswith("public") and warning not in self._http.warnings:
            self._http.warnings.append(warning)


def prime_of(location: str) -> str | None:
    """Read the DOI in lower case that a redirect of a work leads to; None when it leads to no work."""
    _, found, path = urlsplit(location).path.partition("/works/")
    return unquote(path).lower() if found and path else None


def _complaint(reply: Reply) -> str:
    """Say what Crossref has against a request, in its own words where it has some."""
    listed = reply.document.get("message") if isinstance(reply.document, Mapping) else None
    first = listed[0] if isinstance(listed, list) and listed else None
    words = first.get("message") if isinstance(first, Mapping) else None
    return f"HTTP {reply.status}" + (f": {words}" if isinstance(words, str) else "")
