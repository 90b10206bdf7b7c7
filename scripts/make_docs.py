"""Make the generated documentation: pages of rules, settings and commands.

python scripts/make_docs.py            write docs/
python scripts/make_docs.py --check    fail if a page is not current
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refcheck import catalog
from refcheck.cli import cli
from refcheck.config.schema import SETTINGS, choices_of, key_of, meaning_of, variable_of
from refcheck.rules.selection import FAMILIES

if TYPE_CHECKING:
    from refcheck.rules.base import AnyRule

ROOT = Path(__file__).resolve().parent.parent
GENERATED = "<!-- Made by scripts/make_docs.py; edit the source it is made from. -->"


def pages() -> dict[str, str]:
    """Give the path of every generated page, relative to docs/, and its text."""
    rules: list[AnyRule] = [catalog.load(catalog.RULES, code) for code in catalog.RULES]
    made = {f"rules/{rule.name}.md": rule_page(rule) for rule in rules}
    made["rules/README.md"] = rule_table(rules)
    made["configuration.md"] = configuration_page()
    made["commands.md"] = commands_page()
    return {path: f"{GENERATED}\n\n{text.strip()}\n" for path, text in made.items()}


def rule_page(rule: AnyRule) -> str:
    """Write the page of one rule from its docstring."""
    head = f"# {rule.code} `{rule.name}`\n\nSeverity: {rule.severity} · family: {FAMILIES[rule.family]}"
    return f"{head}\n\n{inspect.cleandoc(rule.page)}"


def rule_table(rules: list[AnyRule]) -> str:
    """List all rules, a table a family."""
    lines = [
        "# Rules",
        "",
        "`refcheck rule CODE` shows the same pages. `--select` and `--ignore` take codes, prefixes, names and families.",
    ]
    for number, family in enumerate(FAMILIES):
        members = [rule for rule in rules if rule.family == number]
        if members:
            lines += ["", f"## {number} {family}", "", "| code | name | severity | what it finds |", "|---|---|---|---|"]
            lines += [
                f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.severity} | {rule.page.strip().splitlines()[0]} |"
                for rule in members
            ]
    return "\n".join(lines)


def configuration_page() -> str:
    """List every setting with its key, variable, default and meaning."""
    lines = [
        "# Configuration",
        "",
        "In falling order: the command line, `REFCHECK_*` variables, the nearest `refcheck.toml` or `[tool.refcheck]` of a",
        "`pyproject.toml` upward from the source to the root of its repository, the user's own `refcheck.toml`, the default.",
        "Unknown keys are refused.",
        "",
        "| key | variable | default | meaning |",
        "|---|---|---|---|",
    ]
    for name, field in SETTINGS.items():
        words = f" ({', '.join(choices_of(name))})" if choices_of(name) else ""
        default = (
            "" if field.default in (None, ()) else f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"
        )
        lines.append(f"| `{key_of(name)}` | `{variable_of(name)}` | {default} | {meaning_of(name)}{words} |")
    return "\n".join(lines)


def commands_page() -> str:
    """Show the help of every command."""
    lines = ["# Commands"]
    for name, command in cli.commands.items():
        context = click.Context(command, info_name=f"refcheck {name}", max_content_width=100, terminal_width=100)
        lines += ["", f"## refcheck {name}", "", "```text", command.get_help(context), "```"]
    return "\n".join(lines)


def main() -> int:
    """Write the pages, or with --check compare them."""
    folder = ROOT / "docs"
    wanted = pages()
    stale = [path for path, text in wanted.items() if not (folder / path).is_file() or (folder / path).read_text(encoding="utf-8") != text]
    left = [path for path in folder.glob("rules/*.md") if path.relative_to(folder).as_posix() not in wanted]
    if "--check" in sys.argv:
        for path in [*stale, *left]:
            print(f"docs/{path}: not current; run python scripts/make_docs.py")
        return 1 if stale or left else 0
    for path in left:
        path.unlink()
    for path in stale:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(wanted[path], encoding="utf-8")
    print(f"{len(stale)} pages written, {len(left)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
