"""Prints what was found: as text, JSON, frictionless' own report, or annotations of GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipelines.tableschema.package import Outcome, version
from pipelines.tableschema.scan import scan

WIDTH = 300
ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def printed(outcome: Outcome, form: str, folder: Path) -> str:
    """Return an outcome in one of the forms text, json, frictionless, github; `folder` is the descriptor's."""
    if form == "frictionless":
        return str(outcome.report.to_json())
    if form == "json":
        return json.dumps(_object(outcome), ensure_ascii=False, indent=1)
    lines = _annotations(outcome, folder) if form == "github" else _lines(outcome)
    return "\n".join(lines)


def _object(outcome: Outcome) -> dict[str, Any]:
    return {
        "valid": outcome.is_valid,
        "verdicts_of": f"frictionless-py {version()}",
        "errors": [_entry(task, error) for task, error in _errors(outcome)],
        "apart": [_entry(task, error) for task, error in _apart(outcome)],
        "warnings": [f"{task.name}: {warning}" for task in outcome.report.tasks for warning in task.warnings],
        "ways": outcome.ways,
    }


def _entry(task: Any, error: Any) -> dict[str, Any]:
    return {
        "resource": getattr(task, "name", None),
        "path": getattr(task, "place", None),
        "row": getattr(error, "row_number", None),
        "field": getattr(error, "field_name", None),
        "column": getattr(error, "field_number", None),
        "type": error.type,
        "message": error.message,
    }


def _errors(outcome: Outcome) -> Iterator[tuple[Any, Any]]:
    yield from ((None, error) for error in outcome.report.errors)
    yield from ((task, error) for task in outcome.report.tasks for error in task.errors)


def _apart(outcome: Outcome) -> Iterator[tuple[Any, Any]]:
    tasks = {task.name: task for task in outcome.report.tasks}
    yield from ((tasks.get(name), error) for name, error in outcome.apart)


def _lines(outcome: Outcome) -> Iterator[str]:
    yield from (_line(task, error) for task, error in _errors(outcome))
    for task in outcome.report.tasks:
        yield from (f"{task.place} {warning}" for warning in task.warnings)
    if outcome.apart:
        yield "Beyond frictionless-py (uniqueKeys, categories):"
        yield from (_line(task, error) for task, error in _apart(outcome))
    for name, way in outcome.ways.items():
        if way == "frictionless-py":
            yield f"{name}: no CSV table with a local file, so frictionless-py itself read it"
    found = outcome.report.stats["errors"] + len(outcome.apart)
    rows = sum(task.stats.get("rows") or 0 for task in outcome.report.tasks)
    yield f"{_count(len(outcome.report.tasks), 'table')}, {rows:,} rows read, {_count(found, 'error')}"


def _line(task: Any, error: Any) -> str:
    place = f"{task.place}:{error.row_number} " if hasattr(error, "row_number") else f"{task.place} " if task else ""
    message = error.message if len(error.message) <= WIDTH else error.message[:WIDTH] + "…"
    return f"{place}[{error.type}] {message}"


def _annotations(outcome: Outcome, folder: Path) -> Iterator[str]:
    has_lines: dict[str, bool] = {}
    for task, error in [*_errors(outcome), *_apart(outcome)]:
        parts = [f"title={error.type}"]
        if task:
            path = folder / task.place
            if task.place not in has_lines:
                has_lines[task.place] = path.is_file() and scan(path).reason is None
            parts.insert(0, f"file={path.as_posix().translate(PROPERTY_ESCAPES)}")
            if has_lines[task.place] and hasattr(error, "row_number"):
                parts.insert(1, f"line={error.row_number}")
        yield f"::error {','.join(parts)}::{error.message.translate(ESCAPES)}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
