"""Titles tell what became of a work, or that they are those of a notice, in the words publishers use."""

from __future__ import annotations

import pytest

from refcheck.model.references import CitedReference, Reference
from refcheck.rules.status.wording import says_so, wording

WORKS = [
    ("RETRACTED: On wells", "retracted", "On wells"),
    ("RETRACTED ARTICLE: On wells", "retracted", "On wells"),
    ("Retracted Chapter: On wells", "retracted", "On wells"),
    ("[RETRACTED] On wells", "retracted", "On wells"),
    ("[Retracted paper]: On wells", "retracted", "On wells"),
    ("On wells (Retracted)", "retracted", "On wells"),
    ("RETRACTED—On wells", "retracted", "On wells"),
    ("Retracted - On wells", "retracted", "On wells"),
    ("Notice of Retraction: On wells", "retracted", "On wells"),
    ("撤稿：论水井", "retracted", "论水井"),
    ("WITHDRAWN: On wells", "withdrawn", "On wells"),
    ("REMOVED: On wells", "withdrawn", "On wells"),
    ("Withdrawn by authors: On wells", "withdrawn", "On wells"),
    ("TEMPORARY REMOVAL: On wells", "removed for a time", "On wells"),
    ("Notice of Violation of IEEE Publication Principles On wells", "in doubt", "On wells"),
]
NOTICES = [
    ("Retraction: On wells", "retraction", "On wells"),
    ("Retraction—On wells", "retraction", "On wells"),
    ("Retraction Note to: On wells", "retraction", "On wells"),
    ("Retraction notice to “On wells” [Water 4 (2020) 17–29]", "retraction", "On wells"),
    ("Statement of Retraction: On wells", "retraction", "On wells"),
    ("Editorial Expression of Concern: On wells", "concern", "On wells"),
    ("Withdrawal notice: On wells", "withdrawal", "On wells"),
    ("Author Correction: On wells", "correction", "On wells"),
    ("Correction to: On wells", "correction", "On wells"),
    ("Publisher’s Note: “On wells” [Water 4, 17 (2020)]", "correction", "On wells"),
    ("Erratum: On wells [Water 4, 17 (2020)]", "correction", "On wells"),
    ("Additions and Corrections - On wells.", "correction", "On wells."),
    ("Corrigendum", "correction", ""),
    ("Fe de erratas: Sobre pozos", "correction", "Sobre pozos"),
    ("Berichtigung zu: Über Brunnen", "correction", "Über Brunnen"),
    ("更正：论水井", "correction", "论水井"),
]
ORDINARY = [
    "Retracted papers in ecology: a survey",
    "Retracting wells",
    "Removed: a novel",
    "Withdrawing from wells",
    "Rapid tooth retraction en masse",
    "Concerns: a history",
    "Über zurückgezogene Brunnen",
]
LOOSE = [
    "Retraction of the maxilla",
    "Correction of scoliosis",
    "Erratum on wells",
    "Withdrawal of corticosteroids",
    "Clarification of juice",
]


@pytest.mark.parametrize(("title", "said", "rest"), WORKS + NOTICES)
def test_a_title_says_what_became_of_its_work(title: str, said: str, rest: str):
    found = wording(title)
    assert found is not None
    assert (found.said, found.rest, found.marked) == (said, rest, True)
    assert found.of_a_notice == ((title, said, rest) in NOTICES)


@pytest.mark.parametrize("title", ORDINARY)
def test_a_work_about_it_has_an_ordinary_title(title: str):
    assert wording(title) is None


@pytest.mark.parametrize("title", LOOSE)
def test_words_that_nothing_sets_off_prove_nothing(title: str):
    """They count only beside the registered or cited title of the work they are about."""
    found = wording(title)
    assert found is None or not found.marked


@pytest.mark.parametrize(
    "raw",
    [
        "Lee, J. (2020). RETRACTED: On wells. Water, 4.",
        "Lee, J. (2020). On wells [Retracted]. Water, 4.",
        "Lee, J. (2020). On wells (Retraction published 2021). Water, 4.",
        "Lee, J. On wells. Water 4 (2020), zurückgezogen.",
        "Lee, J. On wells. Water 4 (2020), article rétracté.",
        "Lee, J. On wells. Water 4 (2020), artículo retractado.",
        "Lee, J. On wells. Water 4 (2020), ritirato.",
        "Lee, J. 论水井（撤稿）",
        "Lee, J. 井戸について（取り下げ）",
        "Lee, J. 우물에 대하여 (철회)",
        "Lee, J. О колодцах (статья отозвана)",
    ],
)
def test_a_citation_says_in_many_languages_that_the_work_was_taken_back(raw: str):
    cited = CitedReference(reference=Reference(title="On wells"), id="1", raw=raw)
    assert says_so(cited, "retracted", "On wells")
    assert not says_so(cited, "concern", "On wells")


def test_the_subject_of_the_work_or_of_its_journal_is_no_such_word():
    reference = Reference(title="Withdrawal and removal", container_title="Journal of Retractions")
    cited = CitedReference(reference=reference, id="1", raw="Lee. Withdrawal and removal. Journal of Retractions 4.")
    assert not says_so(cited, "retracted", "Withdrawal and removal")
    assert says_so(cited, "retracted", "Withdrawal")
    address = "Lee. Withdrawal. Water 4. https://doi.org/10.1000/withdrawal.4 www.example.org/withdrawal"
    assert not says_so(CitedReference(reference=Reference(title="Withdrawal"), id="1", raw=address), "retracted", "Withdrawal")
    remark = Reference(title="On wells", extra={"titleaddon": "Retracted", "file": 3})
    assert says_so(CitedReference(reference=remark, id="1", kind="structured"), "retracted", "On wells")
