"""Papers, the program, and the records of a local run: what the integrations are compared with."""
from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import made_papers
from records import Records

ROOT = Path(__file__).resolve().parents[2]
# In a name all that hosts trip over: spaces, quotes, signs of the shell, and a character at which Python ends lines and sh doesn't.
ODD_NAME = "Leaflet  2024’s \u2028 part\u20282 'a' \"b\" $HOME %d [1]; #é.pdf"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick ones first."""
    items.sort(key=lambda item: "spark" in item.nodeid)


@pytest.fixture(scope="session")
def program() -> Path:
    named = os.environ.get("SCRUTINEER", "")
    if not os.access(named, os.X_OK):
        pytest.fail(f"SCRUTINEER names no program: {named!r}; make test sets it")
    return Path(named).resolve()


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of papers: those of Corpus, one of them a second time under an odd name, one with others attached, and some that can't be read."""
    folder = tmp_path_factory.mktemp("papers")
    for paper in sorted([*ROOT.glob("Corpus/*/*.pdf"), *ROOT.glob("Corpus/*/*.html")]):
        shutil.copy(paper, folder)
    (folder / "below").mkdir()
    shutil.copy(folder / "leaflet.pdf", folder / "below" / ODD_NAME)
    (folder / "pack.pdf").write_bytes(made_papers.paper("A pack of two papers.", [("plan.pdf", made_papers.paper("The plan will cost \u00a34.2m.")), ("half.pdf", b"%PDF-1.7")]))
    (folder / "broken.pdf").write_bytes((folder / "minutes.pdf").read_bytes()[:3000])
    (folder / "empty.pdf").touch()
    (folder / "notes.txt").write_text("no paper\n")
    return folder


@pytest.fixture(scope="session")
def local(program: Path, papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Records:
    """The records of a local run over these papers."""
    return run_locally(program, papers, tmp_path_factory.mktemp("local"))


def run_locally(program: Path, papers: Path, out: Path, *options: str) -> Records:
    run = subprocess.run([program, "run", papers, "--out", out, *options], capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 1, run.stderr
    records = Records.in_folder(out)
    assert len(records["failures"]) >= 2 and len(records["documents"]) > 10 and len(records["figures"]) > 100
    return records


def unavailable(reason: str) -> None:
    """Skips a test and says why; in CI everything must be there."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason}; CI must have it")
    pytest.skip(reason)
