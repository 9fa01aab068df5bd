"""The child in which one contributor's query after another runs: it can read the built file and nothing else.

It is started by its path, imports nothing of ours, and talks JSON lines: first its set-up, then a query a line.
Memory, file size and processor time are limited by the operating system; the parent's clock ends what takes too long.
"""

from __future__ import annotations

import contextlib
import json
import resource
import sys
from typing import Any

import duckdb

MEMORY = 2 * 1024**3  # bytes of address space
PROCESSOR = 5  # seconds for one query
ROWS = 10_000  # a query of more cases than this is refused
COLUMNS = ["case_id", "role", "expected", "observed", "holds", "evidence"]
LOCKS = (
    "temp_directory=''",
    "python_enable_replacements=false",
    "enable_external_access=false",
    "lock_configuration=true",
)


def main() -> None:
    """Answer until standard input ends."""
    setup = json.loads(sys.stdin.readline())
    connection = _open(setup["database"], setup["views"])
    for line in sys.stdin:
        task = json.loads(line)
        _give_time()
        sys.stdout.write(json.dumps(_answer(connection, task["sql"], task["parameters"])) + "\n")
        sys.stdout.flush()


def _open(database: str, views: dict[str, str]) -> duckdb.DuckDBPyConnection:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    connection = duckdb.connect(
        config={
            "threads": "1",
            "memory_limit": "512MB",
            "autoload_known_extensions": "false",
            "autoinstall_known_extensions": "false",
            "allow_community_extensions": "false",
        }
    )
    connection.execute("ATTACH '" + database.replace("'", "''") + "' AS published (READ_ONLY)")
    connection.execute("USE published")
    for name, select in views.items():
        connection.execute(f'CREATE TEMP VIEW "{name}" AS {select}')
    for lock in LOCKS:
        connection.execute(f"SET {lock}")
    return connection


def _give_time() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + PROCESSOR
    with contextlib.suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _answer(connection: duckdb.DuckDBPyConnection, sql: str, parameters: dict[str, str]) -> dict[str, Any]:
    try:
        result = connection.execute(sql, parameters)
        columns = [column[0] for column in result.description or []]
        if columns != COLUMNS:
            return {"error": f"returns {', '.join(columns)}; a claim returns {', '.join(COLUMNS)}"}
        rows = result.fetchmany(ROWS + 1)
    except (duckdb.Error, MemoryError) as error:
        return {"error": str(error).partition("\n")[0] or type(error).__name__}
    if len(rows) > ROWS:
        return {"error": f"returns more than {ROWS} cases"}
    return {"rows": [[_plain(value) for value in row] for row in rows]}


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    return [str(one) for one in value] if isinstance(value, list) else str(value)


if __name__ == "__main__":
    main()
