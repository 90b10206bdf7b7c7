"""Turn PubMed's XML into small objects under PubMed's own names, without affiliations, abstracts and identifiers of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from refcheck.registries.json_values import only

_NAME_PARTS = ("LastName", "ForeName", "Initials", "Suffix", "CollectiveName")
_DATE_PARTS = ("Year", "Month", "Day", "Season", "MedlineDate")
_IDS = ("doi", "pmc")
_DEEPEST = 50
"""Levels of markup in a title; formulas have some twenty."""


def articles(root: Any) -> Iterator[dict[str, Any]]:
    """Yield the articles and chapters of an answer of efetch, in its order.

    Source: NLM, "PubMed DTD" and "MEDLINE/PubMed XML Data Elements".
    """
    for entry in root:
        if entry.tag == "PubmedArticle":
            found = _article(entry)
        elif entry.tag == "PubmedBookArticle":
            found = _chapter(entry)
        else:
            continue
        yield only(found, found)


def _article(entry: Any) -> dict[str, Any]:
    citation = entry.find("MedlineCitation")
    if citation is None:
        return {}
    article = citation.find("Article")
    issue, info = _at(article, "Journal/JournalIssue"), citation.find("MedlineJournalInfo")
    pages = _at(article, "Pagination")
    journal = {
        **_texts(_at(article, "Journal"), ("Title", "ISOAbbreviation")),
        **_texts(info, ("MedlineTA",)),
        "ISSN": _each(article, "Journal/ISSN") + _each(info, "ISSNLinking"),
    }
    return {
        **_texts(citation, ("PMID",)),
        "PubModel": article.get("PubModel") if article is not None else None,
        "ArticleTitle": _markup(_at(article, "ArticleTitle")),
        "VernacularTitle": _markup(_at(article, "VernacularTitle")),
        **_people(article),
        "Journal": only(journal, journal),
        **_texts(issue, ("Volume", "Issue")),
        **_texts(pages, ("MedlinePgn", "StartPage", "EndPage")),
        "ELocationID": _elocations(article),
        "PubDate": _texts(_at(issue, "PubDate"), _DATE_PARTS),
        "ArticleDate": _texts(_at(article, "ArticleDate"), _DATE_PARTS),
        "Language": _each(article, "Language"),
        "PublicationType": _each(article, "PublicationTypeList/PublicationType"),
        "CommentsCorrections": _corrections(citation),
        "ArticleId": _ids(entry.find("PubmedData/ArticleIdList")),
    }


def _chapter(entry: Any) -> dict[str, Any]:
    document = entry.find("BookDocument")
    book = _at(document, "Book")
    held = {
        "BookTitle": _markup(_at(book, "BookTitle")),
        "CollectionTitle": _markup(_at(book, "CollectionTitle")),
        **_texts(book, ("Volume", "Edition")),
        **_texts(_at(book, "Publisher"), ("PublisherName", "PublisherLocation")),
        "Isbn": _each(book, "Isbn"),
    }
    own = {"authors": _people(document), "editors": _people(book)}
    return {
        **_texts(document, ("PMID",)),
        "ArticleTitle": _markup(_at(document, "ArticleTitle")),
        **(own["authors"] or _people(book, "authors")),
        "Editor": _people(book, "editors").get("Author"),
        "Book": only(held, held),
        **_texts(_at(document, "Pagination"), ("MedlinePgn", "StartPage", "EndPage")),
        "PubDate": _texts(_at(book, "PubDate"), _DATE_PARTS),
        "Language": _each(document, "Language"),
        "ArticleId": _ids(_at(document, "ArticleIdList")),
    }


def _at(element: Any, path: str) -> Any:
    return None if element is None else element.find(path)


def _text(element: Any) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _texts(element: Any, names: Sequence[str]) -> dict[str, str]:
    """Read the texts of some children, under their names."""
    found = {} if element is None else {name: _text(element.find(name)) for name in names}
    return {name: text for name, text in found.items() if text}


def _each(element: Any, path: str) -> list[str]:
    """List the texts at a path, each once."""
    found = [] if element is None else [_text(each) for each in element.findall(path)]
    return list(dict.fromkeys(text for text in found if text))


def _markup(element: Any, depth: int = 0) -> str:
    """Write out what stands in an element, with the tags in it but without their name spaces; below `_DEEPEST` only the text."""
    if element is None:
        return ""
    if depth > _DEEPEST:
        return escape("".join(element.itertext()), quote=False)
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        tag = child.tag.rpartition("}")[2]
        parts.append(f"<{tag}>{_markup(child, depth + 1)}</{tag}>{escape(child.tail or '', quote=False)}")
    return "".join(parts)


def _people(element: Any, kind: str | None = None) -> dict[str, Any]:
    """Read a list of names, and whether it is known to lack some; names that PubMed marks as misspelt are left out."""
    lists = [] if element is None else element.findall("AuthorList")
    chosen = next((each for each in lists if kind is None or each.get("Type") == kind), None)
    if chosen is None:
        return {}
    names = [_texts(person, _NAME_PARTS) for person in chosen.findall("Author") if person.get("ValidYN") != "N"]
    return {"Author": [name for name in names if name], "CompleteYN": "N" if chosen.get("CompleteYN") == "N" else None}


def _elocations(article: Any) -> list[dict[str, str]]:
    found = [] if article is None else article.findall("ELocationID")
    valid = [each for each in found if each.get("ValidYN") != "N" and _text(each)]
    return [{"EIdType": each.get("EIdType", ""), "ELocationID": _text(each)} for each in valid]


def _corrections(citation: Any) -> list[dict[str, str]]:
    found = citation.findall("CommentsCorrectionsList/CommentsCorrections")
    return [{"RefType": each.get("RefType", ""), **_texts(each, ("RefSource", "PMID"))} for each in found]


def _ids(element: Any) -> dict[str, str]:
    """Read the identifiers in other registries; of several of one kind the first."""
    found = [] if element is None else [(each.get("IdType"), _text(each)) for each in element.findall("ArticleId")]
    return {kind: text for kind, text in reversed(found) if kind in _IDS and text}
