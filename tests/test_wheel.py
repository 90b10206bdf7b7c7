"""What is installed from the wheel is whole."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=root, check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_package_its_data_and_its_notices(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert "refcheck/data/names.txt.gz" in names
    assert "refcheck/py.typed" in names
    assert {Path(name).name for name in names if "licenses" in name} >= {"LICENSE", "NOTICE"}
    assert not [name for name in names if name.startswith(("tests", "references", "bench"))]


def test_the_word_list_is_read_from_the_wheel(wheel: Path, tmp_path: Path):
    """Run away from the repository, so that the installed package's own files are what is read."""
    code = (
        f"import sys; sys.path.insert(0, {str(wheel)!r}); import refcheck; from refcheck.text.sentence_case import sentence_case; "
        "print(refcheck.__file__); print(sentence_case('The Weather Of Norway And Bayesian Rain'))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True)
    place, title = done.stdout.splitlines()
    assert place.startswith(str(wheel))
    assert title == "The weather of Norway and Bayesian rain"


def test_the_weights_of_the_labeller_are_read_from_the_wheel(wheel: Path, tmp_path: Path):
    """Without them no printed reference could be read."""
    code = (
        f"import sys; sys.path.insert(0, {str(wheel)!r}); from refcheck.readers import labelling; print(labelling.__file__); "
        "print(labelling.label('Lee, J. (2001). On wells and springs. Journal of Water, 12(3), 45–67.').reference.container_title)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True)
    place, container = done.stdout.splitlines()
    assert place.startswith(str(wheel))
    assert container == "Journal of Water"
