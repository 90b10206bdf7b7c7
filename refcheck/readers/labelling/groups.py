"""Names of organisations: how they look."""

from __future__ import annotations

import re

from refcheck.model.names import Name
from refcheck.text.names import FoundName
from refcheck.text.word_tables import word_set

_GROUP_WORD = re.compile(
    r"\b(?:collaborations?|consortium|group|team|network|investigators|committee|organi[sz]ations?|organi[sz]ación|ministry|"
    r"minist[eè]re|ministerio|"
    r"ministerium|bundes\w+|institut\w*|university|universit\w+|universidad|agency|agence|agencia|commission|kommission|comisión|"
    r"council|conseil|consejo|"
    r"association|asociación|society|société|sociedad|gesellschaft|foundation|fondation|fundación|stiftung|bank|banque|banco|"
    r"department|departamento|"
    r"office|bureau|federation|union|alliance|authority|academy|académie|academia|center|centre|centro|zentrum|service|services|"
    r"program(?:me)?|"
    r"project|nations|government|parliament|board|company|corporation|inc|ltd|gmbh|museum|library|hospital|college|school|party|"
    r"forum|initiative|"
    r"administration|court|congress|senate|secretariat|partnership|platform|observatory|survey|press|europe|international|"
    r"national|european|world|"
    r"global|wikipedia|contributors|verein|verband|amt|statisti\w+|observatorio|clinic|staff|editors|estudios|investigaciones)\b",
    re.IGNORECASE,
)
_SMALL = word_set(
    "of the for and de la du des der die das für und y e en et in on del do da dos van voor het & - to i an a di dei al och av og"
)
_STOP = re.compile(r"[a-zß-ÿ]{3}[.?!]\s")
_SENTENCE = 14
"""Words that the name of an organisation has at most."""
_UNKNOWN = 6
"""Weighty words that it has at most where none of them is an organisation's."""
_OPENERS = word_set("a an how what why when where who is are on in do does can towards toward from for to with beyond about")


def names_a_group(printed: str) -> bool:
    """Tell whether words hold one that only organisations are named by."""
    return bool(_GROUP_WORD.search(printed))


def read_organisation(text: str, start: int, end: int) -> FoundName | None:
    """Take a whole stretch as the name of an organisation, where it can be one; None where it cannot."""
    printed = text[start:end].strip(" .,:;")
    first = start + text[start:end].find(printed)
    if not printed or not looks_like_group(printed):
        return None
    return FoundName(name=Name(literal=" ".join(printed.split())), style="group", start=first, end=first + len(printed), next=0)


def looks_like_group(printed: str) -> bool:
    """Tell whether words can be the name of an organisation: all that matter are capitalised."""
    words = re.findall(r"[^\s,()/]+", printed)
    if not words or len(words) > _SENTENCE or _STOP.search(printed):
        return False
    weighty = [word for word in words if word.lower() not in _SMALL]
    capital = sum(not word.islower() for word in weighty)
    known = bool(_GROUP_WORD.search(printed))
    return (
        bool(weighty)
        and (words[0].isupper() or words[0].lower() not in _OPENERS)
        and capital >= len(weighty) * (0.5 if known else 1)
        and (known or len(weighty) <= _UNKNOWN)
    )


def known_group(printed: str) -> bool:
    """Tell whether words hold one that only organisations are named by, and no initials or list of persons."""
    return (
        bool(_GROUP_WORD.search(printed))
        and looks_like_group(printed)
        and not re.search(r"\b[^\W\d_]\.|[A-Z]\.|, [A-Z]{1,3}\b|\bet al\b|\s[A-Z]{1,3},", printed)
    )
