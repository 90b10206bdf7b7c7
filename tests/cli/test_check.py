"""`refcheck check` from the command line to the registries and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

RAIN = "Lind, A. (2020). On rain in the valley. Journal of Rain, 3(2), 11–19. https://doi.org/10.5555/rain"
SNOW = "Lind, A. (2018). Snow upon the hills. Journal of Rain, 3(2), 11–19. https://doi.org/10.5555/snow"
PAGE = "Berg, O. (2021, May 3). Weather for everyone. Weather House. https://weather.example/everyone"
UNIDENTIFIED = "Moe, T. (2011). Fog at sea. Journal of Rain, 1(1), 1–5."
JSON = ("--output-format", "json")


@pytest.fixture
def write(home: Path) -> Callable[..., str]:
    """Write a list, a reference a paragraph."""

    def written(*references: str, name: str = "list.txt") -> str:
        (home / name).write_text("References\n\n" + "\n\n".join(references) + "\n", encoding="utf-8")
        return name

    return written


def test_all_dois_are_asked_in_one_request_and_web_pages_in_none(refcheck, registered, write):
    done = refcheck("check", write(RAIN, SNOW, PAGE), *JSON)
    assert (done.status, done.statuses(), done.names()) == (0, ["found", "found", "skipped"], [])
    assert [each["match"]["reason"] for each in done.json["references"]][2:] == ["web page"]
    assert len(registered.service.targets) == 1
    assert "weather.example" not in registered.service.targets[0]


def test_a_work_without_a_doi_is_searched_for_once_and_its_doi_proposed(refcheck, registered, write):
    source = write(RAIN.partition(" https")[0])
    done = refcheck("check", source, *JSON)
    assert (done.status, done.statuses(), done.names()) == (0, ["found"], ["doi-missing"])
    assert done.json["references"][0]["match"]["score"] == 1.0
    searches = [target for target in registered.service.targets if "query.bibliographic" in target]
    assert len(searches) == 1
    assert len(registered.service.targets) == 2, "the search, and the whole record"
    assert refcheck("check", source, *JSON).out == done.out
    assert len(registered.service.targets) == 2


def test_a_work_that_nobody_made_in_a_registered_journal_is_not_found(refcheck, registered, write):
    registered.works["10.5555/snow"]["title"] = ["A pond"]
    done = refcheck("check", write("Moe, T. (2021). Fog that was never seen at sea. Journal of Rain, 1(1), 1–5."), *JSON)
    assert (done.status, done.statuses(), done.names()) == (0, ["not-found"], ["work-not-found"])
    elsewhere = refcheck("check", write("Moe, T. (2021). Fog that was never seen at sea. Annals of Fog, 1(1), 1–5."), *JSON)
    assert (elsewhere.status, elsewhere.statuses(), elsewhere.names()) == (0, ["skipped"], [])


def test_what_was_searched_for_is_locked(refcheck, registered, write):
    source = write(RAIN.partition(" https")[0])
    live = refcheck("check", source, *JSON)
    assert refcheck("lock", source).status == 0
    registered.down |= {"crossref", "doi"}
    assert refcheck("check", source, "--locked", *JSON).json["references"] == live.json["references"]
    added = write(RAIN.partition(" https")[0], UNIDENTIFIED)
    assert refcheck("check", added, "--locked", *JSON).names() == ["doi-missing", "stale-lock"]


def test_the_second_run_asks_nothing_and_prints_the_same_bytes(refcheck, registered, write):
    source = write(RAIN, SNOW)
    first = refcheck("check", source, *JSON)
    sent = len(registered.service.targets)
    assert refcheck("check", source, *JSON).out == first.out
    assert len(registered.service.targets) == sent
    refcheck("check", source, "--no-cache")
    assert len(registered.service.targets) == sent + 1


def test_a_wrong_year_is_an_error_with_its_place_and_fix(refcheck, registered, write):
    done = refcheck("check", write(RAIN.replace("2020", "2015")), *JSON)
    found = done.json["references"][0]["diagnostics"][0]
    assert (done.status, found["name"], found["cited"], found["registered"]) == (1, "year-mismatch", "2015", "2020")
    edit = found["fix"]["edits"][0]
    assert (edit["line"], edit["column"], edit["end_column"], edit["text"]) == (3, 11, 15, "2020")


def test_a_doi_registered_nowhere_is_an_error_after_doi_org_was_asked(refcheck, registered, write):
    done = refcheck("check", write(RAIN.replace("5555/rain", "5555/nothing")), *JSON)
    assert (done.status, done.statuses(), done.names()) == (1, ["found"], ["doi-not-registered"])
    found = done.json["references"][0]["diagnostics"][0]
    assert (found["registered"], found["fix"]["applicability"]) == ("10.5555/rain", "unsafe")
    assert found["fix"]["edits"][0]["text"] == "10.5555/rain"
    assert len(registered.asked("doi")) == 1


def test_a_doi_of_another_work_gives_that_one_finding(refcheck, registered, write):
    registered.add({**registered.works["10.5555/rain"], "DOI": "10.5555/fog", "title": ["Teeth of ancient sharks"]})
    registered.works["10.5555/fog"] |= {"author": [{"family": "Ortiz", "given": "B."}], "container-title": ["Palaeontology"], "page": "400"}
    registered.works["10.5555/fog"] |= {"issued": {"date-parts": [[1999]]}, "published-print": {"date-parts": [[1999]]}, "volume": "88"}
    done = refcheck("check", write(RAIN.replace("5555/rain", "5555/fog")), *JSON)
    assert (done.status, done.statuses(), done.names()) == (1, ["found"], ["doi-of-another-work"])
    assert done.json["references"][0]["diagnostics"][0]["fix"]["edits"][0]["text"] == "10.5555/rain"
    del registered.works["10.5555/rain"]
    done = refcheck("check", write(RAIN.replace("5555/rain", "5555/fog")), "--no-cache", *JSON)
    assert (done.status, done.statuses(), done.names()) == (1, ["not-found"], ["doi-of-another-work"])


def test_an_alias_is_found_and_said(refcheck, registered, write):
    done = refcheck("check", write(RAIN.replace("5555/rain", "5555/old-rain")), *JSON)
    assert (done.status, done.statuses(), done.names()) == (0, ["found"], ["doi-alias"])
    assert "10.5555/rain" in done.json["references"][0]["diagnostics"][0]["message"]


def test_another_agency_is_named_and_nothing_is_claimed(refcheck, registered, write):
    done = refcheck("check", write(RAIN.replace("5555/rain", "1400/pioggia")), *JSON)
    assert (done.status, done.statuses(), done.names()) == (0, ["skipped"], [])
    assert "mEDRA" in done.json["references"][0]["match"]["reason"]


def test_a_doi_of_datacite_is_checked_there(refcheck, registered, write):
    done = refcheck("check", write(RAIN.replace("5555/rain", "5281/data")), *JSON)
    assert done.statuses() == ["found"]
    assert done.json["references"][0]["match"]["registry"] == "datacite"


@pytest.mark.parametrize("host", ["crossref", "doi"])
def test_a_registry_that_is_down_is_exit_3_and_never_not_found(refcheck, registered, write, host):
    registered.down.add(host)
    done = refcheck("check", write(RAIN.replace("5555/rain", "5555/nothing"), PAGE), *JSON)
    assert (done.status, done.statuses(), done.names()) == (3, ["unreachable", "skipped"], ["could-not-check"])


def test_findings_come_before_what_could_not_be_checked(refcheck, registered, write):
    registered.down.add("crossref")
    source = write(RAIN, PAGE.replace("Berg, O.", "Berg, Dr. O."))
    assert refcheck("check", source, "--fail-on", "warning").status == 1
    assert refcheck("check", source).status == 3
    assert refcheck("check", source, "--exit-zero").status == 3, "--exit-zero silences findings, not what was not checked"


def test_the_lock_stands_in_for_a_registry_that_is_down_and_that_is_said(refcheck, registered, write):
    source = write(RAIN)
    assert refcheck("lock", source).status == 0
    registered.down.add("crossref")
    done = refcheck("check", source, "--no-cache", *JSON)
    assert (done.status, done.statuses()) == (0, ["found"])
    assert done.json["notices"] == ["Crossref did not answer: 1 answer is taken from the lock"]
    assert "taken from the lock" in done.err


@pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_sets_what_fails(refcheck, registered, write, level, status):
    assert refcheck("check", write(PAGE.replace("Berg, O.", "Berg, Dr. O.")), "--fail-on", level).status == status


def test_rules_are_chosen_and_unknown_ones_refused(refcheck, registered, write):
    source = write(RAIN.replace("2020", "2015"), PAGE.replace("Berg, O.", "Berg, Dr. O."))
    assert refcheck("check", source, "--select", "contributors", *JSON).names() == ["honorific-in-name"]
    assert refcheck("check", source, "--ignore", "REF3,REF2", *JSON).names() == []
    done = refcheck("check", source, "--select", "year-mismach")
    assert (done.status, done.out) == (2, "")
    assert done.err == "refcheck: no rule is called 'year-mismach'; did you mean year-mismatch?\n"


def test_locked_answers_from_the_lock_alone(refcheck, registered, write):
    source = write(RAIN, PAGE)
    refcheck("lock", source)
    registered.service.targets.clear()
    done = refcheck("check", source, "--locked", *JSON)
    assert (done.status, done.statuses(), registered.service.targets) == (0, ["found", "skipped"], [])


def test_a_reference_added_after_locking_never_passes_unseen(refcheck, registered, write):
    refcheck("lock", write(RAIN))
    done = refcheck("check", write(RAIN, SNOW), "--locked", *JSON)
    assert (done.status, done.names()) == (1, ["stale-lock"])


def test_locked_without_a_lock_is_wrong_usage(refcheck, registered, write):
    done = refcheck("check", write(RAIN), "--locked")
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "run refcheck lock first" in done.err


def test_offline_asks_nothing_and_says_what_it_could_not_check(refcheck, registered, write):
    refcheck("check", write(RAIN))
    registered.service.targets.clear()
    done = refcheck("check", write(RAIN, SNOW), "--offline", *JSON)
    assert (done.status, done.statuses(), registered.service.targets) == (3, ["found", "unreachable"], [])
    assert refcheck("check", write(RAIN), "--offline", "--no-cache").status == 3


def test_a_damaged_cache_is_one_warning_and_the_run_goes_on(refcheck, registered, write, tmp_path):
    cache = tmp_path / "refcheck_cache_dir" / "records.sqlite"
    cache.parent.mkdir()
    cache.write_bytes(b"this is no database" * 100)
    done = refcheck("check", write(RAIN), *JSON)
    assert (done.status, done.statuses()) == (0, ["found"])
    assert len(done.json["notices"]) == 1


def test_settings_of_the_project_are_used_and_faults_told_in_a_line(refcheck, registered, write, home):
    source = write(PAGE.replace("Berg, O.", "Berg, Dr. O."))
    (home / "refcheck.toml").write_text('fail-on = "warning"\noutput-format = "concise"\n')
    done = refcheck("check", source)
    assert (done.status, done.out.splitlines()[0].split(": ")[1]) == (1, "warning REF201 honorific-in-name")
    (home / "refcheck.toml").write_text("fail_on = 'warning'\n")
    done = refcheck("check", source)
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith("refcheck.toml: unknown key 'fail_on'; did you mean fail-on?\n")


def test_the_contact_is_told_only_where_it_is_configured(refcheck, registered, write):
    refcheck("check", write(RAIN), "--no-cache")
    refcheck("check", write(RAIN), "--no-cache", "--mailto", "me@example.org")
    assert ["mailto=me%40example.org" in target for target in registered.service.targets] == [False, True]
    assert "me@example.org" not in registered.service.headers[0]["user-agent"]


def test_the_report_goes_whole_to_a_file(refcheck, registered, write, home):
    done = refcheck("check", write(RAIN), "-o", "out/report.txt")
    assert (done.status, done.out) == (0, "")
    assert (home / "out" / "report.txt").read_text() == "1 reference: 1 found; no findings\n"
    (home / "blocked").write_text("")
    done = refcheck("check", write(RAIN), "-o", "blocked/report.txt")
    assert done.status == 2
    assert "cannot be written" in done.err


def test_several_sources_come_in_their_order(refcheck, registered, write):
    done = refcheck("check", write(SNOW, name="b.txt"), write(RAIN, name="a.txt"), *JSON)
    assert [each["file"] for each in done.json["references"]] == ["b.txt", "a.txt"]
    assert len(registered.service.targets) == 1


def test_the_day_is_an_input(refcheck, registered, write):
    assert refcheck("check", write(RAIN), "--today", "2030-01-02", *JSON).json["today"] == "2030-01-02"
    assert refcheck("check", write(RAIN), "--today", "tomorrow").status == 2


@pytest.mark.parametrize(
    "answer", [{"body": b"<html>Log in</html>", "content_type": "text/html"}, {"json": {"message": 7}}, {"status": 403}]
)
def test_an_answer_that_is_none_is_not_taken_for_absence(refcheck, registered, write, answer):
    registered.service.route(lambda target: answer)
    done = refcheck("check", write(RAIN, SNOW), *JSON)
    assert (done.status, done.statuses(), set(done.names())) == (3, ["unreachable"] * 2, {"could-not-check"})
    assert {each["match"]["cause"] for each in done.json["references"]} <= {"network", "refused", "broken"}
    registered.service.route(registered.answer)
    assert refcheck("check", write(RAIN, SNOW)).status == 0, "no failure is kept"


def test_a_port_where_nobody_listens_is_exit_3(refcheck, registered, write, monkeypatch):
    registered.service.close()
    done = refcheck("check", write(RAIN), *JSON)
    assert (done.status, done.statuses()) == (3, ["unreachable"])
    assert "no connection to 127.0.0.1" in done.json["references"][0]["match"]["reason"]


def test_wrong_usage_comes_before_findings(refcheck, registered, write):
    assert refcheck("check", write(RAIN.replace("2020", "2015")), "missing.bib").status == 2


def test_a_source_named_twice_is_checked_once(refcheck, registered, write, home):
    (home / "a.bib").write_text("@book{k, title = {Rain}, author = {Lind, A.}, year = 2000, publisher = {House}}")
    assert len(refcheck("check", write(RAIN), "./list.txt", *JSON).json["references"]) == 1
    assert len(refcheck("check", ".", "a.bib", *JSON).json["references"]) == 1


def test_a_folder_gives_its_bibliographies_and_leaves_other_json(refcheck, registered, home):
    (home / "b.bib").write_text("@book{k, title = {Rain}, author = {Lind, A.}, year = 2000, publisher = {House}}")
    (home / "a.json").write_text('[{"id": "j", "type": "book", "title": "Snow", "author": [{"family": "Moe"}]}]')
    (home / "package.json").write_text('{"name": "paper", "version": "1.0.0"}')
    (home / "notes.txt").write_text(RAIN)
    done = refcheck("check", ".", *JSON)
    assert [(each["file"], each["key"]) for each in done.json["references"]] == [("a.json", "j"), ("b.bib", "k")]
    assert done.err == ""


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("REFCHECK_CROSSREF_URL", "api.crossref.org", "REFCHECK_CROSSREF_URL takes an address that begins with https:// or http://"),
        ("REFCHECK_DOI_URL", "https://", "REFCHECK_DOI_URL takes an address"),
        ("REFCHECK_FAIL_ON", "errors", "REFCHECK_FAIL_ON takes error, warning, info, never, not 'errors'; did you mean error?"),
        ("SOURCE_DATE_EPOCH", "yesterday", "SOURCE_DATE_EPOCH takes seconds since 1970, not 'yesterday'"),
        ("SOURCE_DATE_EPOCH", "9" * 30, "SOURCE_DATE_EPOCH takes seconds since 1970"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_in_a_line(refcheck, registered, write, monkeypatch, variable, value, said):
    monkeypatch.delenv("REFCHECK_TODAY")
    monkeypatch.setenv(variable, value)
    done = refcheck("check", write(RAIN), "--locked")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


def test_without_a_cache_folder_the_systems_place_is_taken(refcheck, registered, write, monkeypatch, tmp_path):
    monkeypatch.delenv("REFCHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    refcheck("check", write(RAIN))
    assert [path.name for path in (tmp_path / "caches").rglob("*.sqlite")] == ["records.sqlite"]


def test_openalex_is_asked_only_with_a_key_and_its_silence_is_no_fault(refcheck, registered, write, monkeypatch):
    source = write(RAIN)
    assert refcheck("check", source, *JSON).status == 0
    assert registered.asked("openalex") == []
    monkeypatch.setenv("REFCHECK_OPENALEX_KEY", "k3y-of-tests")
    done = refcheck("check", source, *JSON)
    assert (done.status, done.statuses(), done.names()) == (0, ["found"], [])
    assert len(registered.asked("openalex")) == 1
    assert "k3y-of-tests" not in done.out + done.err


def test_a_number_that_could_not_be_checked_is_said_beside_a_work_that_was_found(refcheck, registered, write):
    """PubMed cannot be read here, which is said of its number alone."""
    done = refcheck("check", write(RAIN + " PMID: 12345678"), *JSON)
    assert (done.status, done.statuses(), done.names()) == (0, ["found"], ["could-not-check"])
    assert done.json["references"][0]["diagnostics"][0]["message"].startswith("pmid:12345678 could not be checked: PubMed")
