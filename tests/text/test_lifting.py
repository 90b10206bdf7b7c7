"""Identifiers within running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.text.lifting import find_identifiers

FOUND = {
    "Water, 3. https://doi.org/10.118/wells-17.": {"doi": "10.118/wells-17"},
    "Water, 3. doi:10.1186": {"doi": "10.1186"},
    "Water, 3. https://doi.org/10/fnmz2g": {"url": "https://doi.org/10/fnmz2g"},
    "see https://www.doi.org/resources/handbook": {"url": "https://www.doi.org/resources/handbook"},
    "x 121–134. 27836980 10.1074/mcp.M116.060301 5217778": {
        "pmid": "27836980",
        "pmcid": "PMC5217778",
        "doi": "10.1074/mcp.M116.060301",
    },
    "x 121–134. 27836980 5217778": {"pmid": "27836980", "pmcid": "PMC5217778"},
    "x 2019;374: 20180027. A title.": {},
    "(2007).doi :10.1103/Phys.69.2863.URL http: //link.example/a": {"doi": "10.1103/Phys.69.2863", "url": "http://link.example/a"},
    "see https://doi.org/10.1186/s12906-022- 03814-8.": {"doi": "10.1186/s12906-022-03814-8"},
    "DOI 10.1016/ j.jcp.2010.01.001. Epub": {"doi": "10.1016/j.jcp.2010.01.001"},
    "doi:10.1000/xyz, 2010": {"doi": "10.1000/xyz"},
    "doi:10.1000/abc- Wiley and Sons": {"doi": "10.1000/abc-"},
    "10.1002/(SICI)1099-0771(199806)11:2<107::AID-BDM292>3.0.CO;2-Y": {
        "doi": "10.1002/(SICI)1099-0771(199806)11:2<107::AID-BDM292>3.0.CO;2-Y"
    },
    "(https://doi.org/10.1000/abc(2)).": {"doi": "10.1000/abc(2)"},
    "https://site.example/doi/full/10.1080/155.2015?journal=a": {
        "doi": "10.1080/155.2015",
        "url": "https://site.example/doi/full/10.1080/155.2015?journal=a",
    },
    "https://doi.org/10/abc123": {"url": "https://doi.org/10/abc123"},
    "J. Med. 10.1016 12": {},
    "price 10.1000/": {},
    "[ arXiv:0902.2950][ INSPIRE]": {"arxiv": "0902.2950"},
    "arXiv :0912.3457[ nucl-th].": {"arxiv": "0912.3457"},
    "hep-th/9711200": {"arxiv": "hep-th/9711200"},
    "ISBN 978-3-16-148410-0, PMID: 12345678; PMCID: PMC123456.": {
        "isbn": "978-3-16-148410-0",
        "pmid": "12345678",
        "pmcid": "PMC123456",
    },
    "Springer. ISBN 1-55851-485, pp. 3": {"isbn": "1-55851-485"},
    "Springer. ISBN 978-3-16-148410-0 12": {"isbn": "978-3-16-148410-0"},
    "Springer. ISBN 978- 3- 540-61530-9978": {},
    "[arXiv:1775..8833].": {"arxiv": "1775..8833"},
    "arXiv:2101.000123. Water": {"arxiv": "2101.000123"},
    "arXiv:2101 . 00012": {"arxiv": "2101.00012"},
    "see arXiv: 2020 and MetaArXiv. 2022": {},
    "<https://example.org/a-\nb/c>": {"url": "https://example.org/a-b/c"},
    "https://example.org/ accessed 2010": {"url": "https://example.org/"},
    "www.example.org/a, 2010": {"url": "www.example.org/a"},
    "see http//example.org/abc.": {"url": "http//example.org/abc"},
    "https://www.exam\nple.org/path/x.html and": {"url": "https://www.example.org/path/x.html"},
    "https://example.org/page\nAccessed 3 May": {"url": "https://example.org/page"},
    "https://example.org.\nSmith/Jones 2001": {"url": "https://example.org"},
    "https://site. example/ study/buddhist/.": {"url": "https://site.example/study/buddhist/"},
    "http://link .example .com/a": {"url": "http://link.example.com/a"},
    "Physical Review E 58 ISSN 1063-651x": {"issn": "1063-651X"},
    "pages 1063-6510": {},
}


@pytest.mark.parametrize(("text", "wanted"), FOUND.items())
def test_identifiers_of_a_reference(text, wanted):
    """They are put together where a blank or line end cuts them, and end where the sentence goes on."""
    assert {found.kind: found.value for found in find_identifiers(text)} == wanted


def test_issns_printed_in_a_row_are_all_found():
    """Print and online editions have one each; a range of pages behind them is none."""
    found = [each.value for each in find_identifiers("eISSN: 2405-4569 (online); 1234-5678, pp. 1000-1009")]
    assert found == ["2405-4569", "1234-5678"]


@given(
    st.lists(
        st.sampled_from(["10.1000/", "a(b", ")", " ", "http://", "x.y/", "PMID 12345", "-", "\n", "<", ">", "arXiv:2001.01234", "é"])
    ).map("".join)
)
def test_places_lie_in_the_text(text):
    """The identifier lies within what names it, and both within the text."""
    for found in find_identifiers(text):
        assert 0 <= found.start <= found.core[0] < found.core[1] <= found.end <= len(text)
