"""Choose rules by code, prefix, name or family."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from refcheck.errors import ConfigError
from refcheck.rules.base import AnyRule

FAMILIES = ("reading", "identifiers", "contributors", "dates", "titles", "containers", "list", "status", "style", "run")
"""Name of each family, in the order of the first digit of its codes."""


def chosen(rules: Sequence[AnyRule], *, select: Iterable[str], ignore: Iterable[str]) -> tuple[AnyRule, ...]:
    """List the rules that run, in the order given.

    A longer word beats a shorter one, so that `select = REF3, ignore = REF303` runs the family without that rule and
    `select = REF303, ignore = REF3` runs that rule alone; of equals, `ignore` wins.

    Raises:
        ConfigError: a word names no rule; all such words together.
    """
    select, ignore = tuple(select), tuple(ignore)
    unknown = [word for word in (*select, *ignore) if not any(_weight(rule, word) for rule in rules)]
    if unknown:
        raise ConfigError("\n".join(_unknown(word, rules) for word in unknown))
    return tuple(rule for rule in rules if _runs(rule, select, ignore))


def _runs(rule: AnyRule, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    wanted = max((_weight(rule, word) for word in select), default=0)
    unwanted = max((_weight(rule, word) for word in ignore), default=0)
    return wanted > unwanted if wanted or unwanted else rule.selected and not select


def _weight(rule: AnyRule, word: str) -> int:
    """Say how closely a word names a rule: 0 not at all, 7 by its code or name."""
    if word.upper() == rule.code or word.lower() == rule.name:
        return 7
    if word.upper() == "ALL":
        return 1
    if word.lower() == FAMILIES[rule.family]:
        return 4
    return len(word) if word.upper().startswith("REF") and rule.code.startswith(word.upper()) else 0


def _unknown(word: str, rules: Sequence[AnyRule]) -> str:
    known = [name for rule in rules for name in (rule.code, rule.name)] + list(FAMILIES)
    near = difflib.get_close_matches(word, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"no rule is called {word!r}{hint}"
