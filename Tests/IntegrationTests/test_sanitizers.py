"""The pass over PDF pages, built with the address and undefined-behaviour sanitizers, reads the papers of Corpus, and hostile ones where
the shared papers are, without a fault of its own. What poppler does wrong by itself ends a worker, which `run` outlives; it is no fault here.
"""
from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, unavailable

SHARED = ROOT.parent / "shared/data"
# What the sanitizers say of a line of our own: "SUMMARY: AddressSanitizer: heap-buffer-overflow …/CPageContent/…", "…cc:12:3: runtime error: …".
OWN = re.compile(r"^(?:SUMMARY: \w+Sanitizer: .*CPageContent.*|.*CPageContent/\S+: runtime error: .*)$", re.MULTILINE)
BATCH = 25
# For papers that must be read to their end, on a busy machine too.
AMPLE = 600
# A bomb runs until it is stopped, in its batch and again by itself; to be stopped is no fault.
SECONDS = 120


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fuzzing target: it reads each file that it is given once."""
    target = tmp_path_factory.mktemp("sanitized") / "pages"
    found = subprocess.run(["pkg-config", "--cflags", "--libs", "poppler"], capture_output=True, text=True, check=False)
    if not shutil.which("clang++") or found.returncode != 0:
        unavailable("clang++ and poppler's headers are needed")
    built = subprocess.run(
        ["clang++", "-std=c++20", "-g", "-O1", "-fsanitize=fuzzer,address,undefined", "-fno-sanitize=vptr,function",
         f"-I{ROOT}/Sources/CPageContent/include", ROOT / "Tests/Fuzz/pages.cc", *sorted((ROOT / "Sources/CPageContent").glob("*.cc")),
         *found.stdout.split(), "-o", target],
        capture_output=True, text=True, check=False)
    if built.returncode != 0 and "libclang_rt" in built.stderr:
        unavailable("this clang++ has no sanitizers")
    assert built.returncode == 0, built.stderr
    return target


def read(target: Path, papers: list[Path], seconds: int = SECONDS) -> tuple[bool, str]:
    """Whether the target got to the end of the papers, and what it said."""
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=1", UBSAN_OPTIONS="print_stacktrace=1")
    try:
        done = subprocess.run(
            [target, f"-timeout={seconds // 2}", "-rss_limit_mb=3000", *papers], capture_output=True, env=environment, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as late:
        return False, (late.stderr or b"").decode(errors="replace")
    return done.returncode == 0, done.stderr.decode(errors="replace")


def faults(target: Path, papers: list[Path]) -> Iterator[str]:
    """What the sanitizers say of our own lines. A batch that doesn't come to its end is read again one by one."""
    for start in range(0, len(papers), BATCH):
        batch = papers[start : start + BATCH]
        ended, said = read(target, batch)
        yield from OWN.findall(said)
        if not ended:
            for paper in batch:
                for fault in OWN.findall(read(target, [paper])[1]):
                    yield f"{paper}: {fault}"


def test_the_papers_of_corpus(reader: Path) -> None:
    papers = sorted(ROOT.glob("Corpus/*/*.pdf"))
    ended, said = read(reader, papers, AMPLE)
    assert ended and len(papers) > 10, said[-4000:]
    assert not OWN.findall(said)


def test_hostile_papers(reader: Path, tmp_path: Path) -> None:
    folders = [SHARED / "hostile", SHARED / "hostile2"]
    if not all(folder.is_dir() for folder in folders):
        pytest.skip("the shared papers are not beside the checkout")
    papers = [path for folder in folders for path in sorted(folder.rglob("*.pdf"))]
    for packed in sorted(folders[1].glob("*.pdf.gz")):
        papers.append(tmp_path / packed.stem)
        papers[-1].write_bytes(gzip.decompress(packed.read_bytes()))
    # A FIFO would be waited for without end.
    papers = [path for path in papers if path.is_file() and "fifo" not in path.name and "zero" not in path.name]
    assert not list(faults(reader, papers))
    assert len(papers) > 100
