"""What surrounds a reference in a list, and how one list differs from another: labels, letters, dashes, quotes, notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from noise import disturb
from printed import Printed

Item = Mapping[str, Any]
_YEAR_LENGTH = 4
_NOTES = {
    "en": "Epub ahead of print; [in German]; (in Russian); [In Chinese, English abstract]; Accessed via JSTOR; Reprinted with corrections; "
    "Cited by 12; Translated from the Japanese; Kindle edition",
    "de": "[Zugriff: 3.5.2019]; zit. n. dem Nachdruck; mit zahlr. Abb.; Nachdruck; [russ.]",
    "fr": "[en anglais]; réimpr. anastatique; avec 12 planches; dactylographié",
    "es": "[en inglés]; edición facsímil",
    "pt": "Mimeografado; [em inglês]",
    "it": "rist. anast.; [in tedesco]",
    "nl": "[in het Duits]",
}
_SAME_AUTHOR = ("———", "———", "—", "______", "–––", "Ders.", "Id.", "Idem")
_FRAMES = (("", ". "), ("[", "] "), ("(", ") "), ("", " "), ("[", "]"), ("", ") "), ("", ".\t"))


def _number(printed: Printed, _: Item, rng: Random) -> None:
    """Number a reference that stands alone as one of a list."""
    for start, stop in printed.runs("citation-number"):
        printed.replace(start, stop, str(rng.randint(1, rng.choice([30, 180]))))


def _letter(printed: Printed, _: Item, rng: Random) -> None:
    """Tell two works of one year apart."""
    for start, stop in printed.runs("date")[:1]:
        if stop - start == _YEAR_LENGTH and "".join(printed.cells[start:stop]).isdigit():
            printed.replace(start, stop, "".join(printed.cells[start:stop]) + rng.choice("aaabbc"))


def _dashes(printed: Printed, _: Item, rng: Random) -> None:
    dash = rng.choice(["-", "–", "—", " – ", "--", "\u2212"])
    for start, stop in printed.runs("pages"):
        printed.cells[start:stop] = [dash if cell in "-–\u2011" else cell for cell in printed.cells[start:stop]]
    printed.split()


def _blanks(printed: Printed, _: Item, __: Random) -> None:
    printed.cells = [" " if cell in "\u00a0\u202f" else cell for cell in printed.cells]


def _quotes(printed: Printed, _: Item, __: Random) -> None:
    printed.cells = ['"' if cell in "“”„" else "'" if cell in "‘’" else cell for cell in printed.cells]


def _same_author(printed: Printed, _: Item, rng: Random) -> None:
    """Print a sign that stands for the names of the reference before."""
    for start, stop in printed.runs("author")[:1]:
        printed.marks[start:stop] = [0] * (stop - start)
        printed.replace(start, stop, rng.choice(_SAME_AUTHOR))


def _note(printed: Printed, item: Item, rng: Random) -> None:
    printed.add(" ", None)
    printed.add(rng.choice(_NOTES[item["language"]].split("; ")), "note")
    printed.add(".", None)


def _no_stop(printed: Printed, _: Item, __: Random) -> None:
    if printed.text.endswith("."):
        del printed.cells[-1], printed.marks[-1]


def _label(printed: Printed, item: Item, rng: Random) -> None:
    """Put a number or a short name before a reference whose style has none."""
    if printed.runs("citation-number"):
        return
    name = (item.get("author") or item.get("editor") or [{}])[0].get("family", "Anon")
    year = str((item.get("issued") or {}).get("date-parts", [[2000]])[0][0])
    if rng.random() < 0.8:
        before, after = rng.choice(_FRAMES)
        value = str(rng.randint(1, 150)).zfill(rng.choice([1, 1, 1, 2]))
    else:
        before, after = "[", "] "
        value = rng.choice([name[:3] + year[2:], name + year])
    printed.put_before([(before, None), (value, "citation-number"), (after, None)])


def _noise(printed: Printed, _: Item, rng: Random) -> None:
    disturb(printed, rng)


STEPS: tuple[tuple[float, Callable[[Printed, Item, Random], None]], ...] = (
    (1, _number),
    (0.04, _letter),
    (0.25, _dashes),
    (0.6, _blanks),
    (0.1, _quotes),
    (0.02, _same_author),
    (0.04, _note),
    (0.12, _no_stop),
    (0.14, _label),
    (0.16, _noise),
)
"""What is done to a reference, in order, each in this share of cases."""


def surround(printed: Printed, item: Item, rng: Random) -> None:
    """Do some of the steps to a printed reference."""
    for share, step in STEPS:
        if rng.random() < share:
            step(printed, item, rng)
