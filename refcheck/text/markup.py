"""Plain text of what registries give as markup."""

from __future__ import annotations

import html
import re
import unicodedata

_TAG = re.compile(r"<(/?)([A-Za-z][\w.:-]*)(\s[^<>]*|/)?>", re.DOTALL)
_MATH = re.compile(r"<((?:\w+:)?math)\b[^<>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_UNSEEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[|\]\]>|<\?.*?\?>|<((?:\w+:)?(?:annotation(?:-xml)?|tex-math))\b[^<>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_NO_BASE = re.compile(r"^(?:\s*<(?:\w+:)?(?:msub|msup|msubsup|mrow|mstyle)\b[^<>]*>)*\s*<(?:\w+:)?m(?:row|i)\b[^<>]*(?:/>|>\s*</)")
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bold", "code", "em", "emphasis", "ext-link", "font", "i", "inline-formula", "italic", "kbd", "named-content"),
        *("overline", "roman", "s", "sans-serif", "sc", "scp", "small", "span", "strike", "strong", "styled-content", "sub", "sup", "tt"),
        *("u", "underline", "xref"),
    )
)
"""Elements that stand within a word as well as around it."""
_BLOCK = frozenset(
    ("br", "div", "h1", "h2", "h3", "h4", "label", "li", "list", "list-item", "ol", "p", "sec", "subtitle", "td", "title", "tr", "ul")
)
_ITALIC = re.compile(r"([^\W\d_]?)<(i|em|italic)>([^<>]{3,})</\2>([^\W\d_]?)")
_BLANKS = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_MISREAD = re.compile("[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}")
_CONTROL = re.compile("[\u0080-\u009f]")
_TERMINAL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
"""Control characters that no text holds, and that would steer a terminal."""
_LIGATURES = re.compile("[\ufb00-\ufb06]")


def plain(text: str) -> str:
    """Give the text of a registered value: entities decoded, markup taken off, blanks collapsed. Idempotent on its result's blanks.

    A `<` that opens no tag stays. MathML gives the text of its symbols. Compatibility characters such as "²" stay what
    they are (comparing folds them); ligatures of typesetting and text that was decoded with the wrong codec are mended.

    Source: Crossref, "Face markup" and "MathML"; HTML Living Standard, named character references.
    """
    for _ in range(2):
        decoded = html.unescape(text)
        if decoded == text:
            break
        text = decoded
    if "<" in text:
        text = _ITALIC.sub(_apart, _UNSEEN.sub("", _MATH.sub(_formula, text)))
        text = _TAG.sub(_around, text)
    text = _CONTROL.sub(_from_windows, _MISREAD.sub(_from_utf8, text))
    text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), _TERMINAL.sub(" ", _INVISIBLE.sub("", text)))
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _around(tag: re.Match[str]) -> str:
    """Take a tag off; an element that does not stand within words parts them; what only looks like a tag stays."""
    closing, name, rest = tag[1], tag[2], tag[3] or ""
    prefix, _, local = name.lower().rpartition(":")
    if local in _INLINE:
        return ""
    known = local in _BLOCK or prefix or closing or rest.endswith("/") or f"</{name}>" in tag.string
    return " " if known else tag[0]


def _apart(italic: re.Match[str]) -> str:
    """Give a phrase in italics the blanks it lost: "of<i>Homo sapiens</i>Remains"."""
    before, name, inside, after = italic.groups()
    left = " " if before.islower() and inside[0].isupper() else ""
    right = " " if after.isupper() and inside[-1].islower() else ""
    return f"{before}{left}<{name}>{inside}</{name}>{right}{after}"


def _formula(found: re.Match[str]) -> str:
    """Give the symbols of a formula; one that is no mere index or exponent stands apart from the words around it."""
    inside = _UNSEEN.sub("", found[2])
    symbols = "".join(_TAG.sub("", inside).split())
    if _NO_BASE.match(inside):
        return symbols
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return (" " if before.isalpha() else "") + symbols + (" " if after.isalpha() else "")


def _from_utf8(found: re.Match[str]) -> str:
    """Mend UTF-8 that was read as Latin-1, where a control character proves that it was."""
    if not _CONTROL.search(found[0]):
        return found[0]
    return found[0].encode("latin-1").decode("utf-8", errors="ignore")


def _from_windows(found: re.Match[str]) -> str:
    """Read a C1 control character, which no text holds, as Windows-1252."""
    return found[0].encode("latin-1").decode("cp1252", errors="ignore")
