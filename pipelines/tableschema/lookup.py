"""The values that foreign keys may point at, read as frictionless reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frictionless import FrictionlessException, errors
from frictionless.table import create_cell_handlers

from pipelines.tableschema.cells import batches
from pipelines.tableschema.clock import timed
from pipelines.tableschema.judge import Reference
from pipelines.tableschema.plain import Plain, different, plain_file
from pipelines.tableschema.prove import key_form, missing_values
from pipelines.tableschema.seen import Seen

TEXT_FORMATS = ("csv", "tsv")
Known = tuple[Seen, tuple[str | None, ...]]


def references(resource: Any, cache: dict[Any, Known], plain_from: int, threads: int) -> list[Reference]:
    """Return the foreign keys of a resource with the values they may have.

    Args:
        resource: frictionless' table resource, whose header has been read.
        cache: what was read for other resources of the package, by resource and columns.
        plain_from: the bytes from which DuckDB reads a plain file.
        threads: those of DuckDB.

    Raises:
        FrictionlessException: what frictionless raises where the other resource is missing or cannot be read.

    """
    found = []
    for key in resource.schema.foreign_keys:
        name, columns = key["reference"]["resource"], tuple(key["reference"]["fields"])
        place = (name or resource.name, columns)
        if place not in cache:
            source = _source(resource, name)
            if source.schema:
                source.schema.foreign_keys = []
            with source:
                known = Seen((value, 1) for value in _values(source, columns, plain_from, threads))
                cache[place] = known, _forms(source, columns)
        found.append(Reference(tuple(key["fields"]), name, columns, *cache[place]))
    return found


def _forms(source: Any, names: tuple[str, ...]) -> tuple[str | None, ...]:
    """Return how the values stand in their file, None for what is no text there."""
    if source.format not in TEXT_FORMATS or source.memory:
        return tuple(None for _ in names)
    fields = {fld.name: fld for fld in source.header.get_expected_fields()}
    return tuple(key_form(fields[name]) if name in fields else None for name in names)


def _source(resource: Any, name: str) -> Any:
    if name == resource.name or not name:
        return resource.to_copy()
    if not resource.package:
        note = 'package is required for foreign keys to other resources: "{fk}"'
        raise FrictionlessException(errors.ResourceError(note=note))
    if not resource.package.has_resource(name):
        note = f'failed to handle a foreign key for resource "{resource.name}" as resource "{name}" does not exist'
        raise FrictionlessException(errors.ResourceError(note=note))
    return resource.package.get_resource(name).to_copy()


def _values(source: Any, names: tuple[str, ...], plain_from: int, threads: int) -> Iterator[tuple[Any, ...]]:
    if source.format not in TEXT_FORMATS or source.memory or _may_fail(source):
        for row in source.row_stream:
            if set(cells := tuple(row.get(name) for name in names)) != {None}:
                yield cells
        return
    fields = source.header.get_expected_fields()
    handlers = create_cell_handlers(fields)
    by_name = {fld.name: fld for fld in fields}
    readers = [_reader(handlers.get(name), by_name.get(name)) for name in names]
    places = [list(handlers).index(name) if name in handlers else -1 for name in names]
    plain = plain_file(source, fields, {}, plain_from)
    different_texts = different(plain, places, threads) if isinstance(plain, Plain) else _different(source, places)
    for texts in different_texts:
        cells = tuple(read(text) for read, text in zip(readers, texts, strict=True))
        if set(cells) != {None}:
            yield cells


def _may_fail(source: Any) -> bool:
    """Whether frictionless may fail on the table's own keys, whose values may be lists or objects."""
    unique = {fld.name for fld in source.schema.fields if fld.constraints.get("unique")}
    keys = unique | set(source.schema.primary_key)
    return any(fld.type in ("array", "object", "list", "geojson") for fld in source.schema.fields if fld.name in keys)


def _different(source: Any, places: list[int]) -> set[tuple[str | None, ...]]:
    texts: set[tuple[str | None, ...]] = set()
    stream = source.dialect.read_enumerated_content_stream(source.cell_stream)
    for batch in batches(stream):
        for _, cells in batch:
            texts.add(tuple(cells[place] if 0 <= place < len(cells) else None for place in places))
    return texts


def _reader(handler: Any, fld: Any) -> Any:
    if handler is None:
        return lambda _: None
    if fld.type == "string" and fld.format == "default":  # a text is its own value, whatever is wrong with it
        missing = {None, *missing_values(fld)}
        return lambda text: None if text in missing else text
    pattern = handler.field.constraints.get("pattern")
    reader = timed(handler.reader, pattern) if pattern else handler.reader
    return lambda text: reader(text)[0]
