"""Keeps the README true: the table under each of its SQL queries is what the published file answers."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from pipelines.project import Project

QUERY = re.compile(r"(?P<query>```sql\n(?P<sql>[^`]*?)```\n\n)(?P<answer>(?:\|[^\n]*\n)+)")


def refreshed(text: str, database: Path) -> str:
    """Return the README with the answer of every query that has a table below it.

    Raises:
        duckdb.Error: a query cannot run.

    """
    with duckdb.connect(str(database), read_only=True) as connection:
        return QUERY.sub(lambda match: match["query"] + _answer(connection, match["sql"]), text)


def refresh(project: Project) -> None:
    """Bring the README's answers up to what is published, in one replacement of the file."""
    if not project.readme.is_file():
        return
    text = project.readme.read_text(encoding="utf-8")
    if (new := refreshed(text, project.database)) != text:
        staged = project.readme.with_suffix(".md.new")
        staged.write_text(new, encoding="utf-8")
        staged.replace(project.readme)


def _answer(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    result = connection.execute(sql)
    names = [column[0] for column in result.description or []]
    rows = [["" if value is None else str(value) for value in row] for row in result.fetchall()]
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
