#!/usr/bin/env python3
"""Reads council papers on a Spark cluster: `scrutineer worker` behind RDD.pipe, the records of a local run as JSON and Parquet.

Example: spark-submit read_papers.py /mnt/papers --out /mnt/records
"""
from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pyspark import RDD
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from tables import TABLES

# RDD.pipe gives a process no environment but this: not even a PATH.
ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}
# What the papers in a folder are named, as for `scrutineer run`.
PAPER_ENDINGS = {".pdf", ".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php", ".jsp"}
# Seconds after which a worker ends itself at a paper: no more than any limit of `scrutineer run`, so that what is slower gets its verdict.
PATIENCE_SECONDS, OCR_PATIENCE_SECONDS = 60, 600
RECORD_START = re.compile(r'\{"type":"(\w+)"')
# For the functions that run on other nodes, which have this file but not its neighbour.
TYPES = tuple(TABLES)


class Row(NamedTuple):
    """A record with the paper that it comes from, while the job is at work."""

    paper: str
    document: str | None
    type: str
    line: int
    record: str


ROWS = "paper STRING, document STRING, type STRING, line INT, record STRING"


def main() -> None:
    options = arguments()
    papers, passed_over = papers_in([*options.papers, *listed(options.list)])
    if not papers:
        sys.exit("no papers: name files or folders that hold some, or a list of them with --list")
    spark = SparkSession.builder.appName("scrutineer").getOrCreate()
    out = Folder(spark, options.out)
    if out.exists() and not options.overwrite:
        sys.exit(f"{options.out} is there already; --overwrite replaces the records in it")
    if out.exists() and not (out.exists("run.json") or out.exists("_work")):
        sys.exit(f"{options.out} holds no records of this job, and is not replaced")
    out.delete()

    rows, left = outcomes(spark, papers, options, out / "_work/papers")
    attached = attached_to(rows)
    if attached:
        more, left_too = outcomes(spark, attached, options, out / "_work/attached")
        rows, left = rows.union(more), left + left_too
    check_outcomes(heads(rows), papers + attached)
    check_makers(rows)

    once = without_repeated(rows, heads(rows))
    counts = {f"{name}s": write(once.where(sql.col("type") == name), name, out) for name in TYPES}
    out.delete("_work")
    summary = {"type": "run", "inputs": len(papers) + len(attached), "attached": len(attached), **counts, "takenUpAgain": len(left), "passedOver": passed_over}
    # Written last: where it stands, all the rest does.
    out.write("run.json", json.dumps(summary, indent=2) + "\n")
    print(json.dumps(summary))
    spark.stop()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="*", help="papers, and folders that hold some; every node must see them at the same path")
    parser.add_argument("--list", type=Path, help="a file that names papers and folders, one a line")
    parser.add_argument("--out", required=True, help="folder for the records, on storage that every node can write")
    parser.add_argument("--overwrite", action="store_true", help="replace what stands in that folder")
    parser.add_argument("--scrutineer", default="/opt/scrutineer/bin/scrutineer", help="where the program is on every node (%(default)s)")
    parser.add_argument("--rules", action="append", default=[], help="folder of rule files on every node; may be given again")
    parser.add_argument("--ocr", action="store_true", help="recognise scanned pages")
    parser.add_argument("--memory", type=int, default=1024, help="megabytes that a worker may hold (%(default)s)")
    parser.add_argument("--deadline", type=int, help="seconds that a paper may take (default: that of scrutineer run)")
    parser.add_argument("--papers-per-task", type=int, default=50, help="papers that one worker reads (%(default)s)")
    options = parser.parse_args()
    if min(options.memory, options.papers_per_task, *([] if options.deadline is None else [options.deadline])) < 1:
        parser.error("--memory, --deadline and --papers-per-task must be above 0")
    return options


def listed(path: Path | None) -> list[str]:
    """The lines of a list; only LF ends one, since a name may hold every other character."""
    text = path.read_bytes().decode("utf-8", "surrogateescape") if path else ""
    return [line.removesuffix("\r") for line in text.split("\n") if line.strip()]


def papers_in(inputs: Iterable[str]) -> tuple[list[str], dict[str, int]]:
    """Absolute paths of papers, each once, and how many files of the folders were passed over, by the ending of their names."""
    found: set[str] = set()
    passed_over: Counter[str] = Counter()
    for path in map(os.path.abspath, inputs):
        if not os.path.isdir(path):
            found.add(path)
            continue
        for folder, below, names in os.walk(path, onerror=stop):
            below[:] = [name for name in below if not name.startswith(".")]
            for file in (Path(folder, name) for name in names if not name.startswith(".")):
                if file.suffix.lower() in PAPER_ENDINGS:
                    found.add(str(file))
                else:
                    passed_over[file.suffix.lower()] += 1
    # A name that is no UTF-8 can't be sent; with replacement characters it becomes a failure that names it, as in a local run.
    readable = {os.fsencode(path).decode("utf-8", "replace") for path in found}
    return sorted(readable, key=str.encode), dict(passed_over)


def stop(error: OSError) -> None:
    sys.exit(f"a folder can't be listed: {error}")


def outcomes(spark: SparkSession, papers: list[str], options: argparse.Namespace, scratch: str) -> tuple[DataFrame, list[str]]:
    """The rows of papers, and those of them that a worker did not come to the end of and that were read again.

    What was read is put on disk before it is looked at: computed again after the loss of an executor it could be another set.
    """
    spark.createDataFrame(read(spark, papers, options), ROWS).write.parquet(f"{scratch}/read")
    rows = spark.read.schema(ROWS).parquet(f"{scratch}/read")
    left = sorted(set(papers) - {head.paper for head in heads(rows)})
    spark.createDataFrame(read_supervised(spark, left, options), ROWS).write.parquet(f"{scratch}/left")
    return rows.union(spark.read.schema(ROWS).parquet(f"{scratch}/left")), left


def attached_to(rows: DataFrame) -> list[str]:
    """The paths of the papers that are attached to those of these rows."""
    names = sql.from_json("record", "attached ARRAY<STRUCT<name: STRING>>").alias("told")
    told = rows.where("type = 'document' AND record LIKE '%\"attached\":%'").select("paper", names)
    return sorted((f"{row.paper}/{file.name}" for row in told.collect() for file in row.told.attached or []), key=str.encode)


def read(spark: SparkSession, papers: list[str], options: argparse.Namespace) -> RDD[Row]:
    """Has one worker a task read its papers.

    A paper can take its worker down, and RDD.pipe then either fails the whole task, again and again, or ends without a word. So its
    status is not asked (the default), and what the output lacks is known by its missing `done` lines.
    """
    command = shlex.join([options.scrutineer, "worker", f"--memory={options.memory}", *reading(options)])
    patience = OCR_PATIENCE_SECONDS if options.ocr else PATIENCE_SECONDS
    seconds = min(patience, options.deadline or patience)
    tasks = -(-len(papers) // options.papers_per_task)
    requests = spark.sparkContext.parallelize(papers, tasks).map(lambda paper: json.dumps({"path": paper, "seconds": seconds}))
    return requests.pipe(command, env=ENVIRONMENT).mapPartitions(finished_papers)


def reading(options: argparse.Namespace) -> list[str]:
    """The arguments that decide what is found in a paper, the same for `worker` and `run`."""
    return [*(f"--rules={folder}" for folder in options.rules), *(["--ocr"] if options.ocr else [])]


def finished_papers(lines: Iterable[str]) -> Iterator[Row]:
    """The records of the papers whose `done` line came. What a worker that went down or astray left of a paper is dropped."""
    records: list[str] = []
    try:
        for line in lines:
            if line.startswith('{"type":"done",'):
                yield from rows_of(json.loads(line)["path"], records)
                records = []
            else:
                records.append(line)
    except UnicodeDecodeError:
        # No record has such bytes. RDD.pipe can't go on behind them; the papers that are left are read again.
        return


def rows_of(paper: str, records: list[str]) -> list[Row]:
    """The records of one paper as rows; none where a line is no record, so that the paper counts as not read."""
    starts = [RECORD_START.match(record) for record in records]
    if not records or not all(start and start[1] in TYPES for start in starts):
        return []
    head = json.loads(records[0])
    document = head["id"] if head["type"] == "document" else head.get("document")
    return [Row(paper, document, start[1], line, record) for line, (start, record) in enumerate(zip(starts, records)) if start]


def read_supervised(spark: SparkSession, papers: list[str], options: argparse.Namespace) -> RDD[Row]:
    """Reads, one a task, the papers that a worker went down at or had not come to yet, by `scrutineer run`.

    It starts another worker where one goes down, tries twice, and writes the failure record that a local run writes.
    """
    command = [options.scrutineer, "run", f"--memory={options.memory}", *reading(options)]
    command += [f"--deadline={options.deadline}"] if options.deadline else []

    def supervised(paper: str) -> list[Row]:
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run([*command, "--out", folder, "--", paper], env=ENVIRONMENT, capture_output=True, check=False)
            # 1: the paper could not be read, which its record says.
            if run.returncode not in (0, 1):
                raise RuntimeError(f"{shlex.join(command)} ended with status {run.returncode}: {run.stderr.decode(errors='replace')}")
            lines = [line for name in TYPES for line in Path(folder, f"{name}s.jsonl").read_bytes().decode().split("\n") if line]
            return rows_of(paper, own_lines(paper, lines))

    return spark.sparkContext.parallelize(papers, max(1, len(papers))).flatMap(supervised)


def own_lines(paper: str, lines: list[str]) -> list[str]:
    """The records of a paper without those of papers that are attached to it, which are read apart."""
    records = [json.loads(line) for line in lines]
    if sum(record["type"] in ("document", "failure") for record in records) == 1:
        return lines
    own = {record["id"] for record in records if record["type"] == "document" and record["source"]["path"] == paper}
    return [
        line for line, record in zip(lines, records)
        if (record["source"]["path"] == paper if record["type"] == "failure" else record.get("document", record["id"]) in own)]  # fmt: skip


def heads(rows: DataFrame) -> list[Row]:
    """The document or failure of each paper, without its text."""
    columns = rows.where("type IN ('document', 'failure')").select("paper", "document", "type", "line", sql.lit("").alias("record"))
    return [Row(*row) for row in columns.collect()]


def check_outcomes(heads: list[Row], papers: list[str]) -> None:
    """Ends the job where a paper has not exactly one document or failure."""
    outcomes = Counter(head.paper for head in heads)
    wrong = [paper for paper in papers if outcomes.pop(paper, 0) != 1] + list(outcomes)
    if wrong:
        sys.exit(f"{len(wrong)} papers have not exactly one outcome, the first of them {wrong[0]}")


def check_makers(rows: DataFrame) -> None:
    """Ends the job where nodes have another version of the program or other rules."""
    maker = sql.from_json("record", "rules STRING, version STRING").alias("maker")
    makers = rows.where("type = 'document'").select(maker).distinct().collect()
    if len(makers) > 1:
        sys.exit(f"the nodes have different programs or rules: {', '.join(str(row.maker.asDict()) for row in makers)}")


def without_repeated(rows: DataFrame, heads: list[Row]) -> DataFrame:
    """The rows of a local run: of papers with the same bytes each has its document; what stands in them is kept once."""
    first: dict[str | None, str] = {}
    documents = sorted((head for head in heads if head.type == "document"), key=lambda head: head.paper.encode())
    for head in documents:
        first.setdefault(head.document, head.paper)
    repeated = [(head.paper,) for head in documents if first[head.document] != head.paper]
    if not repeated:
        return rows
    marked = rows.sparkSession.createDataFrame(repeated, "paper STRING")
    is_head = sql.col("type").isin("document", "failure")
    return rows.where(is_head).union(rows.where(~is_head).join(sql.broadcast(marked), "paper", "left_anti").select(*rows.columns))


def write(records: DataFrame, name: str, out: Folder) -> int:
    """Writes the records of a type as lines of JSON and as a table of Parquet; gives their number."""
    # Together what is looked for together: a reader of one document skips all other parts of the table.
    ordered = records.sortWithinPartitions("paper", "line").select("record")
    ordered.write.text(out / f"json/{name}s")
    TABLES[name].of(ordered).write.parquet(out / f"parquet/{name}s")
    return records.sparkSession.read.parquet(out / f"parquet/{name}s").count()


class Folder:
    """A folder on whatever file system its address names, reached as Spark reaches it."""

    def __init__(self, spark: SparkSession, address: str) -> None:
        gateway = spark.sparkContext._jvm
        assert gateway, "a session without a driver of its own (Spark Connect) has no RDD either"
        self.java = gateway.org.apache.hadoop.fs
        self.configuration = spark.sparkContext._jsc.hadoopConfiguration()
        self.address = address.rstrip("/")

    def __truediv__(self, name: str) -> str:
        return f"{self.address}/{name}"

    def exists(self, name: str = "") -> bool:
        path = self.java.Path(self / name)
        return path.getFileSystem(self.configuration).exists(path)

    def delete(self, name: str = "") -> None:
        path = self.java.Path(self / name)
        path.getFileSystem(self.configuration).delete(path, True)

    def write(self, name: str, text: str) -> None:
        path = self.java.Path(self / name)
        stream = path.getFileSystem(self.configuration).create(path)
        stream.write(bytearray(text.encode()))
        stream.close()


if __name__ == "__main__":
    main()
