"""From a curated row and field back to the typed cell: file, line, column."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from pipelines.contract import Table
from pipelines.ddl import row_id
from pipelines.problems import Problem
from pipelines.project import Project
from pipelines.validate import Checked

EMPTY = "is empty, and a value is required"
SUFFIXES = ("", "_earliest", "_latest", "_state_id", "_id")


class Locator:
    """Knows which typed row every curated row came from: it asks a table's model again, once, where that is wanted."""

    def __init__(
        self,
        project: Project,
        connection: duckdb.DuckDBPyConnection,
        typed: Mapping[str, Checked],
        models: Mapping[str, str],
    ) -> None:
        """Keep what is needed to ask."""
        self.project = project
        self.connection = connection
        self.typed = typed
        self.models = models
        self.lines: dict[str, dict[str | None, int]] = {}

    def problem(self, table: Table, row: str | None, field: str, reason: str, line: int | None = None) -> Problem:
        """Return the problem at the typed row, or at the model where no typed row stands behind it."""
        checked = self.typed.get(table.name)
        line = line or (self._lines(table).get(row) if checked else None)
        if checked is None or line is None:
            shown = checked.shown if checked else f"pipelines/models/{table.name}.sql"
            return Problem(shown, 0, 0, field, None, f"row {row!r} {reason}")
        header = checked.table.header
        names = [field.removesuffix(suffix) for suffix in SUFFIXES if field.endswith(suffix)]
        typed = next((name for name in names if name in header), None)
        if typed is None:
            return Problem(checked.shown, line, 0, field, None, f"row {row!r} {reason}")
        cells = next(cells for number, cells in checked.cells if number == line)
        place = header.index(typed)
        if reason == EMPTY and cells[place]:
            reason = f"leads to no {field}: it is not found where pipelines/models/{table.name}.sql looks it up"
        return Problem(checked.shown, line, place + 1, typed, cells[place] or None, reason)

    def _lines(self, table: Table) -> dict[str | None, int]:
        if table.name not in self.lines:
            made = f"SELECT {row_id(table)} AS made_id, _line FROM ({self.models[table.name]}) AS made"
            found = self.connection.execute(
                f"SELECT made_id, min(_line) FROM ({made}) AS lines GROUP BY made_id"
            ).fetchall()
            self.lines[table.name] = dict(found)
        return self.lines[table.name]
