"""The exported SQLite file in the tools that people open it with: Datasette and sqlite-utils."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import run_locally, unavailable


@pytest.fixture(scope="module")
def database(program: Path, papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The figures of the papers as one file."""
    folder = tmp_path_factory.mktemp("sqlite")
    run_locally(program, papers, folder / "records")
    done = subprocess.run(
        [program, "export", folder / "records", "--format", "sqlite", "--out", folder / "figures.db"], capture_output=True, text=True,
        timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "figures.db"


def tool(module: str, *arguments: object) -> str:
    try:
        __import__(module.replace("-", "_"))
    except ImportError:
        unavailable(f"{module} can't be had")
    done = subprocess.run(
        [sys.executable, "-m", module.replace("-", "_"), *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_datasette_gives_figures_with_facets_and_links(database: Path) -> None:
    page = tool(
        "datasette", database, "--metadata", database.parent / "metadata.yaml", "--get",
        "/figures/figure_details.json?_shape=objects&_facet=unit&_facet=sense&_size=5&unit=GBP")
    answer = json.loads(page)
    assert len(answer["rows"]) == 5
    assert all(row["link"].endswith(f"#page={row['page']}") for row in answer["rows"])
    assert {"unit", "sense"} <= set(answer["facet_results"])
    html = tool("datasette", database, "--metadata", database.parent / "metadata.yaml", "--get", "/figures/figure_details")
    assert "facet" in html
    home = tool("datasette", database, "--metadata", database.parent / "metadata.yaml", "--get", "/")
    assert "Figures of council papers" in home


def test_datasette_searches_the_passages(database: Path) -> None:
    page = tool(
        "datasette", database, "--metadata", database.parent / "metadata.yaml", "--get",
        "/figures/passages.json?_shape=objects&_search=budgets&_size=3")
    assert json.loads(page)["rows"], "no passage has the word in any of its forms"


def test_sqlite_utils_reads_tables_and_views(database: Path) -> None:
    tables = {table["table"]: table["count"] for table in json.loads(tool("sqlite-utils", "tables", database, "--counts"))}
    assert tables["figures"] > 100 and tables["papers"] > 10 and tables["segments"] > 10 and tables["cells"] > 10
    rows = json.loads(tool("sqlite-utils", "query", database, "select id, text, value, paper, link from figure_details limit 3"))
    assert len(rows) == 3 and all(row["id"].startswith("sha256:") for row in rows)
    views = {view["view"] for view in json.loads(tool("sqlite-utils", "views", database))}
    assert {"figure_details", "decision_details", "unread_numbers"} <= views
