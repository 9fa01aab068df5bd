"""The child: reads a `Task` from standard input, draws each figure, says its name or why it failed."""

from __future__ import annotations

import gc
import json
import os
import sys
from importlib import import_module
from pathlib import Path

import duckdb

from pipelines.figures import Task
from pipelines.figures.style import Release, save


def draw(connection: duckdb.DuckDBPyConnection, name: str, query: str, folder: Path) -> None:
    """Write `<name>.svg` from the rows of the query, and the query beside it."""
    release = Release(name, *(connection.execute("SELECT version, data_through FROM release").fetchone() or ("", "")))
    result = connection.execute(query)
    columns = [column[0] for column in result.description or []]
    rows = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    says = " ".join(line[2:].strip() for line in query.splitlines() if line.startswith("--"))
    save(import_module(f"pipelines.figures.{name}").draw(rows, release), folder / f"{name}.svg", says)
    (folder / f"{name}.sql").write_text(query, encoding="utf-8")


def main() -> None:
    """Run as the child."""
    gc.disable()  # it draws and ends
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)
    sys.stdout = sys.stderr
    line = sys.stdin.readline()
    if not line:
        return
    task = Task(**json.loads(line))
    with duckdb.connect(task.database, read_only=True) as connection:
        for name, query in task.queries.items():
            try:
                draw(connection, name, query, Path(task.folder))
                answers.write(json.dumps({"name": name}) + "\n")
            except (duckdb.Error, ModuleNotFoundError, KeyError, TypeError, ValueError) as error:
                reason = str(error).partition("\n")[0]
                answers.write(json.dumps({"name": name, "failed": f"cannot be drawn: {reason}"}) + "\n")


if __name__ == "__main__":
    main()
