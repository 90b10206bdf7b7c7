"""Settings come from five places, and the nearer one wins."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from refcheck.config.load import load_settings
from refcheck.config.schema import SETTINGS, Config, key_of, meaning_of, variable_of
from refcheck.errors import ConfigError

NO_VARIABLES: dict[str, str] = {"SOURCE_DATE_EPOCH": "1700000000"}


def load(start: Path, *, options=None, environ=None, user_file=None) -> Config:
    return load_settings(start, options=options or {}, environ={**NO_VARIABLES, **(environ or {})}, user_file=user_file).config


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "paper").mkdir()
    return tmp_path


def test_nothing_said_gives_the_defaults(project: Path):
    config = load(project)
    assert config == Config(today=dt.date(2023, 11, 14))


def test_command_line_beats_variable_beats_project_beats_user(project: Path, tmp_path: Path):
    user = tmp_path / "user.toml"
    user.write_text('fail-on = "info"\nyear-policy = "any"\nmailto = "user@example.org"\noffline = true\n')
    (project / "refcheck.toml").write_text('fail-on = "warning"\nyear-policy = "volume"\nmailto = "project@example.org"\n')
    config = load(project / "paper", options={"fail_on": "never"}, environ={"REFCHECK_MAILTO": "me@example.org"}, user_file=user)
    assert (config.fail_on, config.mailto, config.year_policy, config.offline) == ("never", "me@example.org", "volume", True)


def test_the_nearest_configuration_is_taken_whole(project: Path):
    (project / "refcheck.toml").write_text('fail-on = "warning"\nmailto = "a@example.org"\n')
    (project / "paper" / "pyproject.toml").write_text('[tool.refcheck]\nfail-on = "info"\n')
    settings = load_settings(project / "paper", options={}, environ=NO_VARIABLES)
    assert (settings.config.fail_on, settings.config.mailto) == ("info", None)
    assert settings.file == project / "paper" / "pyproject.toml"


def test_a_pyproject_without_our_table_is_no_configuration(project: Path):
    (project / "paper" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (project / "refcheck.toml").write_text("locked = true\n")
    assert load(project / "paper").locked is True


def test_the_search_ends_at_the_root_of_the_repository(tmp_path: Path):
    (tmp_path / "refcheck.toml").write_text("locked = true\n")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    assert load(tmp_path / "repository").locked is False


def test_unknown_keys_are_refused_with_the_closest_known(project: Path):
    (project / "refcheck.toml").write_text(
        'fail_on = "info"\nmaillto = "x"\nlocked = "maybe"\nyear-policy = "volum"\nselect = 3\ntoday = 5\nmailto = 7\n'
    )
    with pytest.raises(ConfigError) as fault:
        load(project, environ={"REFCHECK_OFFLINE": "perhaps"})
    lines = str(fault.value).splitlines()
    assert len(lines) == 8, "every fault is told at once"
    assert "unknown key 'fail_on'; did you mean fail-on?" in lines[0]
    assert "did you mean mailto?" in lines[1]
    assert "locked takes true or false" in lines[2]
    assert "year-policy takes volume, any, not 'volum'; did you mean volume?" in lines[3]
    assert "select takes a list of words" in lines[4]
    assert "today takes a day as YYYY-MM-DD" in lines[5]
    assert "mailto takes text" in lines[6]
    assert lines[7].startswith("REFCHECK_OFFLINE takes true or false")


@pytest.mark.parametrize("content", [b"fail-on = ", b"\xff\xfe"])
def test_a_damaged_configuration_is_one_line(project: Path, content: bytes):
    (project / "refcheck.toml").write_bytes(content)
    with pytest.raises(ConfigError, match=r"refcheck\.toml: not valid TOML") as fault:
        load(project)
    assert "\n" not in str(fault.value)


def test_a_configuration_that_cannot_be_opened_is_one_line(project: Path, monkeypatch):
    (project / "refcheck.toml").write_text("")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(ConfigError, match="cannot be read: Permission denied"):
        load(project)


def test_lists_are_written_with_commas_or_as_lists(project: Path):
    (project / "refcheck.toml").write_text('select = ["REF3", "dates, REF101"]\ncache-dir = "cache"\ntoday = 2026-01-02\n')
    config = load(project, environ={"REFCHECK_IGNORE": "REF303, year-missing"})
    assert config.select == ("REF3", "dates", "REF101")
    assert config.ignore == ("REF303", "year-missing")
    assert config.cache_dir == Path("cache")
    assert config.today == dt.date(2026, 1, 2)


def test_switches_are_read_from_variables(project: Path):
    assert load(project, environ={"REFCHECK_LOCKED": "1"}).locked is True
    assert load(project, environ={"REFCHECK_LOCKED": "no"}).locked is False
    assert load(project, environ={"REFCHECK_TODAY": "2024-02-29"}).today == dt.date(2024, 2, 29)


@pytest.mark.parametrize(("written", "seconds"), [("20", 20.0), (" 1.5 ", 1.5)])
def test_a_number_of_seconds_is_read_from_a_variable_and_a_file(project: Path, written: str, seconds: float):
    (project / "refcheck.toml").write_text(f"time-budget = {seconds}\n")
    assert load(project).time_budget == seconds
    assert load(project, environ={"REFCHECK_TIME_BUDGET": written}).time_budget == seconds


@pytest.mark.parametrize("written", ["0", "-3", "nan", "inf", "1e999", "soon", "true", "[1]"])
def test_a_time_budget_that_is_none_is_refused(project: Path, written: str):
    (project / "refcheck.toml").write_text(f"time-budget = {written if written[0] not in 's1' else repr(written)}\n")
    with pytest.raises(ConfigError, match="time-budget takes a number of seconds above 0, not"):
        load(project)


def test_without_an_epoch_the_day_is_the_clock(project: Path):
    before = dt.datetime.now(tz=dt.UTC).astimezone().date()
    config = load_settings(project, options={}, environ={}).config
    assert config.today in {before, before + dt.timedelta(days=1)}


def test_where_a_value_came_from_is_told(project: Path):
    (project / "refcheck.toml").write_text("locked = true\n")
    settings = load_settings(project, options={"fail_on": "info"}, environ={"REFCHECK_MAILTO": "m@example.org"})
    assert settings.sources == {"locked": str(project / "refcheck.toml"), "mailto": "REFCHECK_MAILTO", "fail_on": "command line"}


def test_every_setting_has_a_meaning_a_key_and_a_variable():
    for name in SETTINGS:
        assert meaning_of(name)
        assert key_of(name) == name.replace("_", "-")
        assert variable_of(name).startswith("REFCHECK_")


@pytest.mark.parametrize("address", ["http://[bad", "ftp://a.example", "//a.example", "https://"])
def test_an_address_that_is_none_is_refused(project: Path, address: str):
    with pytest.raises(ConfigError, match="REFCHECK_CROSSREF_URL takes an address"):
        load(project, environ={"REFCHECK_CROSSREF_URL": address})
