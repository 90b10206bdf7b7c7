import pytest

from refcheck.compare.iso4 import _abbreviate, iso4


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Journal of the American Chemical Society", "J. Am. Chem. Soc."),
        ("Geneeskunde Tijdschrift", "Geneeskd. Tijdschr."),
        ("The Lancet", "Lancet"),
        ("Nature", "Nature"),
    ],
)
def test_titles_are_abbreviated_by_the_list(title, short):
    assert iso4(title) == short


def test_a_title_that_cannot_be_abbreviated_stays():
    assert iso4("-nämnd") == "-nämnd"


def test_titles_stay_where_the_list_cannot_be_decoded(monkeypatch):
    """The list is read in the encoding of the system, which need not be UTF-8."""

    def undecodable():
        raise UnicodeDecodeError("ascii", b"", 0, 1, "not in range")

    iso4.cache_clear()
    _abbreviate.cache_clear()
    monkeypatch.setattr("pyiso4.ltwa.Abbreviate.create", undecodable)
    assert iso4("Journal of Wells") == "Journal of Wells"
    iso4.cache_clear()
    _abbreviate.cache_clear()
