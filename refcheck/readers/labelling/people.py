"""Lists of names: where they end, who is in them, which role they have."""

from __future__ import annotations

import re
from dataclasses import dataclass

from refcheck.model.names import Name
from refcheck.readers.labelling.groups import names_a_group
from refcheck.readers.labelling.venues import is_abbreviation
from refcheck.text.names import STYLES, WITH_INITIALS, FoundName, Words, cut_words, name_at

_SEPARATOR = re.compile(r"(?P<others>[,;]?&?E)|(?<=J)[.x](?=J)|(?:[,;.]{0,5}&(?P<last>)|[,;](?=\s*)|[,.]{3,}&?)")
_GROUP = re.compile(
    r"(?:(?:on behalf of|for)\s+)?(?:the\s+)?(?=[A-Z])(?:[A-Z0-9][\w/&'’-]*\s|(?:of|the|and|for|on|in|&)\s){0,9}?"
    r"(?:[Cc]ollaborations?|Collab\.|Consortium|Group|Team|Network|Investigators|Committee)(?![\w-])"
)
_EDITORS = re.compile(
    r"\s*[,.]?\s*[\[(]?\s*(?:eds?|editors?|hrsg|hg|herausgeber|éds?|dirs?|coords?|orgs?|comps?|ред)(?![^\W\d_])\.?(?:\s*[)\]])?",
    re.IGNORECASE,
)
_AFTER_INITIALS = (
    "inverted initials",
    "initials first",
    "family initials",
    "family dotted",
    "family bracketed",
    "capitals given",
    "initials bare first",
)
_FIRST = (
    "inverted initials",
    "initials first",
    "family initials",
    "family bracketed",
    "capitals given",
    "family dotted",
    "given first",
    "given first short",
    "initials bare first",
    "inverted given",
    "family alone",
    "han",
)
_NEXT = {
    "inverted initials": ("inverted initials", "initials first", "family initials", "family bracketed"),
    "initials first": ("initials first", "initials bare first", "inverted initials", "family initials"),
    "family initials": ("family initials", "family one initial", "family dotted", "inverted initials", "initials first"),
    "family one initial": ("family initials", "family one initial", "initials first"),
    "family dotted": ("family dotted", "family initials", "initials first", "inverted initials"),
    "family bracketed": ("family bracketed", "inverted initials"),
    "capitals given": ("capitals given", "family dotted", "initials first"),
    "initials bare first": ("initials bare first", "initials first", "given first"),
    "given first": ("initials first", "given first", "given first short", "initials bare first"),
    "given first short": ("given first", "given first short"),
    "inverted given": ("inverted initials", "initials first", "family alone"),
    "han": ("han",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A list of names within a text."""

    names: tuple[FoundName, ...]
    end: int
    """Where the list ends, with its "et al." and what says that they are editors."""
    others: bool = False
    """It says that there are more of them."""
    editors: bool = False
    certain: bool = False
    """It shows initials, or more than one name."""


def read_people(text: str, start: int, end: int, *, bounded: bool = False) -> People | None:
    """Read the names a text starts with; None when it starts with none.

    Args:
        bounded: the stretch holds names and nothing else, so that less certain forms count too.
    """
    words = cut_words(text, start, min(end, start + (5000 if bounded else 2500)))
    names: list[FoundName] = []
    others = False
    place, style, last = 0, "", False
    while found := _next_name(text, words, place, style, last=last, bounded=bounded):
        names.append(found)
        style, place = found.style, found.next
        separator = _SEPARATOR.match(words.kinds, place)
        if last and not (separator and (separator["others"] or bounded or words.kinds[place] in ";&")):
            break
        if separator is None:
            break
        if separator["others"]:
            others, place = True, separator.end()
            break
        if separator[0] == "." and text[words.spans[place][1] :][:1].isspace():
            break
        place, last = separator.end(), separator["last"] is not None
    if not names:
        return None
    stop = words.spans[place - 1][1] if others else names[-1].end
    role = _EDITORS.match(text, stop, end)
    certain = len(names) > 1 or others or bool(role) or names[0].style in WITH_INITIALS
    return People(names=tuple(names), end=role.end() if role else stop, others=others, editors=bool(role), certain=certain)


def _next_name(text: str, words: Words, place: int, style: str, *, last: bool, bounded: bool) -> FoundName | None:
    """Read one more name of a list in the styles that may follow the one before."""
    if place >= len(words.kinds):
        return None
    group = _GROUP.match(text, words.spans[place][0])
    if group and not text[group.end() :].lstrip()[:1].islower():
        following = next((k for k, span in enumerate(words.spans) if span[0] >= group.end()), len(words.kinds))
        name = Name(literal=" ".join(group[0].split()))
        return FoundName(name=name, style=style, start=group.start(), end=group.end(), next=following)
    wide = not style or last or bounded
    order = tuple(dict.fromkeys((*_NEXT.get(style, ()), *(_FIRST if wide else ()))))
    found = name_at(text, words, place, order)
    if found is None and last:
        found = name_at(text, words, place, ("initials last",))
    if found is None and style == "inverted given":
        found = name_at(text, words, place, ("inverted given", "given first"))
        if found and words.kinds[found.next : found.next + 2] not in (",&", "&W", ",W"):
            found = None
    if found and found.style in ("initials first", "initials last"):
        first = re.split(r"\W", found.name.given or "")[0]
        if len(first) > 1 and is_abbreviation(first):
            return None
    if found and is_abbreviation((found.name.family or "").rpartition(" ")[2]) and words.kinds[found.next : found.next + 1] == ".":
        return None
    if found and not bounded and not style and found.style not in WITH_INITIALS and not _plausible(text, words, found):
        return None
    return found


def _plausible(text: str, words: Words, found: FoundName) -> bool:
    """Tell whether a first name without initials is a person's and not the words of a title or an organisation."""
    printed = text[found.start : found.end]
    return not names_a_group(printed) and words.kinds[found.next : found.next + 1] != ")" and found.style in STYLES
