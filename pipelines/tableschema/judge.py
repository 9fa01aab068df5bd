"""Speaks the verdict on a row: frictionless' own `Row`, and its checks of keys in its own order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from frictionless import errors
from frictionless.table import Row

from pipelines.tableschema.clock import TIMEOUT, timed
from pipelines.tableschema.seen import Seen

WIDEST = 1000  # cells beyond the header that a report shows of one row: it grows with their square


class PatternTimeoutError(errors.ConstraintError):  # type: ignore[misc]
    """A cell whose pattern could not be decided in time: our one addition to frictionless' verdicts."""

    type = TIMEOUT
    title = "Pattern Timeout"
    description = "The pattern of a field backtracks on this cell without coming to an end."


class UniqueKeyError(errors.RowError):  # type: ignore[misc]
    """A row whose values of a key in `uniqueKeys` stand in another row (Data Package v2; frictionless ignores it)."""

    type = "unique-key"
    title = "UniqueKey Error"
    description = "Values of a unique key should be unique for every row"
    template = 'Row at position "{rowNumber}" violates the unique key: {note}'


class CategoryError(errors.CellError):  # type: ignore[misc]
    """A cell outside its field's `categories` (Data Package v2; frictionless ignores it)."""

    type = "category-error"
    title = "Category Error"
    description = "A field value is not one of its categories"
    template = (
        'The cell "{cell}" in row at position "{rowNumber}" and field "{fieldName}" at position "{fieldNumber}" '
        "is not one of its categories"
    )


@dataclass(frozen=True)
class Reference:
    """A foreign key: its columns, where they point, and the values that stand there."""

    fields: tuple[str, ...]
    resource: str
    referenced: tuple[str, ...]
    known: Seen
    forms: tuple[str | None, ...] = ()


@dataclass
class Keys:
    """The keys of a table by field name, as frictionless applies them; `extra` are those it ignores."""

    unique: tuple[str, ...] = ()
    primary: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    extra: tuple[tuple[str, ...], ...] = ()

    @property
    def groups(self) -> list[tuple[str, ...]]:
        """The columns of every key that must not repeat."""
        return [*((name,) for name in self.unique), *([self.primary] if self.primary else []), *self.extra]


@dataclass
class Judge:
    """Reads rows in order; `seen` holds for each key the row in which a value was met last."""

    handlers: dict[str, Any]
    keys: Keys
    categories: dict[str, frozenset[Any]] = field(default_factory=dict)
    apart: list[errors.Error] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Put a clock on patterns that may backtrack without end."""
        self.unique_seen = {name: Seen() for name in self.keys.unique}
        self.primary_seen = Seen()
        self.extra_seen = {key: Seen() for key in self.keys.extra}
        for name, handler in self.handlers.items():
            reader = handler.reader
            if pattern := handler.field.constraints.get("pattern"):
                reader = timed(reader, pattern)
            self.handlers[name] = handler._replace(reader=reader)

    def is_good(self, name: str, value: Any) -> bool:
        """Whether a value that frictionless accepts is one of its field's categories, if it has any."""
        return value is None or name not in self.categories or value in self.categories[name]

    def read(self, cells: list[str], number: int) -> Row:
        """Return frictionless' row with all its errors; must be called in order of rows."""
        extra = len(cells) - len(self.handlers) - WIDEST
        row = Row(cells[:-extra] if extra > 0 else cells, handlers=self.handlers, row_number=number)
        self._check_unique(row)
        if self.keys.primary:
            self._check_primary(row)
        for reference in self.keys.references:
            _check_reference(row, reference)
        if any(error.note.endswith(" s") and TIMEOUT in error.note for error in row.errors):
            row.errors[:] = [_as_timeout(error) for error in row.errors]
        for number_beyond in range(len(cells) - max(extra, 0) + 1, len(cells) + 1):
            row.errors.append(_extra_cell(row, cells[number_beyond - 1], number_beyond))
        self._check_apart(row)
        return row

    def _check_unique(self, row: Row) -> None:
        for name, seen in self.unique_seen.items():
            cell = row[name]
            if cell is not None:
                match = seen.get(cell)
                seen[cell] = row.row_number
                if match:
                    note = f"the same as in the row at position {match}"
                    row.errors.append(errors.UniqueError.from_row(row, note=note, field_name=name))

    def _check_primary(self, row: Row) -> None:
        cells = tuple(row[name] for name in self.keys.primary)
        if set(cells) == {None}:
            note = 'cells composing the primary keys are all "None"'
            row.errors.append(errors.PrimaryKeyError.from_row(row, note=note))
            return
        match = self.primary_seen.get(cells)
        self.primary_seen[cells] = row.row_number
        if match:
            note = f"the same as in the row at position {match}"
            row.errors.append(errors.PrimaryKeyError.from_row(row, note=note))

    def _check_apart(self, row: Row) -> None:
        for key, seen in self.extra_seen.items():
            cells = tuple(row[name] for name in key)
            if None in cells:
                continue
            if match := seen.get(cells):
                note = f'"{", ".join(key)}" is the same as in the row at position {match}'
                self.apart.append(UniqueKeyError.from_row(row, note=note))
            seen[cells] = row.row_number
        for name in self.categories:
            if not self.is_good(name, row[name]):
                self.apart.append(CategoryError.from_row(row, note="", field_name=name))


def _check_reference(row: Row, reference: Reference) -> None:
    cells = tuple(row[name] for name in reference.fields)
    if set(cells) == {None} or cells in reference.known:
        return
    note = 'for "{}": values "{}" not found in the lookup table "{}" as "{}"'.format(
        ", ".join(reference.fields),
        ", ".join(str(cell) for cell in cells),
        reference.resource,
        ", ".join(reference.referenced),
    )
    error = errors.ForeignKeyError.from_row(
        row,
        note=note,
        field_names=list(reference.fields),
        field_values=list(cells),
        reference_name=reference.resource,
        reference_field_names=list(reference.referenced),
    )
    row.errors.append(error)


def _as_timeout(error: Any) -> Any:
    if not (isinstance(error, errors.ConstraintError) and error.note.startswith(f"{TIMEOUT}: ")):
        return error
    return PatternTimeoutError(
        note=error.note.removeprefix(f"{TIMEOUT}: "),
        cells=error.cells,
        row_number=error.row_number,
        cell=error.cell,
        field_name=error.field_name,
        field_number=error.field_number,
    )


def _extra_cell(row: Row, cell: str, number: int) -> errors.ExtraCellError:
    return errors.ExtraCellError(
        note="", cells=[], row_number=row.row_number, cell=cell, field_name="", field_number=number
    )
