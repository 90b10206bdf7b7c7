"""`refcheck cache`."""

from __future__ import annotations

from typing import Any

import click

from refcheck.cli import options


@click.group(invoke_without_command=True)
@click.pass_context
def cache(context: click.Context) -> None:
    """Show where the cache stands and what is in it; `refcheck cache clear` empties it.

    The cache holds answers of registries, never a failure. It may be removed at any time.
    """
    if context.invoked_subcommand is not None:
        return
    from refcheck.api.caching import cache_state
    from refcheck.cli import output

    state = cache_state(options.load((), {}).config)
    output.say(state.notices)
    held = (f"{each.registry:<12} {each.status:<10} {each.count:>7}  {each.oldest} to {each.newest}" for each in state.holdings)
    rows = (str(state.path), f"{state.size} bytes" if state.exists else "not there yet", *held)
    output.emit("".join(f"{row}\n" for row in rows))


@cache.command()
@click.option("--registry", metavar="NAME", help="Forget only the answers of this registry.")
@click.option("--older-than", metavar="DAYS", type=click.IntRange(min=0), help="Forget only answers older than this.")
def clear(**given: Any) -> None:
    """Forget answers; without options all of them, also where the file is damaged."""
    from refcheck.api.caching import clear_cache
    from refcheck.cli import output

    count = clear_cache(options.load((), {}).config, registry=given["registry"], older_than=given["older_than"])
    output.emit("the damaged cache was removed\n" if count is None else f"{count} answer{'' if count == 1 else 's'} forgotten\n")
