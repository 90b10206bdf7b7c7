"""What the elements of a page are: text, frame of the page, reference list, reference, note.

Pages say so by role, class and identifier. Classes and identifiers are words that people chose; they count as far as their
words are those of headings over reference lists.

Source: HTML Living Standard, 15.3 (rendering); WAI-ARIA 1.2; DPUB-ARIA 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from refcheck.readers.segmenting.headings import is_heading
from refcheck.syntax.xml_tree import Element

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend"})
LISTS = frozenset({"ol", "ul", "menu", "dir", "dl"})
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "li", "main", "nav", "p", "pre", "search", "section"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        *HEADINGS,
        *LISTS,
    )
)
"""Elements that stand on lines of their own."""
_PARTS = frozenset({"dd", "dt", "li", "p", "tr"}) | HEADINGS
"""Elements that hold no list but are one of its parts."""
_UNSEEN = frozenset(
    (
        *(
            "annotation",
            "annotation-xml",
            "audio",
            "button",
            "canvas",
            "datalist",
            "embed",
            "head",
            "iframe",
            "img",
            "input",
            "link",
            "meta",
        ),
        *("meter", "noembed", "noframes", "noscript", "object", "option", "progress", "rp", "rt", "script", "select", "style", "svg"),
        *("template", "textarea", "title", "video"),
    )
)
"""Elements without text, or whose text is none of the document."""
_FRAME = frozenset({"aside", "footer", "header", "nav"})
_FRAME_ROLES = frozenset(
    ("alert", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "tablist", "toolbar")
)
_FOR_SCREEN_READERS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-\w+|[\w-]*accessibility-label)(?:$|\s)", re.IGNORECASE)
"""Classes of what is spoken and not shown. Source: Bootstrap 5, "Visually hidden"; WordPress; MediaWiki."""
_UNSHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+?(?=[A-Z][a-z]|[\W\d_]|$)|\d+")
_LISTS_OF_OTHERS = frozenset({"by", "citing", "menu", "nav", "recommended", "related", "similar", "tab", "toc"})
"""Words that tell lists about a work, and parts of the frame, from the list of the works it cites."""
_OF_LISTS = frozenset({"ref", "bib", "biblio", "reflist", "refs"})
_OF_ENTRIES = re.compile(
    r"(?:^|[^a-z])(?:bib(?:item|lio|r)?|bibliography|cit(?:ation|e)?|cr|refs?|references?|entry)[\W_]*(?:[a-z]{1,2}[\W_]*)?\d+[a-z]?$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:^|[^a-z])(?:cite[\W_]?note|e?fn|footnotes?|endnotes?|notes?)(?![a-z])", re.IGNORECASE)
_BACK = frozenset({"backlink", "backlinks", "backref", "backrefs", "backreference"})
_LABEL = frozenset({"label", "counter", "number", "bullet"})


def is_unseen(element: Element) -> bool:
    """Tell whether a page does not show an element, or shows it as a control or picture."""
    given = element.attributes
    return (
        element.tag in _UNSEEN
        or "hidden" in given
        or given.get("aria-hidden") == "true"
        or _UNSHOWN.search(given.get("style", "")) is not None
        or _FOR_SCREEN_READERS.search(given.get("class", "")) is not None
        or (element.tag == "pre" and _is_code(element))
    )


def is_frame(element: Element) -> bool:
    """Tell whether an element is part of the frame of a page: menus, head and foot, what stands beside the text."""
    role = element.attributes.get("role", "")
    return role in _FRAME_ROLES or (element.tag in _FRAME and not role.startswith("doc-"))


def _is_code(element: Element) -> bool:
    """Tell whether preformatted text is code, which browsers know by one element around all of it."""
    inner = [child for child in element.children if isinstance(child, Element) or child.text.strip()]
    return len(inner) == 1 and isinstance(inner[0], Element) and inner[0].tag in {"code", "samp", "kbd"}


def _names(element: Element) -> Iterator[str]:
    """Yield what the author of a page called an element."""
    given = element.attributes
    yield from given.get("class", "").split()
    for name in ("id", "aria-label", "data-title"):
        if given.get(name):
            yield given[name]


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]


def is_bibliography(element: Element) -> bool:
    """Tell whether a page says of an element that it is a reference list."""
    if element.tag not in BLOCKS or element.tag in _PARTS:
        return False
    if element.attributes.get("role") == "doc-bibliography":
        return True
    return any(_names_list(_words(name)) for name in _names(element))


def _names_list(words: list[str]) -> bool:
    if _LISTS_OF_OTHERS.intersection(words):
        return False
    return is_heading(" ".join(words)) or any(is_heading(word) for word in words) or (words[-1:] == ["list"] and words[0] in _OF_LISTS)


def is_unit(element: Element) -> bool:
    """Tell whether an element is one of several by nature."""
    return element.tag in _UNITS or "listitem" in element.attributes.get("role", "").split()


_UNITS = frozenset({"li", "dd", "tr"})


def is_entry(element: Element) -> bool:
    """Tell whether a page says of an element by itself that it is a reference."""
    return "doc-biblioentry" in element.attributes.get("role", "").split() or "csl-entry" in element.attributes.get("class", "").split()


def is_notes(element: Element) -> bool:
    """Tell whether a page says of an element that it holds notes."""
    role = element.attributes.get("role", "")
    return role in {"doc-endnotes", "doc-footnote", "doc-endnote"} or any(
        {"footnotes", "endnotes"}.intersection(_words(name)) for name in _names(element)
    )


def is_back_link(element: Element) -> bool:
    """Tell whether an element leads from a note or reference back to the text that cites it."""
    given = element.attributes
    if given.get("role") == "doc-backlink" or _BACK.intersection(
        word for name in _names(element) for word in (*_words(name), "".join(_words(name)))
    ):
        return True
    return element.tag == "a" and given.get("href", "").startswith("#") and sum(sign.isalnum() for sign in element.text) < _SHORTEST


_SHORTEST = 1
"""Letters and digits that a link within the page shows at least where it is text."""


def is_label(element: Element) -> bool:
    """Tell whether an element is the number of an entry, which pages set apart by its place alone."""
    return any(_LABEL.intersection(_words(name)) for name in element.attributes.get("class", "").split())


def key_of(element: Element) -> str | None:
    """Give the identifier by which citations find a reference: that of its element, or of one near its beginning.

    Processors of citations put "ref-" before the key of the author.
    """
    for each in islice(element.walk(), _MOST_FIRST):
        given = each.attributes
        name = given.get("id") or given.get("name") if each.tag != "a" or "href" not in given else None
        if name and (_OF_ENTRIES.search(name) or is_entry(each)) and not _NOTE.search(name):
            bare = name.removeprefix("ref-")
            return bare if is_entry(each) and not bare.isdigit() else name
    return None


_MOST_FIRST = 8


def is_note(element: Element) -> bool:
    """Tell whether the identifier of an element is that of a note."""
    return _NOTE.search(element.attributes.get("id", "")) is not None
