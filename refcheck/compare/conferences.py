"""Tell series of conferences apart, whatever of their many names is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from refcheck.compare.container_words import container_words, is_acronym, may_spell, telling_words
from refcheck.compare.title_text import plain
from refcheck.text.folding import words
from refcheck.text.word_tables import word_set

_SERIES: Mapping[str, str] = MappingProxyType(
    {
        "AAAI": "aaai conference on artificial intelligence|national conference on artificial intelligence",
        "ACL": "association for computational linguistics",
        "AISTATS": "artificial intelligence and statistics",
        "ASPLOS": "architectural support for programming languages",
        "BMVC": "british machine vision conference",
        "CCS": "computer and communications security",
        "CHI": "human factors in computing systems",
        "CIKM": "information and knowledge management",
        "COLING": "conference on computational linguistics",
        "COLT": "conference on learning theory|computational learning theory",
        "CRYPTO": "crypto",
        "CSCW": "computer supported cooperative work",
        "CVPR": "computer vision and pattern recognition",
        "CoRL": "conference on robot learning",
        "EACL": "european chapter of the association for computational linguistics",
        "ECAI": "european conference on artificial intelligence",
        "ECCV": "european conference on computer vision",
        "ECML": "european conference on machine learning",
        "EMNLP": "empirical methods in natural language processing",
        "EUROCRYPT": "eurocrypt",
        "FOCS": "foundations of computer science",
        "ICALP": "automata languages and programming",
        "ICASSP": "acoustics speech and signal processing",
        "ICCV": "international conference on computer vision",
        "ICDE": "conference on data engineering",
        "ICDM": "ieee international conference on data mining",
        "ICLR": "conference on learning representations",
        "ICML": "international conference on machine learning",
        "ICRA": "robotics and automation",
        "ICSE": "international conference on software engineering",
        "IJCAI": "international joint conference on artificial intelligence|joint conferences on artificial intelligence",
        "INFOCOM": "infocom",
        "INTERSPEECH": "interspeech",
        "IROS": "intelligent robots and systems",
        "ISCA": "symposium on computer architecture",
        "ISWC": "international semantic web conference",
        "KDD": "knowledge discovery and data mining",
        "MICCAI": "medical image computing and computer assisted intervention",
        "NAACL": "north american chapter of the association for computational linguistics",
        "NDSS": "network and distributed system security",
        "NSDI": "networked systems design and implementation",
        "NeurIPS": "neural information processing systems|nips",
        "OSDI": "operating systems design and implementation",
        "PLDI": "programming language design and implementation",
        "POPL": "principles of programming languages",
        "RecSys": "conference on recommender systems",
        "SIGCOMM": "sigcomm",
        "SIGIR": "research and development in information retrieval",
        "SIGMOD": "management of data",
        "SODA": "symposium on discrete algorithms",
        "SOSP": "operating systems principles",
        "STOC": "symposium on theory of computing",
        "UAI": "uncertainty in artificial intelligence",
        "UIST": "user interface software and technology",
        "VLDB": "very large data bases|vldb endowment",
        "WACV": "applications of computer vision",
        "WSDM": "web search and data mining",
        "WWW": "world wide web|the web conference",
    }
)
"""Short name of a series of conferences -> words that stand in its long names, folded."""
_KINDS = word_set("colloquium conference congress journal symposium transactions")
_PLAIN_KINDS = _KINDS | word_set("annual learning systems computing technology techniques methods")


@cache
def _short_names() -> Mapping[str, str]:
    return MappingProxyType({name.casefold(): name for name in _SERIES} | {"nips": "NeurIPS"})


@lru_cache(maxsize=4096)
def series_of(title: str) -> frozenset[str]:
    """Name the series of conferences that a container's title names, by short name or by long; empty where none is known."""
    text = plain(title)
    printed = re.findall(r"[A-Za-z]+", text)
    alone = len(printed) == 1
    found = {_short_names()[word.casefold()] for word in printed if word.casefold() in _short_names() and (alone or not word.islower())}
    if not alone:
        found = {name for name in found if re.search(rf"\b(?:{name}|{name.upper()}|NIPS)\b", text)}
    folded = f" {' '.join(words(text))} "
    return frozenset(found | {name for name, phrases in _SERIES.items() if any(f" {phrase} " in folded for phrase in phrases.split("|"))})


def other_conference(cited: str, registered: Iterable[str]) -> bool:
    """Tell whether a cited container is plainly not the series of conferences that a work is registered in.

    Args:
        cited: title of the container in the citation.
        registered: all registered titles of the container and its event; one that names a known series is needed.

    It is another one where both are known series, or where the cited one calls itself a journal or conference of which
    no telling word stands in any name of the registered series.
    """
    titles = tuple(registered)
    theirs = frozenset[str]().union(*map(series_of, titles))
    ours = series_of(cited)
    if not theirs or ours:
        return bool(theirs) and not ours & theirs
    names = (*titles, *theirs, *(phrase for name in theirs for phrase in _SERIES[name].split("|")))
    known = {word for name in names for word in container_words(name)}
    telling = [word for word in telling_words(cited) if word not in _PLAIN_KINDS]
    if not telling or not _KINDS & set(words(plain(cited))) or known & set(telling):
        return False
    return not any(is_acronym(name) and may_spell(name, cited) for name in names)
