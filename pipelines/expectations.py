"""Great Expectations over the curated tables and the rules' results: statistical surprise, in a process of its own.

Importing it costs three seconds, so `start` runs this module beside the other stages and `Watcher.finish` collects.
The child reads one JSON line, a `Task`, from standard input and writes JSON lines: progress, then its findings.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.child import Child
from pipelines.problems import EnvironmentProblem, Problem

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Task:
    """What the child checks: a DuckDB file, the tables' keys, typed expectations, where Data Docs go (or nowhere)."""

    database: str
    keys: dict[str, list[list[str]]]
    typed: dict[str, list[dict[str, Any]]]
    docs: str | None = None


class Watcher:
    """A child process that has already begun to import Great Expectations."""

    def __init__(self) -> None:
        """Start it."""
        self.child = Child("pipelines.expectations", TQDM_DISABLE="1")

    def give(self, task: Task) -> None:
        """Hand over the task."""
        self.child.tell(asdict(task))

    def finish(self, progress: Callable[[int, int], None]) -> tuple[int, list[Problem]]:
        """Wait, and return how many expectations were checked and those that were not met.

        Raises:
            EnvironmentProblem: the child died.

        """
        said: dict[str, Any] = {}
        for said in self.child.answers():
            if "done" in said:
                progress(said["done"], said["total"])
        if "unmet" not in said:
            raise EnvironmentProblem(f"Great Expectations stopped ({self.child.last_words()})")
        problems = [Problem(f"curated/{u['table']}.csv", 0, 0, u["column"], None, u["reason"]) for u in said["unmet"]]
        return int(said["checked"]), problems

    def close(self) -> None:
        """End the child if it still runs."""
        self.child.close()


def typed_expectations(path: Path, data_through: str) -> dict[str, list[dict[str, Any]]]:
    """Return the expectations typed for single tables; `$data_through` in them stands for the release's day."""
    if not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8").replace("$data_through", data_through)
    expectations: dict[str, list[dict[str, Any]]] = json.loads(text)
    return expectations


def configurations(task: Task, table: str) -> Iterator[dict[str, Any]]:
    """Yield the expectations of a table: it has rows, its keys are unique, and what is typed for it."""
    if table.startswith("rule_"):
        yield {"type": "expect_table_row_count_to_equal", "value": 0}
        return
    typed = task.typed.get(table, [])
    if not any(one["type"] == "expect_table_row_count_to_be_between" for one in typed):
        yield {"type": "expect_table_row_count_to_be_between", "min_value": 1}
    for key in task.keys.get(table, []):
        if len(key) == 1:
            yield {"type": "expect_column_values_to_be_unique", "column": key[0]}
        else:
            yield {"type": "expect_compound_columns_to_be_unique", "column_list": key, "ignore_row_if": "never"}
    yield from typed


def frames(database: str) -> dict[str, pd.DataFrame]:
    """Return every table and every rule's result as a pandas frame, by name."""
    import duckdb

    with duckdb.connect(database, read_only=True) as connection:
        names = [str(row[0]) for row in connection.execute("SHOW TABLES").fetchall()]
        wanted = [name for name in names if not name.startswith("contract_")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').df(date_as_object=True) for name in wanted}


def main() -> None:
    """Run as the child."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)
    sys.stdout = sys.stderr  # the library prints
    from pipelines.great import validate

    line = sys.stdin.readline()
    if not line:
        return
    task = Task(**json.loads(line))
    for said in validate(task, frames(task.database)):
        answers.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
