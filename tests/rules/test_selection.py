"""Rules are chosen by code, prefix, name or family; the closer word wins."""

from __future__ import annotations

import pytest

from refcheck.errors import ConfigError
from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Rule
from refcheck.rules.selection import chosen


def made(code: str, name: str, *, selected: bool = True) -> Rule:
    return Rule(code=code, name=name, severity=Severity.ERROR, needs="reference", check=lambda _: iter(()), page="", selected=selected)


RULES = (
    made("REF101", "doi-malformed"),
    made("REF301", "year-mismatch"),
    made("REF303", "year-online-first"),
    made("REF801", "url-dead", selected=False),
)


def codes(*, select=(), ignore=()) -> list[str]:
    return [rule.code for rule in chosen(RULES, select=select, ignore=ignore)]


def test_without_a_choice_all_that_are_on_run():
    assert codes() == ["REF101", "REF301", "REF303"]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (("REF3",), (), ["REF301", "REF303"]),
        (("ref303",), (), ["REF303"]),
        (("dates",), ("year-mismatch",), ["REF303"]),
        (("REF303",), ("REF3",), ["REF303"]),
        (("REF301",), ("REF301",), []),
        ((), ("identifiers",), ["REF301", "REF303"]),
        (("ALL",), (), ["REF101", "REF301", "REF303", "REF801"]),
        (("url-dead",), (), ["REF801"]),
    ],
)
def test_the_closer_word_wins(select, ignore, expected):
    assert codes(select=select, ignore=ignore) == expected


def test_a_word_that_names_no_rule_is_refused_with_the_closest():
    with pytest.raises(ConfigError) as fault:
        codes(select=("year-mismach",), ignore=("REF9", "nothing at all"))
    lines = str(fault.value).splitlines()
    assert lines[0] == "no rule is called 'year-mismach'; did you mean year-mismatch?"
    assert lines[1].startswith("no rule is called 'REF9'")
    assert lines[2] == "no rule is called 'nothing at all'"
