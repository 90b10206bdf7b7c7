"""Lists of names: where they end, who is in them, which role they have."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from refcheck.model.names import ET_AL, Name
from refcheck.readers.labelling.groups import names_a_group
from refcheck.readers.labelling.venues import is_abbreviation
from refcheck.text.names import WITH_INITIALS, FoundName, Words, cut_words, name_at

_SEPARATOR = re.compile(r"(?P<others>[,;]?&?E)|(?<=J)[.x](?=J)|(?:[,;.]{0,5}&(?P<last>)|[,;](?=\s*)|[,.]{3,}&?)")
_GROUP = re.compile(
    r"(?:(?:on behalf of|for)\s+)?(?:the\s+)?(?=[A-Z])(?:[A-Z0-9][\w/&'’-]*\s|(?:of|the|and|for|on|in|&)\s){0,9}?"
    r"(?:[Cc]ollaborations?|Collab\.|Consortium|Group|Team|Network|Investigators|Committee)(?![\w-])"
)
_EDITORS = re.compile(
    r"\s*[,.]?\s*[\[(]?\s*(?:eds?|editors?|hrsg|hg|herausgeber|éds?|dirs?|coords?|orgs?|comps?|ред)(?![^\W\d_])\.?(?:\s*[)\]])?",
    re.IGNORECASE,
)
_GROUP_STYLE = "group"
_LONGEST = 5000
"""Signs of a list of names that are read."""
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
    """In order; the last one is `ET_AL` where the list is cut short."""
    end: int
    """Where the list ends, with  what says that they are editors."""
    editors: bool = False
    certain: bool = False
    """It shows initials, or more than one name."""


def read_people(text: str, start: int, end: int, *, bounded: bool = False) -> People | None:
    """Read the names a text starts with; None when it starts with none.

    Args:
        text: the whole reference.
        start: where the names begin.
        end: where they must have ended.
        bounded: the stretch holds names and nothing else, so that less certain forms count too.
    """
    words = cut_words(text, start, min(end, start + _LONGEST))
    names: list[FoundName] = []
    others, last = False, False
    place = 0
    while found := _next_name(text, words, place, names, last=last, bounded=bounded):
        names.append(found)
        place = found.next
        separator = _SEPARATOR.match(words.kinds, place)
        if separator is None or (last and not (separator["others"] or bounded or words.kinds[place] in ";&")):
            break
        if separator[0] == "." and text[words.spans[place][1] :][:1].isspace():
            break
        others = separator["others"] is not None
        if others:
            names.append(_others(words, separator))
            break
        place, last = separator.end(), separator["last"] is not None
    if not names:
        return None
    stop = names[-1].end
    role = _EDITORS.match(text, stop, end)
    certain = len(names) > 1 or role is not None or names[0].style in WITH_INITIALS
    return People(names=tuple(names), end=role.end() if role else stop, editors=role is not None, certain=certain)


def _others(words: Words, separator: re.Match[str]) -> FoundName:
    """Make the last element of a list that is cut short."""
    start, end = words.spans[separator.end() - 1]
    return FoundName(name=ET_AL, style="others", start=start, end=end, next=separator.end())


def _next_name(text: str, words: Words, place: int, before: list[FoundName], *, last: bool, bounded: bool) -> FoundName | None:
    """Read one more name of a list in the styles that may follow the one before."""
    if place >= len(words.kinds):
        return None
    if group := _group(text, words, place):
        return group
    style = before[-1].style if before else _GROUP_STYLE
    wide = style == _GROUP_STYLE or last or bounded
    order = dict.fromkeys((*_NEXT.get(style, ()), *(_FIRST if wide else ()), *(("initials last",) if last else ())))
    found = name_at(text, words, place, tuple(order))
    if found is None and style == "inverted given":
        found = name_at(text, words, place, ("inverted given", "given first"))
        if found and words.kinds[found.next : found.next + 2] not in {",&", "&W", ",W"}:
            return None
    if found is None or _is_journal(words, found):
        return None
    if style == _GROUP_STYLE and found.style not in WITH_INITIALS and not _plausible(text, words, found):
        return None
    if found.style == "family one initial" and style == "family initials":
        return _without_stop(found)
    return found


def _group(text: str, words: Words, place: int) -> FoundName | None:
    """Read a group of people among the names: "ATLAS Collaboration"."""
    group = _GROUP.match(text, words.spans[place][0])
    if group is None or text[group.end() :].lstrip()[:1].islower():
        return None
    following = next((k for k, span in enumerate(words.spans) if span[0] >= group.end()), len(words.kinds))
    name = Name(literal=" ".join(group[0].split()))
    return FoundName(name=name, style=_GROUP_STYLE, start=group.start(), end=group.end(), next=following)


def _is_journal(words: Words, found: FoundName) -> bool:
    """Tell whether a name is the abbreviated title of a journal: "J. Phys.", "Opt. Express"."""
    given = re.split(r"\W", found.name.given or "")[0]
    if found.style in {"initials first", "initials last"} and len(given) > 1 and is_abbreviation(given):
        return True
    return is_abbreviation((found.name.family or "").rpartition(" ")[2]) and words.kinds[found.next : found.next + 1] == "."


def _without_stop(found: FoundName) -> FoundName:
    """Leave the full stop to the sentence, where the initials before it have none: "Berg H, Vries A." ends in "Vries A"."""
    given = (found.name.given or "").rstrip(" .")
    return replace(found, name=replace(found.name, given=given), end=found.end - 1)


def _plausible(text: str, words: Words, found: FoundName) -> bool:
    """Tell whether a first name without initials is a person's and not the words of a title or an organisation."""
    return not names_a_group(text[found.start : found.end]) and words.kinds[found.next : found.next + 1] != ")"
