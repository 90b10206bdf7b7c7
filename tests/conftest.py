"""Fixtures that many tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Service

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """Folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    """Folder of the real data, which is no part of the repository."""
    folder = Path(os.environ.get("REFCHECK_DATA") or ROOT.parent / "shared" / "data")
    if not (folder / "README.md").is_file():
        pytest.skip(f"the real data is not here: {folder.name} (set REFCHECK_DATA)")
    return folder


@pytest.fixture(scope="session")
def tools(data: Path) -> Path:
    """Folder of the scorers and the registry emulator, beside the data."""
    folder = data.parent / "tools"
    if not (folder / "registry").is_dir():
        pytest.skip("the registry emulator is not beside the real data")
    return folder


@pytest.fixture
def service() -> Iterator[Service]:
    """A server on loopback that knows nothing until it is told."""
    server = Service()
    yield server
    server.close()
