"""Rows as frictionless parses them, each different cell of a column read once by frictionless' own reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from frictionless import FrictionlessException

from pipelines.tableschema.judge import Judge

BATCH = 4000
FIRST = 250  # a small first batch: a limit may end the run soon
REMEMBERED = 100_000
Numbered = tuple[int, list[str]]


def read_safely(reader: Any, cell: str | None, *, is_key: bool = False) -> tuple[Any, dict[str, str] | None]:
    """Return what a reader says; where it fails, a note, so that the judge meets the failure in its turn."""
    try:
        value, notes = reader(cell)
        if is_key:
            hash(value)
    except Exception as error:  # what a reader raises is frictionless' affair
        return None, {"failure": str(error)}
    return value, notes


class Column:
    """What frictionless' reader says of the cells of a column; forgets all when it knows too many."""

    def __init__(self, reader: Any, missing: Iterable[str], is_good: Any, *, is_key: bool, is_free: bool) -> None:
        """Keep values for key columns; a free column has no cell that could be wrong."""
        self.reader = reader
        self.is_good = is_good
        self.missing = frozenset(missing)
        self.is_key = is_key
        self.is_free = is_free and not is_key
        self.values: dict[str, Any] = {}
        self.bad: set[str] = set()

    def read(self, cells: tuple[str, ...]) -> frozenset[str] | set[str]:
        """Return those of the cells that are bad."""
        if self.is_free:
            return frozenset()
        if len(self.values) > REMEMBERED:
            self.values, self.bad = {}, set()
        different = set(cells)
        for cell in [cell for cell in different if cell not in self.values]:
            value, notes = read_safely(self.reader, cell, is_key=self.is_key)
            self.values[cell] = value if self.is_key else None
            # NaN is no duplicate of itself, though one object would stand for both here
            if notes or value != value or not self.is_good(value):
                self.bad.add(cell)
        return different & self.bad if self.bad else self.bad


class Rows:
    """The rows of a table that have errors, and the count of all."""

    def __init__(self, judge: Judge, columns: list[Column]) -> None:
        """Take the judge and, in order of the expected fields, the columns."""
        self.count = 0
        self.judge = judge
        self.columns = columns
        names = list(judge.handlers)
        places = {name: number for number, name in enumerate(names)}
        keys = judge.keys
        self.unique = [(places[name], judge.unique_seen[name]) for name in keys.unique]
        self.primary = [places[name] for name in keys.primary]
        self.references = [([places[n] for n in ref.fields], ref.known) for ref in keys.references]
        self.extra = [([places[n] for n in key], judge.extra_seen[key]) for key in keys.extra]
        self.has_keys = bool(self.unique or self.primary or self.references or self.extra)

    def faulty(self, stream: Iterable[Numbered], resource: Any) -> Iterator[Any]:
        """Return the rows with errors in order, `resource.stats.rows` counting as frictionless does.

        May be called again with the rows that follow.
        """
        for batch in batches(stream):
            for place in self._suspects(batch):
                number, cells = batch[place]
                resource.stats.rows = self.count + place + 1
                yield self.judge.read(cells, number)
            self.count += len(batch)
        resource.stats.rows = self.count

    def _suspects(self, batch: list[Numbered]) -> Iterator[int]:
        width = len(self.columns)
        suspects = {place for place, (_, cells) in enumerate(batch) if len(cells) != width}
        regular = [place for place in range(len(batch)) if place not in suspects] if suspects else range(len(batch))
        columns = list(zip(*(batch[place][1] for place in regular), strict=True))
        if columns:
            for column, cells in zip(self.columns, columns, strict=True):
                if bad := column.read(cells):
                    suspects.update(place for place, cell in zip(regular, cells, strict=True) if cell in bad)
            suspects.update(self._blank(regular, columns))
        if not self.has_keys:
            yield from sorted(suspects)
            return
        values = {number: self._values(number, columns) for number in self._key_columns()} if columns else {}
        if not suspects and self._keep_all([number for number, _ in batch], values):
            return
        at = {place: number for number, place in enumerate(regular)}
        for place, (number, _) in enumerate(batch):
            if place in suspects or not self._keep(at[place], number, values):
                yield place

    def _key_columns(self) -> set[int]:
        groups = [self.primary, *(places for places, _ in [*self.references, *self.extra])]
        return {place for group in groups for place in group} | {place for place, _ in self.unique}

    def _values(self, number: int, columns: list[tuple[str, ...]]) -> list[Any]:
        values = self.columns[number].values
        return [values[cell] for cell in columns[number]]

    def _blank(self, regular: Iterable[int], columns: list[tuple[str, ...]]) -> list[int]:
        left = list(enumerate(regular))
        for column, cells in zip(self.columns, columns, strict=True):
            left = [(at, place) for at, place in left if cells[at] in column.missing]
            if not left:
                break
        return [place for _, place in left]

    def _keep_all(self, numbers: list[int], values: dict[int, list[Any]]) -> bool:
        """Remember the keys of a batch of good rows at once; false, and nothing done, where one may be at fault."""
        groups = [(values[place], seen) for place, seen in self.unique]
        wide = [*self.extra, *([(self.primary, self.judge.primary_seen)] if self.primary else [])]
        groups += [(list(zip(*(values[place] for place in places), strict=True)), seen) for places, seen in wide]
        for keys, seen in groups:
            different = set(keys)
            if len(different) < len(numbers) or not seen.isdisjoint(different):
                return False
            if None in different or any(None in key for key in different if isinstance(key, tuple)):
                return False
        for places, known in self.references:
            if not all(key in known for key in set(zip(*(values[place] for place in places), strict=True))):
                return False
        for keys, seen in groups:
            seen.update(zip(keys, numbers, strict=True))
        return True

    def _keep(self, at: int, number: int, values: dict[int, list[Any]]) -> bool:
        """Remember a good row's keys; false where one of them is at fault, so that the judge must say which."""
        groups = [(values[place][at], seen) for place, seen in self.unique]
        groups += [(tuple(values[place][at] for place in places), seen) for places, seen in self.extra]
        if self.primary:
            primary = tuple(values[place][at] for place in self.primary)
            groups.append((primary, self.judge.primary_seen))
            if set(primary) == {None}:
                return False
        if any(key in seen for key, seen in groups):
            return False
        for places, known in self.references:
            cells = tuple(values[place][at] for place in places)
            if cells not in known and set(cells) != {None}:
                return False
        for key, seen in groups:
            if key is not None:  # the judge passes over keys of `uniqueKeys` with an empty cell
                seen[key] = number
        return True


def batches(stream: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    """Return rows in batches; where the file cannot be read on, first what was read, then the error."""
    batch: list[Numbered] = []
    failure, size = None, FIRST
    rows = iter(stream)
    while failure is None:
        try:
            batch.append(next(rows))
        except StopIteration:
            break
        except FrictionlessException as error:
            failure = error
        if len(batch) >= size:
            yield batch
            batch, size = [], min(size * 2, BATCH)
    if batch:
        yield batch
    if failure is not None:
        raise failure
