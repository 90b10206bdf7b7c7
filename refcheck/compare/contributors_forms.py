"""The forms under which one name may be printed, folded so that benign variation vanishes."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from refcheck.model.names import ET_AL, Name
from refcheck.text.folding import fold, squeeze, words
from refcheck.text.names import HONORIFICS, PARTICLES
from refcheck.text.word_tables import phrase_set, word_set

_WRITTEN_OUT = re.compile(r"(?<=[aou])e|(?<=d)j")
"""What "Mueller" and "Djordje" have and "Müller" and "Đorđe" lack once they are folded."""
_OTHERS = phrase_set(
    "et al|and others|others|et al ii|u a|et alii|et alia|y otros|и др|и другие|等|and colleagues|e outros|e altri|et autres"
)
_ET_AL = re.compile(r",?\s*\bet(?:\.\s*|\s+)al\b\.?|,?\s+and others\b", re.IGNORECASE)
_NAMELESS = phrase_set(
    "anonymous|anon|na|n a|not available|unknown|unknown author|author unknown|no authorship indicated|no author|no authors listed|n n|nn|"
    "various|various authors|none|null|undefined|collective|sans auteur|o a|ohne autor"
)
_NUMBER = re.compile(r"(?<![^\s])\d{4}(?!\w)")
_MOST_INITIALS = 5
_DAMAGE = re.compile("[\ufffd?]+|[ÃÂÄÅÐÑ][^\x00-\x7f]")
"""Letters lost in transit: replaced, or read in the wrong encoding."""
_AFTER = word_set("jr sr jnr snr junior ii iii iv 2nd 3rd 4th md phd mph msc frcp frcs mbbs dds dvm facs rn")
"""Suffixes and degrees that stand within names of records."""
_BEFORE = HONORIFICS - word_set("sr sra med phil hon mag")
ORGANISATIONS = word_set(
    "collaboration collaborations collaborators consortium group groups team committee subcommittee organization organisation "
    "organizations organisations network investigators study studies society association institute institutes institution "
    "institutions university universities college ministry department center centre centers centres agency commission council "
    "federation foundation working trial trialists initiative project alliance program programme office bureau authority registry "
    "behalf nations services administration division laboratory laboratories government inc ltd llc gmbh corporation "
    "collective contributors editors participants verein gesellschaft institut universitat ministerium bundesamt universite "
    "societe asociacion universidad universidade instituto ministerio grupo groupe equipe"
)
"""Words that name bodies, not persons, folded."""
_OF_BODIES = ORGANISATIONS | word_set(
    "bank union academy board museum library school hospital parliament congress senate court church embassy service company press "
    "house club league front party state states republic kingdom of for on the und der des de la du et and"
)
"""Words in names that were kept whole which show that they are of bodies."""
_ACRONYM = re.compile(r"[A-Z][A-Z&/-]+\d*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """A name in the forms it is compared in, all of them folded."""

    tokens: tuple[str, ...]
    """All words and initials, sorted; particles in lower case, numbers, titles, degrees and suffixes are left out."""
    family: frozenset[str]
    """The family name with and without particles, and each of its parts, without blanks."""
    given: tuple[str, ...]
    """Given names and initials in their order; "JP" without dots counts as two."""
    joined: frozenset[str]
    """All letters without blanks, the family name first, and the given names first."""
    whole: str
    """The family name without blanks."""
    parts: frozenset[str]
    """Words of the family name, particles left out."""
    unparted: bool
    """Not told apart into family and given names: a literal, or several words in the family name alone."""
    organisation: bool
    damaged: bool
    """It holds letters that were lost or garbled."""
    trails: bool
    """It ends in "et al.", which its reader took for a part of it."""


@lru_cache(maxsize=4096)
def is_others(name: Name) -> bool:
    """Tell whether a list's element is no name but says "and others"."""
    if name == ET_AL:
        return True
    return " ".join(words(f"{name.given or ''} {name.non_dropping_particle or ''} {name.literal or name.family or ''}")) in _OTHERS


def is_organisation(name: Name) -> bool:
    """Tell whether a name is plainly of a body of persons."""
    return forms(name).organisation


def is_nameless(name: Name) -> bool:
    """Tell whether a name has no letters, or says that there is none ("Anonymous", "No authorship indicated")."""
    if not forms(name).tokens:
        return True
    text = name.literal or (None if name.given else name.family)
    return text is not None and " ".join(words(text)) in _NAMELESS


def plain(text: str) -> str:
    """Take out of folded letters what writing out umlauts adds."""
    return _WRITTEN_OUT.sub("", text)


def initials(name: Name) -> str:
    """Give the folded first letters of the given names; "JP" without dots counts as two."""
    return "".join(part[0] for part in _given(name.given or ""))


@lru_cache(maxsize=4096)
def forms(name: Name) -> Forms:
    """Give the forms of a name."""
    name, trails = _without_et_al(_without_entities(name))
    family, given = _NUMBER.sub("", name.literal or name.family or "").strip(), _NUMBER.sub("", name.given or "").strip()
    last, first = _words(family), _given(given)
    if not last:
        last, first = list(first), ()
    particle = name.non_dropping_particle or ""
    spelled = {"".join(last), squeeze(f"{name.dropping_particle or ''}{particle}{family}"), squeeze(f"{particle}{family}")}
    parts = {part for part in last if len(part) > 2} if len(last) > 1 else set()  # noqa: PLR2004 - shorter parts are particles
    return Forms(
        tokens=tuple(sorted((*last, *first))),
        family=frozenset(plain(form) for form in spelled | parts if form),
        given=first,
        joined=frozenset({plain("".join((*last, *first))), plain("".join((*first, *last)))}),
        whole="".join(last),
        parts=frozenset(map(plain, last)),
        unparted=not first and (name.literal is not None or len(last) > 1),
        organisation=_is_organisation(name, (*last, *first)),
        damaged=_DAMAGE.search(str(name)) is not None,
        trails=trails,
    )


def _without_entities(name: Name) -> Name:
    if "&" not in str(name):
        return name
    family, given, literal = (html.unescape(part) if part else None for part in (name.family, name.given, name.literal))
    return replace(name, family=family, given=given, literal=literal)


def _without_et_al(name: Name) -> tuple[Name, bool]:
    """Take "et al." out of a name ("Lee, J. et al."; "Lee et al." is read as a family name "al."); tell whether it was there."""
    if name.family and f"{name.non_dropping_particle} {name.family}".lower().rstrip(".") == "et al":
        return Name(family=name.given), True
    if not _ET_AL.search(f"{name.literal or ''} {name.given or ''} {name.family or ''}"):
        return name, False
    family, given, literal = (_ET_AL.sub("", part).strip() or None if part else None for part in (name.family, name.given, name.literal))
    return replace(name, family=family, given=given, literal=literal), True


def _words(text: str) -> list[str]:
    """List the folded words of a family name without particles, degrees and suffixes; hyphens part words."""
    apart = _LOST_BLANK.sub(" ", unicodedata.normalize("NFKC", text))
    pieces = re.sub(r"(?<=\w)['’‘`´]\s?(?=\w)|[ʰ-˿′]", "", apart).translate(_HYPHENS).split()
    kept = [piece for piece in pieces if not (piece.islower() and piece in PARTICLES)] or pieces
    found = [_SPELLINGS.get(word, word) for piece in kept for word in words(piece)]
    while len(found) > 1 and found[-1] in _AFTER:
        found.pop()
    return found


_LOST_BLANK = re.compile(r"(?<=[a-zß-öø-ÿ]{5})(?=[A-ZÀ-ÖØ-Þ])")
"""Where a record has joined a middle name to the family name: "MartinBland"; prefixes such as "Mac" and "Fitz" are shorter."""
_SPELLINGS: Mapping[str, str] = MappingProxyType({"saint": "st", "sainte": "ste", "sankt": "st", "el": "al", "lv": "lu", "lyu": "lu"})
"""Words within family names that are written in two ways; Chinese "Lü" is also written "Lv" and "Lyu"."""
_HYPHENS = str.maketrans(dict.fromkeys("-\u2010\u2011\u2012\u2013.,·\u00a0", " "))


@lru_cache(maxsize=4096)
def _given(text: str) -> tuple[str, ...]:
    """List given names and initials, folded."""
    pieces = unicodedata.normalize("NFKC", text).translate(_HYPHENS).split()
    kept = [piece for piece in pieces if not (piece.islower() and piece in PARTICLES)]
    if len(kept) == 1 and kept[0].isalpha() and len(kept[0]) <= _MOST_INITIALS and sum(map(str.isupper, kept[0])) > 1:
        return tuple(fold(kept[0]))
    found = [_SPELLINGS.get(word, word) for piece in kept for word in words(piece)]
    while len(found) > 1 and found[-1] in _AFTER:
        found.pop()
    while len(found) > 1 and found[0] in _BEFORE:
        found.pop(0)
    return tuple(found)


def _is_organisation(name: Name, tokens: tuple[str, ...]) -> bool:
    if not (_OF_BODIES if name.literal else ORGANISATIONS).isdisjoint(tokens):
        return True
    text = name.literal or ("" if name.given else name.family or "")
    return _ACRONYM.fullmatch(text) is not None and (name.literal is not None or len(text) == len(fold(text)) <= _LONGEST_ACRONYM)


_LONGEST_ACRONYM = 5
