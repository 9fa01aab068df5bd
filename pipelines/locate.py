"""From a curated row and field back to the typed cell: file, line, column."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from pipelines.problems import Problem
from pipelines.project import Project
from pipelines.validate import Checked

SUFFIXES = ("", "_earliest", "_latest", "_state_id", "_id")


class Locator:
    """Knows which typed row every curated row came from."""

    def __init__(self, project: Project, connection: duckdb.DuckDBPyConnection, typed: Mapping[str, Checked]) -> None:
        """Read the lines that the models carried along."""
        self.project = project
        self.typed = typed
        found = connection.execute("SELECT table_name, row_id, min(line) FROM raw.lines GROUP BY ALL").fetchall()
        self.lines = {(table, row): line for table, row, line in found}

    def problem(self, table: str, row_id: str | None, field: str, reason: str, line: int | None = None) -> Problem:
        """Return the problem at the typed row, or at the model where no typed row stands behind it."""
        line = line or self.lines.get((table, row_id))
        checked = self.typed.get(table)
        if checked is None or line is None:
            shown = checked.shown if checked else f"pipelines/models/{table}.sql"
            return Problem(shown, 0, 0, field, None, f"row {row_id!r} {reason}")
        header = checked.table.header
        names = [(field).removesuffix(suffix) for suffix in SUFFIXES if (field).endswith(suffix)]
        typed = next((name for name in names if name in header), None)
        if typed is None:
            return Problem(checked.shown, line, 0, field, None, f"row {row_id!r} {reason}")
        cells = next(cells for number, cells in checked.cells if number == line)
        place = header.index(typed)
        return Problem(checked.shown, line, place + 1, typed, cells[place] or None, reason)
