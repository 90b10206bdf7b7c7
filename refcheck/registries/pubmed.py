"""PubMed, asked through NCBI's E-utilities: articles by PMID and PMCID, in batches."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Literal
from urllib.parse import urlencode

from refcheck.config.schema import Config
from refcheck.model.answers import Answer
from refcheck.model.records import RegistryRecord
from refcheck.registries.answering import Answering, batches
from refcheck.registries.http import Http
from refcheck.registries.json_values import inside, rows, text
from refcheck.registries.pubmed_record import read_record
from refcheck.registries.pubmed_xml import articles
from refcheck.registries.replies import Reply, Trouble

BATCH = 200
"""Articles of one request at most."""
_KNOWN = frozenset({HTTPStatus.OK, HTTPStatus.BAD_REQUEST})
_NUMBER = re.compile(r"(pmid:|pmcid:pmc)([0-9]{1,10})")
_NONE_OF_THEM = "no correct ids"
"""What efetch says where it knows none of the identifiers."""
_Found = RegistryRecord | Trouble | Literal["absent", "doubtful"]
"""What came of one PMID; doubtful is what is absent from an answer that may be none."""
_Url = Callable[[str, Sequence[str], str | None], str]


def fetch_url(base_url: str, pmids: Sequence[str], mailto: str | None = None) -> str:
    """Build the request for articles by PMID, whole.

    Source: NCBI, "E-utilities In-Depth": EFetch; `tool` and `email`.
    """
    return _url(base_url, "efetch", {"db": "pubmed", "id": ",".join(pmids), "retmode": "xml"}, mailto)


def summary_url(base_url: str, numbers: Sequence[str], mailto: str | None = None) -> str:
    """Build the request for what PubMed Central has under these numbers, which tells their PMIDs.

    Source: NCBI, "E-utilities In-Depth": ESummary, database `pmc`.
    """
    return _url(base_url, "esummary", {"db": "pmc", "id": ",".join(numbers), "retmode": "json"}, mailto)


def _url(base_url: str, program: str, asked: Mapping[str, str], mailto: str | None) -> str:
    contact = {"email": mailto} if mailto else {}
    return f"{base_url}/entrez/eutils/{program}.fcgi?{urlencode({**asked, 'tool': 'refcheck', **contact}, safe=',')}"


class PubMed:
    """The live client."""

    name = "pubmed"

    def __init__(self, http: Http, base_url: str, config: Config) -> None:
        self._http, self._base, self._mailto = http, base_url.rstrip("/"), config.mailto
        self._say = Answering(registry=self.name, today=str(config.today))

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Ask for "pmid:123" and "pmcid:pmc123"; each has an answer, in input order.

        A PMCID is an alias of its PMID. One that leads nowhere is never finally absent: PubMed Central withholds articles
        for a time.
        """
        size = 1 if alone else BATCH
        numbers = {each: found[2].lstrip("0") for each in identifiers if (found := _NUMBER.fullmatch(each)) and found[2].strip("0")}
        central = [number for each, number in numbers.items() if each.startswith("pmcid:")]
        told = self._pmids(central, size)
        pmids = [number for each, number in numbers.items() if each.startswith("pmid:")]
        wanted = dict.fromkeys((*pmids, *(pmid for pmid in told.values() if isinstance(pmid, str) and pmid)))
        held = self._articles(tuple(wanted), size)
        return {each: self._answer(each, numbers.get(each), told, held) for each in identifiers}

    def _answer(self, question: str, number: str | None, told: Mapping[str, str | Trouble | None], held: Mapping[str, _Found]) -> Answer:
        if number is None:
            return self._say.absent(question)
        if question.startswith("pmid:"):
            return self._of(question, held[number])
        pmid = told[number]
        if isinstance(pmid, Trouble):
            return self._say.failed(question, pmid)
        if pmid is None:
            return self._say.absent(question, final=False)
        return self._of(question, held[pmid]) if pmid else self._say.elsewhere(question, "PubMed Central")

    def _of(self, question: str, found: _Found) -> Answer:
        if isinstance(found, RegistryRecord):
            return self._say.record(question, found) if question == found.identifier else self._say.alias(question, found)
        if isinstance(found, Trouble):
            return self._say.failed(question, found)
        return self._say.absent(question, final=found == "absent" and question.startswith("pmid:"))

    def _pmids(self, numbers: Sequence[str], size: int) -> dict[str, str | Trouble | None]:
        """Find the PMID of each PMCID; "" for an article that has none, None for what PubMed Central does not know."""
        found: dict[str, str | Trouble | None] = {}
        for batch, told in self._ask(numbers, summary_url, size):
            reply = told
            result = inside(inside(reply.document).get("result")) if isinstance(reply, Reply) else {}
            if isinstance(reply, Reply) and "result" not in inside(reply.document) and _NONE_OF_THEM not in _complaint(reply).lower():
                reply = Trouble(cause="broken", detail="the answer is no list of summaries")
            for number in batch:
                found[number] = reply if isinstance(reply, Trouble) else _pmid(number, inside(result.get(number)))
        return found

    def _articles(self, pmids: tuple[str, ...], size: int) -> dict[str, _Found]:
        found: dict[str, _Found] = {}
        for batch, reply in self._ask(pmids, fetch_url, size):
            found.update(self._some(batch, reply))
        return found

    def _some(self, pmids: tuple[str, ...], reply: Reply | Trouble) -> dict[str, _Found]:
        """Read articles. Where none of several comes, it is not certain that there is none."""
        if isinstance(reply, Trouble):
            return dict.fromkeys(pmids, reply)
        if getattr(reply.document, "tag", None) != "PubmedArticleSet":
            if _NONE_OF_THEM in _complaint(reply).lower():
                return dict.fromkeys(pmids, "absent" if len(pmids) == 1 else "doubtful")
            return dict.fromkeys(pmids, Trouble(cause="broken", detail="the answer is no set of articles"))
        read = (read_record(article, retrieved=self._say.today) for article in articles(reply.document))
        held = {record.identifier.removeprefix("pmid:"): record for record in read}
        certain = len(pmids) == 1 or any(pmid in held for pmid in pmids)
        return {pmid: held.get(pmid, "absent" if certain else "doubtful") for pmid in pmids}

    def _ask(self, identifiers: Sequence[str], url: _Url, size: int) -> list[tuple[tuple[str, ...], Reply | Trouble]]:
        """Ask for lists of at most `size`, and give what came of each."""
        cut = list(batches(identifiers, lambda some: url(self._base, some, self._mailto), size=size))
        urls = [url(self._base, batch, self._mailto) for batch in cut]
        replies = self._http.get_all(urls, service=self._base, kind="list", known=_KNOWN)
        return [(batch, _granted(reply)) for batch, reply in zip(cut, replies, strict=True)]


def _granted(reply: Reply | Trouble) -> Reply | Trouble:
    """Take a refusal for trouble, but where none of the identifiers is known."""
    if isinstance(reply, Trouble) or reply.status == HTTPStatus.OK or _NONE_OF_THEM in _complaint(reply).lower():
        return reply
    words = _complaint(reply)
    return Trouble(cause="refused", detail=f"HTTP {reply.status}" + (f": {words}" if words else ""))


def _pmid(number: str, summary: Mapping[str, Any]) -> str | None:
    """Read the PMID in a summary of PubMed Central, where the summary is of this number."""
    ids = {str(row.get("idtype")): text(row.get("value")) or "" for _, row in rows(summary.get("articleids"))}
    if f"PMC{number}" not in re.findall(r"PMC[0-9]+", ids.get("pmcid", "")):
        return None
    pmid = ids.get("pmid", "")
    return pmid.lstrip("0") if pmid.isascii() and pmid.isdigit() else ""


def _complaint(reply: Reply) -> str:
    """Give what E-utilities have against a request, in their words."""
    if isinstance(reply.document, Mapping):
        return text(reply.document.get("error")) or ""
    found = reply.document.find(".//ERROR") if hasattr(reply.document, "itertext") else None
    return "" if found is None else " ".join("".join(found.itertext()).split())
