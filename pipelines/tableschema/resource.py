"""frictionless' table resource, whose row stream gives only the rows with errors; the rest of it is frictionless'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any

import duckdb
from frictionless.resources import TableResource
from frictionless.table import create_cell_handlers

from pipelines.tableschema.cells import Column, Rows
from pipelines.tableschema.judge import Judge, Keys
from pipelines.tableschema.keys import Unprovable
from pipelines.tableschema.lookup import TEXT_FORMATS, references
from pipelines.tableschema.plain import Plain, Proved, plain_file
from pipelines.tableschema.prove import missing_values
from pipelines.tableschema.scan import hashes

PLAIN_FROM = 3_000_000  # bytes; below it the cells way is faster than opening DuckDB
PROBED = 25  # the part of the rows that is read first, where a limit may end the run early
CHEAPER = 5  # how many rows SQL proves while the cells way reads one


@dataclass
class Checking:
    """What the resources of a package share while they are checked."""

    limit: int = 1000
    is_apart: bool = False
    has_hashes: bool = False
    threads: int = 2
    plain_from: int = PLAIN_FROM
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


def _open_lookup(resource: Any) -> None:
    checking = resource._checking
    resource._references = references(resource, checking.cache, checking.plain_from, checking.threads)
    resource._TableResource__lookup = {}


def _open_row_stream(resource: Any) -> None:
    fields = resource.header.get_expected_fields()
    handlers = create_cell_handlers(fields)
    categories = _categories(fields) if resource._checking.is_apart else {}
    keys = _keys(resource, handlers)

    def new_judge() -> Judge:
        judge = Judge(dict(handlers), keys, categories)
        resource._checking.judges[resource.name] = judge
        return judge

    resource._TableResource__row_stream = _rows(resource, fields, new_judge)


# The two steps of `TableResource.open` that are replaced are private to it: pinned, and held by the differential tests.
CheckedTable = type(TableResource)(
    "CheckedTable",
    (TableResource,),
    {"_TableResource__open_lookup": _open_lookup, "_TableResource__open_row_stream": _open_row_stream},
)


def _rows(resource: Any, fields: list[Any], new_judge: Callable[[], Judge]) -> Iterator[Any]:
    """Return the rows with errors; SQL is tried on plain files, unless the limit of errors is near."""
    checking, judge = resource._checking, new_judge()
    stream = resource.dialect.read_enumerated_content_stream(resource.cell_stream)
    if checking.limit and len(resource.header.errors) >= checking.limit:
        yield from _every(stream, judge, resource)  # frictionless looks at the limit after the first row
    rows = Rows(judge, [_column(fld, judge) for fld in fields])
    missing = {fld.name: missing_values(fld) for fld in fields}
    plain = plain_file(resource, fields, missing, checking.plain_from)
    checking.ways[resource.name] = "cells" if isinstance(plain, Plain) else f"cells: {plain}"
    first: list[tuple[int, Any]] = []
    if isinstance(plain, Plain):
        is_near = False
        if checking.limit:
            first, is_near = _probe(rows, stream, resource, plain.found.lines)
        proved = None if is_near else _prove(plain, new_judge, resource)
        if proved is not None:
            checking.ways[resource.name] = "sql"
            yield from proved
            return
        checking.judges[resource.name] = judge
    for count, row in first:
        resource.stats.rows = count
        yield row
    yield from rows.faulty(stream, resource)


def _every(stream: Iterator[tuple[int, list[str]]], judge: Judge, resource: Any) -> Iterator[Any]:
    for count, (number, cells) in enumerate(stream, start=1):
        resource.stats.rows = count
        yield judge.read(cells, number)


def _probe(rows: Rows, stream: Iterator[Any], resource: Any, lines: int) -> tuple[list[tuple[int, Any]], bool]:
    """Read the first rows cell by cell; return those with errors, and whether it pays to go on so to the limit."""
    limit, found, probed = resource._checking.limit, 0, max(lines // PROBED, 1)
    first = []
    for row in rows.faulty(islice(stream, probed), resource):
        first.append((resource.stats.rows, row))
        found += len(row.errors)
        if found >= limit:
            return first, True
    return first, bool(found) and probed * limit / found * CHEAPER < lines


def _prove(plain: Plain, new_judge: Callable[[], Judge], resource: Any) -> Iterator[Any] | None:
    """Return the rows with errors as found by SQL, or None where DuckDB cannot prove such a table."""
    judge = new_judge()
    try:
        proved = Proved(plain, judge, resource._checking.threads)
    except (duckdb.Error, Unprovable):
        return None
    return _judged(proved, judge, resource)


def _judged(proved: Proved, judge: Judge, resource: Any) -> Iterator[Any]:
    plain = proved.plain
    with closing(proved):
        resource.stats.bytes = plain.found.size
        for number, cells in proved.suspects():
            resource.stats.rows = number - plain.header
            yield judge.read(cells, number)
        resource.stats.rows = plain.found.lines - plain.header
    if resource.hash or resource._checking.has_hashes:
        resource.stats.md5, resource.stats.sha256 = hashes(plain.path)


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
