"""The Parquet tables of the job, one for each type of record: columns for what people filter by, and the record's JSON."""
from __future__ import annotations

from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql import functions as sql


@dataclass(frozen=True)
class Table:
    """What is taken from the JSON of a record (a schema as Spark writes it), and the columns that are made of it (SQL)."""

    taken: str
    columns: tuple[str, ...]

    def of(self, records: DataFrame) -> DataFrame:
        """The table of a frame with a column `record`, which stays as the last column. Keys that a record leaves out are null."""
        return (
            records.select(sql.from_json("record", self.taken).alias("taken"), "record")
            .select("taken.*", "record")
            .selectExpr(*self.columns, "record")
        )


def amount(key: str, name: str | None = None) -> str:
    """A decimal column: six places are enough for a rate in hundredths of a penny and leave 32 digits before the point.

    What doesn't fit is null here and exact in `record`; a plain cast would end the job.
    """
    return f"try_cast({key} AS DECIMAL(38, 6)) AS {name or key}"


def date(key: str, name: str | None = None) -> str:
    """A column of dates; null where the text is none."""
    return f"try_cast({key} AS DATE) AS {name or key}"


SOURCE = "source STRUCT<path: STRING, url: STRING, modified: STRING, retrieved: STRING>"

TABLES = {
    "document": Table(
        f"id STRING, {SOURCE}, mediaType STRING, bytes BIGINT, title STRING, language STRING, kind STRING, "
        "meeting STRUCT<organisation: STRING, committee: STRING, date: STRING, item: STRING>, pages INT, tagged BOOLEAN, status STRING, "
        "notices ARRAY<STRUCT<code: STRING, message: STRING, page: INT>>, rules STRING, version STRING",
        ("id", "source.path", "source.url", "mediaType", "bytes", "title", "language", "kind", "meeting.organisation",
         "meeting.committee", date("meeting.date", "meetingDate"), "meeting.item", "pages", "tagged", "status", "notices", "rules", "version"),
    ),
    "page": Table(
        "id STRING, document STRING, page INT, label STRING, ocr BOOLEAN, text STRING",
        ("id", "document", "page", "label", "ocr", "text"),
    ),
    "segment": Table(
        "id STRING, document STRING, parent STRING, kind STRING, number STRING, title STRING, level INT, asker STRING, "
        "addressee STRING, respondent STRING, answers STRING, outcome STRING, page INT, endPage INT, text STRING",
        ("id", "document", "parent", "kind", "number", "title", "level", "asker", "addressee", "respondent", "answers", "outcome",
         "page", "endPage", "text"),
    ),
    "table": Table(
        "id STRING, document STRING, segment STRING, caption STRING, method STRING, pages ARRAY<INT>, rows INT, columns INT",
        ("id", "document", "segment", "caption", "method", "pages", "rows", "columns"),
    ),
    "figure": Table(
        "id STRING, document STRING, segment STRING, page INT, kind STRING, text STRING, value STRING, low STRING, high STRING, "
        "unit STRING, interval STRUCT<min: STRING, max: STRING>, approximate BOOLEAN, bound STRING, per STRING, "
        "period STRUCT<start: STRING, end: STRING>, sense STRING, basis ARRAY<STRING>, comparison STRING, "
        "subject STRING, subjectFrom STRING, payee STRING, payer STRING, "
        "table STRUCT<id: STRING, row: INT, column: INT, rowLabels: ARRAY<STRING>, "
        "columnLabels: ARRAY<STRING>, rowHeading: STRING, columnHeading: STRING>, rule STRING, hidden STRING",
        ("id", "document", "segment", "page", "kind", "text", amount("value"), amount("low"), amount("high"), "unit",
         amount("interval.min", "intervalMin"), amount("interval.max", "intervalMax"), "approximate", "bound", "per",
         date("period.start", "periodStart"), date("period.end", "periodEnd"), "sense", "basis", "comparison", "subject",
         "subjectFrom", "payee", "payer", "table.id AS table",
         "table.row", "table.column", "table.rowLabels", "table.columnLabels", "table.rowHeading", "table.columnHeading", "rule", "hidden"),
    ),
    "failure": Table(
        f"{SOURCE}, document STRING, stage STRING, code STRING, message STRING, attempts INT, retryable BOOLEAN",
        ("source.path", "source.url", "document", "stage", "code", "message", "attempts", "retryable"),
    ),
}  # fmt: skip
