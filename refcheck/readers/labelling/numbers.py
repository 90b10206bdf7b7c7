"""Choose the numbers that say where a work stands, and set them."""

from __future__ import annotations

import re

from refcheck.model.locators import Locator
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.heads import put_date
from refcheck.readers.labelling.locus import Run
from refcheck.readers.labelling.venues import venue_score
from refcheck.text.dates import FoundDate

_YEARS = re.compile(r"(?:1[4-9]|20)\d\d\s?[-–—]\s?(?:1[4-9]|20)\d\d(?!\d)")
_TAIL_NUMBERS = 1.0


def choose_run(draft: Draft, runs: list[Run], start: int, end: int) -> Run | None:
    """Choose the run that says where the work stands; None where no run is sure enough."""
    best: Run | None = None
    rank = 0.0
    for run in runs:
        roles = run.roles()
        before = draft.text[start : run.start].rstrip()
        last = not re.search(r"[^\W\d_]{2}", draft.text[run.end : end])
        strength = run.strength + 0.5 * last
        lone = len(run.pieces) == 1 and not run.pieces[0].labelled
        if lone and roles != {"year"}:
            is_range = roles == {"pages"} and not _YEARS.match(draft.text, run.start)
            strength = 1.2 if (last and before[-1:] in (".,;:)" if is_range else ",;")) or (is_range and before[-1:] == "(") else 0
            if not strength and last and _ends_journal(before, draft.text[run.end : run.end + 1], registered="doi" in draft.values):
                strength = 1.2
        elif roles == {"year"}:
            strength = 0.2
        if draft.text[run.start - 1 : run.start] in {"-", "–"} or (not before and lone):
            strength = 0
        if strength >= rank and strength >= _TAIL_NUMBERS:
            best, rank = run, strength
    return best


def _ends_journal(before: str, after: str, *, registered: bool) -> bool:
    """Tell whether a single number stands right after a journal: "On wells. Phys. Rev. Lett. 88." and "88:".

    A work with a DOI is more likely in a journal than one whose title may end in a number ("Part 2").
    """
    sentences = _SENTENCES.split(before)
    return (
        len(sentences) > 1
        and before[-1:] not in ",;:"
        and (after == ":" or venue_score(sentences[-1]) >= (_JOURNAL if registered else _SURELY_JOURNAL))
    )


_SENTENCES = re.compile(r"(?<=[^\W\d_]{4})[.?!]\s+(?=[A-Z])")
_JOURNAL, _SURELY_JOURNAL = 2.0, 3.4
"""Score from which words are a journal's title, and a number behind them its volume, with a DOI and without."""


def read_runs(draft: Draft, runs: list[Run], main: Run | None) -> list[Run]:
    """Set the numbers of the main run, then what labelled numbers elsewhere add: the runs that were used."""
    used = []
    for run in [main, *runs] if main else runs:
        if run is not main and not any(piece.labelled for piece in run.pieces):
            continue
        got = False
        for piece in run.pieces:
            if piece.labelled or run is main:
                got = _put_piece(draft, piece.role, piece.start, piece.end, piece.date) or got
        if got:
            used.append(run)
            draft.use(run.start, run.end)
    return used


def _put_piece(draft: Draft, role: str, start: int, end: int, date: FoundDate | None) -> bool:
    """Set one number; a letter before a volume stays with the container ("Phys. Lett. B688")."""
    if role == "year":
        if date is None or "issued" in draft.values:
            return False
        put_date(draft, date, confidence=0.95)
        return True
    text = draft.text[start:end]
    if role == "volume":
        lead = re.match(r"[A-Za-z](?=\d)", text)
        return draft.put("volume", start + (1 if lead else 0), end, confidence=0.9)
    if role == "issue":
        return draft.put("issue", start, end, confidence=0.85)
    if "page" in draft.values:
        return False
    value = draft.clean(start, end).lstrip("#")
    single = not re.search(r"[-\u2010-\u2015\u2212~]", value)
    article = role == "article" or (single and bool(re.fullmatch(r"[eE]\d{3,}|[A-Z]{0,2}\d{5,}|[A-Z]{1,2}\d{4,}", value)))
    return draft.put("page", start, end, Locator(article=value) if article else Locator(pages=re.sub(r"\s+", "", value)), confidence=0.9)
