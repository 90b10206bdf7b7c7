"""The questions that find a cited work: by identifier, and where that fails by its description."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import quote_plus

from refcheck.model.answers import Question
from refcheck.model.identifiers import Doi
from refcheck.model.references import CitedReference, Reference
from refcheck.text.fingerprint import fingerprint
from refcheck.text.folding import words

WEB_PAGES = frozenset({"webpage", "post", "post-weblog"})
"""Types of work that no registry of scholarly works holds."""
UNSEARCHED = WEB_PAGES | frozenset(
    (
        *("article-magazine", "article-newspaper", "bill", "broadcast", "event", "figure", "graphic", "hearing", "interview"),
        *("legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "patent", "performance"),
        *("personal_communication", "regulation", "software", "song", "speech", "treaty"),
    )
)
"""Types that a search among scholarly works finds by mistake only."""
CONTAINED = frozenset({"article-journal", "paper-conference", "chapter", "review", "review-book"})
"""Types of works that stand in a container which registries hold as a whole; books, reports, theses and data may stand anywhere."""
LONGEST = 1200
"""Bytes of a query, encoded, at most; the end of a long reference finds nothing more."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\b(?:https?:\s*//\s*)?(?:dx\.)?doi(?:\.org/|\s*:\s*)\s*10\.\d{4,9}/\S+|\b10\.\d{4,9}/\S+", re.IGNORECASE
)
_RETRIEVED = re.compile(
    r"\b(?:retrieved|accessed|available|abgerufen|consult[ée])\b[^.]{0,60}?\b(?:from|at|on|am|le)\b[:\s]*", re.IGNORECASE
)
SHORT = 4
"""A title of fewer words names no work without what it stands in, and such a work is not searched for."""
_UNPARTED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
"""Signs of Chinese, Japanese, Thai and Lao."""
_FEWEST = 3
"""Words of a query that may describe a work."""
_AUTHORS = 3
"""Families that a description names; more only make the query long."""


def in_list(doi: Doi) -> Question:
    """Ask Crossref for a DOI together with others."""
    return Question("crossref", doi.folded)


def registered_where(doi: Doi) -> Question:
    """Ask doi.org whether a DOI is registered, and with which agency."""
    return Question("doi", doi.folded)


def by_itself(doi: Doi) -> Question:
    """Ask Crossref for a DOI alone, which follows aliases."""
    return Question("crossref", doi.folded, alone=True)


def journal(reference: Reference) -> Question | None:
    """Ask Crossref whether it registers a journal; None where the citation names none in full."""
    title = " ".join(words(reference.container_title or ""))
    serial = reference.type in {"article-journal", "review", "review-book"}
    return Question("crossref", f"journal:{title}", alone=True) if serial and len(title) > 1 else None


def words_of(cited: CitedReference) -> Question | None:
    """Ask Crossref for whatever fits a few words; None where there are too few."""
    query = _printed(cited)
    if len(words(query)) < _FEWEST - 1:
        return None
    return Question("crossref", f"search:{sha256(query.encode()).hexdigest()[:16]}", query=query)


def is_last_resort(question: Question) -> bool:
    """Tell whether a question is about a journal, which other works of the list may settle."""
    return question.identifier.startswith("journal:")


def search(cited: CitedReference) -> Question | None:
    """Ask Crossref for works of this description; None where there is too little to describe it by.

    Source: Crossref, "Tips for using the Crossref REST API": the whole reference in `query.bibliographic`.
    """
    reference = cited.reference
    if reference.type in UNSEARCHED or not (reference.author or reference.container_title):
        return None
    if reference.title and length(reference.title) < SHORT and not reference.container_title:
        return None
    query = _printed(cited) if cited.kind == "list" and cited.raw else described(reference) if words(reference.title or "") else ""
    identity = fingerprint(reference)
    if not identity or length(query) < _FEWEST:
        return None
    name = sha256(identity.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    return Question("crossref", f"search:{name}", query=query)


def length(title: str) -> int:
    """Count the words of a title; of a script that does not part them, two signs count as one."""
    found = words(title)
    joined = sum(len(_UNPARTED.findall(word)) for word in found)
    return len(found) if not joined else len(found) + joined // 2


def _printed(cited: CitedReference) -> str:
    """Give the text of a reference without addresses and the label before it."""
    text = _RETRIEVED.sub(" ", _ADDRESS.sub(" ", cited.raw))
    if cited.label:
        text = re.sub(rf"^\W*{re.escape(cited.label)}\W*(?=\w)", "", text)
    return _short(text)


def described(reference: Reference) -> str:
    """Write a reference as text: authors, title, container and place, year."""
    names = [name.family or str(name) for name in reference.author[:_AUTHORS]]
    year = reference.issued.year if reference.issued else None
    place = (reference.volume, reference.issue, str(reference.page) if reference.page else None, year)
    return _short(" ".join(str(part) for part in (*names, reference.title, reference.container_title, *place) if part))


def _short(text: str) -> str:
    """Keep as many words as a request has room for; a lone surrogate, which cannot be sent, becomes a blank."""
    kept: list[str] = []
    length = 0
    for word in text.encode("utf-8", "replace").decode().split():
        length += len(quote_plus(word)) + 1
        if length > LONGEST:
            break
        kept.append(word)
    return " ".join(kept)
