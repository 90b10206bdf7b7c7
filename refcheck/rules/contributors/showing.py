"""Show names and lists of names in messages."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.model.names import Name

_MOST = 4


def shown(name: Name) -> str:
    """Give a name as it is spoken: "Maria van den Berg", "Martin Luther King Jr."."""
    if name.literal is not None:
        return name.literal
    parts = (name.given, name.dropping_particle, name.non_dropping_particle, name.family, name.suffix)
    return " ".join(part for part in parts if part)


def listed(names: Sequence[Name], most: int = _MOST) -> str:
    """List names, the first few of many: "Jia Lee, Ken Ono and 12 more"."""
    texts = [shown(name) for name in names]
    if len(texts) > most:
        texts = [*texts[: most - 1], f"{len(texts) - most + 1} more"]
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"
