from __future__ import annotations

import pytest

from refcheck.registries.crossref_titles import abbreviates, containers, full_title, short_title


@pytest.mark.parametrize(
    ("title", "subtitle", "full"),
    [
        ("Large waves", "A driver of change", "Large waves: A driver of change"),
        ("Large waves: ", "a driver", "Large waves: a driver"),
        ("Large waves.", "A driver", "Large waves: A driver"),
        ("Why waves?", "A driver", "Why waves? A driver"),
        ("Waves!", "A driver", "Waves! A driver"),
        ("Large waves: a driver of change", "A Driver of Change", "Large waves: a driver of change"),
        ("Large waves: a driver of change", "LARGE WAVES", "Large waves: a driver of change"),
        (
            "The kinetics of substituting some salts",
            "Substituting some",
            "The kinetics of substituting some salts: Substituting some",
        ),
        ("The kinetics of substituting some salts", "Substituting some salts", "The kinetics of substituting some salts"),
        (
            "The kinetics of substituting salts at sea",
            "Kinetics of Substituting",
            "The kinetics of substituting salts at sea",
        ),
        ("Large waves", "SMITH et al.", "Large waves"),
        ("Large waves", "", "Large waves"),
        ("", "Only this", None),
    ],
)
def test_a_subtitle_is_added_where_it_is_not_said_yet(title, subtitle, full):
    assert full_title({"title": [title], "subtitle": [subtitle]})[0] == full


def test_the_first_title_that_is_one_counts_and_is_pointed_at():
    assert full_title({"title": ["", "Waves"]}) == ("Waves", "/title/1")
    assert full_title({"title": "Waves"}) == ("Waves", "/title")
    assert full_title({}) == (None, "")


def test_a_short_title_that_is_the_title_is_none():
    assert short_title({"title": ["Large waves"], "short-title": ["LARGE WAVES"]}) == (None, "")
    assert short_title({"title": ["Large waves"], "short-title": ["Waves"]}) == ("Waves", "/short-title/0")
    assert short_title({"title": ["Large waves"]}) == (None, "")


def held(kind, *titles, short=()):
    message = {"type": kind, "container-title": list(titles), "short-container-title": list(short)}
    return {attribute: value for attribute, value, _ in containers(message)}


@pytest.mark.parametrize(
    "titles",
    [("Journal of Muddy Science", "J Mud Sci"), ("J Mud Sci", "Journal of Muddy Science"), ("J. Mud. Sci.", "Journal of Muddy Science")],
)
def test_of_a_journal_and_its_abbreviation_the_full_title_is_the_container(titles):
    found = held("journal-article", *titles)
    assert found["container_title"] == "Journal of Muddy Science"
    assert found["container_title_short"].replace(".", "") == "J Mud Sci"


@pytest.mark.parametrize(
    "titles", [("muddyscience", "Muddy Science"), ("Muddy Science", "muddyscience"), ("Muddy Science", "Muddy Science")]
)
def test_of_two_spellings_the_one_with_its_blanks_counts(titles):
    assert held("journal-article", *titles) == {"container_title": "Muddy Science"}


def test_of_two_unrelated_titles_the_first_counts():
    assert held("journal-article", "Mud", "Sand") == {"container_title": "Mud"}


@pytest.mark.parametrize(
    ("titles", "series"),
    [
        (("Progress in Mud", "The Mud Book"), "Progress in Mud"),
        (("The Mud Book", "Lecture Notes in Mud"), "Lecture Notes in Mud"),
        (("Lecture Notes in Mud", "The Mud Book"), "Lecture Notes in Mud"),
        (("The Mud Book", "Hamburger Schriften zum Schlick"), "Hamburger Schriften zum Schlick"),
        (("Mud Series", "The Mud Book of the Series"), "Mud Series"),
    ],
)
def test_of_a_book_and_its_series_the_book_is_the_container(titles, series):
    book = next(title for title in titles if title != series)
    assert held("book-chapter", *titles) == {"container_title": book, "collection_title": series}


def test_a_short_title_of_its_own_is_taken_where_it_is_another():
    assert held("journal-article", "Mud Science", short=["Mud Science"]) == {"container_title": "Mud Science"}
    found = held("journal-article", "Mud Science", short=["Mud Sci"])
    assert found == {
        "container_title": "Mud Science",
        "container_title_short": "Mud Sci",
    }
    assert held("journal-article", short=["Mud Sci"]) == {"container_title_short": "Mud Sci"}


@pytest.mark.parametrize(
    ("short", "full", "verdict"),
    [
        ("J Natl Cancer Inst", "Journal of the National Cancer Institute", True),
        ("Proc. Natl. Acad. Sci.", "Proceedings of the National Academy of Sciences", True),
        ("Mud", "Mud", False),
        ("Sci Mud", "Mud Science Today", False),
        ("Mud Sand", "Mud Science Today", False),
        ("Journal of Mud", "Mud", False),
    ],
)
def test_an_abbreviation_begins_the_words_of_the_full_title_in_order(short, full, verdict):
    assert abbreviates(short, full) is verdict
