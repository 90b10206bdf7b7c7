"""Names of organisations: how they look."""

from __future__ import annotations

import re

_GROUP_WORD = re.compile(
    r"^the\s|\b(?:collaborations?|consortium|group|team|network|investigators|committee|organi[sz]ations?|organi[sz]ación|ministry|"
    r"minist[eè]re|ministerio|"
    r"ministerium|bundes\w+|institut\w*|university|universit\w+|universidad|agency|agence|agencia|commission|kommission|comisión|"
    r"council|conseil|consejo|"
    r"association|asociación|society|société|sociedad|gesellschaft|foundation|fondation|fundación|stiftung|bank|banque|banco|"
    r"department|departamento|"
    r"office|bureau|federation|union|alliance|authority|academy|académie|academia|center|centre|centro|zentrum|service|services|"
    r"program(?:me)?|"
    r"project|nations|government|parliament|board|company|corporation|inc|ltd|gmbh|museum|library|hospital|college|school|party|"
    r"forum|initiative|"
    r"administration|court|congress|senate|secretariat|partnership|platform|observatory|survey|press|europe|international|"
    r"national|european|world|"
    r"global|wikipedia|contributors|verein|verband|amt|statisti\w+|observatorio|clinic|staff|editors|estudios|investigaciones)\b",
    re.IGNORECASE,
)


def names_a_group(printed: str) -> bool:
    """Tell whether words hold one that only organisations are named by."""
    return bool(_GROUP_WORD.search(printed))
