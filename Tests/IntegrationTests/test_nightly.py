"""The nightly service, its timer and the line for cron: that they are well-formed, and that their very commands do what they say."""
from __future__ import annotations

import ctypes
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT
from records import Records

FOLDER = ROOT / "Integrations/nightly"
SERVICE, TIMER = FOLDER / "scrutineer-nightly.service", FOLDER / "scrutineer-nightly.timer"
INSTALLED = "/opt/scrutineer/bin/scrutineer"
# linux/prctl.h
PR_SET_NO_NEW_PRIVS, PR_SET_MDWE = 38, 65


def settings(unit: Path) -> dict[str, list[str]]:
    """The settings of a unit; one that is given again has several values."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r"^(\w+)=(.*)$", unit.read_text(), re.MULTILINE):
        found.setdefault(name, []).append(value)
    return found


def environment(file: Path) -> dict[str, str]:
    return dict(re.findall(r"^([A-Z]+)=(.*)$", file.read_text(), re.MULTILINE))


def command_of_unit(variables: dict[str, str], program: Path) -> list[str]:
    """ExecStart as systemd takes it apart: ${NAME} stands for one word, $NAME for as many as it has."""
    (line,) = settings(SERVICE)["ExecStart"]
    words: list[str] = []
    for word in line.split():
        if word.startswith("${"):
            words.append(variables[word[2:-1]])
        else:
            words += shlex.split(variables[word[1:]]) if word.startswith("$") else [word]
    assert words[0] == INSTALLED
    return [str(program), *words[1:]]


def give_up_rights() -> None:
    """Two of the unit's restrictions that need no systemd, which the program must get along with."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "NoNewPrivileges")
    # Linux 6.3 or newer.
    libc.prctl(PR_SET_MDWE, 1, 0, 0, 0)


def test_the_units_command_reads_every_paper_night_after_night(program: Path, papers: Path, local: Records, tmp_path: Path) -> None:
    variables = environment(FOLDER / "nightly.env") | {"PAPERS": str(papers), "RECORDS": str(tmp_path / "records")}
    for _ in range(2):
        run = subprocess.run(
            command_of_unit(variables, program), env=variables, preexec_fn=give_up_rights, capture_output=True, text=True, timeout=300,
            check=False,
        )  # fmt: skip
        assert str(run.returncode) in settings(SERVICE)["SuccessExitStatus"] and run.returncode != 0, run.stderr
        local.require(Records.in_folder(tmp_path / "records"))


def test_the_unit_fails_where_nothing_was_read(program: Path, papers: Path, tmp_path: Path) -> None:
    variables = {"PAPERS": str(papers), "RECORDS": str(tmp_path / "records"), "OPTIONS": f"--rules {tmp_path}/nowhere"}
    run = subprocess.run(command_of_unit(variables, program), env=variables, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 2 and "2" not in settings(SERVICE)["SuccessExitStatus"]
    assert f"{tmp_path}/nowhere" in run.stderr


def test_crons_command_reads_every_paper(program: Path, papers: Path, local: Records, tmp_path: Path) -> None:
    text = (FOLDER / "scrutineer.cron").read_text()
    assert text.endswith("\n"), "cron leaves out a last line that is not ended"
    (entry,) = re.findall(r"^\d.*$", text, re.MULTILINE)
    command = entry.split(maxsplit=6)[6]
    assert "%" not in command, "cron takes it for the end of the line"
    assert INSTALLED in command
    variables = environment(FOLDER / "scrutineer.cron") | {"PAPERS": str(papers), "RECORDS": str(tmp_path / "records")}
    run = subprocess.run(
        ["/bin/sh", "-c", command.replace(INSTALLED, shlex.quote(str(program)))], env=variables | {"PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert run.returncode == 1, run.stderr
    local.require(Records.in_folder(tmp_path / "records"))


def test_both_write_where_the_unit_may_write() -> None:
    folder = Path("/var/lib") / settings(SERVICE)["StateDirectory"][0]
    for file in ("nightly.env", "scrutineer.cron"):
        assert folder in Path(environment(FOLDER / file)["RECORDS"]).parents
    assert set(re.findall(r"\$\{?([A-Z]+)", settings(SERVICE)["ExecStart"][0])) == environment(FOLDER / "nightly.env").keys()


def test_systemd_takes_the_units_and_finds_them_tight(program: Path, tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not installed")
    service, timer = shutil.copy(SERVICE, tmp_path), shutil.copy(TIMER, tmp_path)
    Path(service).write_text(Path(service).read_text().replace(INSTALLED, str(program)))
    verified = subprocess.run(["systemd-analyze", "verify", service, timer], capture_output=True, text=True, check=False)
    assert verified.returncode == 0 and "scrutineer-nightly" not in verified.stderr, verified.stderr
    (calendar,) = settings(TIMER)["OnCalendar"]
    subprocess.run(["systemd-analyze", "calendar", calendar], check=True, stdout=subprocess.DEVNULL)
    # 0 to 10, times ten; 2 is what systemd calls safe.
    tight = ["systemd-analyze", "security", "--offline=yes", "--threshold=10", service]
    security = subprocess.run(tight, capture_output=True, text=True, env=os.environ | {"SYSTEMD_COLORS": "0"}, check=False)
    assert security.returncode == 0, security.stdout + security.stderr
