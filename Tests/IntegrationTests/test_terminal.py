"""What people see on a terminal: marks where they can be shown, how far a run is, and what to do next."""
from __future__ import annotations

import os
import pty
import shlex
import subprocess
from pathlib import Path

import pytest

from test_operations import run

BOLD = b"\x1b[1m"


def on_terminal(program: Path, *arguments: object, stream: str = "stdout", **variables: str) -> bytes:
    """What a command writes to one of its streams, where that is a terminal."""
    own, other = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")} | {"TERM": "xterm"} | variables
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: other}
    with subprocess.Popen([program, *arguments], stdin=subprocess.DEVNULL, env=environment, **pipes) as process:  # type: ignore[call-overload]
        os.close(other)
        written = b""
        while True:
            try:
                part = os.read(own, 1 << 16)
            # How a terminal says that nobody writes to it any more.
            except OSError:
                break
            if not part:
                break
            written += part
        assert process.wait(timeout=300) == 0, written
    os.close(own)
    return written


@pytest.fixture(scope="module", name="records")
def records_of_two_papers(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terminal")
    papers = folder / "some papers"
    papers.mkdir()
    for name, cost in (("quay", "1.5"), ("bridge", "2.5")):
        (papers / f"{name}.html").write_text(f"<html><body><p>The {name} cost £{cost}m in 2024/25.</p></body></html>")
    assert run(program, "run", papers, "--out", folder / "out").returncode == 0
    return folder / "out"


def test_finds_are_set_in_bold_where_a_terminal_wants_it(program: Path, records: Path) -> None:
    command = ("search", records, "quay")
    assert BOLD in on_terminal(program, *command)
    # no-color.org: an empty value is none.
    assert BOLD in on_terminal(program, *command, NO_COLOR="")
    for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        plain = on_terminal(program, *command, **variables)
        assert b"\x1b" not in plain and "»".encode() in plain, variables
    piped = run(program, *command).stdout
    assert b"\x1b" not in piped and "»".encode() in piped


def test_a_run_shows_how_far_it_is_on_a_terminal_that_can(program: Path, records: Path, tmp_path: Path) -> None:
    command = ("run", records.parent / "some papers", "--out", tmp_path / "out")
    # Writing the files is told whatever the time that reading took.
    shown = on_terminal(program, *command, stream="stderr")
    assert b"\r\x1b[K" in shown and "writing the files …".encode() in shown
    assert b"\x1b" not in on_terminal(program, *command, stream="stderr", TERM="dumb")
    assert b"\x1b" not in on_terminal(program, *command, "--quiet", stream="stderr")


def test_a_run_ends_with_what_to_do_next(program: Path, records: Path, tmp_path: Path) -> None:
    papers, out = records.parent / "some papers", tmp_path / "out"
    told = run(program, "run", papers, "--out", out).stderr.decode().splitlines()
    assert told[-2:] == [f"scrutineer search {out} WORDS finds figures and their places", f"records: {out}"]
    assert not any("scrutineer status" in line for line in told)
    found = run(program, *shlex.split(told[-2].replace("WORDS", "quay"))[1:4])
    assert found.returncode == 0 and b"1.5m" in found.stdout
    # A paper that can't be read, and one without figures: what helps, and nothing that finds nothing.
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "a.pdf").write_bytes(b"no paper")
    (broken / "b.html").write_text("<html><body><p>Nothing was spent.</p></body></html>")
    ended = run(program, "run", broken, "--out", out.with_name("other"))
    told = ended.stderr.decode().splitlines()
    assert ended.returncode == 1
    assert f"1 failed: 1 unsupported" in told and f"scrutineer status {out.with_name('other')} names them and says what helps" in told
    assert not any("scrutineer search" in line for line in told)
    assert b"a.pdf" in run(program, "status", out.with_name("other")).stdout
