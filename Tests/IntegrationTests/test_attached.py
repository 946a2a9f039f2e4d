"""PDFs that are attached to PDFs: papers of their own, for as long as the paper that holds them is there."""
from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from evidence_page import serving
from made_papers import paper
from test_operations import lines, run


def digest(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


PLAN = paper("The works will cost \u00a34.2m in 2025/26.")
OTHER = paper("A grant of \u00a3310,000 was agreed.")
TABLE = b"PK\x03\x04 no paper"
PACK = paper("The pack of the Harbour Board.", [("plan.pdf", PLAN), ("plan.pdf", OTHER), ("costs/2025.xlsx", TABLE)])


@pytest.fixture(name="folder")
def folder_of_a_pack(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "pack.pdf").write_bytes(PACK)
    return folder


def documents(out: Path) -> dict[str, dict]:
    return {record["source"]["path"].rsplit("/in/")[-1]: record for record in lines(out / "documents.jsonl")}


def test_attached_papers_are_papers(program: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run(program, "run", folder, "--out", out)
    # The table was not read.
    assert done.returncode == 1, done.stderr
    found = documents(out)
    assert set(found) == {"pack.pdf", "pack.pdf/plan.pdf", "pack.pdf/plan (2).pdf"}
    host = found["pack.pdf"]
    assert host["status"] == "partial" and "attachedTo" not in host
    assert host["attached"] == [
        {"name": "plan.pdf", "document": digest(PLAN), "bytes": len(PLAN)},
        {"name": "plan (2).pdf", "document": digest(OTHER), "bytes": len(OTHER)},
    ]
    (notice, unread) = host["notices"]
    assert (notice["code"], unread["code"]) == ("attachedFiles", "unreadAttachments")
    assert unread["message"] == "1 attached file was not read: costs_2025.xlsx"
    assert notice["message"] == "2 attached files were read apart: plan.pdf, plan (2).pdf; 1 other was not read: costs_2025.xlsx"
    for path, data in (("pack.pdf/plan.pdf", PLAN), ("pack.pdf/plan (2).pdf", OTHER)):
        assert found[path]["id"] == digest(data) and found[path]["attachedTo"] == digest(PACK) and found[path]["status"] == "complete"
    values = {figure["document"]: figure["value"] for figure in lines(out / "figures.jsonl")}
    assert values == {digest(PLAN): "4200000", digest(OTHER): "310000"}
    told = json.loads((out / "run.json").read_text())
    assert (told["inputs"], told["attached"], told["documents"]) == (3, 2, 3)
    # What was read stays read, and retry makes the same run.
    before = (out / "documents.jsonl").read_bytes()
    again = run(program, "run", folder, "--out", out)
    assert b"3 of 3 papers are unchanged" in again.stderr, again.stderr
    assert run(program, "retry", out).returncode == 1
    assert (out / "documents.jsonl").read_bytes() == before
    shown = run(program, "show", out, digest(PLAN) + "#f1")
    assert shown.returncode == 0 and b"plan.pdf" in shown.stdout, shown.stderr
    assert [json.loads(line)["id"] for line in run(program, "export", out, "--type", "document").stdout.splitlines()] == [
        record["id"] for record in lines(out / "documents.jsonl")]


def test_a_paper_whose_attached_papers_are_all_read_is_complete(program: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name, is_portfolio in (("pack.pdf", False), ("portfolio.pdf", True)):
        (folder / name).write_bytes(paper(f"This is {name}.", [("plan.pdf", PLAN), ("other.pdf", OTHER)], is_portfolio=is_portfolio))
    (folder / "plan.pdf").write_bytes(PLAN)
    done = run(program, "run", folder, "--out", out)
    assert done.returncode == 0 and b"read in part" not in done.stderr, done.stderr
    # Those with the bytes of others were read, in this run, once.
    assert b"unchanged and were" not in done.stderr, done.stderr
    found = documents(out)
    assert {path: record["status"] for path, record in found.items()} == {
        "pack.pdf": "complete", "pack.pdf/other.pdf": "complete", "pack.pdf/plan.pdf": "complete", "portfolio.pdf": "complete"}
    assert [notice["code"] for notice in found["portfolio.pdf"]["notices"]] == ["attachedFiles"]
    assert b"7 papers: 7 complete, 0 partial, 0 failed" in run(program, "status", out).stdout
    assert json.loads((out / "run.json").read_text())["partialReasons"] == {}
    again = run(program, "run", folder, "--out", out)
    assert again.returncode == 0 and b"7 of 7 papers are unchanged" in again.stderr, again.stderr
    assert run(program, "extract", folder / "pack.pdf").returncode == 0
    # One that can't be read is a failure of its own.
    (folder / "pack.pdf").write_bytes(paper("This is pack.pdf.", [("half.pdf", PLAN[:150])]))
    assert run(program, "run", folder, "--out", out).returncode == 1
    assert documents(out)["pack.pdf"]["status"] == "complete"
    assert [failure["source"]["path"] for failure in lines(out / "failures.jsonl")] == [f"{folder}/pack.pdf/half.pdf"]


def test_what_is_attached_to_what_is_attached_is_not_taken_for_read(program: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    inner = paper("A pack inside.", [("plan.pdf", PLAN)])
    (folder / "outer.pdf").write_bytes(paper("A pack.", [("inner.pdf", inner)]))

    def outcome() -> dict[str, str]:
        return {path: record["status"] for path, record in documents(out).items()}

    assert run(program, "run", folder, "--out", out).returncode == 1
    first = {file.name: file.read_bytes() for file in out.glob("*.jsonl")}
    assert outcome() == {"outer.pdf": "complete", "outer.pdf/inner.pdf": "partial"}
    # The same bytes as a paper of their own have what is attached to them read, wherever they were met first.
    (folder / "z.pdf").write_bytes(inner)
    assert run(program, "run", folder, "--out", out).returncode == 0
    assert outcome() == {"outer.pdf": "complete", "outer.pdf/inner.pdf": "complete", "z.pdf/plan.pdf": "complete"}
    fresh = tmp_path / "fresh"
    assert run(program, "run", folder, "--out", fresh).returncode == 0
    assert all((fresh / file.name).read_bytes() == file.read_bytes() for file in out.glob("*.jsonl"))
    (folder / "z.pdf").unlink()
    assert run(program, "run", folder, "--out", out).returncode == 1
    assert {file.name: file.read_bytes() for file in out.glob("*.jsonl")} == first


def test_attached_papers_come_and_go_with_those_that_hold_them(program: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (folder / "second.pdf").write_bytes(paper("Another pack.", [("again.pdf", PLAN)]))
    (folder / "other.pdf").write_bytes(OTHER)
    assert run(program, "run", folder, "--out", out).returncode == 1
    found = documents(out)
    # One document for one content, wherever it lies.
    assert set(found) == {"other.pdf", "pack.pdf", "pack.pdf/plan.pdf", "second.pdf"}
    assert [source["path"].rsplit("/in/")[-1] for source in found["other.pdf"]["sources"]] == ["other.pdf", "pack.pdf/plan (2).pdf"]
    assert found["other.pdf"]["attachedTo"] == digest(PACK)
    assert [source["path"].rsplit("/in/")[-1] for source in found["pack.pdf/plan.pdf"]["sources"]] == ["pack.pdf/plan.pdf", "second.pdf/again.pdf"]
    # A pack that was moved is not read again, nor what is attached to it.
    (folder / "below").mkdir()
    (folder / "pack.pdf").rename(folder / "below/pack.pdf")
    moved = run(program, "run", folder, "--out", out)
    assert b"6 of 6 papers are unchanged" in moved.stderr, moved.stderr
    assert documents(out)["below/pack.pdf/plan.pdf"]["attachedTo"] == digest(PACK)
    # What another paper holds too stays when one goes, and goes with the last.
    (folder / "below/pack.pdf").unlink()
    assert run(program, "run", folder, "--out", out).returncode == 0
    found = documents(out)
    assert set(found) == {"other.pdf", "second.pdf", "second.pdf/again.pdf"}
    assert "attachedTo" not in found["other.pdf"] and found["second.pdf/again.pdf"]["id"] == digest(PLAN)
    (folder / "second.pdf").unlink()
    last = run(program, "run", folder, "--out", out)
    assert last.returncode == 0 and b"2 papers of earlier runs left the files" in last.stderr, last.stderr
    assert set(documents(out)) == {"other.pdf"}
    records = [path for path in (out / ".scrutineer/records").iterdir() if path.is_file()]
    assert len(records) == 1
    # A folder in the place of a paper has papers of its own.
    (folder / "pack.pdf").mkdir()
    (folder / "pack.pdf/plan.pdf").write_bytes(PLAN)
    assert run(program, "run", folder, "--out", out).returncode == 0
    assert "attachedTo" not in documents(out)["pack.pdf/plan.pdf"]


def test_a_pack_that_changes_has_its_papers_looked_at_anew(program: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(program, "run", folder, "--out", out).returncode == 1
    changed = paper("The pack, second edition.", [("plan.pdf", PLAN), ("plan.pdf", paper("A grant of \u00a3320,000 was agreed."))])
    (folder / "pack.pdf").write_bytes(changed)
    assert run(program, "run", folder, "--out", out).returncode == 0
    found = documents(out)
    assert {record["attachedTo"] for path, record in found.items() if path != "pack.pdf"} == {digest(changed)}
    assert sorted(figure["value"] for figure in lines(out / "figures.jsonl")) == ["320000", "4200000"]


def test_what_is_attached_is_hostile(program: Path, tmp_path: Path) -> None:
    """Sizes are known when files are unpacked; names are any words; files may be broken, and hold others."""
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    bomb = b"%PDF-1.7\n" + bytes(300_000_000)
    (folder / "bomb.pdf").write_bytes(paper("A bomb.", [("large.pdf", bomb), ("plan.pdf", PLAN)]))
    names = ["../../up.pdf", "..", "", "/etc/passwd", "a\x1b[2Jb.pdf"]
    (folder / "names.pdf").write_bytes(paper("Names.", [(name, paper(f"Paper {number}")) for number, name in enumerate(names)]))
    (folder / "broken.pdf").write_bytes(paper("Broken.", [("half.pdf", PLAN[:150])]))
    (folder / "deep.pdf").write_bytes(paper("Deep.", [("pack.pdf", PACK)], is_portfolio=True))
    (folder / "many.pdf").write_bytes(paper("Many.", [(f"{number}.pdf", paper(f"Paper {number} of many")) for number in range(60)]))
    done = run(program, "run", folder, "--out", out, "--memory", "300")
    assert done.returncode == 1, done.stderr
    found = documents(out)
    assert "bomb.pdf/plan.pdf" in found and "bomb.pdf/large.pdf" not in found
    messages = {path: next(notice["message"] for notice in found[path]["notices"] if notice["code"] == "attachedFiles")
                for path in ("bomb.pdf", "deep.pdf", "many.pdf")}
    assert messages["bomb.pdf"].endswith("1 other was not read: large.pdf (too large)")
    assert messages["deep.pdf"].startswith("the document is a portfolio")
    assert "10 others were not read: 50.pdf (more than 50 are)" in messages["many.pdf"]
    assert {path for path in found if path.startswith("names.pdf/")} == {
        "names.pdf/.._.._up.pdf", "names.pdf/attached file 2", "names.pdf/attached file 3", "names.pdf/_etc_passwd",
        # The encoding of the strings of a PDF has a letter where others have ESC.
        "names.pdf/a˙[2Jb.pdf"}
    assert len([path for path in found if path.startswith("many.pdf/")]) == 50
    # What is attached to an attached paper is named, and no more.
    assert "deep.pdf/pack.pdf" in found and not any(path.startswith("deep.pdf/pack.pdf/") for path in found)
    (failure,) = lines(out / "failures.jsonl")
    assert failure["source"]["path"] == f"{folder}/broken.pdf/half.pdf" and failure["code"] == "corrupt"
    assert b"broken.pdf/half.pdf" in run(program, "status", out).stdout


def test_other_commands_know_them_by_their_paths(program: Path, folder: Path) -> None:
    pack = folder / "pack.pdf"
    told = [json.loads(line) for line in run(program, "extract", pack).stdout.splitlines()]
    assert [(record["source"]["path"], record.get("attachedTo")) for record in told if record["type"] == "document"] == [
        (f"{pack}", None), (f"{pack}/plan.pdf", digest(PACK)), (f"{pack}/plan (2).pdf", digest(PACK))]
    one = run(program, "extract", pack / "plan.pdf")
    assert one.returncode == 0 and json.loads(one.stdout.splitlines()[0])["id"] == digest(PLAN)
    for wrong in ("nothing.pdf", "costs_2025.xlsx"):
        assert run(program, "extract", pack / wrong).returncode == 1
    svg = run(program, "inspect", pack / "plan.pdf", "--page", "1")
    assert svg.returncode == 0 and b"<svg" in svg.stdout, svg.stderr
    assert b"The works will cost" in run(program, "inspect", pack / "plan.pdf", "--segments").stdout
    assert b"4200000" in run(program, "rules", "explain", pack / "plan.pdf").stdout
    assert run(program, "inspect", pack / "costs_2025.xlsx", "--page", "1").returncode == 2
    worker = run(program, "worker", input=f"{pack}/plan.pdf\n{pack}\n".encode())
    answers = [json.loads(line) for line in worker.stdout.splitlines()]
    assert [answer["id"] for answer in answers if answer["type"] == "document"] == [digest(PLAN), digest(PACK)]


def test_their_pages_are_drawn(program: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(program, "run", folder, "--out", out).returncode == 1
    with serving(program, out) as server:
        assert server.get(f"/picture/{digest(PLAN).removeprefix('sha256:')}/1")[0] == 200
        path, held = (f"/paper/{digest(data).removeprefix('sha256:')}" for data in (PLAN, PACK))
        assert f'href="{held}"'.encode() in server.get(path)[2] and f'href="{path}"'.encode() in server.get(held)[2]
    # From the published files alone, as somebody hands them on.
    shutil.rmtree(out / ".scrutineer")
    with serving(program, out) as server:
        assert server.get(f"/picture/{digest(OTHER).removeprefix('sha256:')}/1")[0] == 200


def test_a_list_tells_of_what_is_attached_too(program: Path, folder: Path, tmp_path: Path) -> None:
    request = {"path": str(folder / "pack.pdf"), "url": "https://southmere.example/pack", "committee": "Harbour Board", "date": "2025-01-30"}
    assert run(program, "run", "-", "--out", tmp_path / "out", input=json.dumps(request).encode()).returncode == 1
    found = documents(tmp_path / "out")["pack.pdf/plan.pdf"]
    assert found["meeting"]["committee"] == "Harbour Board" and found["source"]["url"] == request["url"]
