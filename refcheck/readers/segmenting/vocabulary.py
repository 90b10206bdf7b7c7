"""Words that tell references from prose and from page furniture, in lower case."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CONTAINERS = _words(
    """
    annalen annales annals arxiv auflage aufl biorxiv bulletin conf conference conferencia coord coords dir dirs dissertation ed
    editorial eds edn elsevier hg hrsg journal kongress lancet lecture letters magazine medrxiv notes preprint press proc
    proceedings publication publications publisher publishers publishing report review revista revue rivista routledge sage
    springer symposium tesis thesis thèse tidsskrift tijdschrift trans transactions universidad universitetsforlag university
    università universität université verlag wiley zeitschrift éd éditeur édition éditions übers
    """
)
"""What works stand in and who brings them out."""

VISITS = _words(
    """
    abgerufen accessed acesso available cited consulté disponibile disponible geraadpleegd internet online recuperado retrieved
    zugriff
    """
)
"""How the day is said on which an address was looked at."""

PROSE = _words(
    """
    also are argue argues because been being both but can could did do does found had has have he her his however if is it its
    may me might must my not our said she should show showed shown shows so such suggest suggests than that their there therefore
    these they this those thus us use used using was we were when which while who will would you your aber auch dass diese diesem
    dieser dieses durch haben hat ist kann können nicht sich sie sind sowie waren war werden wird wir wurde wurden cette ces donc
    elle elles est il ils mais ne nous ont pas que qui sont était étaient été es esta este estos fue fueron pero porque son che
    della foi maar niet não questo sono são uma wordt werd deze dat
    """
)
"""Words of sentences. Titles in title case write them with a capital, so that they count in lower case only."""

FURNITURE = _words(
    """
    click clicking cookie cookies copyright correspondence download email fax login newsletter phone share signup subscribe
    subscribed subscribing subscription updated
    """
)
"""Words of the frame around a text."""
