"""The weights that the package holds, and the page that describes them."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files

from refcheck.model.types import TYPES
from refcheck.model.variables import VARIABLES
from refcheck.readers.labelling.weights import open_model, read_weights

MOST = 3_000_000


def test_the_page_names_the_weights_by_their_checksum():
    """Whoever trains the labeller again sees whether the page beside the weights is about these."""
    page = files("refcheck.data").joinpath("labelling.md").read_text(encoding="utf-8")
    for name in ("fields", "types"):
        weights = read_weights(name)
        found = re.search(rf"labelling-{name}\.crfsuite \| (\d+) \| ([0-9a-f]{{64}})", page)
        assert found is not None
        assert (int(found[1]), found[2]) == (len(weights), hashlib.sha256(weights).hexdigest())


def test_the_weights_are_small():
    """They are part of every installation."""
    assert sum(len(read_weights(name)) for name in ("fields", "types")) <= MOST


def test_every_label_is_a_variable_and_every_type_one_of_csl():
    """What the models tell can be written down."""
    assert set(open_model("fields").labels()) - {"other", "id"} <= VARIABLES.keys()
    assert set(open_model("types").labels()) <= TYPES.keys()
