import pytest

from refcheck.text.undated import is_undated, is_unpublished


@pytest.mark.parametrize(
    "text",
    ["in press", "In Press-a", "(forthcoming)", "im Druck", "en prensa", "В печати", "印刷中", "to be published", "online ahead of print"],
)
def test_a_work_on_its_way_is_known_in_many_languages(text):
    assert is_unpublished(text)
    assert not is_undated(text)


@pytest.mark.parametrize("text", ["n.d.", "N.D.-b", "s.f.", "o. J.", "no date", "без даты", "日付なし"])
def test_no_date_is_known_in_many_languages(text):
    assert is_undated(text)
    assert not is_unpublished(text)


@pytest.mark.parametrize("text", ["", "2020", "published in press form", "spring"])
def test_other_words_are_neither(text):
    assert not is_undated(text)
    assert not is_unpublished(text)
