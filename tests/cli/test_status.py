"""Entries of one list each get their own verdict, whatever others cite."""

from __future__ import annotations

RAIN = """@article{rain,
  author = {Lind, Ada}, title = {On rain in the valley}, journal = {Journal of Rain},
  volume = {3}, number = {2}, pages = {11--19}, year = {2020}, doi = {10.5555/rain}
}
"""
OTHER = """@article{other,
  author = {Okafor, Nkem}, title = {Bridges of the northern provinces}, journal = {Structures},
  volume = {88}, pages = {402--431}, year = {1991}, doi = {10.5555/rain}
}
"""


def by_key(done) -> dict[str, set[str]]:
    return {each["key"]: {found["name"] for found in each["diagnostics"]} for each in done.json["references"]}


def test_of_two_entries_that_share_a_doi_the_wrong_one_alone_is_accused(refcheck, home, registered):
    (home / "a.bib").write_text(RAIN + OTHER)
    found = by_key(refcheck("check", "a.bib", "--output-format", "json"))
    assert "doi-of-another-work" in found["other"]
    assert "doi-of-another-work" not in found["rain"]


def test_a_retraction_is_an_error_for_each_entry_of_the_work_and_for_no_other(refcheck, home, registered):
    """The wrong entry is not held to the retraction of a work that it does not mean."""
    notice = {"DOI": "10.5555/notice", "type": "retraction", "source": "retraction-watch", "updated": {"date-parts": [[2021, 3, 5]]}}
    registered.works["10.5555/rain"]["updated-by"] = [notice]
    (home / "a.bib").write_text(RAIN + OTHER + RAIN.replace("{rain,", "{again,"))
    done = refcheck("check", "a.bib", "--output-format", "json")
    found = by_key(done)
    assert [key for key in ("rain", "other", "again") if "retracted" in found[key]] == ["rain", "again"]
    message = next(each["message"] for each in done.json["references"][0]["diagnostics"] if each["name"] == "retracted")
    assert message.startswith("retraction notice on record: 10.5555/notice (Retraction Watch, 2021-03-05)")
    assert done.status == 1
