"""Tell an English title from one in another language, cheaply."""

from __future__ import annotations

import re

_SMALL_WORDS = {
    "English": "the of and for with to on from by how what is are its at as an or why when your you this that we",
    "German": "der das und ein eine einer eines für von mit zur zum des dem den auf bei im über aus nach zwischen durch als",
    "French": "le la les du et une dans pour sur aux par chez avec entre leur",
    "Spanish": "el los las del y una por con para sobre como desde",
    "Italian": "il di della delle dei degli nel nella per che",
    "Portuguese": "da dos das em uma ao na no os um",
    "Dutch": "het een van voor door naar tussen bij",
    "Scandinavian": "och för av og til på en den et med som",
    "Indonesian": "yang dan di dengan untuk pada",
    "others": "w z oraz ve bir ile ja",
}
_ENGLISH = frozenset(_SMALL_WORDS["English"].split())
_OTHER = frozenset(word for line in _SMALL_WORDS.values() for word in line.split()) - _ENGLISH
_WORD = re.compile(r"[^\W\d_]+")
_SHAPE = re.compile(r"(?i)\w{4}(?:keit|schaft|logie|graphie)\b|\w{5}(?:ungen)\b|[äöüß]")


def is_english(text: str, language: str | None = None) -> bool:
    """Whether a title is in English, as its language says; without one, as its small words do.

    Args:
        text: the title.
        language: BCP 47 tag or English name of the language.
    """
    if language and language.strip():
        return language.strip().lower().startswith("en")
    found = [word.lower() for word in _WORD.findall(text)]
    english = sum(word in _ENGLISH for word in found)
    other = sum(word in _OTHER for word in found)
    if other or english:
        return english > other or (english == other and _SHAPE.search(text) is None)
    return _SHAPE.search(text) is None
