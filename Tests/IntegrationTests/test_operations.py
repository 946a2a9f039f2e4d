"""What an operator meets: odd names, folders that can't be read, missing inputs, media that can't be written, words for machines."""
from __future__ import annotations

import base64
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import unavailable
from records import FILES

SCAN = b"""%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >> endobj
4 0 obj << /Length 30 >> stream
q 400 0 0 300 0 0 cm /I Do Q  
endstream endobj
5 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >> stream
x
endstream endobj
trailer << /Root 1 0 R /Size 6 >>
"""


def run(program: Path, *arguments: object, input: bytes = b"", **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([program, *arguments], input=input, capture_output=True, timeout=300, check=False, **options)  # type: ignore[call-overload]


def lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_bytes().split(b"\n") if line]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three small papers, one in a folder below."""
    papers = tmp_path / "in"
    (papers / "below").mkdir(parents=True)
    for number, place in enumerate(["a.html", "b.html", "below/c.html"]):
        (papers / place).write_text(f"<html><body><h1>Paper {number}</h1><p>The works cost £{number + 1},500.</p></body></html>")
    return papers


def test_names_are_bytes(program: Path, folder: Path, tmp_path: Path) -> None:
    names = [b"caf\xe9.html", "café.html".encode(), "cafe\u0301.html".encode()]
    for number, name in enumerate(names):
        (Path(os.fsdecode(bytes(folder) + b"/" + name))).write_text(f"<html><body><p>It cost £{number + 7},100.</p></body></html>")
    odd = Path(os.fsdecode(bytes(folder) + b"/d\xe9"))
    odd.mkdir()
    shutil.copy(folder / "a.html", odd / "copy.html")
    out = tmp_path / "out"
    assert run(program, "run", folder, "--out", out).returncode == 0
    documents = lines(out / "documents.jsonl")
    assert len(documents) == 6 and len({document["id"] for document in documents}) == 6
    sources = [source for document in documents for source in document.get("sources", [document["source"]])]
    assert len(sources) == 7
    found = {base64.b64decode(source["pathBytes"]) for source in sources if "pathBytes" in source}
    assert found == {bytes(folder) + b"/caf\xe9.html", bytes(folder) + b"/d\xe9/copy.html"}
    assert f"{folder}/caf\\xE9.html" in [source["path"] for source in sources]
    # The same from a list, parted by NUL or by lines, without reading any again.
    before = (out / "documents.jsonl").read_bytes()
    everything = [bytes(path) for path in folder.rglob("*.html")]
    for separator in (b"\0", b"\n"):
        again = run(program, "run", "-", "--out", out, input=separator.join(everything))
        assert again.returncode == 0 and b"7 of 7 papers are unchanged" in again.stderr
        assert (out / "documents.jsonl").read_bytes() == before


def test_a_list_of_requests_tells_of_its_papers(program: Path, folder: Path, tmp_path: Path) -> None:
    request = {"path": str(folder / "a.html"), "url": "https://southmere.example/a", "committee": "Harbour Board", "date": "2025-01-30"}
    given = f"{folder}/b.html\n{json.dumps(request)}\n".encode()
    assert run(program, "run", "-", "--out", tmp_path / "out", input=given).returncode == 0
    first = lines(tmp_path / "out/documents.jsonl")[0]
    assert first["source"]["url"] == request["url"] and first["meeting"]["committee"] == "Harbour Board"
    assert run(program, "retry", tmp_path / "out").returncode == 0
    assert lines(tmp_path / "out/documents.jsonl")[0] == first


def test_a_list_tells_the_encoding_of_a_web_page(program: Path, tmp_path: Path) -> None:
    """Bytes that are right in two encodings: only the server knows."""
    page, out = tmp_path / "page.html", tmp_path / "out"
    page.write_bytes("<html><body><p>The caf\u00e9 cost \u00a35,000.</p></body></html>".encode("utf-16-be"))
    plain = tmp_path / "plain.html"
    plain.write_bytes(b"<html><body><p>It cost \xa4 5,000.</p></body></html>")

    def read(*encodings: str | None) -> tuple[subprocess.CompletedProcess[bytes], list[str]]:
        requests = [{"path": str(path)} | ({"encoding": encoding} if encoding else {}) for path, encoding in zip((page, plain), encodings)]
        done = run(program, "run", "-", "--out", out, input="".join(json.dumps(request) + "\n" for request in requests).encode())
        assert done.returncode == 0, done.stderr
        return done, [record["text"].strip() for record in lines(out / "pages.jsonl")]

    assert read("UTF-16BE", None)[1][1] == "It cost \u00a4 5,000."
    # What is told of how to read a paper has it read again, and that one alone.
    told, texts = read("UTF-16BE", "text/html; charset=ISO-8859-15")
    assert texts == ["The caf\u00e9 cost \u00a35,000.", "It cost \u20ac 5,000."]
    assert b"1 of 2 papers are unchanged" in told.stderr, told.stderr
    assert b"2 of 2 papers are unchanged" in read("UTF-16BE", "text/html; charset=ISO-8859-15")[0].stderr
    assert run(program, "retry", out).returncode == 0
    assert [record["text"].strip() for record in lines(out / "pages.jsonl")] == texts
    # A manifest tells it of a path, not of bytes that nobody has read.
    manifest = tmp_path / "manifest.jsonl"
    manifest.write_text(json.dumps({"path": str(plain), "encoding": "latin9"}) + "\n")
    assert run(program, "run", plain, "--out", tmp_path / "other", "--manifest", manifest).returncode == 0
    assert "\u20ac" in lines(tmp_path / "other/pages.jsonl")[0]["text"]
    manifest.write_text(json.dumps({"digest": "0" * 64, "encoding": "latin9"}) + "\n")
    refused = run(program, "run", plain, "--out", tmp_path / "other", "--manifest", manifest)
    assert refused.returncode == 2 and b"manifest.jsonl:1: \"encoding\" can be told of a paper that is named by its \"path\" alone" in refused.stderr


def test_inputs_that_are_missing_empty_no_records(program: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(program, "run", folder, "--out", out).returncode == 0
    before = (out / "documents.jsonl").read_bytes()
    folder.rename(tmp_path / "away")
    missing = run(program, "run", folder, "--out", out)
    assert missing.returncode == 2 and b"--prune" in missing.stderr and b"is missing" in missing.stderr
    folder.mkdir()
    assert run(program, "run", folder, "--out", out).returncode == 2
    empty = run(program, "run", "-", "--out", out)
    assert empty.returncode == 2 and b"names no paper" in empty.stderr
    assert (out / "documents.jsonl").read_bytes() == before
    pruned = run(program, "run", folder, "--out", out, "--prune")
    assert pruned.returncode == 0 and b"3 papers of earlier runs left the files" in pruned.stderr
    assert (out / "documents.jsonl").read_bytes() == b""


@pytest.fixture
def unprivileged(program: Path) -> Iterator[tuple[Path, dict]]:
    """A folder of a user who may not read everything, and the options to run a program as that user."""
    place = Path(tempfile.mkdtemp(prefix="scrutineer-test-"))
    options: dict = {}
    if os.geteuid() == 0:
        options = {"user": 65534, "group": 65534, "extra_groups": []}
        os.chown(place, 65534, 65534)
    try:
        if run(program, "rules", "check", **options).returncode != 0:
            unavailable("another user can't run the program")
    except PermissionError:
        unavailable("another user can't run the program")
    yield place, options
    subprocess.run(["chmod", "-R", "u+rwx", place], check=False)
    shutil.rmtree(place)


def own(place: Path) -> None:
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", "65534:65534", place], check=True)


def test_a_folder_that_cannot_be_listed_keeps_what_is_known(
    program: Path, folder: Path, unprivileged: tuple[Path, dict]
) -> None:
    place, options = unprivileged
    papers, out = place / "in", place / "out"
    shutil.copytree(folder, papers)
    own(place)
    assert run(program, "run", papers, "--out", out, **options).returncode == 0
    before = (out / "documents.jsonl").read_bytes()
    (papers / "below").chmod(0)
    closed = run(program, "run", papers, "--out", out, **options)
    assert closed.returncode == 1, closed.stderr
    failures = lines(out / "failures.jsonl")
    assert [failure["source"]["path"] for failure in failures] == [f"{papers}/below"]
    assert failures[0]["code"] == "unreadable" and "Permission denied" in failures[0]["message"]
    assert (out / "documents.jsonl").read_bytes() == before
    (papers / "below").chmod(0o755)
    # One that can be listed and not searched: its names are seen and nothing else.
    (papers / "below").chmod(0o644)
    closed = run(program, "run", papers, "--out", out, **options)
    assert closed.returncode == 1, closed.stderr
    (failure,) = lines(out / "failures.jsonl")
    assert failure["source"]["path"] == f"{papers}/below" and "can't be searched: Permission denied" in failure["message"]
    assert (out / "documents.jsonl").read_bytes() == before
    (papers / "below").chmod(0o755)
    # Nobody can say what a file is that can't be opened and has no name that tells.
    (papers / "notes").write_text("x")
    (papers / "notes").chmod(0)
    own(place)
    assert run(program, "run", papers, "--out", out, **options).returncode == 1
    assert [failure["source"]["path"] for failure in lines(out / "failures.jsonl")] == [f"{papers}/notes"]
    (papers / "notes").chmod(0o644)
    assert run(program, "run", papers, "--out", out, **options).returncode == 0
    assert lines(out / "failures.jsonl") == []


def test_what_is_read_in_part_is_counted_named_and_may_be_allowed(program: Path, folder: Path, tmp_path: Path) -> None:
    (folder / "scan.pdf").write_bytes(SCAN)
    out = tmp_path / "out"
    assert run(program, "run", folder, "--out", out).returncode == 1
    assert run(program, "run", folder, "--out", out, "--allow-partial").returncode == 0
    assert json.loads((out / "run.json").read_text())["partialReasons"] == {"noText": 1}
    status = run(program, "status", out).stdout.decode()
    assert "scan.pdf: noText on 1 page" in status and "--ocr" in status
    told = json.loads(run(program, "status", out, "--json").stdout)
    assert told["partialPapers"][0]["missing"] == {"noText": 1}


def test_the_summary_has_the_digests_of_the_files(program: Path, folder: Path, tmp_path: Path) -> None:
    assert run(program, "run", folder, "--out", tmp_path / "out").returncode == 0
    files = json.loads((tmp_path / "out/run.json").read_text())["files"]
    assert set(files) == {f"{name}.jsonl" for name in FILES}
    for name, told in files.items():
        bytes_ = (tmp_path / "out" / name).read_bytes()
        assert told == {"bytes": len(bytes_), "sha256": hashlib.sha256(bytes_).hexdigest()}


def test_words_for_machines_are_json_with_numbers(program: Path, folder: Path, tmp_path: Path) -> None:
    (folder / "12345.html").write_bytes(b"")
    told = run(program, "run", folder, "--out", tmp_path / "out", "--log-format", "json").stderr
    events = [json.loads(line) for line in told.splitlines()]
    finished = next(event for event in events if event.get("event") == "finished")
    assert finished["papers"] == 4 and finished["failures"] == 1 and isinstance(finished["seconds"], float)
    for wrong in (["run", "--log-format", "json"], ["run", folder, "--out", tmp_path / "o", "--log-format=json", "--rules", tmp_path / "none"]):
        ended = run(program, *wrong)
        assert ended.returncode == 2
        assert [json.loads(line)["level"] for line in ended.stderr.splitlines()] == ["error"]


def test_metrics_that_cannot_be_written_are_found_before_the_first_paper(program: Path, folder: Path, tmp_path: Path) -> None:
    ended = run(program, "run", folder, "--out", tmp_path / "out", "--metrics", tmp_path / "nowhere/x.prom")
    assert ended.returncode == 2 and b"nowhere" in ended.stderr
    assert not (tmp_path / "out/documents.jsonl").exists()


def test_file_names_steer_no_terminal(program: Path, folder: Path, tmp_path: Path) -> None:
    (folder / "a\x1b[2J\x07\nb\u202e.pdf").write_bytes(b"no paper")
    told = run(program, "run", folder, "--out", tmp_path / "out")
    words = told.stderr + run(program, "status", tmp_path / "out").stdout
    words += run(program, "extract", folder / "a\x1b[2J\x07\nb\u202e.pdf", "--format", "text").stdout
    assert b"\x1b" not in words and b"\x07" not in words and "\u202e".encode() not in words
    assert b"a\\x1B[2J\\x07\\x0Ab\\u202E.pdf" in words


def test_the_ledger_is_looked_at_where_nothing_can_be_written(
    program: Path, folder: Path, unprivileged: tuple[Path, dict]
) -> None:
    place, options = unprivileged
    out = place / "out"
    assert run(program, "run", folder, "--out", out).returncode == 0
    wanted = run(program, "export", out).stdout
    for path in [out, out / ".scrutineer", out / ".scrutineer/records", out / ".scrutineer/export"]:
        path.chmod(0o555)
    status = run(program, "status", out, **options)
    assert status.returncode == 0 and status.stdout.startswith(b"3 papers: 3 complete"), status.stderr
    export = run(program, "export", out, **options)
    assert export.returncode == 0 and export.stdout == wanted, export.stderr


def test_searching_works_where_nothing_can_be_written(program: Path, folder: Path, unprivileged: tuple[Path, dict]) -> None:
    place, options = unprivileged
    out = place / "out"
    assert run(program, "run", folder, "--out", out).returncode == 0
    subprocess.run(["chmod", "-R", "a-w", out], check=True)
    found = run(program, "search", out, "works", **options)
    assert found.returncode == 0 and b"The \xc2\xbbworks\xc2\xab cost" in found.stdout, found.stderr
    assert b"its index is made for this command alone" in found.stderr
    exported = run(program, "export", out, "--format", "sqlite", "--out", place / "figures.db", **options)
    assert exported.returncode == 0 and (place / "figures.db").stat().st_size > 0, exported.stderr
    refused = run(program, "export", out, "--format", "sqlite", "--out", "/proc/figures.db", **options)
    assert refused.returncode == 2 and b"can't write /proc/figures.db" in refused.stderr


def test_a_damaged_index_says_what_to_do(program: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(program, "run", folder, "--out", out).returncode == 0
    assert run(program, "index", out).returncode == 0
    with sqlite3.connect(out / ".scrutineer/index.sqlite") as database:
        database.execute("DROP TABLE figures")
    database.close()
    told = run(program, "search", out, "works", "--kind", "figure")
    assert told.returncode == 2 and b"--rebuild makes it again" in told.stderr, told.stderr
    assert run(program, "index", out, "--rebuild").returncode == 0
    assert b"works" in run(program, "search", out, "works", "--kind", "figure").stdout


def test_a_ledger_that_is_a_link_is_refused(program: Path, folder: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other.sqlite"
    assert run(program, "run", folder, "--out", out).returncode == 0
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE own (x)")
    database.close()
    before = other.read_bytes()
    for name in ("ledger.sqlite", "ledger.sqlite-wal"):
        linked = tmp_path / name
        shutil.copytree(out, linked)
        (linked / ".scrutineer" / name).unlink(missing_ok=True)
        (linked / ".scrutineer" / name).symlink_to(other)
        for arguments in (("run", folder, "--out", linked), ("status", linked)):
            refused = run(program, *arguments)
            assert refused.returncode == 2 and b"is a link or no file" in refused.stderr, refused.stderr
    assert other.read_bytes() == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_the_folder_of_another_user_is_refused(program: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(program, "run", folder, "--out", out).returncode == 0
    os.chown(out / ".scrutineer/records", 65534, 65534)
    refused = run(program, "run", folder, "--out", out)
    assert refused.returncode == 2 and b"belongs to another user" in refused.stderr


def test_sizes_past_all_sums_are_said(program: Path, tmp_path: Path) -> None:
    """Two files of 5 EB without a byte on any disk: together they are more than 64 bits with a sign can say."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        for name in "ab":
            with (Path(folder) / f"{name}.pdf").open("wb") as file:
                try:
                    file.truncate(5 * 10**18)
                except OSError:
                    pytest.skip("no file system here takes files of 5 EB")
        done = run(program, "run", folder, "--out", tmp_path / "out")
        assert done.returncode == 1, done.stderr
        assert [record["code"] for record in lines(tmp_path / "out/failures.jsonl")] == ["tooLarge", "tooLarge"]


def test_other_commands_read_in_a_sandbox_too(program: Path, folder: Path, tmp_path: Path) -> None:
    """A PDF whose characters are mapped by a file of the system: no command opens it."""
    secret = tmp_path / "secret"
    os.mkfifo(secret)
    name = "../" * 12 + str(secret)[1:]
    hex_name = "".join(f"#{byte:02X}" if byte == 0x2F else chr(byte) for byte in name.encode())
    paper = tmp_path / "cmap.pdf"
    paper.write_text(
        f"""%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj
4 0 obj << /Length 40 >> stream
BT /F 12 Tf 20 200 Td <00410042> Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /{hex_name} /DescendantFonts [6 0 R] >> endobj
6 0 obj << /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >> endobj
trailer << /Root 1 0 R /Size 7 >>
"""
    )
    for command in (["extract", paper], ["inspect", paper, "--page", "1"], ["run", paper, "--out", tmp_path / "out"]):
        # It would wait for ever for somebody to write into the pipe.
        assert run(program, *command).returncode in (0, 1)
    # A worker that a host feeds with paths opens none itself.
    served = run(program, "worker", input=f"{paper}\n{folder}/a.html\n".encode())
    assert served.returncode == 0 and served.stdout.count(b'{"type":"done",') == 2
    # Who has read enough ends the command without a word.
    cut = subprocess.run(f"'{program}' extract '{paper}' | true", shell=True, capture_output=True, timeout=300, check=False)
    assert cut.stderr == b""
    assert run(program, "figures", input=b"It cost \xc2\xa35m.\n").stdout.count(b"5000000") == 1


def test_killed_at_random_moments_a_run_goes_on(program: Path, papers: Path, tmp_path: Path) -> None:
    """KILLS=100 for the long form."""

    def files(out: Path) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}

    command = [program, "run", papers, "--quiet", "--out"]
    start = time.monotonic()
    subprocess.run([*command, tmp_path / "whole"], check=False)
    seconds = time.monotonic() - start
    whole = files(tmp_path / "whole")
    for kill in range(int(os.environ.get("KILLS", "3"))):
        out = tmp_path / f"cut{kill}"
        process = subprocess.Popen([*command, out])
        time.sleep(random.uniform(0, seconds))
        process.send_signal(signal.SIGKILL)
        process.wait()
        subprocess.run([*command, out], check=False)
        assert files(out) == whole, f"kill {kill}"
        shutil.rmtree(out)
