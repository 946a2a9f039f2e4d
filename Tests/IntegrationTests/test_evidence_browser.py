"""The evidence page in a real browser: the box lies on the figure, the address is the state, and it can be used by anybody."""
from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from conftest import unavailable
from evidence_page import Server, make_folder, open_browser, serving
from test_evidence_server import lines, path_of

# Points: a person sees no difference below it.
NEAR = 2.0


@pytest.fixture(scope="module", name="records")
def records_of_odd_papers(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(program, tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module", name="server")
def running_server(program: Path, records: Path) -> Iterator[Server]:
    with serving(program, records) as server:
        yield server


@pytest.fixture(scope="module", name="browser")
def running_browser(server: Server) -> Iterator[object]:
    browser = open_browser()
    browser.get(server.address)
    yield browser
    browser.quit()


def waited(browser, came: Callable[[], object]) -> None:  # noqa: ANN001
    """Ends when `came` holds: what a key or a click starts in a browser comes about later, on a busy machine much later."""
    from selenium.webdriver.support.wait import WebDriverWait
    WebDriverWait(browser, 120).until(lambda _: came())


def arrived(browser, part: str) -> None:  # noqa: ANN001
    """Ends when a page with `part` in its address is shown and its script has run."""
    waited(browser, lambda: part in browser.current_url and browser.execute_script("return document.readyState") == "complete")


def words_of(paper: str, page: int) -> list[tuple[str, float, float, float, float]]:
    """The words of a page with their boxes as poppler itself has them, points from the top left of the page as displayed."""
    if not shutil.which("pdftotext"):
        unavailable("poppler-utils is not installed")
    text = subprocess.check_output(["pdftotext", "-bbox", "-cropbox", "-f", str(page), "-l", str(page), paper, "-"], text=True)
    pattern = r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
    return [(found[4], *map(float, found[:4])) for found in re.findall(pattern, text)]


def boxes_shown(browser, server: Server, document: str, page: int) -> dict[str, list[list[float]]]:  # noqa: ANN001
    """The boxes that the page shows over its picture, by the figure that a click on them leads to, in points of the page."""
    browser.get(f"{server.root}/paper/{document.removeprefix('sha256:')}?page={page}")
    return browser.execute_async_script(
        """
        const done = arguments[0], picture = document.querySelector("#sheet img");
        const measure = () => {
          const frame = picture.getBoundingClientRect(), found = {};
          const scale = Number(picture.getAttribute("width")) / frame.width;
          for (const link of document.querySelectorAll("#sheet a")) {
            const box = link.querySelector("rect").getBoundingClientRect();
            (found[link.getAttribute("href")] ||= []).push([box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top].map(v => v * scale));
          }
          done(found);
        };
        if (picture.complete && picture.naturalWidth) measure(); else { picture.addEventListener("load", measure); picture.addEventListener("error", () => done({})); }
        """)


def is_on_words(box: list[float], text: str, words: list[tuple[str, float, float, float, float]]) -> bool:
    """Whether poppler's words within the box are those of the figure, and end where it ends."""
    left, top, right, bottom = box
    inside = [word for word in words if word[1] < right - 0.5 and word[3] > left + 0.5 and word[2] < bottom - 1 and word[4] > top + 1]
    if not inside:
        return False
    letters = "".join(word[0] for word in inside).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    if "".join(text.split()) not in letters and letters not in "".join(text.split()):
        return False
    extent = (min(word[1] for word in inside), min(word[2] for word in inside), max(word[3] for word in inside), max(word[4] for word in inside))
    # Poppler's words hold what is printed against the figure: brackets, commas.
    whole = letters == "".join(text.split())
    across = (abs(extent[0] - left) <= NEAR and abs(extent[2] - right) <= NEAR) if whole else (extent[0] <= left + NEAR and extent[2] >= right - NEAR)
    return across and abs((extent[1] + extent[3]) / 2 - (top + bottom) / 2) <= NEAR


def test_the_box_lies_on_the_printed_figure(browser, server: Server, records: Path) -> None:  # noqa: ANN001
    papers = {record["id"]: record["source"]["path"] for record in lines(records, "documents") if record["mediaType"] == "application/pdf"}
    wanted: dict[tuple[str, int], list[dict]] = {}
    for figure in lines(records, "figures"):
        if figure["document"] in papers and not figure.get("hidden") and len(figure.get("boxes", [])) == 1:
            wanted.setdefault((figure["document"], figure["page"]), []).append(figure)
    total, wrong = 0, []
    for (document, page), figures in wanted.items():
        shown = boxes_shown(browser, server, document, page)
        words = words_of(papers[document], page)
        for figure in figures:
            total += 1
            boxes = shown.get(path_of(figure["id"]), [])
            if len(boxes) != 1 or not is_on_words(boxes[0], figure["text"], words):
                wrong.append(f"{Path(papers[document]).name} page {page}: {figure['text']} {boxes}")
    assert total >= 250
    assert len(wrong) <= total / 100, "\n".join(wrong[:20])


@pytest.mark.parametrize("name", ["turned.pdf", "cropped.pdf", "turned-and-cropped.pdf"])
def test_ink_fills_the_box_on_turned_and_cropped_pages(browser, server: Server, records: Path, name: str, tmp_path: Path) -> None:  # noqa: ANN001
    pillow = pytest.importorskip("PIL.Image")
    paper = next(record for record in lines(records, "documents") if record["source"]["path"].endswith("/" + name))
    figures = [record for record in lines(records, "figures") if record["document"] == paper["id"]]
    assert len(figures) == 4
    for figure in figures:
        browser.get(server.root + path_of(figure["id"]))
        browser.execute_async_script(
            "const done = arguments[0], picture = document.querySelector('#sheet img'); picture.complete ? done() : picture.addEventListener('load', done)")
        # Without the marks, so that only print is seen.
        box = browser.execute_script(
            """
            const hit = document.querySelector("#sheet rect.hit"); hit.scrollIntoView({block: "center", inline: "center"});
            const box = hit.getBoundingClientRect(); for (const mark of document.querySelectorAll("rect")) mark.style.visibility = "hidden";
            return [box.left, box.top, box.right, box.bottom];
            """)
        shot = tmp_path / "shot.png"
        browser.save_screenshot(str(shot))
        picture = pillow.open(shot).convert("L").crop(tuple(round(edge) for edge in box))
        ink = picture.point(lambda value: 255 if value < 140 else 0).getbbox()
        assert ink, figure["text"]
        # The words fill the box from end to end, save its margin.
        assert (ink[2] - ink[0]) / picture.width > 0.75 or (ink[3] - ink[1]) / picture.height > 0.75


def test_the_address_is_the_state(browser, server: Server) -> None:  # noqa: ANN001
    browser.get(server.root + "/results?q=budget")
    first = browser.find_element("css selector", "main").text
    links = browser.find_elements("css selector", ".facet a")
    assert links
    wide = browser.current_url
    links[0].click()
    waited(browser, lambda: browser.current_url != wide)
    arrived(browser, "/results")
    narrowed = (browser.current_url, browser.find_element("css selector", "main").text)
    assert narrowed[1] != first
    browser.refresh()
    assert browser.find_element("css selector", "main").text == narrowed[1]
    browser.back()
    waited(browser, lambda: browser.current_url == wide)
    arrived(browser, "/results")
    assert browser.find_element("css selector", "main").text == first
    other = open_browser()
    try:
        other.get(server.address)
        other.get(narrowed[0])
        assert other.find_element("css selector", "main").text == narrowed[1]
        other.get(narrowed[0] + "&sort=amount")
        assert other.find_element("css selector", "[aria-current]")
    finally:
        other.quit()


def test_search_to_evidence_without_scripts(server: Server) -> None:
    browser = open_browser(scripts=False)
    try:
        browser.get(server.address)
        browser.find_element("id", "q").send_keys("overspend")
        browser.find_element("css selector", ".search button").click()
        waited(browser, lambda: "/results" in browser.current_url)
        waited(browser, lambda: browser.find_elements("css selector", ".hits .amount a"))
        browser.find_element("css selector", ".hits .amount a").click()
        waited(browser, lambda: "/figure/" in browser.current_url)
        waited(browser, lambda: browser.find_elements("css selector", ".quote mark"))
        assert browser.find_element("css selector", "rect.hit") and browser.find_element("css selector", ".quote mark").text
        browser.get(server.root + "/trace?claim=" + quote("a forecast overspend of £1.3m on housing"))
        assert "Supported" in browser.find_element("css selector", ".verdict").text
    finally:
        browser.quit()


def view_paths(records: Path) -> list[str]:
    figures = lines(records, "figures")
    prose = next(record for record in figures if record.get("boxes") and "table" not in record)
    cell = next(record for record in figures if "table" in record)
    html = next(record for record in figures if "path" in record)
    digest = cell["document"].removeprefix("sha256:")
    return ["/", "/results?q=budget", "/results?q=nothingofthekind", path_of(prose["id"]), path_of(cell["id"]), path_of(html["id"]),
            "/trace?claim=" + quote(prose["id"]), f"/paper/{digest}", f"/paper/{digest}?part=t1", "/papers", "/meeting?organisation=" + quote("Dunmere Borough Council"),
            "/failures", "/review", "/review?seed=3&size=5", "/help"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nobody_is_kept_out(browser, server: Server, records: Path, scheme: str, width: int) -> None:  # noqa: ANN001
    try:
        from axe_selenium_python import Axe
    except ImportError:
        unavailable("axe-selenium-python is not installed")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    faults = []
    try:
        for path in view_paths(records):
            browser.get(server.root + path)
            axe = Axe(browser)
            # The page's own policy lets no script in but its own; axe is put in by the driver.
            axe.inject()
            found = axe.run(options={"resultTypes": ["violations"]})
            for fault in found["violations"]:
                if fault["impact"] in ("serious", "critical"):
                    faults.append(f"{path}: {fault['id']}: {fault['help']}: {fault['nodes'][0]['html'][:200]}")
            overflow = browser.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if overflow > 1:
                faults.append(f"{path}: {overflow} pixels wider than the window")
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert not faults, "\n".join(faults)


def test_keys_alone_lead_from_search_to_review(browser, server: Server, records: Path) -> None:  # noqa: ANN001
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    def press(*keys: str) -> None:
        ActionChains(browser).send_keys(*keys).perform()

    browser.get(server.root + "/")
    press("/")
    waited(browser, lambda: browser.execute_script("return document.activeElement.id") == "q")
    press("overspend", Keys.ENTER)
    arrived(browser, "/results")
    for _ in range(80):
        press(Keys.TAB)
        if browser.execute_script("return document.activeElement.matches('.hits .amount a')"):
            break
    press(Keys.ENTER)
    arrived(browser, "/figure/")
    before = browser.current_url
    press("n")
    waited(browser, lambda: browser.current_url != before)
    arrived(browser, "/figure/")
    browser.get(server.root + "/review?seed=7&size=3&reviewer=Keys")
    for number in range(1, 4):
        press("r")
        arrived(browser, f"at={number}")
    assert "All 3 are done" in browser.find_element("css selector", "main").text
    marks = [json.loads(line) for line in (records / "review.jsonl").read_text().splitlines()]
    assert [mark["answer"] for mark in marks if mark["reviewer"] == "Keys"] == ["right"] * 3


def test_nothing_leaves_the_machine_and_nothing_fails(browser, server: Server, records: Path) -> None:  # noqa: ANN001
    browser.get_log("performance")
    browser.get_log("browser")
    for path in view_paths(records):
        browser.get(server.root + path)
    asked = []
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.append(message["params"]["request"]["url"])
    assert asked and all(address.startswith((server.root + "/", "data:")) for address in asked), [a for a in asked if not a.startswith(server.root)]
    assert [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE" and "favicon" not in entry["message"]] == []
