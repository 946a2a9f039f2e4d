"""The evidence page under test: papers that try to be more than text, the server, and a browser of its own."""
from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from conftest import ROOT, unavailable
from made_papers import pdf_file

SCRIPT = "<script>alert(1)</script>"
# A title, a figure's words and a file name that would be markup anywhere else than in text.
ODD_FILE = "It's \"quoted\" <b>.html"
ODD_PAPER = """<!DOCTYPE html><html><head><title>&lt;script&gt;alert(1)&lt;/script&gt;</title></head><body>
<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1><h2>Southmere Harbour Board, 4 March 2025</h2>
<p>The quay was mended at a cost of &pound;7.31m &lt;img src=x onerror=alert(2)&gt; in 2024/25, &quot;as agreed&quot;.</p></body></html>"""


def drawn_pdf(rotation: int = 0, crop: tuple[int, int, int, int] | None = None) -> bytes:
    """A page of text, turned or cropped: its figures stand elsewhere on the page than in the file."""
    lines = [f"The {place} of Southmere will cost \u00a3{amount}m in 2025/26." for place, amount in
             [("harbour wall", "4.62"), ("north bridge", "1.07"), ("town square", "3.9"), ("market hall", "12.45")]]
    content = b"BT /F1 11 Tf 14 TL 120 620 Td " + b" ".join(
        b"(" + line.encode("latin-1") + b") Tj T*" for line in lines) + b" ET"
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotation}"
    page += f" /CropBox [{' '.join(map(str, crop))}]" if crop else ""
    page += " /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page.encode(),
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    return pdf_file(objects)


def make_folder(program: Path, folder: Path) -> Path:
    """The records of Corpus and of these papers."""
    papers, records = folder / "papers", folder / "records"
    papers.mkdir()
    for paper in sorted([*ROOT.glob("Corpus/*/*.pdf"), *ROOT.glob("Corpus/*/*.html")]):
        shutil.copy(paper, papers)
    (papers / ODD_FILE).write_text(ODD_PAPER)
    (papers / "turned.pdf").write_bytes(drawn_pdf(rotation=90))
    (papers / "cropped.pdf").write_bytes(drawn_pdf(crop=(60, 400, 540, 700)))
    (papers / "turned-and-cropped.pdf").write_bytes(drawn_pdf(rotation=270, crop=(60, 400, 540, 700)))
    (papers / "broken.pdf").write_bytes(drawn_pdf()[:300])
    run = subprocess.run([program, "run", papers, "--out", records, "--quiet"], capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 1, run.stderr
    # A server makes an index where there is none, and answers before it is done where that takes long.
    subprocess.run([program, "index", records], capture_output=True, timeout=300, check=True)
    return records


class Server:
    """A server with the address that it printed."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process, self.address = process, address
        parts = urlsplit(address)
        self.port = int(parts.port or 0)
        self.token = parse_qs(parts.query)["token"][0]
        self.root = f"http://127.0.0.1:{self.port}"

    def request(self, method: str, path: str, body: str | bytes | None = None, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """One request; the cookie is sent unless another is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        sent = {"Cookie": f"scrutineer-{self.port}={self.token}"} | {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, {name: value for name, value in sent.items() if value})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        return self.request("GET", path, **headers)


@contextlib.contextmanager
def serving(program: Path, records: Path) -> Iterator[Server]:
    """A server of a folder for as long as the block runs."""
    command = [program, "serve", records, "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield Server(process, process.stdout.readline().strip())
            assert process.poll() is None, "the server ended by itself"
        finally:
            process.kill()


def open_browser(*, scripts: bool = True, size: tuple[int, int] = (1280, 900)):  # noqa: ANN201
    """Debian's chromium by its own driver."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        unavailable("chromium and chromium-driver are not installed")
    try:
        from selenium import webdriver
    except ImportError:
        unavailable("selenium is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--window-size={size[0]},{size[1]}",
                     "--disable-background-networking", "--disable-component-update", "--no-first-run", "--force-device-scale-factor=1"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    os.environ.setdefault("SE_AVOID_STATS", "true")
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    # Scripts wait for pictures, which are drawn when they are first asked for: on a busy machine that takes its time.
    browser.set_script_timeout(300)
    return browser
