import pytest

from refcheck.syntax.bibtex import parse
from refcheck.syntax.bibtex_inheritance import inherit


def inherited(text, key):
    entry = next(entry for entry in inherit(parse(text).entries) if entry.key == key)
    return {name: (value.text, value.via, value.parent) for name, value in entry.fields.items() if name != "crossref"}


PROCEEDINGS = (
    "@proceedings{p, title={Wells 2020}, booktitle={Proc. Wells}, subtitle={All}, editor={Lee, A}, year=2020, doi={10.5555/p}, isbn={1}}\n"
)


def test_a_paper_takes_the_book_and_its_people_but_not_its_identifier():
    found = inherited("@inproceedings{c, title={T}, crossref={p}}\n" + PROCEEDINGS.replace("booktitle={Proc. Wells}, ", ""), "c")
    assert found == {
        "title": ("T", "own", None),
        "booktitle": ("Wells 2020", "parent", "p"),
        "booksubtitle": ("All", "parent", "p"),
        "editor": ("Lee, A", "parent", "p"),
        "year": ("2020", "parent", "p"),
        "isbn": ("1", "parent", "p"),
    }


def test_what_an_entry_has_itself_stays():
    assert inherited("@inproceedings{c, booktitle={Mine}, year=1999, crossref={p}}\n" + PROCEEDINGS, "c")["year"] == ("1999", "own", None)


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        (
            "@inbook{c, title={T}, crossref={P}}",
            "@book{p, author={Lee, A}, title={B}}",
            {"author": "Lee, A", "bookauthor": "Lee, A", "booktitle": "B"},
        ),
        ("@incollection{c, title={T}, crossref=p}", "@book{p, author={Lee, A}, title={B}}", {"bookauthor": "Lee, A", "booktitle": "B"}),
        ("@article{c, title={T}, crossref={p}}", "@periodical{p, title={J}, volume=2}", {"journaltitle": "J", "volume": "2"}),
        ("@book{c, title={Part}, crossref={p}}", "@mvbook{p, title={Whole}}", {"maintitle": "Whole"}),
        (
            "@article{c, title={T}, xdata={p, q}}",
            "@xdata{p, doi={10.5555/x}, title={U}}\n@xdata{q, year=2020}",
            {"doi": "10.5555/x", "year": "2020"},
        ),
        ("@article{c, title={T}, xref={p}}", "@periodical{p, title={J}}", {}),
        ("@article{c, title={T}, crossref={nowhere}}", "@periodical{p, title={J}}", {}),
        ("@article{c, title={T}, crossref={c}}", "@periodical{p, title={J}}", {}),
    ],
)
def test_each_kind_of_parent_hands_down_what_biblatex_says(child, parent, expected):
    found = inherited(f"{child}\n{parent}", "c")
    assert {name: text for name, (text, via, _) in found.items() if via == "parent"} == expected


def test_inheritance_goes_over_several_steps_and_ends_in_a_circle():
    text = "@inbook{c, crossref={b}}\n@book{b, title={B}, crossref={m}}\n@mvbook{m, publisher={P}, crossref={b}}"
    assert inherited(text, "c")["publisher"][0] == "P"


def test_a_long_chain_is_followed_to_its_end():
    text = "".join(f"@book{{k{n}, xdata={{k{n + 1}}}}}\n" for n in range(3000)) + "@xdata{k3000, publisher={P}}"
    assert inherited(text, "k0")["publisher"][0] == "P"


def test_the_order_of_parents_and_children_in_the_file_does_not_matter():
    steps = ["@inbook{c, crossref={b}}", "@book{b, title={B}, crossref={m}}", "@mvbook{m, publisher={P}}"]
    for order in (steps, steps[::-1], [steps[1], steps[2], steps[0]]):
        assert {name: text for name, (text, _, _) in inherited("\n".join(order), "c").items()} == {
            "booktitle": "B",
            "publisher": "P",
        }


def test_the_first_of_several_parents_that_has_a_value_gives_it():
    text = "@book{c, xdata={p, q, p}, crossref={r}}\n@xdata{p, note={P}}\n@xdata{q, note={Q}, series={S}}\n@mvbook{r, series={R}, volume=2}"
    found = inherited(text, "c")
    assert (found["note"], found["series"], found["volume"][0]) == (("P", "parent", "p"), ("S", "parent", "q"), "2")
