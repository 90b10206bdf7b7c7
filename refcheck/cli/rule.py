"""`refcheck rule`."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import click

from refcheck.errors import UsageError

if TYPE_CHECKING:
    from refcheck.rules.base import AnyRule


@click.command()
@click.argument("code", required=False)
def rule(code: str | None) -> None:
    """Explain a rule, by its code or name; without CODE list them all."""
    from refcheck import catalog
    from refcheck.cli import output
    from refcheck.config.values import closest

    rules: list[AnyRule] = [catalog.load(catalog.RULES, each) for each in catalog.RULES]
    if code is None:
        width = max(len(each.name) for each in rules)
        output.emit(
            "".join(f"{each.code}  {each.name:<{width}}  {each.severity!s:<7}  {each.page.strip().splitlines()[0]}\n" for each in rules)
        )
        return
    found = next((each for each in rules if code.upper() == each.code or code.lower() == each.name), None)
    if found is None:
        raise UsageError(f"no rule is called {code!r}{closest(code, [name for each in rules for name in (each.code, each.name)])}")
    output.emit(f"{found.code} {found.name} ({found.severity})\n\n{inspect.cleandoc(found.page)}\n")
