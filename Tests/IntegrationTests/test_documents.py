"""What the documents say is so: they are up to date, their examples run, and the classes that are made from the schema read the records."""
from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT

DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "Rules/README.md")] + sorted(ROOT.glob("docs/*.md"))
GENERATED = {"records.md", "records.csv", "commands.md"}
# Commands whose examples can't be run here, with the reason.
NOT_RUN = {
    "scrutineer fetch": "asks other machines",
    "scrutineer serve": "goes on until it is stopped",
    "evidence records --claim": "needs a paper that states the claim",
}
# Names of commands, not whole examples.
NAMES = {"scrutineer rules explain", "scrutineer rules score"}


# What is generated.


def test_the_code_book_and_the_list_of_commands_are_up_to_date(program: Path, tmp_path: Path) -> None:
    subprocess.run([ROOT / "docs/generate", program, tmp_path], check=True)
    stale = [name for name in sorted(GENERATED) if (ROOT / "docs" / name).read_bytes() != (tmp_path / name).read_bytes()]
    assert not stale, f"run docs/generate {program}: {stale} are not what the program says"


def help_of(command: dict, path: tuple[str, ...] = ()) -> list[tuple[str, dict]]:
    path = (*path, command["commandName"])
    return [(" ".join(path), command)] + [
        found for below in command.get("subcommands", []) if below["commandName"] != "help" for found in help_of(below, path)
    ]


@pytest.fixture(name="commands", scope="session")
def all_commands(program: Path) -> list[tuple[str, dict]]:
    dump = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True)
    return help_of(json.loads(dump.stdout)["command"])


def test_every_command_has_an_example_and_every_option_says_what_it_does(commands: list[tuple[str, dict]]) -> None:
    faults = [f"{name}: no abstract" for name, command in commands if not command.get("abstract")]
    faults += [f"{name}: no example" for name, command in commands if "xample: " not in command.get("discussion", "")]
    faults += [
        f"{name}: {argument.get('preferredName') or argument.get('valueName')} says nothing"
        for name, command in commands
        for argument in command.get("arguments", [])
        if argument.get("shouldDisplay", True) and not argument.get("abstract")
    ]
    assert not faults


# Examples.


def examples_in(text: str) -> list[str]:
    """Commands of blocks, and those of running text that are whole: with words behind the command, none of them a placeholder."""
    blocks = re.findall(r"^```(?:sh|text)?\n(.*?)^```", text, re.M | re.S)
    lines = [line.strip() for block in blocks for line in block.split("\n")] + re.findall(r"^ {4}(\S.*)$", text, re.M)
    found = [line for line in lines if re.match(r"(?:\S.* \| *)?(?:\.build/(?:release|debug)/)?scrutineer \S", line)]
    prose = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    for span in re.findall(r"`(scrutineer [^`]+)`", prose):
        words = span.split()
        if len(words) > 2 and not any(word.isupper() for word in words) and "…" not in span:
            found.append(span)
    return found


def runnable() -> list[tuple[str, str]]:
    return [
        (path.name, line)
        for path in DOCUMENTS
        if path.name not in GENERATED
        for line in dict.fromkeys(examples_in(path.read_text(encoding="utf8")))
        if line not in NAMES and not any(part in line for part in NOT_RUN)
    ]


@pytest.fixture(name="desk", scope="session")
def folder_of_examples(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the examples name: papers, the records of a run, rules, answers."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "papers/sub").mkdir(parents=True)
    for name, paper in [("minutes.pdf", "minutes/minutes.pdf"), ("budget.pdf", "budget-appendix/budget-appendix.pdf")]:
        for folder in (desk, desk / "papers", desk / "papers/sub"):
            shutil.copy(ROOT / "Corpus" / paper, folder / name)
    shutil.copy(desk / "budget.pdf", desk / "paper.pdf")
    for name in ("agenda.html", "page.html", "papers/page.html"):
        shutil.copy(ROOT / "Corpus/council-page/council-page.html", desk / name)
    for name in ("Corpus", "Rules"):
        (desk / name).symlink_to(ROOT / name)
    answers = {"kind": "money", "value": "1", "approx": False, "bound": None, "per": None, "period": None}
    (desk / "claims.jsonl").write_text(json.dumps({"id": "one", "claim": "The refit cost £8.1m"}) + "\n")
    (desk / "answers.jsonl").write_text(json.dumps({"doc": "minutes.pdf", "page": 1, "text": "£1", **answers}) + "\n")
    for name in (".build/release", ".build/debug", "bin"):
        (desk / name).mkdir(parents=True)
        (desk / name / "scrutineer").symlink_to(program)
    write_rules_of_document(desk)
    (desk / "first").mkdir()
    shutil.copy(desk / "budget.pdf", desk / "first")
    run = subprocess.run([program, "run", "papers", "--out", "records"], cwd=desk, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return desk


def at_desk(desk: Path, command: str | list[str]) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PATH": f"{desk}/bin:{os.environ['PATH']}", "SCRUTINEER_RULES": str(ROOT / "Rules")}
    shell = ["bash", "-o", "pipefail", "-c", with_id(desk, command)] if isinstance(command, str) else command
    return subprocess.run(
        shell, cwd=desk, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300, check=False
    )


def with_id(desk: Path, command: str) -> str:
    """The command with the id of a figure that is there in place of one that is cut, or of the word ID."""
    figure = json.loads((desk / "records/figures.jsonl").read_text().split("\n")[0])["id"]
    return re.sub(r"'?sha256:[0-9a-f]*…#f\d+'?|\bID\b", f"'{figure}'", command)


@pytest.mark.parametrize(("document", "line"), runnable(), ids=lambda value: value[:60])
def test_an_example_of_a_document_runs(document: str, line: str, desk: Path) -> None:
    ran = at_desk(desk, line)
    assert ran.returncode == 0, f"{document}: {line}\n{ran.stderr[-2000:]}"


def test_the_examples_of_the_commands_run(commands: list[tuple[str, dict]], desk: Path) -> None:
    faults = []
    for name, command in commands:
        for line in re.findall(r"^(?:Example|Or): (.+)$", command.get("discussion", ""), re.M):
            if any(part in line for part in NOT_RUN):
                continue
            ran = at_desk(desk, line)
            if ran.returncode != 0:
                faults.append(f"{name}: {line}\n{ran.stderr[-1000:]}")
    assert not faults, "\n".join(faults)


def test_the_targets_of_make_that_documents_name_are_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    named = {target for path in DOCUMENTS for target in re.findall(r"(?:^ {4}|`)make ([a-z-]+)", path.read_text(encoding="utf8"), re.M)}
    assert named <= targets, f"no target of the Makefile: {named - targets}"


def test_the_container_has_what_make_installs() -> None:
    lists = re.findall(r"^(?:libraries|for_(?:recognition|tests|spark|browser)) := (.*)$", (ROOT / "Makefile").read_text(), re.M)
    assert len(lists) == 5
    assert set(" ".join(lists).split()) <= set((ROOT / ".devcontainer/Dockerfile").read_text().split())


def anchors(path: Path) -> set[str]:
    """The headings of a page as links name them."""
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


def test_links_lead_somewhere() -> None:
    faults = []
    for path in DOCUMENTS + sorted(ROOT.glob("docs/decisions/*.md")) + [ROOT / "SECURITY.md", ROOT / "CHANGELOG.md"]:
        for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)", path.read_text(encoding="utf8")):
            if not re.match(r"[a-z]+:", link) and not (path.parent / link).exists():
                faults.append(f"{path.relative_to(ROOT)}: {link}")
        for link, anchor in re.findall(r"\]\(([^):#\s]*)#([^)\s]+)\)", path.read_text(encoding="utf8")):
            target = path.parent / link if link else path
            if target.suffix == ".md" and anchor not in anchors(target):
                faults.append(f"{path.relative_to(ROOT)}: {link}#{anchor}")
    assert not faults


def test_the_record_of_the_readme_is_what_is_written(program: Path) -> None:
    blocks = re.findall(r"^```json\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf8"), re.M | re.S)
    wanted = json.loads(next(part for part in blocks if part.startswith('{"type":"figure"')))
    paper = ROOT / "Corpus/cabinet-report/cabinet-report.pdf"
    ran = subprocess.run([program, "extract", paper], capture_output=True, text=True, check=True)
    figures = [record for line in ran.stdout.strip().split("\n") if (record := json.loads(line))["type"] == "figure"]
    found = next(figure for figure in figures if figure["text"] == wanted["text"])
    # Ids are shortened: what stands before and behind the mark must be there.
    for key, value in wanted.items():
        if isinstance(value, str) and "…" in value:
            start, end = value.split("…")
            assert found[key].startswith(start) and found[key].endswith(end), key
            found[key] = value
    assert found == wanted


# The hosts of worker.md.


def block(document: str, language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", (ROOT / "docs" / document).read_text(encoding="utf8"), re.M | re.S)
    return found


def test_the_host_in_python_reads_papers(desk: Path) -> None:
    assert len(block("worker.md", "python").strip().split("\n")) <= 10
    (desk / "host.py").write_text(block("worker.md", "python"), encoding="utf8")
    ran = at_desk(desk, [sys.executable, "host.py", "minutes.pdf", "nowhere.pdf", "budget.pdf"])
    assert ran.returncode == 0, ran.stderr
    figures = [line.split("\t") for line in ran.stdout.strip().split("\n")]
    assert {figure[0] for figure in figures} == {"minutes.pdf", "budget.pdf"} and all(len(figure) == 4 for figure in figures)


def test_the_host_in_shell_reads_papers(desk: Path) -> None:
    (desk / "host.sh").write_text(block("worker.md", "sh"), encoding="utf8")
    ran = at_desk(desk, ["sh", "host.sh", "minutes.pdf", "nowhere.pdf", "budget.pdf"])
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "3 papers, 1 of them failed\n"


# What rules.md adds.


def write_rules_of_document(desk: Path) -> None:
    """The files of "Add something", and the layout that it points to."""
    text = (ROOT / "docs/rules.md").read_text(encoding="utf8")
    (desk / "my-rules").mkdir()
    found = re.findall(r"in `(my-rules/[\w-]+\.yaml)`\n```yaml\n(.*?)^```", text, re.M | re.S)
    assert len(found) == 5
    layout = next(part for part in re.findall(r"^```yaml\n(.*?)^```", text, re.M | re.S) if "southmere.meeting" in part)
    for name, content in [*found, ("my-rules/southmere.yaml", layout)]:
        (desk / name).write_text(content, encoding="utf8")


def test_what_the_page_on_rules_adds_is_read(desk: Path) -> None:
    ran = at_desk(desk, "scrutineer rules test --rules Rules --rules my-rules")
    assert ran.returncode == 0, ran.stderr[-3000:]
    ran = at_desk(desk, "scrutineer rules explain --rules Rules --rules my-rules --text 'a cost of £20 kay'")
    assert "money 20000 GBP" in ran.stdout, ran.stdout
    ran = at_desk(desk, "echo 'The parish stumped up £500.' | scrutineer figures --rules Rules --rules my-rules")
    assert json.loads(ran.stdout)["figures"][0]["payer"] == "parish", ran.stdout
    ran = at_desk(desk, "scrutineer rules explain --rules Rules --rules my-rules --text 'The Panel endorsed the strategy.'")
    assert "own.resolution.endorsed" in ran.stdout, ran.stdout
    ran = at_desk(desk, "scrutineer rules explain --rules Rules --rules my-rules --text 'a dowry of £50,000'")
    assert re.search(r"sense\tcontribution\tby own\.sense\.dowry", ran.stdout), ran.stdout
    ran = at_desk(desk, "scrutineer rules explain --rules Rules --rules my-rules --text '2 millions de livres et 12 postes'")
    assert "money 2000000 GBP" in ran.stdout and "headcount 12 posts" in ran.stdout, ran.stdout
    (desk / "southmere.html").write_text(
        """<!doctype html><html><body><div id="meeting-page"><h1>Harbour Board</h1>
        <section class="item"><h3><span class="no">1</span> Apologies</h3><p>None.</p></section>
        <section class="item"><h3><span class="no">2</span> Dredging</h3><p>It will cost £20,000.</p></section>
        <div class="share">Tell your friends</div></div></body></html>"""
    )
    ran = at_desk(desk, "scrutineer rules explain --rules Rules --rules my-rules southmere.html")
    assert "southmere.meeting" in ran.stdout, ran.stdout
    ran = at_desk(desk, "scrutineer extract --rules Rules --rules my-rules southmere.html")
    records = [json.loads(line) for line in ran.stdout.strip().split("\n")]
    assert [record["title"] for record in records if record["type"] == "segment"] == ["Apologies", "Dredging"]
    assert records[0]["committee"] == "Harbour Board"


# The schema.


@pytest.fixture(name="schema", scope="session")
def printed_schema(program: Path) -> dict:
    return json.loads(subprocess.run([program, "schema"], check=True, capture_output=True, text=True).stdout)


def test_the_summary_of_a_run_and_the_lines_that_end_papers_conform(schema: dict, desk: Path) -> None:
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    validator.validate(json.loads((desk / "records/run.json").read_text()))
    ran = at_desk(desk, "printf 'minutes.pdf\\nnowhere.pdf\\n' | scrutineer worker")
    lines = [json.loads(line) for line in ran.stdout.strip().split("\n")]
    assert [line["path"] for line in lines if line["type"] == "done"] == ["minutes.pdf", "nowhere.pdf"]
    for line in lines:
        validator.validate(line)


def test_classes_are_made_from_the_schema_and_read_the_records(schema: dict, desk: Path, tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text(json.dumps(schema))
    classes = tmp_path / "records.py"
    made = subprocess.run(
        [
            *(sys.executable, "-m", "datamodel_code_generator", "--input", tmp_path / "schema.json", "--input-file-type", "jsonschema"),
            *("--output", classes, "--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    names = {node.name for node in ast.parse(classes.read_text()).body if isinstance(node, ast.ClassDef)}
    wanted = {"Document", "Page", "Segment", "Table", "Figure", "Failure", "Run", "Done", "FigureSense", "NoticeCode", "SegmentOutcome"}
    assert wanted <= names, names
    assert not {name for name in names if re.search(r"\d$", name)}, "a name with a number says nothing"
    reader = f"""
import json, sys
sys.path.insert(0, {str(tmp_path)!r})
from records import Record
for name in ("documents", "pages", "segments", "tables", "figures"):
    for line in open(f"records/{{name}}.jsonl", encoding="utf8", newline="\\n"):
        record = Record.model_validate_json(line).root
        assert type(record).__name__.lower() + "s" == name, type(record)
"""
    ran = at_desk(desk, [sys.executable, "-c", reader])
    assert ran.returncode == 0, ran.stderr[-3000:]
