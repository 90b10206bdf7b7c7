"""The weights of the labeller: two models in the package, made by `scripts/train_labeller.py`."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def read_weights(name: str) -> bytes:
    """Read the weights of a model from the package, once; its tagger reads them where they lie in memory."""
    from importlib.resources import files

    return files("refcheck.data").joinpath(f"labelling-{name}.crfsuite").read_bytes()


@cache
def open_model(name: str) -> Any:
    """Open a model of the package ("fields" or "types"), once."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(read_weights(name))
    return tagger
