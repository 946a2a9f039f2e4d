"""Sets of records, compared line by line."""
from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

FILES = ("documents", "pages", "segments", "tables", "figures", "failures")


def lines_of(*files: Path) -> Counter[str]:
    """The lines of files with their number; only LF ends a line. A document with several sources counts as one for each."""
    lines = (line for file in files for line in file.read_bytes().decode().split("\n") if line)
    return Counter(part for line in lines for part in by_source(line))


def by_source(line: str) -> list[str]:
    """A line as it would be for each of its sources alone: other hosts have a document for each."""
    if '"sources":[' not in line:
        return [line]
    record = json.loads(line)
    sources = record.pop("sources", [record.get("source")])
    return [written(record | {"source": source}) for source in sources]


def written(record: dict) -> str:
    """A record as the program writes it, which escapes all that ends lines or steers a terminal."""
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[\x7f-\x9f\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", line)


class Records(dict[str, Counter[str]]):
    """How often each line of JSON stands in the files of each type."""

    @classmethod
    def in_folder(cls, folder: Path) -> Records:
        """What `scrutineer run` wrote."""
        return cls({name: lines_of(folder / f"{name}.jsonl") for name in FILES})

    @property
    def paths(self) -> Counter[str]:
        """The papers that came to an end, each with the number of its outcomes."""
        return Counter(json.loads(line)["source"]["path"] for name in ("documents", "failures") for line in self[name].elements())

    def require(self, found: Records) -> None:
        """Fails where `found` has lost a record of this set, has it twice, or has one of its own."""
        differences = [
            f"{name}: {title} {sum(lines.values())}, such as {next(iter(lines))[:300]}"
            for name in FILES
            for title, lines in [("lost", self[name] - found[name]), ("too many", found[name] - self[name])]
            if lines
        ]
        assert not differences, "\n".join(differences)


def merged(parts: Iterable[Records]) -> Records:
    """All records of several sets, each as often as it occurs in them together."""
    whole = Records({name: Counter() for name in FILES})
    for part in parts:
        for name in FILES:
            whole[name] += part[name]
    return whole
