"""The server of the evidence page: who is let in, what papers can't do, and what doesn't stop it."""
from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from evidence_page import ODD_FILE, SCRIPT, Server, make_folder, serving


@pytest.fixture(scope="module", name="records")
def records_of_odd_papers(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(program, tmp_path_factory.mktemp("evidence"))


@pytest.fixture(scope="module", name="server")
def running_server(program: Path, records: Path) -> Iterator[Server]:
    with serving(program, records) as server:
        yield server


def lines(records: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (records / f"{name}.jsonl").read_text().splitlines()]


def path_of(figure: str) -> str:
    document, mark = figure.removeprefix("sha256:").split("#")
    return f"/figure/{document}/{mark}"


def test_only_who_has_the_token_comes_in(server: Server) -> None:
    assert server.get("/", Cookie="")[0] == 403
    assert server.get("/", Cookie=f"scrutineer-{server.port}={'0' * len(server.token)}")[0] == 403
    assert server.get("/")[0] == 200
    status, headers, _ = server.get(f"/results?q=quay&token={server.token}", Cookie="")
    assert status == 303 and headers["Location"] == "/results?q=quay"
    assert "HttpOnly" in headers["Set-Cookie"] and "SameSite" in headers["Set-Cookie"]


def test_a_name_that_points_here_is_not_let_in(server: Server) -> None:
    for host in ("southmere.example", f"southmere.example:{server.port}", "127.0.0.1:1", ""):
        assert server.get("/", Host=host or "x")[0] == 403
    assert server.get("/", Host=f"localhost:{server.port}")[0] == 200


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        pytest.skip("this machine has no other address")
    with socket.socket() as other:
        other.settimeout(2)
        assert other.connect_ex((own, server.port)) != 0


def test_marks_come_from_its_own_pages_alone(server: Server, records: Path) -> None:
    figure = lines(records, "figures")[0]
    form = {"token": server.token, "id": figure["id"], "answer": "right", "reviewer": "A. Reader", "next": "https://southmere.example/"}
    kind = {"Content_Type": "application/x-www-form-urlencoded"}
    own = {"Origin": server.root}
    assert server.request("POST", "/review", urlencode(form), **kind)[0] == 403
    assert server.request("POST", "/review", urlencode(form), **kind, Origin="https://southmere.example")[0] == 403
    assert server.request("POST", "/review", urlencode(form | {"token": "x"}), **kind, **own)[0] == 403
    assert server.request("POST", "/review", urlencode(form), Content_Type="text/plain", **own)[0] == 403
    assert server.request("PUT", "/review", "", **own)[0] == 405
    assert not (records / "review.jsonl").exists()
    status, headers, _ = server.request("POST", "/review", urlencode(form), **kind, **own)
    assert status == 303 and headers["Location"].startswith("/")
    (mark,) = [json.loads(line) for line in (records / "review.jsonl").read_text().splitlines()]
    assert (mark["id"], mark["answer"], mark["reviewer"]) == (figure["id"], "right", "A. Reader")
    assert (mark["doc"], mark["page"], mark["text"], mark["kind"]) == (
        next(d for d in lines(records, "documents") if d["id"] == figure["document"])["source"]["path"], figure["page"], figure["text"], figure["kind"])
    assert b"95% interval" in server.get("/review")[2]


def test_nothing_may_be_loaded_from_elsewhere(server: Server) -> None:
    _, headers, _ = server.get("/")
    assert headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "same-origin"


def test_what_papers_say_is_text(server: Server, records: Path) -> None:
    paper = next(record for record in lines(records, "documents") if record["source"]["path"].endswith(ODD_FILE))
    assert paper["title"] == SCRIPT
    figure = next(record for record in lines(records, "figures") if record["document"] == paper["id"])
    digest = paper["id"].removeprefix("sha256:")
    for path in ("/", f"/paper/{digest}", path_of(figure["id"]), "/results?q=quay", "/papers", f"/results?q={quote(SCRIPT)}",
                 f"/trace?claim={quote('the quay cost £7.31m ' + SCRIPT)}", f"/review?ids={quote(figure['id'])}", f"/meeting?organisation={quote(SCRIPT)}"):
        status, _, body = server.get(path)
        page = body.decode()
        assert status == 200, path
        assert not re.search(r"<script(?! src=\"/script\.js)", page) and "<img src=x" not in page and "<b>" not in page, path


def test_every_view_is_there_as_csv_and_json(server: Server, records: Path) -> None:
    figure = next(record for record in lines(records, "figures") if record.get("boxes"))
    for path in ("/start", "/results", path_of(figure["id"]), "/trace", "/papers", "/failures", "/review", "/meeting",
                 "/paper/" + figure["document"].removeprefix("sha256:")):
        query = "?q=overspend&claim=overspend" if path in ("/results", "/trace") else ""
        rows = list(csv.DictReader(io.StringIO(server.get(path + ".csv" + query)[2].decode())))
        view = json.loads(server.get(path + ".json" + query)[2])
        assert len(rows) == len(view["rows"]), path
    assert json.loads(server.get(path_of(figure["id"]) + ".json")[2])["rows"][0]["id"] == figure["id"]


def test_the_start_says_what_was_not_read(server: Server) -> None:
    assert b"1 paper could not be read" in server.get("/")[2]
    assert b"broken.pdf" in server.get("/failures")[2]


def test_pictures_of_pages_are_kept(server: Server, records: Path) -> None:
    paper = next(record for record in lines(records, "documents") if record["source"]["path"].endswith("turned.pdf"))
    digest = paper["id"].removeprefix("sha256:")
    status, headers, picture = server.get(f"/picture/{digest}/1")
    assert status == 200 and headers["Content-Type"] in ("image/svg+xml", "image/png") and picture
    assert (records / ".scrutineer/pictures" / digest).is_dir()
    assert server.get(f"/picture/{digest}/1")[2] == picture
    for wrong in (f"/picture/{digest}/2", f"/picture/{'0' * 64}/1", "/picture/../../etc/passwd", f"/picture/{digest}/x", "/picture"):
        assert server.get(wrong)[0] == 404


def test_a_paper_that_was_changed_is_not_shown_as_what_was_read(program: Path, tmp_path: Path) -> None:
    records = make_folder(program, tmp_path)
    paper = next(record for record in lines(records, "documents") if record["source"]["path"].endswith("cropped.pdf"))
    with open(paper["source"]["path"], "ab") as file:
        file.write(b"\n% changed\n")
    with serving(program, records) as server:
        status, _, words = server.get(f"/picture/{paper['id'].removeprefix('sha256:')}/1")
    assert status == 404 and b"changed" in words


@pytest.mark.parametrize("path", ["/nowhere", "/figure/x/y", "/paper/" + "0" * 64, "/%00", "/" + "a/" * 3000, "/results?from=999999999", "/trace", "/meeting",
                                  "/results?min=x&max=nan&since=never", "/review?seed=x", "/results?q=" + "%22" * 500, "/trace?claim=" + "a" * 9000])
def test_odd_requests_get_an_answer(server: Server, path: str) -> None:
    assert server.get(path)[0] in (200, 404, 414)


def test_many_slow_and_large_requests_do_not_stop_it(server: Server) -> None:
    async def one() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        request = f"GET /help HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: scrutineer-{server.port}={server.token}\r\nConnection: close\r\n\r\n"
        writer.write(request.encode())
        answer = await reader.read(64)
        writer.close()
        return answer

    async def all_at_once() -> list[bytes]:
        return await asyncio.gather(*(one() for _ in range(1_000)))

    slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(100)]
    for client in slow:
        client.sendall(b"GET / HT")
    answers = asyncio.run(all_at_once())
    assert all(answer.startswith(b"HTTP/1.1 200") for answer in answers)
    with socket.create_connection(("127.0.0.1", server.port)) as large:
        large.sendall(f"POST /review HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Length: 100000000\r\n\r\n".encode())
        try:
            for _ in range(100):
                large.sendall(b"x" * 1_000_000)
        except OSError:
            pass
    assert server.get("/")[0] == 200
    for client in slow:
        client.close()


def test_one_file_holds_the_evidence(program: Path, records: Path, tmp_path: Path) -> None:
    figures = [record for record in lines(records, "figures") if record.get("boxes")][:3]
    out = tmp_path / "evidence.html"
    command = [program, "evidence", records, *(figure["id"] for figure in figures), "--out", out, "--title", SCRIPT]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    page = out.read_text()
    assert page.count("data:image/png;base64,") == len(figures)
    assert SCRIPT not in page and not re.search(r"(?:src|href)=\"(?!data:image/png|https?://)", page)
    for figure in figures:
        assert figure["document"] in page
    refused = subprocess.run([program, "evidence", records, "sha256:0#f1", "--out", out], capture_output=True, text=True, timeout=300, check=False)
    assert refused.returncode == 2 and "no figure" in refused.stderr
