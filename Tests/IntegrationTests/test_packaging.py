"""What `make install` puts below a folder. `make deb-test` goes on to a package in a fresh Debian."""
from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, unavailable


@pytest.fixture(scope="module", name="prefix")
def installed(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    manual = program.parent / "generate-manual"
    if not manual.exists():
        unavailable("swift build --product generate-manual was not run")
    prefix = tmp_path_factory.mktemp("installed") / "opt"
    subprocess.run([ROOT / "Packaging/install", program, manual, prefix], check=True, timeout=300)
    return prefix


def commands(program: Path) -> dict[str, dict]:
    """Each command by its words, as the program itself lists them; without `help`, which is the parser's."""
    help_text = json.loads(subprocess.check_output([program, "--experimental-dump-help"]))
    found: dict[str, dict] = {}

    def walk(command: dict) -> None:
        found[" ".join([*command.get("superCommands", []), command["commandName"]])] = command
        for part in command.get("subcommands", []):
            if part["commandName"] != "help":
                walk(part)

    walk(help_text["command"])
    return found


def test_the_installed_program_finds_its_rules(prefix: Path, tmp_path: Path) -> None:
    program = prefix / "bin/scrutineer"
    environment = {name: value for name, value in os.environ.items() if name != "SCRUTINEER_RULES"}
    version = subprocess.check_output([program, "--version"], text=True, cwd=tmp_path, env=environment)
    assert f"({prefix}/share/scrutineer/Rules)" in version
    figures = subprocess.run(
        [program, "figures"], input="a grant of £2,500\n", capture_output=True, text=True, cwd=tmp_path, env=environment, check=True)
    assert '"value":"2500"' in figures.stdout


def test_every_command_and_option_has_its_manual(program: Path, prefix: Path) -> None:
    every = commands(program)
    assert len(every) > 10
    for words, command in every.items():
        page = (prefix / "share/man/man1" / f"{words.replace(' ', '-')}.1").read_text()
        assert f".Dt {words.replace(' ', '-').upper()} 1" in page
        assert "\n\n" not in page, "mdoc has no empty lines"
        for argument in command.get("arguments", []):
            if argument["shouldDisplay"] and argument["kind"] != "positional":
                assert f"-{argument['preferredName']['name']}" in page, argument["preferredName"]
        for other in re.findall(r"^\.Xr (\S+) 1", page, re.MULTILINE):
            assert (prefix / "share/man/man1" / f"{other}.1").exists(), other


def test_completions_are_scripts_of_their_shells(program: Path, prefix: Path) -> None:
    bash = prefix / "share/bash-completion/completions/scrutineer"
    subprocess.run(["bash", "-n", bash], check=True)
    scripts = [bash, prefix / "share/zsh/site-functions/_scrutineer", prefix / "share/fish/vendor_completions.d/scrutineer.fish"]
    for script in scripts:
        text = script.read_text()
        assert all(words.split()[-1] in text for words in commands(program)), script


def test_installing_again_leaves_no_rule_behind(program: Path, prefix: Path) -> None:
    stale = prefix / "share/scrutineer/Rules/figures/stale.yaml"
    stale.write_text("language: 1\n")
    subprocess.run([ROOT / "Packaging/install", program, program.parent / "generate-manual", prefix], check=True, timeout=300)
    assert not stale.exists()
    assert (prefix / "share/scrutineer/Rules/vocabulary.yaml").read_bytes() == (ROOT / "Rules/vocabulary.yaml").read_bytes()
