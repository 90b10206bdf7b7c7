"""The DataCite REST API: works by DOI, in batches or alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

from refcheck.config.schema import Config
from refcheck.model.answers import Answer
from refcheck.registries.answering import Answering, batches
from refcheck.registries.datacite_record import read_record
from refcheck.registries.http import Http
from refcheck.registries.json_values import inside, rows
from refcheck.registries.replies import Reply, Trouble

BATCH = 50
"""DOIs of one list request at most."""
_OF_ONE = frozenset({HTTPStatus.OK, HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND})
_OF_MANY = frozenset({HTTPStatus.OK, HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.REQUEST_URI_TOO_LONG})


def list_url(base_url: str, dois: Sequence[str]) -> str:
    """Build the request for several DOIs: those listed, on one page.

    Source: DataCite REST API, "Get a list of DOIs": `ids`, `page[size]`.
    """
    return f"{base_url}/dois?{urlencode({'ids': ','.join(dois), 'page[size]': len(dois)})}"


def single_url(base_url: str, doi: str) -> str:
    """Build the request for one DOI; it is encoded exactly once, also where a part of it is "." or ".."."""
    safe = "" if {".", ".."} & set(doi.split("/")) else "/"
    return f"{base_url}/dois/{quote(doi, safe=safe)}"


class DataCite:
    """The live client."""

    name = "datacite"

    def __init__(self, http: Http, base_url: str, config: Config) -> None:
        self._http, self._base = http, base_url.rstrip("/")
        self._say = Answering(registry=self.name, today=str(config.today))

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Ask for DOIs in lower case; each has an answer, in input order.

        What a list leaves out is `Absent` but not finally. A DOI with a comma cannot stand in a list and is always asked
        alone, and so are those of a list that DataCite refuses or does not understand.
        """
        cut = list(batches([doi for doi in identifiers if not (alone or "," in doi)], lambda dois: list_url(self._base, dois), size=BATCH))
        replies = self._http.get_all([list_url(self._base, dois) for dois in cut], service=self._base, kind="list", known=_OF_MANY)
        answers: dict[str, Answer] = {}
        for dois, reply in zip(cut, replies, strict=True):
            answers.update(self._many(dois, reply))
        each = [doi for doi in identifiers if doi not in answers]
        singles = self._http.get_all([single_url(self._base, doi) for doi in each], service=self._base, kind="single", known=_OF_ONE)
        answers.update((doi, self._one(doi, reply)) for doi, reply in zip(each, singles, strict=True))
        return {doi: answers[doi] for doi in identifiers}

    def _many(self, dois: tuple[str, ...], reply: Reply | Trouble) -> dict[str, Answer]:
        """Read the answer to a list; empty where it was refused or not understood."""
        if isinstance(reply, Trouble):
            return {doi: self._say.failed(doi, reply) for doi in dois}
        data = inside(reply.document).get("data")
        if reply.status != HTTPStatus.OK or not isinstance(data, list):
            return {}
        held = {_doi_of(row): inside(row.get("attributes")) for _, row in rows(data)}
        return {doi: self._record(doi, held[doi]) if doi in held else self._say.absent(doi, final=False) for doi in dois}

    def _one(self, doi: str, reply: Reply | Trouble) -> Answer:
        """Read the answer to a request for one DOI."""
        if isinstance(reply, Trouble):
            return self._say.failed(doi, reply)
        if reply.status == HTTPStatus.NOT_FOUND:
            page = Trouble(cause="broken", detail="HTTP 404 with a page, not DataCite's own answer")
            return self._say.failed(doi, page) if reply.document is None else self._say.absent(doi)
        if reply.status != HTTPStatus.OK:
            return self._say.failed(doi, Trouble(cause="refused", detail=_complaint(reply)))
        data = inside(inside(reply.document).get("data"))
        if _doi_of(data) != doi:
            return self._say.failed(doi, Trouble(cause="broken", detail="the answer is not about this DOI"))
        return self._record(doi, inside(data.get("attributes")))

    def _record(self, doi: str, attributes: Mapping[str, Any]) -> Answer:
        return self._say.record(doi, read_record(attributes, retrieved=self._say.today))


def _doi_of(data: Mapping[str, Any]) -> str:
    """Give the DOI of a row in lower case; empty where it has none."""
    doi = inside(data.get("attributes")).get("doi")
    return doi.lower() if isinstance(doi, str) else ""


def _complaint(reply: Reply) -> str:
    """Say what DataCite has against a request, in its own words where it has some."""
    first = next((row for _, row in rows(inside(reply.document).get("errors"))), {})
    words = first.get("title")
    return f"HTTP {reply.status}" + (f": {words}" if isinstance(words, str) else "")
