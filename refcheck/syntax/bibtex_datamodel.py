"""Which fields an entry type takes and wants, and which entry types a work can be written as.

Source: biblatex manual 2.1; biber's default data model (`biber --tool-config`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from refcheck.model.types import TYPES

_EVERYWHERE = frozenset(
    str.split(
        "abstract annotation doi eprint eprintclass eprinttype entrysubtype file ids keywords langid langidopts library "
        "lista listb listc listd liste listf namea nameatype nameb namebtype namec namectype nameaddon options "
        "origlocation origpublisher origtitle presort shorthand shortjournal shortseries shorttitle sortkey sorttitle url "
        "usera userb userc userd usere userf verba verbb verbc date year month day urldate origdate label isan ismn iswc "
        "indextitle shortauthor shorteditor pagination bookpagination author title note language pubstate addendum "
        "subtitle titleaddon"
    )
)
_BOOK = (
    "editor translator chapter edition editortype eid isbn address location number pages part publisher series volume volumes "
    "foreword introduction afterword annotator commentator maintitle mainsubtitle origlanguage"
)
_EVENT = "eventdate eventtitle venue"
_LACKED = {"patent": frozenset({"language"}), "periodical": frozenset({"author"}), "collection": frozenset({"author"})}
ALLOWED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        entry: (_EVERYWHERE | frozenset(names.split())) - _LACKED.get(entry, frozenset())
        for entry, names in {
            "article": "editor translator journal journaltitle journalsubtitle eid issn issue issuetitle issuesubtitle number pages "
            "series version volume",
            "book": f"{_BOOK} pagetotal",
            "collection": f"{_BOOK} pagetotal",
            "incollection": f"{_BOOK} booktitle booksubtitle",
            "inreference": f"{_BOOK} booktitle booksubtitle",
            "inbook": f"{_BOOK} bookauthor booktitle booksubtitle",
            "inproceedings": "editor editortype booktitle booksubtitle chapter eid isbn address location number organization pages part "
            f"publisher series volume volumes maintitle {_EVENT}",
            "booklet": "editor editortype chapter eid howpublished address location pages pagetotal type",
            "dataset": "editor editortype edition address location number organization publisher series type version",
            "software": "editor editortype howpublished address location organization type version",
            "misc": "editor editortype howpublished address location organization type version",
            "online": "editor editortype organization version",
            "patent": "holder address location number type version",
            "periodical": "editor editortype issn issue issuetitle number series volume",
            "techreport": "chapter eid institution isrn address location number pages pagetotal type version",
            "phdthesis": "chapter eid institution school address location pages pagetotal type",
            "mastersthesis": "chapter eid institution school address location pages pagetotal type",
            "unpublished": f"howpublished address location type {_EVENT}",
        }.items()
    }
)
"""Entry type -> fields that biber's data model takes in it."""
REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "article": ("author", "title", "journal"),
        "book": ("author", "title"),
        "collection": ("editor", "title"),
        "incollection": ("author", "editor", "title", "booktitle"),
        "inreference": ("author", "editor", "title", "booktitle"),
        "inbook": ("author", "title", "booktitle"),
        "inproceedings": ("author", "title", "booktitle"),
        "online": ("title", "url doi eprint"),
        "patent": ("author", "title", "number"),
        "periodical": ("editor", "title"),
        "techreport": ("author", "title", "institution"),
        "phdthesis": ("author", "title", "school"),
        "mastersthesis": ("author", "title", "school"),
        "unpublished": ("author", "title"),
    }
)
"""Entry type -> fields that biber's data model wants in it beside the date; of several names one is enough."""
_INSTEAD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "book": ("collection",),
        "incollection": ("inbook",),
        "inreference": ("inbook",),
        "inproceedings": ("unpublished", "misc"),
        "online": ("misc",),
        "patent": ("misc",),
        "techreport": ("misc",),
        "phdthesis": ("misc",),
        "mastersthesis": ("misc",),
        "unpublished": ("misc",),
        "article": ("misc",),
    }
)
_MASTER = re.compile(r"\bm\.?\s?(?:sc?|a|phil|eng|ed)\b|master|magister|\bdiplom", re.IGNORECASE)


def entries_of(csl: str, genre: str | None, container: str | None) -> tuple[str, ...]:
    """Name the entry types a work can be written as, the best first.

    A journal article stays one as long as its journal is known.
    """
    entry = TYPES[csl].entry if csl in TYPES else "misc"
    if entry == "phdthesis" and genre and _MASTER.search(genre):
        entry = "mastersthesis"
    return (entry,) if entry == "article" and container else (entry, *_INSTEAD.get(entry, ()))
