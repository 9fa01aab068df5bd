"""Reads a descriptor (Data Package v2), and says where it is wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipelines.problems import InputError, Problem

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1"
HELD = ("string", "integer", "number", "boolean", "date", "year")
WORDS = ("name", "title", "description")
NAMED = ("name", "path", "schema")


@dataclass(frozen=True)
class Field:
    """A column: its descriptor, and the parts of it that stages ask for."""

    name: str
    type: str
    descriptor: dict[str, Any]

    @property
    def constraints(self) -> dict[str, Any]:
        """The Table Schema constraints."""
        return dict(self.descriptor.get("constraints", {}))

    @property
    def is_required(self) -> bool:
        """Whether a cell must be there."""
        return bool(self.constraints.get("required"))

    @property
    def is_edtf(self) -> bool:
        """Whether the text is an EDTF date."""
        return self.descriptor.get("rdfType") == EDTF


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values stand in columns of another table (or of the same)."""

    fields: tuple[str, ...]
    table: str
    referenced: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A resource of type table."""

    name: str
    path: Path
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    unique_keys: tuple[tuple[str, ...], ...]
    foreign_keys: tuple[ForeignKey, ...]
    descriptor: dict[str, Any]

    @property
    def header(self) -> list[str]:
        """The names of the columns in order."""
        return [field.name for field in self.fields]


@dataclass(frozen=True)
class Contract:
    """A descriptor: its tables by name, in order, and all of it as read."""

    path: Path
    tables: dict[str, Table]
    descriptor: dict[str, Any]


def load(path: Path, shown: str) -> Contract:
    """Read a descriptor.

    Args:
        path: the descriptor's file.
        shown: how messages name it.

    Raises:
        InputError: it is missing, is not JSON, lacks something, or names a file outside its folder.

    """
    descriptor = parse(path, shown)
    problems = [Problem(shown, 0, 0, "", None, reason) for reason in _shape(descriptor, path.parent)]
    if problems:
        raise InputError(problems)
    tables = {resource["name"]: _table(resource, path.parent) for resource in descriptor["resources"]}
    problems = [Problem(shown, 0, 0, "", None, reason) for t in tables.values() for reason in _keys(t, tables)]
    if problems:
        raise InputError(problems)
    return Contract(path, tables, descriptor)


def promises_reasons(contract: Contract) -> list[str]:
    """Return what a public contract lacks beyond a valid descriptor: keys, descriptions, types that DuckDB holds."""
    reasons = []
    for table in contract.tables.values():
        label = f"resource {table.name!r}"
        if not table.primary_key:
            reasons.append(f"{label} lacks 'primaryKey'")
        if not table.descriptor.get("description"):
            reasons.append(f"{label} lacks 'description'")
        for field in table.fields:
            lacking = [key for key in ("title", "description") if not field.descriptor.get(key)]
            reasons += [f"{label} field {field.name!r} lacks {key!r}" for key in lacking]
            if field.type not in HELD:
                reasons.append(f"{label} field {field.name!r} has a type that is not one of {', '.join(HELD)}")
    return reasons


def parse(path: Path, shown: str) -> dict[str, Any]:
    """Return a descriptor's object; raises InputError where it is missing or is no JSON object."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError([Problem(shown, 0, 0, "", None, "is missing")]) from None
    except OSError as error:
        raise InputError([Problem(shown, 0, 0, "", None, f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError as error:
        raise InputError([Problem(shown, 0, 0, "", None, f"is not UTF-8 at byte {error.start}")]) from None
    except json.JSONDecodeError as error:
        raise InputError([Problem(shown, error.lineno, error.colno, "", None, f"is not JSON: {error.msg}")]) from None
    except RecursionError:
        raise InputError([Problem(shown, 0, 0, "", None, "is not a descriptor: nested too deeply")]) from None
    if not isinstance(value, dict):
        raise InputError([Problem(shown, 0, 0, "", None, "is not a descriptor: its root is no object")])
    return value


def _shape(descriptor: dict[str, Any], folder: Path) -> list[str]:
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not resources:
        return ["has no 'resources'"]
    reasons: list[str] = []
    seen: set[str] = set()
    for number, resource in enumerate(resources, start=1):
        if not isinstance(resource, dict):
            reasons.append(f"resource {number} is no object")
            continue
        label = f"resource {resource.get('name', number)!r}"
        reasons += [f"{label} lacks {key!r}" for key in NAMED if not resource.get(key)]
        if resource.get("name") in seen:
            reasons.append(f"{label} stands twice")
        seen.add(str(resource.get("name")))
        reasons += [f"{label} {reason}" for reason in path_reasons(resource.get("path"), folder)]
        reasons += [f"{label} {reason}" for reason in _schema_reasons(resource.get("schema"))]
    return reasons


def path_reasons(path: Any, folder: Path) -> list[str]:
    """Return why a path of a descriptor may not be read: an address, or a file that is not below the folder."""
    if not path:
        return []
    if not isinstance(path, str):
        return ["has a 'path' that is not a text"]
    if "://" in path:
        return [f"points at an address, {path!r}: only files of this package are read"]
    target = folder / path
    if Path(path).is_absolute() or ".." in Path(path).parts:
        return [f"points outside the package: {path!r}"]
    if not target.resolve().is_relative_to(folder.resolve()):
        return [f"points outside the package through a symbolic link: {path!r}"]
    return []


def _schema_reasons(schema: Any) -> list[str]:
    if not schema:
        return []
    if not isinstance(schema, dict) or not isinstance(schema.get("fields"), list) or not schema["fields"]:
        return ["has a 'schema' without 'fields'"]
    if _is_plain(schema):
        return []
    import frictionless  # costs 0.2 s

    try:
        frictionless.Schema.from_descriptor(json.loads(json.dumps(schema)))
    except frictionless.FrictionlessException as error:
        return [f"has a wrong schema: {reason.note}" for reason in (error.reasons or [error.error])]
    lacking = [n for n, field in enumerate(schema["fields"], start=1) if not field.get("name") or not field.get("type")]
    return [f"field {number} lacks 'name' or 'type'" for number in lacking]


def body_of(field: dict[str, Any]) -> str:
    """Return what decides how a field's cells are read, as text: all but its words."""
    return json.dumps({key: value for key, value in field.items() if key not in WORDS}, sort_keys=True)


def _is_plain(schema: dict[str, Any]) -> bool:
    """Whether every field is like one that frictionless accepted before, and the keys name fields: nearly always so."""
    fields = schema["fields"]
    if not all(isinstance(field, dict) and field.get("name") and field.get("type") for field in fields):
        return False
    names = [field["name"] for field in fields]
    bodies = {body_of(field) for field in fields}
    keys = schema.get("primaryKey", [])
    known = all(_is_accepted(body) for body in bodies)
    return known and len(set(names)) == len(names) and isinstance(keys, list) and set(keys) <= set(names)


@cache
def _is_accepted(body: str) -> bool:
    import frictionless  # costs 0.2 s

    try:
        frictionless.Field.from_descriptor({"name": "field", **json.loads(body)})
    except frictionless.FrictionlessException:
        return False
    return True


def _table(resource: dict[str, Any], folder: Path) -> Table:
    schema = resource["schema"]
    keys = tuple(
        ForeignKey(_names(key["fields"]), key["reference"].get("resource", ""), _names(key["reference"]["fields"]))
        for key in schema.get("foreignKeys", [])
    )
    return Table(
        resource["name"],
        folder / resource["path"],
        tuple(Field(field["name"], field["type"], field) for field in schema["fields"]),
        _names(schema.get("primaryKey", [])),
        tuple(_names(key) for key in schema.get("uniqueKeys", [])),
        keys,
        resource,
    )


def _keys(table: Table, tables: dict[str, Table]) -> list[str]:
    label = f"resource {table.name!r}"
    named = {name for key in table.unique_keys for name in key}
    reasons = [f"{label} has a key on an unknown field {name!r}" for name in sorted(named - set(table.header))]
    for key in table.foreign_keys:
        reasons += [f"{label} refers from an unknown field {n!r}" for n in key.fields if n not in table.header]
        target = tables.get(key.table) if key.table else table
        if target is None:
            reasons.append(f"{label} refers to an unknown resource {key.table!r}")
        else:
            missing = [n for n in key.referenced if n not in target.header]
            reasons += [f"{label} refers to an unknown field '{target.name}.{n}'" for n in missing]
    return reasons


def _names(names: str | list[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)
