"""Read in words what became of a work: in a registered title, and in the text that cites it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from refcheck.model.references import CitedReference
from refcheck.text.folding import fold

Said = Literal["retracted", "withdrawn", "removed for a time", "in doubt", "retraction", "withdrawal", "concern", "correction"]
"""What a title says: of the work itself (the first four), or that it is a notice on another one."""
_OF_A_NOTICE: frozenset[Said] = frozenset({"retraction", "withdrawal", "concern", "correction"})

NOTICES: Mapping[Said, str] = MappingProxyType(
    {
        "retracted": "retraction notice",
        "retraction": "retraction notice",
        "withdrawn": "withdrawal notice",
        "removed for a time": "notice of removal",
        "in doubt": "notice of violation",
        "withdrawal": "withdrawal notice",
        "concern": "expression of concern",
        "correction": "correction",
    }
)
"""What a title says -> what a notice with that title is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a title says of its status, and the title without it."""

    said: Said
    rest: str
    """The title of the work that is meant; empty where it is not named."""
    marked: bool
    """A colon, bracket or dash sets the words off, or there are no others."""

    @property
    def of_a_notice(self) -> bool:
        """Whether it is a notice on another work that the title says."""
        return self.said in _OF_A_NOTICE


_THING = r"(?:\s+(?:article|paper|chapter|book|preprint|protocol|manuscript|publication|case report))?"
_OFF = r"(?:\s*[:\uff1a|]\s*|\s*[—–]\s*|\s+-\s+|\s*\.\s+(?=[A-Z]))"
_TO = r"(?:\s*(?:to|of|for|on|regarding|concerning|zu|zum|zur|à|de|del|al|a)(?=[\s:\"'“‘„«]))?"
_MARK = r"(?P<mark>\s*[:\uff1a—–]\s*|\s*\.\s+|\s+-\s+|\s*(?=[\"“‘„«])|\s*\.?\s*$)"


def _of_the_work(words: str, said: Said) -> tuple[tuple[re.Pattern[str], Said], ...]:
    """Give the forms of a title that starts or ends with what became of its work."""
    return (
        (re.compile(rf"^\s*[\[(]\s*(?:{words}){_THING}\s*[\])]\s*[:.—–-]?\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL), said),
        (re.compile(rf"^\s*(?:{words}){_THING}{_OFF}(?P<rest>\S.*)$", re.IGNORECASE | re.DOTALL), said),
        (re.compile(rf"^(?P<rest>.*\S)\s*[\[(]\s*(?:{words}){_THING}\s*[\])]\s*\.?\s*$", re.IGNORECASE | re.DOTALL), said),
    )


def _of_a_notice(words: str, said: Said) -> tuple[tuple[re.Pattern[str], Said], ...]:
    """Give the forms of a title that starts with what its notice is called, set off or not."""
    return (
        (re.compile(rf"^\s*\[?(?:{words})\]?{_TO}{_MARK}(?P<rest>.*)$", re.IGNORECASE | re.DOTALL), said),
        (re.compile(rf"^\s*\[?(?:{words})\]?{_TO}\s+(?P<rest>\S.*)$", re.IGNORECASE | re.DOTALL), said),
    )


_FORMS: tuple[tuple[re.Pattern[str], Said], ...] = (
    *_of_the_work(r"retracted|retracted and replaced|rétracté|zurückgezogen|retractado|ritirato|撤稿|撤回|已撤稿|已撤回", "retracted"),
    *_of_the_work(r"withdrawn|withdrawn by (?:the )?authors?|(?-i:REMOVED|REMOVAL)|publisher withdrawn", "withdrawn"),
    *_of_the_work(r"temporary removal|temporarily removed|temporary withdrawal", "removed for a time"),
    (re.compile(r"^\s*notice of violation of \w+ publication principles\W*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL), "in doubt"),
    (re.compile(r"^\s*notice of retraction\W*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL), "retracted"),
    *_of_a_notice(
        r"(?:editorial\s+|publisher['’]?s?\s+|authors?['’]?\s+)?retraction(?:\s+(?:note|notice|statement))?|statement of retraction|"
        r"rétractation|retractación|ritrattazione|retraktion|撤稿声明|撤回声明",
        "retraction",
    ),
    *_of_a_notice(r"withdrawal(?:\s+(?:note|notice|statement))?|(?:notice|statement) of withdrawal", "withdrawal"),
    *_of_a_notice(
        r"(?:editorial\s+|publisher['’]?s?\s+|editors?['’]?s?\s+)?(?:expression|note|statement) of (?:editorial )?concern", "concern"
    ),
    *_of_a_notice(
        r"(?:authors?['’]?s?\s+|publisher['’]?s?\s+|editorial\s+)?corrections?(?:\s+(?:note|notice))?|errat(?:um|a)|corrigend(?:um|a)|"
        r"addend(?:um|a)|additions? and corrections?|(?:publisher|editor|author)['’]?s['’]?\s+note|clarification|errata corrige|"
        r"fe de erratas?|berichtigung|korrektur|rectificati(?:on|f)|correctif|rectificación|corrección|更正|勘误|勘誤|訂正",
        "correction",
    ),
)
_QUOTES = " :\"'“‘„«”’»"
_LONGEST = 2000
"""Letters from which on a text is no title."""


@lru_cache(maxsize=4096)
def wording(title: str) -> Wording | None:
    """Read what a registered title says of its status; None where it says nothing."""
    text = " ".join(title[:_LONGEST].split())
    for form, said in _FORMS:
        found = form.match(text)
        if found is not None:
            marked = said not in _OF_A_NOTICE or "mark" in form.groupindex
            return Wording(said=said, rest=_unquoted(found["rest"]), marked=marked)
    return None


def _unquoted(title: str) -> str:
    """Take quotation marks off a title, and the place of its work in brackets behind it: "“On wells” [Water 4, 17 (2020)]"."""
    text = title.strip(_QUOTES)
    start = text.rfind("[")
    if start > 0 and text.endswith("]") and any(sign.isdigit() for sign in text[start:]):
        text = text[:start].strip(_QUOTES)
    return text


About = Literal["retracted", "concern", "notice"]
_STEMS: Mapping[About, str] = MappingProxyType(
    {
        "retracted": "retract|rétract|withdrawn|withdrawal|removed|removal|zurückgezogen|zurückgenommen|widerruf|rückzug|retiré|retrait|"
        "retirad|retirac|ritratta|ritirat|отозва|ретраг|撤稿|撤回|撤销|撤銷|取り下げ|철회",
        "concern": "concern|bedenken|préoccupation|preocupaci",
        "notice": "retract|rétract|withdrawal|errat|corrig|correct|addend|concern|clarif|notice|publisher's note|publisher’s note|amend|"
        "berichtig|korrektur|rectif|rettific|correç|исправлен|поправк|更正|勘误|勘誤|訂正|撤稿|撤回|정정|철회",
    }
)
"""Beginnings of the words by which a citation says that the work was taken back or is in doubt, or that a notice is cited."""


@cache
def _stems(about: About) -> re.Pattern[str]:
    return re.compile(fold(_STEMS[about]))


def says_so(cited: CitedReference, about: About, title: str | None) -> bool:
    """Tell whether the cited text says itself that the work was taken back or is in doubt, or that it is a notice.

    Words of the work's own title and of its container say nothing ("Retraction of the maxilla"): a part of the reference
    must hold more of them. Nor do addresses and DOIs, which often repeat the title. The whole text counts only in a
    formatted list; in a file it may hold an abstract.

    Args:
        cited: the reference.
        about: what it should say.
        title: the registered title without what it says of its status.
    """
    work, stems = cited.reference, _stems(about)
    parts = [work.title, work.title_short, work.genre, work.note, work.annote, work.status, work.medium]
    parts += [text for name in _REMARKS if isinstance(text := work.extra.get(name), str)]
    parts += [cited.raw] if cited.kind == "list" else []
    if about == "notice" and _PLACE_OF_THE_WORK.search(work.title or (cited.raw if cited.kind == "list" else "")):
        return True
    own = len(stems.findall(fold(f"{title or ''} {work.container_title or ''}")))
    return any(part is not None and len(stems.findall(fold(_ADDRESS.sub(" ", part)))) > own for part in parts)


_ADDRESS = re.compile(r"(?:https?://|\bwww\.|\b10\.\d{4,9}/)\S+", re.IGNORECASE)
_PLACE_OF_THE_WORK = re.compile(r"\(vol\.? ?\w+, (?:(?:p|pp|pg|art|artn|no)\b\.? ?)?[\w–-]+, \d{4}\)", re.IGNORECASE)
"""What Web of Science puts behind the title of a work for that of its correction: "(vol 566, pg 89, 2019)"."""
_REMARKS = ("titleaddon", "howpublished", "addendum", "comment")
"""What files hold besides variables and print with the reference."""
