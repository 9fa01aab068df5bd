"""Validates a Data Package: frictionless' own run over resources that give only their rows with errors."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import frictionless
from frictionless import Checklist, FrictionlessException, Package, Report

from pipelines.contract import parse, path_reasons
from pipelines.problems import InputError, Problem
from pipelines.tableschema.rendering import quick_errors
from pipelines.tableschema.resource import Checking, check, is_text_table

REFERENCES = ("path", "extrapaths", "schema", "dialect", "profile", "basepath")


class EveryError(Checklist):  # type: ignore[misc]
    """frictionless' basic checks; none of their errors is passed over, and none is looked up in a list."""

    def match(self, error: Any) -> bool:
        """Return that the error counts."""
        return True


@dataclass
class Outcome:
    """frictionless' report, what it does not check (reported apart), and how each resource was read."""

    report: Report
    apart: list[tuple[str, Any]] = field(default_factory=list)
    ways: dict[str, str] = field(default_factory=dict)

    @property
    def is_valid(self) -> bool:
        """Whether nothing was found."""
        return bool(self.report.valid) and not self.apart

    def problems(self, shown: Callable[[str], str]) -> Iterator[Problem]:
        """Return what was found as located problems; the line is frictionless' row. `shown` names a file."""
        for error in self.report.errors:
            yield Problem(shown("datapackage.json"), 0, 0, "", None, error.message)
        places = {task.name: task.place for task in self.report.tasks}
        found = [(task.place, error) for task in self.report.tasks for error in task.errors]
        for place, error in [*found, *((places[name], error) for name, error in self.apart)]:
            row, column = getattr(error, "row_number", 0), getattr(error, "field_number", 0)
            yield Problem(shown(place), row, column, getattr(error, "field_name", ""), None, error.message)


def validate(path: Path, shown: str, checking: Checking, name: str | None = None) -> Outcome:
    """Validate a package, or one resource of it, and return what frictionless would say of it.

    Args:
        path: the descriptor, JSON.
        shown: how messages name it.
        checking: limits and what else is to be checked.
        name: the resource, None for all.

    Raises:
        InputError: the descriptor cannot be read, or points at an address or out of its folder.

    """
    return validate_descriptor(read_descriptor(path, shown), path.parent, shown, checking, name)


def validate_descriptor(
    descriptor: dict[str, Any], folder: Path, shown: str, checking: Checking, name: str | None = None
) -> Outcome:
    """Validate a package whose descriptor has been read; `folder` is where its paths begin. Raises as `validate`."""
    if reasons := [*_unsafe(descriptor, folder), *(_unknown(descriptor) if checking.is_apart else [])]:
        raise InputError(Problem(shown, 0, 0, "", None, reason) for reason in reasons)
    try:
        package = Package.from_descriptor(json.loads(json.dumps(descriptor)), basepath=str(folder))
        if name is not None:
            package.get_resource(name)
    except FrictionlessException as error:
        return Outcome(Report.from_validation(errors=error.to_errors()))
    for resource in package.resources:
        if is_text_table(resource):
            check(resource, checking)
        else:
            checking.ways[resource.name] = "frictionless-py"
    with quick_errors():
        report = package.validate(EveryError(), name=name, limit_errors=checking.limit)
    apart = [(table, error) for table, judge in checking.judges.items() for error in judge.apart]
    return Outcome(report, apart, checking.ways)


def read_descriptor(path: Path, shown: str) -> dict[str, Any]:
    """Return a descriptor's object.

    Raises:
        InputError: it is missing or is no JSON object.

    """
    return parse(path, shown)


def _unsafe(descriptor: dict[str, Any], folder: Path) -> Iterator[str]:
    """Say which parts point at an address or at a file that is not below the folder."""
    resources = descriptor.get("resources")
    for number, resource in enumerate(resources if isinstance(resources, list) else [], start=1):
        if isinstance(resource, str):
            yield from (f"resource {number} {reason}" for reason in path_reasons(resource, folder))
        if not isinstance(resource, dict):
            continue
        label = f"resource {resource.get('name', number)!r}"
        for key in REFERENCES:
            value = resource.get(key)
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, str) and not (key == "profile" and "/" not in item):
                    yield from (f"{label} {reason}" for reason in path_reasons(item, folder))


def _unknown(descriptor: dict[str, Any]) -> Iterator[str]:
    """Say which fields `uniqueKeys` names that are not there; frictionless does not look at them."""
    resources = descriptor.get("resources")
    for number, resource in enumerate(resources if isinstance(resources, list) else [], start=1):
        schema = resource.get("schema") if isinstance(resource, dict) else None
        fields, keys = (
            (schema.get(key) for key in ("fields", "uniqueKeys")) if isinstance(schema, dict) else (None, None)
        )
        if isinstance(fields, list) and isinstance(keys, list):
            known = {fld.get("name") for fld in fields if isinstance(fld, dict)}
            for name in sorted({str(n) for key in keys for n in (key if isinstance(key, list) else [key])} - known):
                yield f"resource {resource.get('name', number)!r} has uniqueKeys with {name!r}, which is no field"


def version() -> str:
    """Return frictionless' version, whose verdicts these are."""
    return str(frictionless.__version__)
