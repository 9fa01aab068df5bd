"""Keys in SQL: a proved key cell is its value's one text, so that equal texts are equal values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from typing import Any

import duckdb

from pipelines.tableschema.judge import Keys, Reference
from pipelines.tableschema.prove import is_among, key_form

BETWEEN, NOTHING = "\x1f", "\x1e"  # no plain file has them
CHUNK = 20_000
WRITERS: dict[str, Callable[[Any], str]] = {
    "text": str,
    "integer": str,
    "date": date.isoformat,
    "datetime": datetime.isoformat,
    "time": time.isoformat,
    "year": lambda value: f"{value:04}",
    "yearmonth": lambda value: f"{value.year:04}-{value.month:02}",
}


class Unprovable(Exception):  # noqa: N818 -- not an error: another tier takes the table
    """A key has values that may be written in several ways."""


@dataclass
class SqlKey:
    """A key: its columns' names, how their values are written, and the SQL of its text (NULL where it is no key)."""

    names: tuple[str, ...]
    forms: tuple[str, ...]
    columns: tuple[str, ...]
    missing: tuple[tuple[str, ...], ...]

    @property
    def is_blank(self) -> str:
        """The condition that every cell of the key is missing."""
        return "(" + " AND ".join(is_among(c, m) for c, m in zip(self.columns, self.missing, strict=True)) + ")"

    @property
    def joined(self) -> str:
        """The text of the key, whose cells are not all missing."""
        if len(self.columns) == 1:
            return self.columns[0]
        parts = [
            f"CASE WHEN {is_among(c, m)} THEN chr(30) ELSE {c} END" if m else c
            for c, m in zip(self.columns, self.missing, strict=True)
        ]
        return " || chr(31) || ".join(parts)

    @property
    def sql(self) -> str:
        """The hash of the key, NULL where every cell is missing."""
        return f"CASE WHEN {self.is_blank} THEN NULL ELSE hash({self.joined}) END"

    def text(self, values: dict[str, Any]) -> str | None:
        """Return the key of a row as frictionless read it, as the same text."""
        return join(tuple(values[name] for name in self.names), self.forms)


@dataclass
class SqlReference:
    """A foreign key and the table in DuckDB of the texts it may have."""

    key: SqlKey
    reference: Reference
    forms: tuple[str, ...]
    table: str

    @property
    def sql(self) -> str:
        """The text of the key, NULL where every cell is missing."""
        return f"CASE WHEN {self.key.is_blank} THEN NULL ELSE {self.key.joined} END"

    def load(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Create the table."""
        connection.execute(f"CREATE TABLE {self.table} (text VARCHAR)")
        texts = (text for value in self.reference.known if (text := join(value, self.forms)) is not None)
        while some := list(islice(texts, CHUNK)):
            connection.execute(f"INSERT INTO {self.table} SELECT unnest(?::VARCHAR[])", [some])


@dataclass
class SqlKeys:
    """The keys of a table in SQL."""

    groups: list[SqlKey] = field(default_factory=list)
    references: list[SqlReference] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        """The fields that stand in a key."""
        keys = [*self.groups, *(reference.key for reference in self.references)]
        return {name for key in keys for name in key.names}


def join(values: tuple[Any, ...], forms: tuple[str, ...]) -> str | None:
    """Return a key's values as one text; None where there is none, or where no plain file can have it."""
    if set(values) == {None}:
        return None
    parts = [NOTHING if v is None else WRITERS[form](v) for v, form in zip(values, forms, strict=True)]
    given = [part for part, value in zip(parts, values, strict=True) if value is not None]
    if any(BETWEEN in part or NOTHING in part for part in given):
        return None
    return BETWEEN.join(parts)


def keys_of(keys: Keys, fields: list[Any], columns: dict[str, str], missing: dict[str, list[str]]) -> SqlKeys:
    """Return a table's keys in SQL.

    Raises:
        Unprovable: a value of a key may be written in several ways, or its two ends are of different types.

    """
    by_name = {fld.name: fld for fld in fields}

    def sql_key(names: tuple[str, ...]) -> SqlKey:
        forms = tuple(key_form(by_name[name]) for name in names)
        if None in forms:
            raise Unprovable
        texts = tuple(tuple(missing[name]) for name in names)
        return SqlKey(names, forms, tuple(columns[name] for name in names), texts)  # type: ignore[arg-type]

    found = SqlKeys([sql_key(group) for group in keys.groups])
    found.blanks = [sql_key(keys.primary).is_blank] if keys.primary else []
    for number, reference in enumerate(keys.references):
        key = sql_key(reference.fields)
        if key.forms != reference.forms:
            raise Unprovable
        found.references.append(SqlReference(key, reference, key.forms, f"known{number}"))
    return found
