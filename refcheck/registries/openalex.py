"""OpenAlex: works by DOI, in batches. It is asked only where the user has given a key of their own."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import quote, quote_plus, urlencode

from refcheck.config.schema import Config
from refcheck.model.answers import Answer
from refcheck.registries.answering import Answering, batches
from refcheck.registries.http import Http
from refcheck.registries.json_values import inside, rows
from refcheck.registries.openalex_record import doi_of, read_record
from refcheck.registries.replies import Reply, Trouble

BATCH = 50
"""Works of one request at most."""
_OF_ONE = frozenset({HTTPStatus.OK, HTTPStatus.NOT_FOUND})
_NO_KEY = Trouble(cause="offline", detail="it is asked only with a key (openalex-key)")
_HIDDEN = "(key)"
_LOGGERS = ("urllib3.connectionpool", "urllib3.util.retry")
"""Who writes addresses, and with them the key, into the log."""


def list_url(base_url: str, dois: Sequence[str], key: str) -> str:
    """Build the request for several works: a filter that any of the DOIs meets.

    Source: OpenAlex documentation, "Filter works" and "Authentication".
    """
    return f"{base_url}/works?{urlencode({'filter': 'doi:' + '|'.join(dois), 'per-page': BATCH, 'api_key': key})}"


def single_url(base_url: str, doi: str, key: str) -> str:
    """Build the request for one work; the DOI is encoded exactly once."""
    safe = "" if {".", ".."} & set(doi.split("/")) else "/"
    return f"{base_url}/works/doi:{quote(doi, safe=safe)}?{urlencode({'api_key': key})}"


def _fits_a_filter(doi: str) -> bool:
    return not {",", "|"} & set(doi)


class OpenAlex:
    """The live client."""

    name = "openalex"

    def __init__(self, http: Http, base_url: str, config: Config) -> None:
        self._http, self._base, self._key = http, base_url.rstrip("/"), config.openalex_key
        self._say = Answering(registry=self.name, today=str(config.today))
        if self._key:
            keep_out_of_log(self._key)

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Ask for DOIs in lower case; each has an answer, in input order. Without a key nothing is sent.

        What a list leaves out is `Absent` but not finally.
        """
        key = self._key
        if not key:
            return {doi: self._say.failed(doi, _NO_KEY) for doi in identifiers}
        listed = [doi for doi in identifiers if not alone and _fits_a_filter(doi)]
        cut = list(batches(listed, lambda dois: list_url(self._base, dois, key), size=BATCH))
        replies = self._http.get_all([list_url(self._base, dois, key) for dois in cut], service=self._base, kind="list")
        answers: dict[str, Answer] = {}
        for dois, reply in zip(cut, replies, strict=True):
            answers.update(self._many(dois, self._veiled(reply, key)))
        each = [doi for doi in identifiers if doi not in answers]
        singles = self._http.get_all([single_url(self._base, doi, key) for doi in each], service=self._base, kind="single", known=_OF_ONE)
        answers.update((doi, self._one(doi, self._veiled(reply, key))) for doi, reply in zip(each, singles, strict=True))
        return {doi: answers[doi] for doi in identifiers}

    def _many(self, dois: tuple[str, ...], reply: Reply | Trouble) -> dict[str, Answer]:
        results = inside(reply.document).get("results") if isinstance(reply, Reply) else None
        if isinstance(reply, Reply) and not isinstance(results, list):
            reply = Trouble(cause="broken", detail="the answer is no list of works")
        if isinstance(reply, Trouble):
            return {doi: self._say.failed(doi, reply) for doi in dois}
        held = {doi.folded: row for _, row in rows(results) if (doi := doi_of(row)) is not None}
        return {doi: self._work(doi, held[doi]) if doi in held else self._say.absent(doi, final=False) for doi in dois}

    def _one(self, doi: str, reply: Reply | Trouble) -> Answer:
        if isinstance(reply, Trouble):
            return self._say.failed(doi, reply)
        if reply.status == HTTPStatus.NOT_FOUND:
            return self._say.absent(doi, final=not reply.html)
        found = doi_of(inside(reply.document))
        if found is None or found.folded != doi:
            return self._say.failed(doi, Trouble(cause="broken", detail="the answer is not about this DOI"))
        return self._work(doi, inside(reply.document))

    def _work(self, doi: str, work: Mapping[str, object]) -> Answer:
        return self._say.record(doi, read_record(work, retrieved=self._say.today))

    def _veiled(self, reply: Reply | Trouble, key: str) -> Reply | Trouble:
        """Take the key out of what is told to the user, where a failure names the address."""
        return replace(reply, detail=veil(reply.detail, key)) if isinstance(reply, Trouble) else reply


def veil(words: str, key: str) -> str:
    """Take a key out of a text, in each of the spellings an address may have."""
    for spelling in (quote_plus(key), quote(key, safe=""), key):
        words = words.replace(spelling, _HIDDEN)
    return words


class _Veil(logging.Filter):
    """Takes keys out of what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without the keys."""
        said = record.getMessage()
        for key in self.keys:
            said = veil(said, key)
        record.msg, record.args = said, ()
        return True


_VEIL = _Veil()


def keep_out_of_log(key: str) -> None:
    """See to it that no library writes a key into the log with the addresses it asks for."""
    _VEIL.keys.add(key)
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_VEIL)
