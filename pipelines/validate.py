"""Rows against a Table Schema, raw and curated alike; frictionless reads the cells, so that its verdicts are ours."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from pipelines.contract import Field, ForeignKey, Table, body_of
from pipelines.csvfile import CsvFile, read
from pipelines.problems import SHOWN, Problem, nearest

LONGEST_CELL = 10_000
FORMULA = "=+-@\t\r"
SPREADSHEET_ERRORS = {"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"}
KINDS = {
    "integer": "is not a whole number",
    "number": "is not a number",
    "boolean": "is neither true nor false",
    "date": "is not a day of the calendar written YYYY-MM-DD",
    "year": "is not a year",
}
WORDS = {
    "([a-z0-9]+(-[a-z0-9]+)*)": "is not made of lower-case letters a-z, digits and single hyphens",
    "([A-Z]{3})": "is not a code of three capital letters",
}
LIMITS = {"minimum": "is below", "maximum": "is above", "minLength": "is shorter than", "maxLength": "is longer than"}
Reading = tuple[Any, tuple[str, tuple[str, ...]] | None]


@dataclass
class Checked:
    """A table's good rows (Python values by column, file lines), its problems, and the lines held back with them."""

    table: Table
    shown: str
    lines: list[int] = field(default_factory=list)
    columns: dict[str, list[Any]] = field(default_factory=dict)
    cells: list[tuple[int, list[str]]] = field(default_factory=list)
    ragged: list[list[str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    held_back: set[int] = field(default_factory=set)
    is_readable: bool = True
    hints: list[str] = field(default_factory=list)
    values: dict[tuple[str, ...], set[tuple[str, ...]]] = field(default_factory=dict)

    def typed(self, names: tuple[str, ...]) -> set[tuple[str, ...]]:
        """Return the values that stand in the columns as text, whether the rest of their row is good or not."""
        if names not in self.values:
            places = [self.table.header.index(name) for name in names]
            self.values[names] = {tuple(cells[place] for place in places) for _, cells in self.cells}
        return self.values[names]

    def broken(self, name: str) -> set[str]:
        """Return the texts of a column that have a problem, or stand in a row with too few or too many cells."""
        place = self.table.header.index(name)
        ragged = {cells[place] for cells in self.ragged if place < len(cells) and cells[place]}
        return {p.cell for p in self.problems if p.field == name and p.cell} | ragged


def check_package(tables: Iterable[Table], shown: Callable[[Table], str], is_entry: bool) -> dict[str, Checked]:
    """Check every table of a package and the references between them.

    Args:
        tables: the tables, each with its file.
        shown: how messages name a table's file.
        is_entry: whether the house's rules for typed text hold as well.

    """
    files = [(table, read(table.path, table.header, shown(table))) for table in tables]
    checked = {table.name: check_table(table, file, is_entry) for table, file in files}
    for one in checked.values():
        for key in one.table.foreign_keys:
            _check_references(one, key, checked[key.table or one.table.name])
    for one in checked.values():
        _keep_good_rows(one)
    return checked


def check_table(table: Table, file: CsvFile, is_entry: bool) -> Checked:
    """Check cells and keys of one table; columns then hold a value, or None, for every row."""
    checked = Checked(table, file.shown, cells=file.rows, problems=list(file.problems), is_readable=file.is_readable)
    checked.hints, checked.ragged = file.hints, file.ragged
    for number, fld in enumerate(table.fields):
        readings = _readings(body_of(fld.descriptor), is_entry)
        values = []
        for line, cells in file.rows:
            value, fault = readings[cells[number]]
            values.append(value)
            if fault:
                cell = cells[number] or None
                checked.problems.append(Problem(file.shown, line, number + 1, fld.name, cell, *fault))
        checked.columns[fld.name] = values
    uniques = [(f.name,) for f in table.fields if f.constraints.get("unique")]
    for key in (table.primary_key, *table.unique_keys, *uniques):
        _check_unique(checked, key)
    return checked


def edtf_reason(text: str) -> str | None:
    """Return why a text of the right form is no EDTF date (ISO 8601-2) of the calendar, or None."""
    days = []
    for part in text.split("/"):
        plain = part.rstrip("~?%")
        kind = "day" if len(plain) == len("2024-06-18") else "month"
        try:
            date.fromisoformat(f"{plain}-01-01"[: len("2024-06-18")])
        except ValueError:
            return f"is not a {kind} of the calendar"
        days.append(plain)
    return "ends before it begins" if len(days) == 2 and days[1] < days[0][: len(days[1])] else None


@cache
def _readings(body: str, is_entry: bool) -> _Readings:
    descriptor = {"name": "field", **json.loads(body)}
    return _Readings(Field("field", descriptor["type"], descriptor), is_entry)


class _Readings(dict[str, Reading]):
    """The reading of each different cell of columns of one kind: its value, and what is wrong with it."""

    def __init__(self, fld: Field, is_entry: bool) -> None:
        import frictionless

        super().__init__()
        self.field = fld
        self.is_entry = is_entry
        self.read = frictionless.Field.from_descriptor(fld.descriptor).create_cell_reader()

    def __missing__(self, cell: str) -> Reading:
        fault = _text_fault(cell, self.field.type == "string") if self.is_entry and cell else None
        value, notes = self.read(cell)
        if fault is None and notes:
            fault = _fault(self.field, next(iter(notes)), cell)
        if fault is None and self.field.is_edtf and cell not in {"", ".."} and (reason := edtf_reason(cell)):
            fault = (reason, ())
        self[cell] = (value, fault)
        return self[cell]


def _text_fault(cell: str, is_text: bool) -> tuple[str, tuple[str, ...]] | None:
    reason = None
    if len(cell) > LONGEST_CELL:
        reason = f"has {len(cell)} characters, more than {LONGEST_CELL}"
    elif cell != cell.strip():
        reason = "begins or ends with a space"
    elif cell in SPREADSHEET_ERRORS:
        reason = "is an error of a spreadsheet"
    elif is_text and cell[0] in FORMULA:
        reason = f"begins with {cell[0]!r}, which a spreadsheet would run as a formula"
    elif not unicodedata.is_normalized("NFC", cell):
        reason = "is not in Unicode normal form C"
    elif not cell.isprintable():
        odd = next(c for c in cell if not c.isprintable())
        reason = None if odd == "\n" else f"has an invisible character U+{ord(odd):04X}"
    return (reason, ()) if reason else None


def _fault(fld: Field, kind: str, cell: str) -> tuple[str, tuple[str, ...]]:
    limit = fld.constraints.get(kind)
    odd = next((c for c in cell if not c.isascii() and c.isalpha()), None)
    if kind == "type":
        return KINDS.get(fld.type, f"is not of type {fld.type}"), ()
    if kind == "required":
        return "is empty, and a value is required", ()
    if kind == "enum":
        return f"is not one of {', '.join(map(str, limit or ()))}", nearest(cell, map(str, limit or ()))
    if kind == "pattern" and fld.is_edtf:
        return "is not an EDTF date such as 2024-06-18, 2024-06 or 2024", ()
    if kind == "pattern" and odd:
        return f"has {odd!r}, {unicodedata.name(odd, 'a letter without a name')}, where only ASCII may stand", ()
    if kind == "pattern":
        return WORDS.get(str(limit), f"does not have the form {limit}"), ()
    return f"{LIMITS.get(kind, kind)} {limit}", ()


def _check_unique(checked: Checked, key: tuple[str, ...]) -> None:
    places = [checked.table.header.index(name) for name in key]
    first: dict[tuple[str, ...], int] = {}
    for line, cells in checked.cells:
        value = tuple(cells[place] for place in places)
        if not any(value):
            continue
        if value in first:
            reason = f"is a duplicate key, first on line {first[value]}"
            place = Problem(checked.shown, line, places[0] + 1, ",".join(key), "|".join(value), reason)
            checked.problems.append(place)
        else:
            first[value] = line


def _check_references(checked: Checked, key: ForeignKey, target: Checked) -> None:
    places = [checked.table.header.index(name) for name in key.fields]
    known = target.typed(key.referenced)
    column = key.referenced[-1]
    faulty = {(p.line, p.field) for p in checked.problems}
    names, broken = {words[-1] for words in known}, target.broken(column)
    near_to: dict[str, tuple[str, ...]] = {}
    reason = f"is not a known {column} ({target.table.name}.{column})"
    for line, cells in checked.cells:
        value = tuple(cells[place] for place in places)
        if not any(value) or value in known or (line, key.fields[-1]) in faulty:
            continue
        if not target.is_readable or nearest(value[-1], broken):
            checked.held_back.add(line)
            continue
        if value[-1] not in near_to:
            near_to[value[-1]] = _near(target, column, value[-1], names) if len(near_to) < SHOWN else ()
        near = near_to[value[-1]]
        place = Problem(checked.shown, line, places[-1] + 1, key.fields[-1], "|".join(value), reason, near)
        checked.problems.append(place)


def _near(target: Checked, column: str, value: str, names: set[str]) -> tuple[str, ...]:
    """Return what may have been meant: what stands in a row that has the value in another column, or like names."""
    place = target.table.header.index(column)
    meant = next((cells[place] for _, cells in target.cells if value in cells), None)
    return (meant,) if meant else nearest(value, names)


def _keep_good_rows(checked: Checked) -> None:
    bad = {problem.line for problem in checked.problems} | checked.held_back
    good = [number for number, (line, _) in enumerate(checked.cells) if line not in bad]
    checked.lines = [checked.cells[number][0] for number in good]
    for name, values in checked.columns.items():
        checked.columns[name] = [values[number] for number in good]
