"""The Spark job on a cluster of two worker processes, some of which are killed on the way: the records of the local run."""
from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT, run_locally, unavailable
from records import FILES, Records, lines_of

JOB = ROOT / "Integrations/spark/read_papers.py"
# So little that the bulky paper takes its worker down, and more than twice what all others need.
MEGABYTES = 128


@pytest.fixture(scope="module", autouse=True)
def spark() -> None:
    if not find_spec("pyspark"):
        unavailable("pyspark is not installed")
    if not shutil.which("java"):
        unavailable("no Java runtime is installed (Debian: default-jre-headless)")
    version = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr
    if int(version.split('"')[1].split(".")[0]) < 17:
        unavailable(f"Spark 4 needs Java 17 or newer: {version.splitlines()[0]}")


@pytest.fixture(name="job")
def job_as_module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(JOB.parent)
    return import_module(JOB.stem)


def submit(scratch: Path, *arguments: str | Path, master: str = "local-cluster[2,1,1024]") -> subprocess.CompletedProcess[str]:
    """Runs the job as a user does; two cores and seconds of work are not worth a compiler's best."""
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.codegen.wholeStage": "false",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    }
    command = [Path(sys.executable).with_name("spark-submit"), "--master", master]
    command += [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    environment = os.environ | {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_DIRS": str(scratch)}
    with subprocess.Popen(
        [*command, JOB, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            output, errors = process.communicate(timeout=1_200)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


def query(out: Path, name: str, question: str) -> list[tuple]:
    """Asks a table of Parquet something; by another reader than Spark, which is what others will use."""
    duckdb = pytest.importorskip("duckdb")
    return duckdb.sql(question.format(f"read_parquet('{out}/parquet/{name}/*.parquet')")).fetchall()


def written(out: Path) -> Records:
    """The lines of JSON that the job wrote, which must be those in its Parquet tables."""
    json_records = Records({name: lines_of(*out.glob(f"json/{name}/part-*")) for name in FILES})
    for name in FILES:
        assert dict(query(out, name, "SELECT record, count(*) FROM {} GROUP BY record")) == json_records[name], name
    return json_records


def program_that_kills(victim: str, program: Path, scratch: Path) -> tuple[Path, Path]:
    """A program that serves as `scrutineer` does, but once kills the worker, or the executor that it serves: when a paper is done and
    three records and a half of another are out. Gives its path and that of a file that is there once it has."""
    stand_in, killed = scratch / "scrutineer", scratch / "killed"
    stand_in.write_text(textwrap.dedent(f"""\
        #!{sys.executable}
        import os, signal, subprocess, sys
        program, killed, victim = {str(program)!r}, {str(killed)!r}, {victim!r}

        def first_to_kill():
            try:
                os.close(os.open(killed, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                return False
            return True

        def ancestor(name):
            process = os.getpid()
            while open(f"/proc/{{process}}/comm").read().strip() != name:
                process = int(open(f"/proc/{{process}}/stat").read().rsplit(")", 1)[1].split()[1])
            return process

        if sys.argv[1] != "worker":
            os.execv(program, [program, *sys.argv[1:]])
        worker = subprocess.Popen([program, *sys.argv[1:]], stdout=subprocess.PIPE)
        done, records = False, 0
        for line in worker.stdout:
            if done and records == 3 and first_to_kill():
                sys.stdout.buffer.write(line[:len(line) // 2])
                sys.stdout.buffer.flush()
                os.kill(worker.pid if victim == "worker" else ancestor("java"), signal.SIGKILL)
                sys.exit(137)
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
            if line.startswith(b'{{"type":"done"'):
                done, records = True, 0
            else:
                records += 1
        sys.exit(worker.wait())
        """))
    stand_in.chmod(0o755)
    return stand_in, killed


def test_the_loss_of_an_executor_changes_nothing(program: Path, papers: Path, local: Records, tmp_path: Path) -> None:
    stand_in, killed = program_that_kills("executor", program, tmp_path)
    out = tmp_path / "out"
    job = submit(tmp_path, papers, "--out", out, "--scrutineer", stand_in, "--papers-per-task", "4")
    assert job.returncode == 0, job.stderr[-5000:]
    assert killed.exists() and "Lost executor" in job.stderr
    local.require(written(out))
    summary = json.loads((out / "run.json").read_text())
    assert summary == json.loads(job.stdout.splitlines()[-1])
    assert {name: summary[name] for name in FILES} == {name: local[name].total() for name in FILES}
    assert summary["takenUpAgain"] == 0, "the whole task is run again, not its papers one by one"
    assert summary["passedOver"] == {".txt": 1}
    require_columns(out)


def require_columns(out: Path) -> None:
    """The columns of Parquet say what the JSON beside them says, in types that can be compared and added up."""
    figures = query(out, "figures", """SELECT record, document, page, kind, value, low, unit, periodStart, basis, "table", "row" FROM {}""")
    for record, document, page, kind, value, low, unit, period_start, basis, table, row in figures:
        figure = json.loads(record)
        assert (document, kind, unit) == (figure["document"], figure["kind"], figure["unit"])
        assert (page, basis) == (figure.get("page"), figure.get("basis"))
        assert (value, low) == tuple(Decimal(figure[key]) if key in figure else None for key in ("value", "low"))
        assert (period_start.isoformat() if period_start else None) == figure.get("period", {}).get("start")
        assert (table, row) == (figure.get("table", {}).get("id"), figure.get("table", {}).get("row"))
    assert any(value for *_, value, _, _, _, _, _, _ in figures) and any(figure[7] for figure in figures)
    failed = query(out, "failures", "SELECT path, code, retryable FROM {} ORDER BY path")
    assert [(Path(path).name, code, retryable) for path, code, retryable in failed] == [
        ("broken.pdf", "corrupt", False),
        ("empty.pdf", "empty", False),
        # Attached to pack.pdf.
        ("half.pdf", "corrupt", False),
    ]
    for name in FILES:
        columns = [column for column, *_ in query(out, name, "DESCRIBE SELECT * FROM {}")]
        assert columns == [*columns_in_the_readme(name), "record"], name


def columns_in_the_readme(name: str) -> list[str]:
    (row,) = re.findall(rf"^\| `{name}` \| (.*) \|$", (JOB.parent / "README.md").read_text(), re.MULTILINE)
    return [column for words in re.findall(r"`([^`]+)`", row) for column in words.split(", ")]


def test_papers_whose_worker_goes_down_are_not_lost(program: Path, papers: Path, tmp_path: Path) -> None:
    """One worker is killed from outside, and one by a paper, in the middle of the list, that needs too much memory each time."""
    folder = tmp_path / "papers"
    shutil.copytree(papers, folder)
    lines = (f"<p>The cost of item {item} is £{item}.20 in 2024/25.</p>\n" for item in range(150_000))
    (folder / "bulky.html").write_text("<!doctype html><title>Costs</title>\n" + "".join(lines))
    limit = f"--memory={MEGABYTES}"
    local = run_locally(program, folder, tmp_path / "local", limit)
    failed = [json.loads(line) for line in local["failures"]]
    assert ("bulky.html", "memory") in [(Path(failure["source"]["path"]).name, failure["code"]) for failure in failed]

    stand_in, killed = program_that_kills("worker", program, tmp_path)
    out = tmp_path / "out"
    job = submit(tmp_path, folder, "--out", out, "--scrutineer", stand_in, "--papers-per-task", "6", limit)
    assert job.returncode == 0, job.stderr[-5000:]
    assert killed.exists()
    local.require(written(out))
    assert json.loads((out / "run.json").read_text())["takenUpAgain"] >= 2


def test_a_program_that_cannot_start_ends_the_job(program: Path, papers: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list"
    listed.write_text(f"{papers / 'minutes.pdf'}\n")
    out = tmp_path / "out"
    job = submit(
        tmp_path, "--list", listed, "--out", out, "--scrutineer", program, f"--rules={tmp_path}/nowhere", master="local[1]"
    )
    assert job.returncode != 0
    assert f"{tmp_path}/nowhere" in job.stderr
    assert not (out / "run.json").exists()


DOCUMENT, PAGE = '{"type":"document","schema":"1.0","id":"sha256:0a"}', '{"type":"page","schema":"1.0","id":"sha256:0a#p1"}'


def done(path: str) -> str:
    return json.dumps({"type": "done", "schema": "1.0", "path": path}, separators=(",", ":"))


def test_only_papers_that_are_done_count(job: ModuleType) -> None:
    rows = list(job.finished_papers([DOCUMENT, PAGE, done("a.pdf"), DOCUMENT, PAGE, PAGE[:20]]))
    assert [tuple(row) for row in rows] == [
        ("a.pdf", "sha256:0a", "document", 0, DOCUMENT),
        ("a.pdf", "sha256:0a", "page", 1, PAGE),
    ]


@pytest.mark.parametrize("astray", ["Warning: bad font", '{"type":"other"}', PAGE[1:], ""])
def test_a_paper_with_a_line_that_is_no_record_does_not_count(job: ModuleType, astray: str) -> None:
    rows = job.finished_papers([DOCUMENT, astray, done("a.pdf"), DOCUMENT, done("b.pdf")])
    assert [row.paper for row in rows] == ["b.pdf"]


def test_bytes_that_are_no_text_end_a_worker_and_not_the_job(job: ModuleType) -> None:
    def lines() -> Iterator[str]:
        yield from [DOCUMENT, done("a.pdf"), DOCUMENT]
        yield b"\xff\n".decode()

    assert [row.paper for row in job.finished_papers(lines())] == ["a.pdf"]


def test_a_list_is_cut_at_line_feeds_alone(job: ModuleType, papers: Path, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"/b\xe2\x80\xa8c.pdf\r\n\n/a.pdf\n/b\xe2\x80\xa8c.pdf\n/\xff.pdf")
    assert job.papers_in(job.listed(tmp_path / "list")) == (["/a.pdf", "/b\u2028c.pdf", "/\ufffd.pdf"], {})
    found, passed_over = job.papers_in([str(papers), str(papers / "minutes.pdf")])
    assert len(found) == len(set(found)) == sum(path.suffix in (".pdf", ".html") for path in papers.rglob("*"))
    assert passed_over == {".txt": 1}
