"""One measured run in its own process, for the bench: `python -m pipelines.tableschema.trial ENGINE DESCRIPTOR`."""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

TYPES = {"date": "DATE", "integer": "BIGINT", "number": "DOUBLE"}


def main(engine: str, descriptor: str) -> None:
    """Print seconds (without imports), peak memory in MB, rows, errors, and a hash of all findings, as JSON."""
    found = {"frictionless": _frictionless, "tableschema": _tableschema, "floor": _floor}[engine](Path(descriptor))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({**found, "peak_mb": peak}) + "\n")


def _frictionless(path: Path) -> dict[str, Any]:
    import frictionless

    _import_plugins()
    started = time.perf_counter()
    report = frictionless.Package(str(path)).validate(limit_errors=0)
    return _told(report, time.perf_counter() - started)


def _tableschema(path: Path) -> dict[str, Any]:
    from pipelines.tableschema.package import validate
    from pipelines.tableschema.resource import Checking

    _import_plugins()
    started = time.perf_counter()
    report = validate(path, path.name, Checking(limit=0)).report
    return _told(report, time.perf_counter() - started)


def _import_plugins() -> None:
    """Let frictionless import what it would import while it validates: imports are not counted."""
    from frictionless import system

    assert system.methods


def _told(report: Any, seconds: float) -> dict[str, Any]:
    total, count = hashlib.sha256(), 0
    for task in report.tasks:
        for error in task.errors:
            place = (task.name, getattr(error, "row_number", 0), getattr(error, "field_name", ""), error.type)
            total.update(repr((*place, error.message)).encode())
            count += 1
    rows = sum(task.stats.get("rows") or 0 for task in report.tasks)
    return {"seconds": seconds, "rows": rows, "errors": count, "findings": total.hexdigest()}


def _floor(path: Path) -> dict[str, Any]:
    """Let DuckDB read the first table typed and aggregate every column: less cannot be done with its reader."""
    import duckdb

    from pipelines.ddl import literal, quoted

    table = json.loads(path.read_text(encoding="utf-8"))["resources"][0]
    fields = {fld["name"]: TYPES.get(fld["type"], "VARCHAR") for fld in table["schema"]["fields"]}
    types = ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in fields.items())
    aggregates = ", ".join(f"max({quoted(name)})" for name in fields)
    source = f"read_csv({literal(str(path.parent / table['path']))}, columns={{{types}}}, header=true, delim=',', "
    source += "auto_detect=false, quote='', escape='', null_padding=true, ignore_errors=true)"
    started = time.perf_counter()
    row = duckdb.connect(config={"threads": 2}).execute(f"SELECT count(*), {aggregates} FROM {source}").fetchall()[0]
    return {"seconds": time.perf_counter() - started, "rows": row[0], "errors": 0, "findings": ""}


if __name__ == "__main__":
    main(*sys.argv[1:])
