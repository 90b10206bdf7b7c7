"""The title element: the title, what stands in round brackets after it, and the description in square ones.

Source: APA 7, 9.18 to 9.22 (title element), 9.19 (editions, numbers), 9.21 (descriptions in square brackets).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from refcheck.model.references import Reference
from refcheck.styles.apa.kinds import Kind, Place
from refcheck.styles.apa.locators import labelled_pages
from refcheck.styles.apa.people import credits_of, listed, natural
from refcheck.styles.apa.pieces import NOTHING, clean, marked, ordinal, plain, unstopped
from refcheck.styles.base import Entry, Run
from refcheck.text.sentence_case import sentence_case

_PLAIN_KINDS = frozenset(
    {
        "article",
        "journal article",
        "journal-article",
        "research article",
        "research-article",
        "original article",
        "book",
        "monograph",
        "book chapter",
        "chapter",
        "web page",
        "webpage",
        "website",
        "web site",
        "blog post",
        "newspaper article",
        "magazine article",
        "preprint",
        "report",
        "conference paper",
    }
)
"""Descriptions that say no more than the type does."""
_ORDINALS: Mapping[str, str] = MappingProxyType(
    {
        word: f"{ordinal(number)} ed."
        for number, word in enumerate(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=2)
    }
    | {"revised": "Rev. ed.", "rev": "Rev. ed.", "new": "New ed."}
)
_EDITION = re.compile(r"(?i)[\s,]*\b(?:edition|edn|ed)\b\.?$")
_VOLUME = re.compile(r"(?i)^vol(?:ume|s)?[.\s]+")
_DEGREES = (
    (
        re.compile(r"(?i)(unpublished )?(?:ph\.?\s?d\.?|d\.?phil\.?)[\s.]*(?:thesis|dissertation)?|(unpublished )?phdthesis"),
        "doctoral dissertation",
    ),
    (re.compile(r"(?i)(unpublished )?(?:m\.?\s?[as]c?\.?|master)[\s.]*(?:thesis)|(unpublished )?mastersthesis"), "master’s thesis"),
)
_UNFINISHED: Mapping[str, str] = MappingProxyType(
    {
        "in preparation": "Manuscript in preparation",
        "submitted": "Manuscript submitted for publication",
        "under review": "Manuscript submitted for publication",
        "submitted for publication": "Manuscript submitted for publication",
    }
)


def title_element(reference: Reference, kind: Kind) -> Entry:
    """Give the whole title element; empty where the work has neither title nor description."""
    title = _title(reference, kind)
    details, bracket = "; ".join(_details(reference, kind)), _bracket(reference, kind)
    rest = [*plain(f"({details})" if details else ""), *bracket]
    out = list(title)
    for run in rest:
        glued = out and run is not rest[0] and not (bracket and run is bracket[0])
        out.append(run if glued or not out else Run(f" {run.text}", run.italic))
    return tuple(out)


def _title(reference: Reference, kind: Kind) -> Entry:
    text = unstopped(clean(reference.title))
    if text and kind.cased:
        text = sentence_case(text, reference.language)
    if kind.place is Place.ALONE:
        text = with_volume(text, reference)
    return marked(text, italic=kind.place in {Place.ALONE, Place.EVENT})


def with_volume(title: str, reference: Reference) -> str:
    """Add the volume to the title of a work in several, where the volume has a title of its own."""
    own = unstopped(clean(reference.volume_title))
    if not own:
        return title
    volume = f"Vol. {clean(reference.volume)}. " if reference.volume else ""
    return f"{title}: {volume}{sentence_case(own, reference.language)}" if title else f"{volume}{own}"


def _details(reference: Reference, kind: Kind) -> list[str]:
    """List what stands in round brackets after the title, in groups."""
    lead = next(((role,) for role in kind.leads if getattr(reference, role)), ())
    if kind.place is Place.PART:
        return credits_of(reference, lead, without=frozenset(kind.owners))
    if kind.place is Place.PERIODICAL:
        return credits_of(reference, lead, without=frozenset({"editor"}))
    groups = credits_of(reference, lead)
    if kind.place is Place.ALONE:
        version = clean(reference.version)
        groups += [
            number(reference, kind),
            version if not version or version.lower().startswith("version") else f"Version {version}",
            ", ".join(part for part in (edition(reference), volume(reference), labelled_pages(reference)) if part),
        ]
    return [group for group in groups if group]


def number(reference: Reference, kind: Kind) -> str:
    """Give the number of a work with what it is called: "NIH Publication No. 18-2424"."""
    text = clean(reference.number)
    if not text and reference.arxiv and kind.place is Place.ALONE:
        return f"arXiv:{clean(reference.arxiv)}"
    name = clean(reference.genre) if kind.numbered and reference.type != "thesis" else ""
    name = "" if name.lower() in _PLAIN_KINDS else name
    if not text and kind.numbered and reference.collection_number:
        text, name = clean(reference.collection_number), name or clean(reference.collection_title)
    if not text or not (name or kind.numbered) or (not name and not text[0].isdigit()):
        return text
    name = " ".join(word[:1].upper() + word[1:] for word in name.split()) or kind.numbered
    return f"{name} {text}" if text.lower().startswith(("no.", "no ", "nr.")) else f"{name} No. {text}"


def edition(reference: Reference) -> str:
    """Give the edition in APA form: "2nd ed.", "Rev. ed."; a first edition goes without saying."""
    text = clean(reference.edition)
    bare = _EDITION.sub("", text).rstrip(".")
    digits = re.sub(r"(?i)(?<=\d)(?:st|nd|rd|th)$", "", bare)
    if digits.isdecimal():
        return f"{ordinal(int(digits))} ed." if int(digits) != 1 else ""
    if bare.lower() == "first":
        return ""
    return _ORDINALS.get(bare.lower()) or (f"{bare} ed." if bare else text)


def volume(reference: Reference) -> str:
    """Give the volume or volumes of a book."""
    if reference.volume and not reference.volume_title:
        text = re.sub(r"(?<=\d)\s*[-–—]+\s*(?=\d)", "–", clean(reference.volume))
        return f"{'Vols.' if '–' in text else 'Vol.'} {_VOLUME.sub('', text)}{f', No. {clean(reference.issue)}' if reference.issue else ''}"
    issue = clean(reference.issue)
    if issue and not reference.volume:
        return f"No. {issue}"
    count = clean(reference.number_of_volumes)
    return f"Vols. 1–{count}" if count.isdecimal() and int(count) > 1 and not reference.volume else ""


def is_published(reference: Reference) -> bool:
    """Whether a thesis can be had from an archive or an address."""
    return bool(reference.archive or reference.url or reference.doi)


def _bracket(reference: Reference, kind: Kind) -> Entry:
    """Give the description in square brackets."""
    if reference.type.startswith("review") or reference.reviewed_title:
        return _review(reference)
    genre = clean(reference.genre)
    if reference.type == "thesis":
        text = _degree(genre or kind.bracket)
        if is_published(reference) and reference.publisher:
            text += f", {clean(reference.publisher)}"
        return plain(f"[{text}]")
    if genre.lower() in _PLAIN_KINDS or (kind.numbered and (reference.number or reference.collection_number)):
        genre = ""
    medium = clean(reference.medium)
    status = _UNFINISHED.get(clean(reference.status).lower(), "")
    parts = [part for part in (status or genre or kind.bracket, medium) if part]
    text = "; ".join(parts)
    return plain(f"[{text[0].upper()}{text[1:]}]") if text else NOTHING


def _degree(genre: str) -> str:
    for pattern, name in _DEGREES:
        found = pattern.fullmatch(genre)
        if found:
            genre = f"unpublished {name}" if any(found.groups()) else name
    return genre[:1].upper() + genre[1:]


def _review(reference: Reference) -> Entry:
    title = sentence_case(unstopped(clean(reference.reviewed_title)), reference.language) if reference.reviewed_title else ""
    people = listed(reference.reviewed_author, natural)
    what = "book" if reference.type == "review-book" else re.sub(r"(?i)\s*\breview\b.*", "", clean(reference.genre)).lower()
    of = f"the {what} " if what else ""
    if not title:
        return plain(f"[Review of {of}by {people}]" if people else "[Review]" if not reference.title else "")
    return (Run(f"[Review of {of}"), *marked(title, italic=True), Run(f", by {people}]" if people else "]"))
