"""What the project promises about itself: its pages, its README, its example, its start."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from refcheck import catalog
from refcheck.cli import cli
from refcheck.config.schema import SETTINGS, is_secret, key_of

HEAVY = ("requests", "habanero", "bibtexparser", "rich", "rapidfuzz", "pylatexenc", "pathspec", "platformdirs", "sqlite3")


def test_generated_pages_are_current(root: Path):
    done = subprocess.run([sys.executable, "scripts/make_docs.py", "--check"], cwd=root, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_starting_imports_nothing_heavy(root: Path):
    """A command that only prints its help must start at once."""
    code = "import sys, refcheck.cli; print(*sorted(name for name in sys.modules if '.' not in name))"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & set(HEAVY) == set()


def test_checking_with_the_lock_opens_no_http_client(root: Path):
    code = (
        "import sys\nfrom refcheck.cli import main\n"
        "sys.argv = ['refcheck', 'check', 'references/restless-legs.txt', '--locked', '--exit-zero', '--output-format', 'json']\n"
        "try: main()\nfinally: print(*sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert set(done.stderr.split()) & {"requests", "habanero", "sqlite3", "rich"} == set()


def test_readme_names_every_command_and_exit_status(root: Path):
    readme = (root / "README.md").read_text(encoding="utf-8")
    for name in cli.commands:
        assert f"refcheck {name}" in readme
    for status in ("0", "1", "2", "3", "130"):
        assert re.search(rf"^\| {status} \|", readme, re.MULTILINE)


def test_readme_shows_what_the_example_really_prints(root: Path):
    """The block of output in the README is the beginning of a real run."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("```console\n$ refcheck check references/restless-legs.txt --locked\n")[2].partition("```")[0]
    command = [sys.executable, "-m", "refcheck", "check", "references/restless-legs.txt", "--locked", "--exit-zero"]
    printed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    parts = [part.strip("\n") for part in shown.split("[...]\n")]
    assert len(parts) > 1
    assert all(part in printed for part in parts)


def test_every_option_has_a_setting_of_its_name_and_the_reverse():
    own = {"help", "from", "exit-zero", "style", "to", "each", "corrected", "complete", "refresh", "prune", "show-source"}
    flags = {
        flag.removeprefix("--")
        for command in cli.commands.values()
        for option in command.params
        for flag in option.opts
        if flag[:2] == "--"
    }
    settings = {key_of(name) for name in SETTINGS}
    addresses = {key for key in settings if key.endswith("-url")}
    assert flags - own <= settings
    secrets = {key_of(name) for name in SETTINGS if is_secret(name)}
    assert settings - addresses - secrets - {"cache-dir"} <= flags
    assert not secrets & flags, "a secret on the command line is seen by everyone on the machine"


def test_choices_of_forms_are_those_of_the_catalog():
    assert set(SETTINGS["output_format"].metadata["choices"]) == set(catalog.REPORTERS)


def test_the_project_speaks_of_itself_alone(root: Path):
    """No absolute path of a machine and no host of a package registry stands in a committed text."""
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False).stdout.split("\n")
    forbidden = re.compile(r"(?<![\w.])/(?:work|root|home)/\w|(?:pypi|pythonhosted|npmjs)\.(?:org|com)")
    found = []
    for name in filter(None, listed):
        path = root / name
        if path.is_file() and path.suffix in {".py", ".md", ".toml", ".txt", ".yaml", ".lock", ".bib", ""}:
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [f"{name}: {hit[0]}" for hit in forbidden.finditer(text) if name != "tests/test_project.py"]
    assert found == []
