"""frictionless' table resource, whose row stream gives only the rows with errors; the rest of it is frictionless'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from frictionless.resources import TableResource
from frictionless.table import create_cell_handlers

from pipelines.tableschema.cells import Column, Rows
from pipelines.tableschema.judge import Judge, Keys
from pipelines.tableschema.lookup import references

TEXT_FORMATS = ("csv", "tsv")


@dataclass
class Checking:
    """What the resources of a package share while they are checked."""

    limit: int = 1000
    is_apart: bool = False
    has_hashes: bool = False
    threads: int = 2
    cache: dict[Any, Any] = field(default_factory=dict)
    judges: dict[str, Judge] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)


def is_text_table(resource: Any) -> bool:
    """Whether a resource is a CSV table, so that its cells are text."""
    return isinstance(resource, TableResource) and resource.format in TEXT_FORMATS and not resource.memory


def check(resource: Any, checking: Checking) -> None:
    """Let a resource give only its rows with errors when it is validated."""
    resource.__class__ = CheckedTable
    resource._checking = checking


def missing_values(fld: Any) -> list[str]:
    """Return the texts that stand for no value in a field."""
    own = fld.has_defined("missing_values") or not fld.schema
    return list(fld.missing_values if own else fld.schema.missing_values)


def _open_lookup(resource: Any) -> None:
    resource._references = references(resource, resource._checking.cache)
    resource._TableResource__lookup = {}


def _open_row_stream(resource: Any) -> None:
    fields = resource.header.get_expected_fields()
    handlers = create_cell_handlers(fields)
    judge = Judge(handlers, _keys(resource, handlers), _categories(fields) if resource._checking.is_apart else {})
    resource._checking.judges[resource.name] = judge
    resource._TableResource__row_stream = _rows(resource, fields, judge)


# The two steps of `TableResource.open` that are replaced are private to it: pinned, and held by the differential tests.
CheckedTable = type(TableResource)(
    "CheckedTable",
    (TableResource,),
    {"_TableResource__open_lookup": _open_lookup, "_TableResource__open_row_stream": _open_row_stream},
)


def _rows(resource: Any, fields: list[Any], judge: Judge) -> Iterator[Any]:
    columns = [_column(fld, judge) for fld in fields]
    stream = resource.dialect.read_enumerated_content_stream(resource.cell_stream)
    resource._checking.ways[resource.name] = "cells"
    yield from Rows(judge, columns).faulty(stream, resource)


def _column(fld: Any, judge: Judge) -> Column:
    keys = judge.keys
    in_key = {name for key in [*keys.groups, *(ref.fields for ref in keys.references)] for name in key}
    is_plain = fld.type in ("string", "any") and fld.format == "default" and fld.name not in judge.categories
    is_free = is_plain and not {name for name, value in fld.constraints.items() if value is not None} - {"unique"}
    reader = judge.handlers[fld.name].reader
    is_good = partial(judge.is_good, fld.name)
    return Column(reader, missing_values(fld), is_good, is_key=fld.name in in_key, is_free=is_free)


def _keys(resource: Any, handlers: dict[str, Any]) -> Keys:
    names = set(handlers)
    schema = resource.schema
    primary = tuple(schema.primary_key) if set(schema.primary_key) <= names else ()
    if primary and not resource.dialect.header_case:
        lower = [name.lower() for name in schema.primary_key]
        primary = tuple(name for name in handlers if name.lower() in lower)
    extra = schema.custom.get("uniqueKeys", []) if resource._checking.is_apart else []
    return Keys(
        tuple(name for name, handler in handlers.items() if handler.field.constraints.get("unique")),
        primary,
        tuple(reference for reference in resource._references if set(reference.fields) <= names),
        tuple(tuple(key) for key in extra if set(key) <= names),
    )


def _categories(fields: list[Any]) -> dict[str, frozenset[Any]]:
    found = {}
    for fld in fields:
        if entries := fld.custom.get("categories"):
            found[fld.name] = frozenset(entry["value"] if isinstance(entry, dict) else entry for entry in entries)
    return found
