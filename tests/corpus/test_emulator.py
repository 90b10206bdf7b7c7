"""The whole way against an emulator of the registries gives what the lock gives."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def emulator(data: Path, tools: Path) -> Iterator[str]:
    """Address of an emulator that holds the two records of the example."""
    command = [sys.executable, "-m", "registry", "--http", "0", str(data / "seed" / "crossref-seed-records.jsonl")]
    with subprocess.Popen(
        command, cwd=tools, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as process:
        assert process.stdout is not None
        try:
            yield next(line.split()[1] for line in process.stdout if line.startswith("ready http://"))
        finally:
            process.terminate()


def checked(root: Path, *options: str, **environment: str) -> dict:
    command = [
        sys.executable,
        "-m",
        "refcheck",
        "check",
        "references/restless-legs.txt",
        "--output-format",
        "json",
        "--exit-zero",
        *options,
    ]
    done = subprocess.run(command, cwd=root, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def findings(report: dict) -> list[tuple]:
    """List every finding but for what it says of records written down by a person."""
    return [
        (
            reference["id"],
            each["name"],
            each["severity"],
            each["message"].removesuffix(" (inferred)"),
            each["line"],
            each["column"],
            each["fix"],
        )
        for reference in report["references"]
        for each in reference["diagnostics"]
    ]


def test_findings_from_the_registry_equal_those_from_the_lock(root: Path, emulator: str, tmp_path: Path):
    asked = checked(
        root,
        "--no-cache",
        REFCHECK_CROSSREF_URL=f"{emulator}/@api.crossref.org",
        REFCHECK_DOI_URL=f"{emulator}/@doi.org",
        REFCHECK_MAILTO="test@example.org",
    )
    locked = checked(root, "--locked")
    assert findings(asked) == findings(locked)
    assert len(findings(asked)) == 13
    assert [each["match"]["provenance"] for each in asked["references"] if each["match"]["status"] == "found"] == ["registry", "registry"]
    assert [each["match"]["provenance"] for each in locked["references"] if each["match"]["status"] == "found"] == ["transcribed"] * 2
