"""Typed tables -> catalog `raw` of a DuckDB in memory, typed by the entry contract; `_line` is the file's line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from pipelines.ddl import duckdb_type, literal, quoted
from pipelines.validate import Checked


def open_workbench(threads: int = 1, folder: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Return a DuckDB in memory with an empty catalog `raw` beside it.

    Args:
        threads: how many it may use.
        folder: the one folder whose files its queries may touch; None = no limit.

    """
    connection = duckdb.connect(":memory:", config={"threads": threads})
    if folder:
        connection.execute(f"SET allowed_directories = [{literal(str(folder))}]")
    connection.execute("ATTACH ':memory:' AS raw")
    if folder:
        connection.execute("SET enable_external_access = false")
    return connection


def load(connection: duckdb.DuckDBPyConnection, checked: Checked) -> int:
    """Create `raw.<table>` from the good rows and return how many there are."""
    fields = checked.table.fields
    columns = ", ".join(f"unnest(?::VARCHAR[])::{duckdb_type(f)} AS {quoted(f.name)}" for f in fields)
    values = [[_text(value) for value in checked.columns[f.name]] for f in fields]
    select = f"SELECT {columns}, unnest(?::BIGINT[]) AS _line"
    connection.execute(f"CREATE TABLE raw.{quoted(checked.table.name)} AS {select}", [*values, checked.lines])
    return len(checked.lines)


def _text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else str(value)
