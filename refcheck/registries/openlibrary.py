"""Open Library: books by ISBN, in batches."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from refcheck.config.schema import Config
from refcheck.model.answers import Answer, Record
from refcheck.registries.answering import Answering, batches
from refcheck.registries.http import Http
from refcheck.registries.openlibrary_record import read_record
from refcheck.registries.replies import Trouble

BATCH = 50
"""Books of one request at most."""
_FIGURES = re.compile(r"[0-9]{9}(?:[0-9]{3})?[0-9X]")


def list_url(base_url: str, isbns: Sequence[str]) -> str:
    """Build the request for books by ISBN, each in both its forms: older books are listed under ten figures only.

    Source: Open Library, "Books API": `bibkeys`, `jscmd=data`.
    """
    keys = ",".join(f"ISBN:{form}" for isbn in isbns for form in forms(isbn))
    return f"{base_url}/api/books?{urlencode({'bibkeys': keys, 'format': 'json', 'jscmd': 'data'}, safe=':,')}"


def fold(isbn: str) -> str:
    """Take an ISBN to its thirteen figures; what is none stays as it is.

    Source: ISO 2108; python-stdnum.
    """
    from stdnum import isbn as standard

    return str(standard.to_isbn13(isbn)) if standard.is_valid(isbn) else isbn


def forms(isbn: str) -> tuple[str, ...]:
    """List the spellings of an ISBN: thirteen figures, and ten where it has such."""
    from stdnum import isbn as standard

    if not standard.is_valid(isbn):
        return (isbn,)
    long = fold(isbn)
    return (long, str(standard.to_isbn10(long))) if long.startswith("978") else (long,)


def _is_list_of_books(document: object) -> bool:
    """Tell an answer, which is empty where no book is held, from another service's."""
    return isinstance(document, Mapping) and (not document or any(str(key).startswith("ISBN:") for key in document))


class OpenLibrary:
    """The live client."""

    name = "openlibrary"

    def __init__(self, http: Http, base_url: str, config: Config) -> None:
        self._http, self._base = http, base_url.rstrip("/")
        self._say = Answering(registry=self.name, today=str(config.today))

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Ask for bare ISBNs; each has an answer, in input order. One of ten figures is an alias of thirteen.

        What is absent may be a book all the same: Open Library does not hold all.
        """
        answers: dict[str, Answer] = {isbn: self._say.absent(isbn) for isbn in identifiers if not _FIGURES.fullmatch(isbn)}
        asked = list(dict.fromkeys(fold(isbn) for isbn in identifiers if isbn not in answers))
        for batch in batches(asked, lambda some: list_url(self._base, some), size=1 if alone else BATCH):
            answers.update(self._many(batch))
        return {isbn: self._renamed(isbn, answers[fold(isbn)]) for isbn in identifiers}

    def _many(self, isbns: tuple[str, ...]) -> dict[str, Answer]:
        reply = self._http.get(list_url(self._base, isbns), service=self._base, kind="list")
        if not isinstance(reply, Trouble) and not _is_list_of_books(reply.document):
            reply = Trouble(cause="broken", detail="the answer is no list of books")
        if isinstance(reply, Trouble):
            return {isbn: self._say.failed(isbn, reply) for isbn in isbns}
        books = {isbn: (reply.document.get(f"ISBN:{form}") for form in forms(isbn)) for isbn in isbns}
        return {
            isbn: self._answer(isbn, next((book for book in found if isinstance(book, Mapping)), None)) for isbn, found in books.items()
        }

    def _answer(self, isbn: str, book: Mapping[str, object] | None) -> Answer:
        if book is None:
            return self._say.absent(isbn)
        return self._say.record(isbn, read_record({**book, "isbn": isbn}, retrieved=self._say.today))

    def _renamed(self, isbn: str, answer: Answer) -> Answer:
        """Give the answer to the thirteen figures as one to the spelling that was asked for."""
        if isbn == answer.question:
            return answer
        return self._say.alias(isbn, answer.record) if isinstance(answer, Record) else replace(answer, question=isbn)
