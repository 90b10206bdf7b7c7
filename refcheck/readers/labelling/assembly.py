"""Make the variables of a reference of its fields: names, dates, pages, and text without what encloses it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from refcheck.model.locators import Locator
from refcheck.readers.labelling.dating import dated, put_date, put_left_date, put_original
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.mending import mend
from refcheck.readers.labelling.people import read_names
from refcheck.readers.labelling.tagging import Field
from refcheck.text.names import OTHERS, WITH_INITIALS

ROLES = ("author", "editor", "translator")
_LONG = frozenset({"title", "container_title", *ROLES})
_HOLDING = frozenset({"title", "container_title"})
_CLEARLY = 0.05
"""How much surer a later field must be than the first of its kind."""
_PAIRS = {
    "“": "”",
    '"': '"',
    "«": "»",
    "„": '“”"',
    "‘": "’",
    "'": "'",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
    "»": "«",
    "`": "'",
    "”": "”",
}
_BRACKETS = {"(": ")", "[": "]"}
_LEADS = {
    "volume": re.compile(r"(?:vol(?:ume)?s?|bd|band|jg|jahrgang|tome?|tomo|t|v)\b\.?\s*(?=[\dIVXLCivxlc])", re.IGNORECASE),
    "issue": re.compile(r"(?:issue|iss|no|nr|num|number|numéro|número|heft|h|n[°º]?)(?![^\W\d_])\.?\s*(?=\w)", re.IGNORECASE),
    "page": re.compile(
        r"(?:(?:pp?|pages?|pgs?|ss?|seiten?|págs?|pag)(?![^\W\d_])\.?|(?:article|art|artikel|artículo)(?![^\W\d_])[\s.:#]*(?:(?:no|nr|number|id)\b\.?)?)"
        r"\s*(?=\w)",
        re.IGNORECASE,
    ),
    "container_title": re.compile(r"(?:in|dans)\s*:?\s+(?=\S)", re.IGNORECASE),
}
"""What may still stand at the head of a field and is no part of it."""
_WITHIN = re.compile(r"(?<![^\W\d_])(?:in|dans|en|em)\s*:?\s*[\"'“„«‘]?$", re.IGNORECASE)
"""What says that a work is a part of the one named next."""
_ARTICLE = re.compile(r"[eE]\d{3,}|[A-Z]{0,2}\d{5,}|[A-Z]{1,2}\d{4,}")
_ARTICLE_BEFORE = re.compile(
    r"(?<!\w)(?:article|art|artikel|artículo|e-?locator|paper)(?:\s?(?:no|nr|number|id))?\s?[.:#]?\s*$", re.IGNORECASE
)
_AROUND_DASH = re.compile(r"\s*([-\u2010-\u2015\u2212~,])\s*")
_WORDS = re.compile(r"[^\W\d_]{2}")
_RANGE = re.compile(r"[-\u2010-\u2015\u2212~,]")
_WORDS_BEFORE = re.compile(r".*[^\W\d_]{4,}\W+(?=[A-Za-z]{0,2}\d)")
"""Words that stand before the pages in what was taken for pages."""
_VOLUME_TOO = re.compile(r"(?P<volume>\d+)\s+(?P<page>\d+\s?[-\u2010-\u2015\u2212]\s?\d+)$")
"""A number and a range with nothing but a blank between them."""
_ROLE_BEHIND = re.compile(
    r"(?P<lead>[\s,.]*)(?P<bracket>[\[(])?\s*(?<![^\W\d_])(?P<word>(?P<editor>eds?|editors?|hrsg|hg|hgg|herausgeber|éds?|dirs?|coords?|orgs?|comps?|ред)|"
    r"(?P<translator>trans|transl|übers|trad|translators?))(?![^\W\d_])\.?\s*[)\]]?",
    re.IGNORECASE,
)
"""What says behind a list of names what they did; a word with a capital may begin the title of a journal, if nothing parts it."""
_INVERTED_INITIAL = re.compile(r",\s*[^\W\d_]$")
_REPEATED = 0.4
"""How sure names can be of which one is there twice: they are rather affiliations."""
_INITIALS_BEHIND = re.compile(r"\.?(?:\s[^\W\d_a-z]\.)+(?=\s?[(\[])")
"""Initials that the tagger left between names and the date in brackets."""
_OTHERS_BEHIND = re.compile(rf"[\s,;&]{{0,3}}{OTHERS}")
"""What cuts a list of names short and was left behind it."""
_PLAIN_NAMES = 0.9
"""How sure names at least are that all show initials and end at the date in brackets."""
_DATE_BEHIND = re.compile(r"\s?[(\[](?:1[4-9]|20)\d\d")
_NUMBERS = frozenset({"volume", "issue", "page", "number", "collection_number"})
_BRACKETED = " \t\n.,;:()[]"
_NUMBERED = re.compile(
    r"(?P<genre>.*?[^\W\d_]\.?)(?:[\s,]*(?:no|nr|n°|nº|№|#)\.?)?\s+(?P<number>[A-Z]{0,4}[\s-]?\d[\w.,/ -]*)", re.IGNORECASE
)
_INITIAL_END = re.compile(r"\.\s?[^\W\d_]$")
_GOES_ON = re.compile(r"(?:and|or|und|oder|et|ou|y|o|e)\s(?=\S)")
_GLUED = re.compile(r"[^\W\d_]+/$")
_WIDE = 12
"""Signs before a field in which the word for an article number may stand."""


def assemble(draft: Draft, fields: Sequence[Field]) -> None:
    """Set the variables of a reference from its fields, the surest of each kind."""
    chosen = _chosen(_joined(draft.text, dated(draft.text, next((field for field in fields if field.name in ROLES), None), fields)))
    titled = any(field.name == "title" for field in chosen)
    left: Field | None = None
    for field in chosen:
        if field.name in ROLES:
            left = _put_people(draft, field)
            if left is not None and not titled:
                _put_text(draft, left)
            continue
        _WAYS.get(field.name, _put_text)(draft, field if left is None or field.name != "title" else replace(field, start=left.start))
        left = None
    if "issued" not in draft.values:
        put_left_date(draft)
    mend(draft)
    if (container := draft.origins.get("container_title")) and _WITHIN.search(draft.text, 0, container.span.start - draft.offset):
        draft.values["within"] = True


def _joined(text: str, fields: Sequence[Field]) -> list[Field]:
    """Give back to title and container what belongs to them.

    To the title what goes on with "and", and a number with nothing but a blank before it: "..., and Nutrition 101". To both a
    year behind a blank or in brackets, where the date of the work stands before: "the Church since 1800, 45(97)".
    """
    out: list[Field] = []
    for field in fields:
        before = out[-1] if out else None
        if before and before.name in _HOLDING and _belongs(text, before, field, dated=any(each.name == "issued" for each in out)):
            out[-1] = replace(before, end=field.end, confidence=min(before.confidence, 1 - field.confidence / 2))
        else:
            out.append(field)
    return out


def _belongs(text: str, before: Field, field: Field, *, dated: bool) -> bool:
    """Tell whether a field is a part of the title or container before it."""
    between = text[before.end : field.start]
    if field.name == "issued":
        return dated and (between.isspace() or (between == " (" and text[field.end : field.end + 1] == ")"))
    if before.name != "title":
        return False
    goes_on = between.strip() in {"", ","} and _GOES_ON.match(text, field.start, field.end) is not None
    return goes_on or (field.name in _NUMBERS and between.isspace())


def _chosen(fields: Sequence[Field]) -> list[Field]:
    """Take one field of each kind: of long ones the longest, weighed by how sure it is, else the first; the others stay text."""
    best: dict[str, Field] = {}
    for field in fields:
        known = best.get(field.name)
        if known is None or _weight(field) > _weight(known) + (0 if field.name in _LONG or field.name == "issued" else _CLEARLY):
            best[field.name] = field
    return sorted(best.values(), key=lambda field: field.start)


def _weight(field: Field) -> float:
    size = field.end - field.start
    return field.confidence * (size if field.name in _LONG else 1)


def _put_people(draft: Draft, field: Field) -> Field | None:
    """Set the names of a field, in the role that a word behind them says.

    Returns:
        The words in it that are no names, as a title; None where there are none.
    """
    text, start, end, role = draft.text, field.start, field.end, field.name
    if more := _INITIALS_BEHIND.match(text, end):
        end = more.end()
    if others := _OTHERS_BEHIND.match(text, end + text.startswith(".", end)):
        end = others.end()
    inner = _ROLE_BEHIND.search(text, start + 1, end + 1)
    said = inner if inner and inner.end() >= end else _ROLE_BEHIND.match(text, end)
    if said and (said["bracket"] or "," in said["lead"] or said["word"].islower()):
        end = min(end, said.start())
        draft.use(said.start(), said.end())
        role = next((name for name in ("editor", "translator") if said[name] and name not in draft.values), role)
    printed = text[start:end]
    bare = printed.removesuffix(".")
    dotted = "." in bare or _INVERTED_INITIAL.search(bare) is not None
    if text[end : end + 1] == "." and dotted and bare[-2:-1] in {" ", ".", "-"}:
        end += 1
    elif printed[-1:] == "." and not dotted:
        end -= 1
    names = read_names(text, start, end)
    confidence = field.confidence
    if len({str(found.name) for found in names}) < len(names):
        confidence = min(confidence, _REPEATED)
    elif all(found.style in WITH_INITIALS for found in names) and _DATE_BEHIND.match(text, end):
        confidence = max(confidence, _PLAIN_NAMES)
    draft.put_names(role, names, confidence=confidence)
    rest = text[names[-1].end : end] if names else ""
    if _WORDS.search(rest) and rest[0].isspace():
        return Field("title", names[-1].end, field.end, field.confidence / 2)
    return None


def _put_pages(draft: Draft, field: Field) -> None:
    """Set pages, or the number of an article where it looks like one or is called one."""
    start, end = _without_lead(draft, field)
    if words := _WORDS_BEFORE.match(draft.text, start, end):
        start = words.end()
    if (both := _VOLUME_TOO.match(draft.text, start, end)) and draft.put("volume", *both.span("volume"), confidence=field.confidence):
        start = both.start("page")
    value = draft.clean(start, end).lstrip("#")
    single = not _RANGE.search(value)
    called = _ARTICLE_BEFORE.search(draft.text, max(0, start - _WIDE), start)
    article = single and (called or _ARTICLE.fullmatch(value))
    locator = Locator(article=value) if article else Locator(pages=_AROUND_DASH.sub(r"\1", value))
    draft.put("page", start, end, locator, confidence=field.confidence)


def _without_lead(draft: Draft, field: Field) -> tuple[int, int]:
    start, end = draft.trim(field.start, field.end, *((_BRACKETED,) if field.name in _NUMBERS else ()))
    lead = _LEADS.get(field.name)
    found = lead.match(draft.text, start, end) if lead else None
    return (found.end(), end) if found and found.end() < end else (start, end)


def _put_genre(draft: Draft, field: Field) -> None:
    """Set what the work is called, and the number that may stand behind: "Technical Report 17", "US patent 4,054,881"."""
    numbered = _NUMBERED.fullmatch(draft.text, *draft.trim(field.start, field.end, _BRACKETED))
    if numbered is None:
        _put_text(draft, field)
        return
    draft.put("number", *numbered.span("number"), confidence=field.confidence)
    draft.put("genre", *numbered.span("genre"), confidence=field.confidence)


def _put_text(draft: Draft, field: Field) -> None:
    """Set a variable of words or a number."""
    start, end = _whole(draft.text, *_without_lead(draft, field))
    if draft.text[start - 1 : start] == "/" and (glued := _GLUED.search(draft.text, 0, start)):
        start = glued.start()
    if draft.text[end : end + 1] == "." and _ends_short(field.name, draft.text[start:end]):
        end += 1
    draft.put(field.name, start, end, confidence=field.confidence)


def _ends_short(name: str, printed: str) -> bool:
    """Tell whether the full stop behind a field belongs to an abbreviation: of an edition, or of a title abbreviated before too."""
    if name in {"publisher", "publisher_place"}:
        return _INITIAL_END.search(printed) is not None
    return (name == "edition" and printed[-1:].isalpha()) or (name in {"container_title", "collection_title"} and "." in printed)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a field the mark or bracket it lacks one side of, and take off the pair that encloses it."""
    inner = text[start:end]
    if (
        len(inner) > len("“”")
        and inner[0] in _PAIRS
        and inner[-1] in _PAIRS[inner[0]]
        and not any(mark in inner[1:-1] for mark in _PAIRS[inner[0]])
    ):
        return start + 1, end - 1
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in _PAIRS and before not in "'\"" and _unmatched(inner, before, _PAIRS[before]):
        start -= 1
    for opening, closing in _BRACKETS.items():
        if inner.count(opening) == inner.count(closing) + 1 and after == closing:
            end += 1
        elif inner.count(closing) == inner.count(opening) + 1 and before == opening:
            start -= 1
    if after and after in "?!":
        end += 1
    return start, end


def _unmatched(inner: str, opening: str, closing: str) -> bool:
    """Tell whether a text closes a mark that it does not open."""
    return sum(inner.count(mark) for mark in closing) == inner.count(opening) + 1


_WAYS = {"issued": put_date, "page": _put_pages, "original_date": put_original, "genre": _put_genre}
"""Variable -> how it is set, where it is more than text."""
