"""The DOI resolver: is a DOI registered, and with which agency?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlsplit

from refcheck.config.schema import Config
from refcheck.model.answers import Answer
from refcheck.registries.answering import Answering
from refcheck.registries.http import Http
from refcheck.registries.replies import Reply, Trouble

BATCH = 50
LONGEST = 3800
"""Bytes of encoded path at most."""
_UNREGISTERED = frozenset({"doi does not exist", "invalid doi"})
UNNAMED = "an agency that doi.org does not name"
"""Agency of a DOI that has a handle, which does not tell whose it is."""
_FOUND, _NOT_FOUND, _NO_SUCH_VALUE = 1, 100, 200
"""Codes of the handle system: the handle and the value are there, no such handle, no such value of it."""
_OF_HANDLES = frozenset({HTTPStatus.OK, HTTPStatus.NOT_FOUND})


def agency_url(base_url: str, dois: Sequence[str]) -> str:
    """Build the request for the agencies of several DOIs.

    Source: DOI Handbook, "Which registration agency?" (`doiRA`).
    """
    return f"{base_url}/doiRA/{','.join(quote(doi, safe='/') for doi in dois)}"


def handle_url(base_url: str, doi: str) -> str:
    """Build the request for the handle of a DOI; it is encoded exactly once, also where a part of it is "." or "..".

    Source: DOI Handbook, "Proxy server REST API"; Handle.Net, "Handle System Proxy Server: REST API".
    """
    safe = "" if {".", ".."} & set(doi.split("/")) else "/"
    return f"{base_url}/api/handles/{quote(doi, safe=safe)}?type=URL"


def batches(base_url: str, dois: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Cut DOIs into requests that are short enough, in input order; one with a comma goes alone."""
    batch: tuple[str, ...] = ()
    for doi in dois:
        longer = (*batch, doi)
        alone = "," in doi or any("," in other for other in batch)
        if batch and (alone or len(longer) > BATCH or len(urlsplit(agency_url(base_url, longer)).path) > LONGEST):
            yield batch
            longer = (doi,)
        batch = longer
    if batch:
        yield batch


class DoiRa:
    """The live client."""

    name = "doi"

    def __init__(self, http: Http, base_url: str, config: Config) -> None:
        self._http, self._base = http, base_url.rstrip("/")
        self._say = Answering(registry=self.name, today=str(config.today))

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Ask with which agency DOIs in lower case are registered; each has an answer, in input order.

        With `alone` the handle of each is asked for instead: whether it is registered at all, also where the list of
        agencies does not know.
        """
        if alone:
            urls = [handle_url(self._base, doi) for doi in identifiers]
            handles = self._http.get_all(urls, service=self._base, kind="single", known=_OF_HANDLES)
            return {doi: self._handle(doi, reply) for doi, reply in zip(identifiers, handles, strict=True)}
        cut = list(batches(self._base, identifiers))
        replies = self._http.get_all([agency_url(self._base, batch) for batch in cut], service=self._base, kind="list")
        return {doi: answer for batch, reply in zip(cut, replies, strict=True) for doi, answer in self._read(batch, reply).items()}

    def _read(self, dois: tuple[str, ...], reply: Reply | Trouble) -> dict[str, Answer]:
        if isinstance(reply, Trouble):
            return {doi: self._say.failed(doi, reply) for doi in dois}
        rows = [row for row in reply.document if isinstance(row, Mapping)] if isinstance(reply.document, list) else []
        told = {str(row.get("DOI", "")).strip().lower(): row for row in rows}
        return {doi: self._answer(doi, told.get(doi, {})) for doi in dois}

    def _handle(self, doi: str, reply: Reply | Trouble) -> Answer:
        """Read the answer about a handle."""
        if isinstance(reply, Trouble):
            return self._say.failed(doi, reply)
        code = reply.document.get("responseCode") if isinstance(reply.document, Mapping) else None
        if code in (_FOUND, _NO_SUCH_VALUE):
            return self._say.elsewhere(doi, UNNAMED)
        if code == _NOT_FOUND:
            return self._say.absent(doi)
        return self._say.failed(doi, Trouble(cause="broken", detail=f"HTTP {reply.status} with response code {code}"))

    def _answer(self, doi: str, row: Mapping[str, Any]) -> Answer:
        agency, status = row.get("RA"), str(row.get("status", "")).strip()
        if isinstance(agency, str) and agency.strip():
            return self._say.elsewhere(doi, agency.strip())
        if status.lower() in _UNREGISTERED:
            return self._say.absent(doi)
        return self._say.failed(doi, Trouble(cause="broken", detail=f"it says {status!r}" if status else "its answer leaves the DOI out"))
