"""What a reader asks on the command line: verdicts of claims, questions in SQL; as text, JSON, CSV, Markdown."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from pipelines import contract as contracts
from pipelines import verdicts
from pipelines.problems import EnvironmentProblem
from pipelines.project import Project

OVERVIEW = """
SELECT checked.claim_id AS claim, CAST(checked.as_of AS VARCHAR) AS as_of, checked.verdict,
    checked.holding || ' of ' || (checked.holding + checked.failing) AS "n of m", checked.counter, checked.reading
FROM claim_checks AS checked
WHERE len($wanted) = 0 OR list_contains($wanted, checked.claim_id)
ORDER BY checked.claim_id, checked.as_of
"""
STATEMENT = "SELECT claim_id, kind, made_on, paragraph, statement, part, note FROM claims WHERE claim_id = $claim"
CASES = """
SELECT CAST(as_of AS VARCHAR) AS as_of, role, case_id AS "case", expected, observed, holds
FROM claim_cases WHERE claim_id = $claim ORDER BY as_of, role, case_id
"""
ROWS = """
SELECT DISTINCT cited.case_id AS "case", cited.table_name || '|' || cited.row_id AS "row", citation.role,
    source.reliability AS grade, source.publisher, source.url
FROM claim_evidence AS cited
LEFT JOIN citations AS citation
    ON citation.table_name = CASE WHEN cited.table_name = 'votes' THEN 'resolutions' ELSE cited.table_name END
    AND citation.row_id =
        CASE WHEN cited.table_name = 'votes' THEN split_part(cited.row_id, '|', 1) ELSE cited.row_id END
LEFT JOIN sources AS source ON source.source_id = citation.source_id
WHERE cited.claim_id = $claim ORDER BY ALL
"""
WIDEST = 60


def claims(project: Project, wanted: list[str], day: str | None, form: str) -> None:
    """Print the verdicts of all claims or of the wanted ones; of these also their cases, rows and sources.

    Raises:
        EnvironmentProblem: an id or the day is wrong, or nothing is published.

    """
    if day:
        try:
            date.fromisoformat(day)
        except ValueError:
            raise EnvironmentProblem(f"--as-of {day!r} is not a day written YYYY-MM-DD") from None
    public = contracts.load(project.descriptor, project.relative(project.descriptor))
    with verdicts.opened(project, public, wanted, day) as connection:
        found = {"verdicts": connection.execute(OVERVIEW, {"wanted": wanted})}
        tables = {name: _table(result) for name, result in found.items()}
        for claim in wanted:
            for name, sql in (("statement", STATEMENT), ("cases", CASES), ("rows and sources", ROWS)):
                title = name if len(wanted) == 1 else f"{claim}: {name}"
                tables[title] = _table(connection.execute(sql, {"claim": claim}))
    if form == "json":
        said = {title: [dict(zip(names, row, strict=True)) for row in rows] for title, (names, rows) in tables.items()}
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=1, default=str) + "\n")
        return
    parts = [(f"{title}\n\n" if wanted else "") + _shown(*table, form) for title, table in tables.items()]
    sys.stdout.write("\n".join(parts))


def query(project: Project, sql: str | None, file: Path | None, form: str) -> None:
    """Print the answer of the published file to a question, read-only.

    Raises:
        EnvironmentProblem: nothing is published, or the question cannot be run.

    """
    if (sql is None) == (file is None):
        raise EnvironmentProblem("query takes a text in SQL or --file, and one of the two")
    if not project.database.is_file():
        raise EnvironmentProblem(f"{project.relative(project.database)} is not there yet: run make first")
    text = sql if sql is not None else _read(file or Path())
    with duckdb.connect(str(project.database), read_only=True) as connection:
        connection.execute("SET enable_external_access = false")
        try:
            if len(connection.extract_statements(text)) != 1:
                raise EnvironmentProblem("query takes one statement in SQL")
            names, rows = _table(connection.execute(text))
        except duckdb.Error as error:
            raise EnvironmentProblem(str(error).strip()) from None
    if form == "json":
        said = [dict(zip(names, row, strict=True)) for row in rows]
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=1, default=str) + "\n")
    else:
        sys.stdout.write(_shown(names, rows, form))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise EnvironmentProblem(f"{file.as_posix()} is not UTF-8") from None


def _table(result: duckdb.DuckDBPyConnection) -> tuple[list[str], list[tuple[Any, ...]]]:
    return [column[0] for column in result.description or []], result.fetchall()


def _shown(names: list[str], rows: list[tuple[Any, ...]], form: str) -> str:
    cells = [["" if value is None else str(value) for value in row] for row in rows]
    if form == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([names, *cells])
        return out.getvalue()
    if form == "md":
        lines = [names, ["---"] * len(names), *cells]
        return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
    last = len(names) - 1
    widths = [min(WIDEST, max([len(name), *(len(row[n]) for row in cells)])) for n, name in enumerate(names)]
    lines = [names, ["─" * width for width in widths], *cells]
    return "".join(
        "  ".join(_fit(cell, widths[n], n == last) for n, cell in enumerate(row)).rstrip() + "\n" for row in lines
    )


def _fit(cell: str, width: int, is_last: bool) -> str:
    plain = " ".join(cell.split())
    if is_last:
        return plain
    return plain[: width - 1] + "…" if len(plain) > width else plain.ljust(width)
