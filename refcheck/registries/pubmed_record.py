"""Turn an article of PubMed into a record. Pure, and never raises on an odd record."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL, Name
from refcheck.model.records import Provenance, RegistryRecord
from refcheck.model.references import Reference
from refcheck.registries.json_values import Values, codes, inside, only, rows, text
from refcheck.registries.pubmed_dates import date_to_cite, read_dates
from refcheck.registries.pubmed_notices import TIES, is_preprint, relations, updates_of, updates_on
from refcheck.text.identifiers import parse_doi, parse_isbn, parse_pmcid
from refcheck.text.medline import LANGUAGES, is_article_number, is_translated, parse_title, without_place

_KEPT = (
    *("PMID", "PubModel", "ArticleTitle", "VernacularTitle", "Author", "CompleteYN", "Editor", "Journal", "Book", "Volume", "Issue"),
    *("MedlinePgn", "StartPage", "EndPage", "ELocationID", "PubDate", "ArticleDate", "Language", "PublicationType"),
    *("CommentsCorrections", "ArticleId"),
)


def kept(message: Mapping[str, Any]) -> dict[str, Any]:
    """Cut an article to what the reader reads."""
    ties = [dict(tie) for _, tie in rows(message.get("CommentsCorrections")) if str(tie.get("RefType")) in TIES]
    return only({**message, "CommentsCorrections": ties}, _KEPT)


def read_record(
    message: Mapping[str, Any],
    *,
    retrieved: str | None,
    provenance: Provenance = "registry",
    inferred: frozenset[str] = frozenset(),
) -> RegistryRecord:
    """Read an article or chapter in the form that `pubmed_xml` gives it.

    Args:
        message: the article.
        retrieved: day the answer was had, ISO 8601.
        provenance: whether the registry gave it or a person wrote it down.
        inferred: names of dates and attributes that no page says.

    Source: NLM, "MEDLINE/PubMed XML Data Elements".
    """
    message = kept(message)
    identifier = f"pmid:{text(message.get('PMID')) or ''}"
    values, dates = _values(message), read_dates(message)
    issued_from = date_to_cite(message, dates)
    values.put("issued", dates.get(issued_from or ""), "/ArticleDate" if issued_from == "articledate" else "/PubDate")
    return RegistryRecord(
        registry="pubmed",
        identifier=identifier,
        reference=Reference(**values.found),
        dates=MappingProxyType(dates),
        issued_from=issued_from,
        updated_by=updates_on(message, identifier),
        update_to=updates_of(message),
        relations=relations(message),
        pointers=MappingProxyType(values.pointers),
        retrieved=retrieved,
        provenance=provenance,
        inferred=inferred,
        answer=MappingProxyType(message),
    )


def _values(message: Mapping[str, Any]) -> Values:
    """Read the values of all variables but the date."""
    values, ids = Values(), inside(message.get("ArticleId"))
    types = _texts(message.get("PublicationType"))
    preprint = is_preprint(message)
    values.found["type"] = "article" if preprint else "article-journal"
    values.put("genre", "preprint" if preprint else None, "/PublicationType")
    _put_title(values, message)
    values.put("author", _names(message, "Author"), "/Author")
    _put_journal(values, inside(message.get("Journal")))
    if book := inside(message.get("Book")):
        _put_book(values, message, book)
    for attribute in ("volume", "issue"):
        values.put(attribute, text(message.get(attribute.title())), f"/{attribute.title()}")
    values.put("page", *_locator(message))
    values.put("doi", Doi.parse(text(ids.get("doi")) or ""), "/ArticleId/doi")
    for place, row in rows(message.get("ELocationID")):
        if row.get("EIdType") == "doi":
            values.put("doi", parse_doi(text(row.get("ELocationID")) or ""), f"/ELocationID/{place}/ELocationID")
    values.put("pmid", text(message.get("PMID")), "/PMID")
    values.put("pmcid", parse_pmcid(text(ids.get("pmc")) or ""), "/ArticleId/pmc")
    language = next(iter(_texts(message.get("Language"))), None)
    values.put("language", LANGUAGES.get(language or "", language), "/Language")
    values.found["extra"] = MappingProxyType({"PublicationType": types} if types else {})
    return values


def _texts(value: Any) -> tuple[str, ...]:
    return codes(*value) if isinstance(value, list) else ()


def _put_title(values: Values, message: Mapping[str, Any]) -> None:
    """Read the title without the full stop that PubMed adds, and a translated one without its brackets."""
    written, vernacular = (text(message.get(key)) or "" for key in ("ArticleTitle", "VernacularTitle"))
    title, own = parse_title(written), parse_title(vernacular)
    if title and is_translated(written):
        values.put("original_title", own, "/VernacularTitle")
    values.put("title", title, "/ArticleTitle")
    values.put("title", own, "/VernacularTitle")


def _put_journal(values: Values, journal: Mapping[str, Any]) -> None:
    title = text(journal.get("Title"))
    values.put("container_title", without_place(title) if title else None, "/Journal/Title")
    for key in ("ISOAbbreviation", "MedlineTA"):
        values.put("container_title_short", text(journal.get(key)), f"/Journal/{key}")
    values.put("issn", _texts(journal.get("ISSN")), "/Journal/ISSN")


def _put_book(values: Values, message: Mapping[str, Any], book: Mapping[str, Any]) -> None:
    """Read a chapter of a book, or a book that PubMed lists as a whole."""
    title = parse_title(text(book.get("BookTitle")) or "")
    values.found["type"] = "chapter" if "title" in values.found else "book"
    values.put("title" if values.found["type"] == "book" else "container_title", title, "/Book/BookTitle")
    values.put("editor", _names(message, "Editor"), "/Editor")
    for attribute, key in _OF_BOOK.items():
        values.put(attribute, text(book.get(key)), f"/Book/{key}")
    values.put("isbn", codes(*(parse_isbn(number) for number in _texts(book.get("Isbn")))), "/Book/Isbn")


_OF_BOOK: Mapping[str, str] = MappingProxyType(
    {
        "collection_title": "CollectionTitle",
        "volume": "Volume",
        "edition": "Edition",
        "publisher": "PublisherName",
        "publisher_place": "PublisherLocation",
    }
)


def _names(message: Mapping[str, Any], key: str) -> tuple[Name, ...]:
    """Read people in their order; "et al." at the end says that PubMed lists only the first of them."""
    found = tuple(name for _, person in rows(message.get(key)) if (name := _name(person)) is not None)
    return (*found, ET_AL) if found and key == "Author" and message.get("CompleteYN") == "N" else found


def _name(person: Mapping[str, Any]) -> Name | None:
    family, fore, initials, group = (text(person.get(key)) for key in ("LastName", "ForeName", "Initials", "CollectiveName"))
    if family is not None:
        return Name(family=family, given=fore or initials, suffix=text(person.get("Suffix")))
    whole = group or fore
    return None if whole is None else Name(literal=whole.rstrip("."))


def _locator(message: Mapping[str, Any]) -> tuple[Locator | None, str]:
    """Read the pages without what is discussed after them; an article number where there are none."""
    for key in ("MedlinePgn", "StartPage"):
        pages = (text(message.get(key)) or "").partition(";")[0].strip()
        if pages:
            last = text(message.get("EndPage")) if key == "StartPage" else None
            return Locator(pages=f"{pages}-{last}" if last and last != pages else pages), f"/{key}"
    for place, row in rows(message.get("ELocationID")):
        number = text(row.get("ELocationID")) or ""
        if row.get("EIdType") == "pii" and is_article_number(number):
            return Locator(article=number), f"/ELocationID/{place}/ELocationID"
    return None, ""
