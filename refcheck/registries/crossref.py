"""The Crossref REST API: works by DOI, in batches or alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, unquote, urlencode, urlsplit

from refcheck.config.schema import Config
from refcheck.model.answers import Absent, Alias, Answer, Candidates, Failed, Question, Record
from refcheck.registries.answering import batches as cut
from refcheck.registries.crossref_kept import kept
from refcheck.registries.crossref_record import read_record
from refcheck.registries.http import Http
from refcheck.registries.replies import Reply, Trouble
from refcheck.text.folding import words
from refcheck.text.markup import plain

BATCH = 50
"""DOIs of one list request at most."""

ROWS = 5
"""Works that a search gives."""
JOURNAL_ROWS = 20
SELECTED = (
    *("DOI", "type", "title", "subtitle", "short-title", "original-title", "author", "editor", "container-title"),
    *("short-container-title", "issued", "published", "published-print", "published-online", "volume", "issue", "page"),
    *("article-number", "publisher", "ISSN", "ISBN", "updated-by", "update-to", "relation", "score"),
)
"""Keys of the works that a search gives: what is compared, and no more."""
JOURNAL = "journal:"
"""What the identifier of a journal begins with; its title follows."""

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


def search_url(base_url: str, query: str, mailto: str | None = None) -> str:
    """Build the search for a work by the text of a reference: the five best, with what is compared of them.

    No filter and no other field: they drop the right work more often than they find it.

    Source: Crossref REST API, `query.bibliographic` and `select`.
    """
    named = {"query.bibliographic": query, "rows": ROWS, "select": ",".join(SELECTED)}
    return f"{base_url}/works?{urlencode({**named, **_contact(mailto)})}"


def journals_url(base_url: str, title: str, mailto: str | None = None) -> str:
    """Build the search for a journal by its title.

    Source: Crossref REST API, `/journals?query=`.
    """
    return f"{base_url}/journals?{urlencode({'query': title, 'rows': JOURNAL_ROWS, **_contact(mailto)})}"


def _filter(dois: Sequence[str]) -> str:
    from habanero.filterhandler import filter_handler

    return str(filter_handler({"doi": list(dois)}))


def _contact(mailto: str | None) -> dict[str, str]:
    return {"mailto": mailto} if mailto else {}


def batches(base_url: str, dois: Sequence[str], mailto: str | None = None) -> Iterator[tuple[str, ...]]:
    """Cut DOIs into list requests that are short enough, in input order."""
    return cut(dois, lambda some: list_url(base_url, some, mailto), size=BATCH)


class Crossref:
    """The live client."""

    name = "crossref"

    def __init__(self, http: Http, base_url: str, config: Config) -> None:
        self._http, self._base, self._mailto = http, base_url.rstrip("/"), config.mailto
        self._today = str(config.today)

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Ask for DOIs in lower case; each has an answer, in input order.

        What a list request leaves out is `Absent` but not finally: it may be another name of a work, or new. A DOI with
        a comma cannot stand in a filter and is always asked alone. "journal:TITLE" asks for a journal of just that title.
        """
        answers = self._journals([name for name in identifiers if name.startswith(JOURNAL)])
        answers.update(self._each([doi for doi in identifiers if (alone or "," in doi) and doi not in answers]))
        rest = [doi for doi in identifiers if doi not in answers]
        answers.update(self._many(list(batches(self._base, rest, self._mailto))))
        return {doi: answers[doi] for doi in identifiers}

    def search(self, questions: Sequence[Question]) -> Mapping[str, Answer]:
        """Search for works, one request each; the candidates come as Crossref ranks them."""
        replies = self._lists([search_url(self._base, each.query, self._mailto) for each in questions])
        return {each.identifier: self._candidates(each.identifier, reply) for each, reply in zip(questions, replies, strict=True)}

    def _candidates(self, identifier: str, reply: Reply | Trouble) -> Answer:
        items = self._items(reply)
        if isinstance(items, Trouble):
            return self._failed(identifier, items)
        records = tuple(read_record(item, retrieved=self._today) for item in items if isinstance(item.get("DOI"), str))
        return Candidates(registry=self.name, question=identifier, date=self._today, records=records)

    def _journals(self, names: Sequence[str]) -> dict[str, Answer]:
        replies = self._lists([journals_url(self._base, name.removeprefix(JOURNAL), self._mailto) for name in names], learns=False)
        return {name: self._journal(name, reply) for name, reply in zip(names, replies, strict=True)}

    def _journal(self, name: str, reply: Reply | Trouble) -> Answer:
        """Find a journal; of several of one title the first is as good as any."""
        title, items = name.removeprefix(JOURNAL), self._items(reply, "journal-list")
        if isinstance(items, Trouble):
            return self._failed(name, items)
        known = next((item for item in items if words(plain(str(item.get("title", "")))) == words(title)), None)
        return self._absent(name, final=True) if known is None else self._record(name, journal_message(known, name))

    def _items(self, reply: Reply | Trouble, kind: str = "work-list") -> list[Mapping[str, Any]] | Trouble:
        """Give what is in a list; one that is not said to be of this kind is somebody else's answer."""
        if isinstance(reply, Reply) and reply.status != HTTPStatus.OK:
            reply = Trouble(cause="refused", detail=_complaint(reply))
        if isinstance(reply, Trouble):
            return reply
        message = reply.document.get("message") if isinstance(reply.document, Mapping) else None
        items = message.get("items") if isinstance(message, Mapping) else None
        if not isinstance(items, list) or reply.document.get("message-type") != kind:
            return Trouble(cause="broken", detail=f"the answer is no {kind.replace('-', ' ')} of Crossref's")
        return [item for item in items if isinstance(item, Mapping)]

    def _many(self, cut: Sequence[tuple[str, ...]]) -> dict[str, Answer]:
        """Ask for batches of works; one that is refused is halved."""
        answers: dict[str, Answer] = {}
        halves: list[tuple[str, ...]] = []
        for dois, reply in zip(cut, self._lists([list_url(self._base, dois, self._mailto) for dois in cut]), strict=True):
            if len(dois) > 1 and isinstance(reply, Reply) and reply.status != HTTPStatus.OK:
                halves += [dois[: len(dois) // 2], dois[len(dois) // 2 :]]
                continue
            items = self._items(reply)
            if isinstance(items, Trouble):
                answers.update((doi, self._failed(doi, items)) for doi in dois)
                continue
            held = {str(item["DOI"]).lower(): item for item in items if "DOI" in item}
            answers.update((doi, self._record(doi, held[doi]) if doi in held else self._absent(doi, final=False)) for doi in dois)
        return answers | self._many(halves) if halves else answers

    def _each(self, dois: Sequence[str]) -> dict[str, Answer]:
        """Ask for works alone, and for those that they are other names of."""
        replies = dict(zip(dois, self._singles(dois), strict=True))
        moved = {doi: _moved(reply) for doi, reply in replies.items()}
        primes = sorted({prime for prime in moved.values() if prime})
        leading = dict(zip(primes, self._singles(primes), strict=True))
        return {doi: self._read(doi, replies[doi]) if prime is None else self._alias(doi, prime, leading) for doi, prime in moved.items()}

    def _alias(self, doi: str, prime: str, leading: Mapping[str, Reply | Trouble]) -> Answer:
        """Give the work that a DOI is another name of; "" stands for none."""
        if not prime:
            return self._failed(doi, Trouble(cause="broken", detail="a redirect that leads to no work"))
        answer = self._read(prime, leading[prime])
        if isinstance(answer, Record):
            return Alias(registry=self.name, question=doi, date=self._today, of=prime, record=answer.record)
        detail = answer.detail if isinstance(answer, Failed) else f"registered as another name of {prime}, which leads nowhere"
        return self._failed(doi, Trouble(cause=answer.cause if isinstance(answer, Failed) else "broken", detail=detail))

    def _singles(self, dois: Sequence[str]) -> list[Reply | Trouble]:
        urls = [single_url(self._base, doi, self._mailto) for doi in dois]
        return self._looked_at(self._http.get_all(urls, service=self._base, kind="single", known=_OF_ONE))

    def _lists(self, urls: Sequence[str], *, learns: bool = True) -> list[Reply | Trouble]:
        return self._looked_at(self._http.get_all(urls, service=self._base, kind="list", known=_OF_MANY, learns=learns, trim=_trimmed))

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

    def _looked_at(self, replies: list[Reply | Trouble]) -> list[Reply | Trouble]:
        """Tell the user once when a contact was given and Crossref does not honour it."""
        for pool in {reply.headers.get("x-api-pool", "") for reply in replies if isinstance(reply, Reply)}:
            if self._mailto and pool.startswith("public"):
                self._http.warn(f"Crossref does not take {self._mailto} for a contact address: it answers from the pool {pool}")
        return replies


def _trimmed(document: Any) -> Any:
    """Cut the works of a list to what is kept of them; whatever else an answer is stays as it is."""
    message = document.get("message") if isinstance(document, dict) else None
    items = message.get("items") if isinstance(message, dict) else None
    if document is None or not isinstance(message, dict) or not isinstance(items, list) or document.get("message-type") != "work-list":
        return document
    return {**document, "message": {**message, "items": [kept(item) if isinstance(item, dict) else item for item in items]}}


def journal_message(journal: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Give a journal the form of a work, so that it is kept and read like one.

    The years of which it has works stand in `years`, where Crossref says so.

    Source: Crossref REST API, `/journals`: `breakdowns.dois-by-issued-year`.
    """
    breakdowns = journal.get("breakdowns")
    rows = breakdowns.get("dois-by-issued-year") if isinstance(breakdowns, Mapping) else None
    years = sorted(row[0] for row in rows if isinstance(row, list) and row and isinstance(row[0], int)) if isinstance(rows, list) else []
    return {"DOI": name, "type": "journal", "title": [journal.get("title")], "ISSN": journal.get("ISSN") or [], "years": years}


def prime_of(location: str) -> str | None:
    """Read the DOI in lower case that a redirect of a work leads to; None when it leads to no work."""
    try:
        _, found, path = urlsplit(location).path.partition("/works/")
    except ValueError:
        return None
    return unquote(path).lower() if found and path else None


def _moved(reply: Reply | Trouble) -> str | None:
    """Give the DOI that a redirect leads to, "" where it leads to no work; None where it is no redirect."""
    if isinstance(reply, Trouble) or reply.status != HTTPStatus.MOVED_PERMANENTLY:
        return None
    return prime_of(reply.headers.get("location", "")) or ""


def _complaint(reply: Reply) -> str:
    """Say what Crossref has against a request, in its own words where it has some."""
    listed = reply.document.get("message") if isinstance(reply.document, Mapping) else None
    first = listed[0] if isinstance(listed, list) and listed else None
    words = first.get("message") if isinstance(first, Mapping) else None
    return f"HTTP {reply.status}" + (f": {words}" if isinstance(words, str) else "")
