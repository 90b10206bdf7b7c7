"""Zotero's item types.

Source: Zotero schema 41, "itemTypes" and "csl".
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_ROWS = """
    journalArticle article-journal · magazineArticle article-magazine · newspaperArticle article-newspaper · preprint article
    book book · bookSection chapter · conferencePaper paper-conference · report report · standard standard · thesis thesis
    webpage webpage · blogPost post-weblog · forumPost post · dataset dataset · computerProgram software · patent patent
    statute legislation · bill bill · case legal_case · hearing hearing · encyclopediaArticle entry-encyclopedia
    dictionaryEntry entry-dictionary · manuscript manuscript · presentation speech · map map · film motion_picture
    videoRecording motion_picture · tvBroadcast broadcast · radioBroadcast broadcast · podcast broadcast · audioRecording song
    artwork graphic · interview interview · letter personal_communication · email personal_communication
    instantMessage personal_communication · document document
"""
TYPES: Mapping[str, str] = MappingProxyType(
    {pair.split()[0]: pair.split()[1] for line in _ROWS.split("\n") for pair in line.split("·") if pair.strip()}
)
"""Item type -> CSL type; of several for one CSL type the first is the one to write."""
