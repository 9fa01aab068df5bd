"""Keeps the README true: the table under each of its SQL queries is what the published file answers."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

QUERY = re.compile(r"(?P<query>```sql\n(?P<sql>[^`]*?)```\n\n)(?P<answer>(?:\|[^\n]*\n)+)")


def refreshed(text: str, database: Path) -> str:
    """Return the README with the answer of every query that has a table below it.

    Raises:
        duckdb.Error: a query cannot run.

    """
    with duckdb.connect(str(database), read_only=True) as connection:
        return QUERY.sub(lambda match: match["query"] + _answer(connection, match["sql"]), text)


def _answer(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    result = connection.execute(sql)
    names = [column[0] for column in result.description or []]
    rows = [["" if value is None else str(value) for value in row] for row in result.fetchall()]
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
