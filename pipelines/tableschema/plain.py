"""Plain CSV files in DuckDB: SQL proves rows good, and says which rows frictionless must read itself."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb
from frictionless.formats.csv import CsvControl

from pipelines.ddl import literal
from pipelines.tableschema.cells import read_safely
from pipelines.tableschema.judge import Judge
from pipelines.tableschema.keys import CHUNK, keys_of
from pipelines.tableschema.prove import Proof, is_among, proof
from pipelines.tableschema.scan import Scan, lines, scan, seams

DELIMITERS = (",", ";", "|", "\t")
MEMORY = "700MB"
UNSET = "\x1f"  # no plain file has it
LONGEST_LINE = 1 << 18
BUFFER = 1 << 23  # bytes that a thread takes at once
SAMPLES = 64
PART = 1_000_000  # keys looked through at once


@dataclass
class Plain:
    """A plain file: frictionless' fields and dialect for it, what proves its cells, and where its lines lie."""

    path: Path
    fields: list[Any]
    missing: dict[str, list[str]]
    control: Any
    header: int
    found: Scan


def plain_file(resource: Any, fields: list[Any], missing: dict[str, list[str]], least: int) -> Plain | str:
    """Return the file of an opened resource if every reader reads it alike and it has so many bytes, or why not."""
    dialect, control = resource.dialect, CsvControl.from_dialect(resource.dialect)
    if resource.compression or resource.multipart or resource.innerpath or resource.scheme != "file":
        return "it is not one plain file"
    if resource.encoding != "utf-8":
        return f"its encoding is {resource.encoding}"
    if control.delimiter not in DELIMITERS or control.skip_initial_space:
        return "its delimiter is not , ; | or tab"
    if dialect.comment_rows or dialect.skip_blank_rows or not dialect.header_case:
        return "its dialect leaves rows out"
    if dialect.header and dialect.header_rows != [1]:
        return "its header is not the first row"
    path = Path(resource.normpath)
    if path.stat().st_size < least:
        return "it is small"
    python = control.to_python()
    may_quote = python.quotechar == '"' and python.doublequote and python.quoting == csv.QUOTE_MINIMAL
    special = [None if may_quote else control.quote_char, control.escape_char, dialect.comment_char]
    seam = seams(control.delimiter.encode()) if may_quote else None
    found = scan(path, [character.encode() for character in special if character], seam)
    if found.reason:
        return found.reason
    return Plain(path, fields, missing, control, int(bool(dialect.header)), found)


@contextmanager
def opened(threads: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a DuckDB in memory that spills to disk; memory and disk are free afterwards."""
    with tempfile.TemporaryDirectory(prefix="tableschema-") as folder:
        settings: dict[str, str | bool | int | float | list[str]] = {"threads": threads}
        settings |= {"memory_limit": MEMORY, "temp_directory": folder}
        with duckdb.connect(":memory:", config=settings) as connection:
            connection.execute("SET disabled_optimizers = 'in_clause'")  # it makes joins, which lose the order of rows
            yield connection


def different(plain: Plain, places: list[int], threads: int) -> set[tuple[str | None, ...]]:
    """Return the different texts in some columns (by place, -1 for none); None where a row has no such cell."""
    columns = ", ".join(f"c{place}" if place >= 0 else "NULL::VARCHAR" for place in places)
    texts: set[tuple[str | None, ...]] = set()
    with opened(threads) as connection:
        cursor = connection.execute(f"SELECT DISTINCT {columns} FROM {_source(plain)}")
        while chunk := cursor.fetchmany(CHUNK):
            texts.update(chunk)
    return texts


def _source(plain: Plain) -> str:
    names = [*(f"c{number}" for number in range(len(plain.fields))), "beyond"]
    types = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in names)
    quote = literal('"') if plain.found.is_quoted else "''"
    end = literal(plain.found.end.replace("\r", "\\r").replace("\n", "\\n"))
    return (
        f"read_csv({literal(_no_glob(plain.path))}, columns={{{types}}}, header=false, skip={plain.header}, "
        f"auto_detect=false, delim={literal(plain.control.delimiter)}, quote={quote}, escape={quote}, comment='', "
        f"null_padding=true, nullstr={literal(UNSET)}, strict_mode=false, new_line={end}, "
        f"max_line_size={LONGEST_LINE}, buffer_size={BUFFER}, compression='none')"
    )


class Proved:
    """The rows of a plain file that SQL could not prove good, in a DuckDB that is gone when it is closed."""

    def __init__(self, plain: Plain, judge: Judge, threads: int) -> None:
        """Read the file once.

        Raises:
            duckdb.Error: DuckDB reads the file in another way than it was scanned.
            Unprovable: a key has values that may be written in several ways.

        """
        self.plain, self.judge = plain, judge
        self.columns = {fld.name: f"c{number}" for number, fld in enumerate(plain.fields)}
        self.keys = keys_of(judge.keys, plain.fields, self.columns, plain.missing)
        with ExitStack() as stack:
            self.connection = stack.enter_context(opened(threads))
            for reference in self.keys.references:
                reference.load(self.connection)
            self._prove()
            self.close = stack.pop_all().close

    def _prove(self) -> None:
        """Make `proved`, in which a row's id is its place in the file; raises where that does not hold."""
        proofs = [self._proof(fld) for fld in self.plain.fields]
        parts = [f"{self._bad(proofs)} AS bad", f"hash({self.columns[self.plain.fields[0].name]}) AS mark"]
        parts += [f"{key.sql} AS k{number}" for number, key in enumerate(self.keys.groups)]
        parts += [f"{reference.sql} AS r{number}" for number, reference in enumerate(self.keys.references)]
        self.read = [fld.name for fld, p in zip(self.plain.fields, proofs, strict=True) if p.is_read]
        parts += [f"{self.columns[name]} AS t{number}" for number, name in enumerate(self.read)]
        query = f"SELECT {', '.join(parts)} FROM {_source(self.plain)}"
        plan = self.connection.execute(f"EXPLAIN {query}").fetchall()[0][1]
        if "JOIN" in plan or "HASH" in plan:
            raise duckdb.InvalidInputException("the plan may lose the order of rows")
        self.connection.execute(f"CREATE TABLE proved AS {query}")
        self._check_order()

    def _check_order(self) -> None:
        """Hold some rows against the file's lines."""
        lines_below = self.plain.found.lines - self.plain.header
        rows = self.connection.execute("SELECT count(*) FROM proved").fetchall()[0][0]
        if rows != lines_below:
            raise duckdb.InvalidInputException("rows are not lines")
        ids = sorted({lines_below * part // SAMPLES for part in range(SAMPLES)} | {max(lines_below - 1, 0)})
        numbers = [number + 1 + self.plain.header for number in ids] if rows else []
        first = [cells[0] for _, cells in self._read(numbers)]
        query = "SELECT count(*) FROM (SELECT unnest(?::BIGINT[]) AS id, unnest(?::VARCHAR[]) AS text) AS told "
        query += "JOIN proved ON proved.rowid = told.id AND proved.mark IS NOT DISTINCT FROM hash(told.text)"
        if self.connection.execute(query, [ids[: len(first)], first]).fetchall()[0][0] != len(first):
            raise duckdb.InvalidInputException("rows are not in the order of lines")

    def _read(self, numbers: list[int]) -> Iterator[tuple[int, list[str]]]:
        texts = lines(self.plain.path, self.plain.found, numbers)
        return zip(numbers, csv.reader(texts, dialect=self.plain.control.to_python()), strict=True)

    def _proof(self, fld: Any) -> Proof:
        column, is_key = self.columns[fld.name], fld.name in self.keys.names
        return proof(fld, column, is_key=is_key, missing=self.plain.missing[fld.name])

    def _bad(self, proofs: list[Proof]) -> str:
        columns = list(self.columns.values())
        conditions = [p.condition(column) for p, column in zip(proofs, columns, strict=True)]
        conditions += [f"NOT {blank}" for blank in self.keys.blanks]
        if not any(p.is_required for p in proofs):
            blanks = [is_among(column, p.missing) for p, column in zip(proofs, columns, strict=True)]
            conditions.append(f"NOT ({' AND '.join(blanks)})")
        conditions += [f"{columns[-1]} IS NOT NULL", "beyond IS NULL"]
        return f"NOT coalesce({' AND '.join(c for c in conditions if c)}, false)"

    def suspects(self) -> Iterator[tuple[int, list[str]]]:
        """Return the rows that were not proved, or share a key with another, as frictionless' (row number, cells)."""
        return self._read(self._numbers())

    def _numbers(self) -> list[int]:
        first = 1 + self.plain.header
        bad = [row[0] + first for row in self.connection.execute("SELECT rowid FROM proved WHERE bad").fetchall()]
        found = set(bad)
        if self.keys.groups:
            self._add_unproved(bad)
            for number in range(len(self.keys.groups)):
                for statement in _repeated(number, self.plain.found.lines):
                    self.connection.execute(statement)
                shared = f"SELECT rowid FROM proved WHERE NOT bad AND k{number} IN (FROM repeated{number})"
                found.update(row[0] + first for row in self.connection.execute(shared).fetchall())
        for number, reference in enumerate(self.keys.references):
            unknown = f"SELECT rowid FROM proved WHERE NOT bad AND r{number} NOT IN (FROM {reference.table})"
            found.update(row[0] + first for row in self.connection.execute(unknown).fetchall())
        for number, name in enumerate(self.read):
            found.update(row + first for row in self._misread(f"t{number}", name))
        return sorted(found)

    def _misread(self, column: str, name: str) -> list[int]:
        """Return the ids of rows in which frictionless' reader finds a cell bad; it reads each different cell once."""
        reader, texts = self.judge.handlers[name].reader, f"misread_{column}"
        is_good = self.judge.is_good
        self.connection.execute(f"CREATE TABLE {texts} (text VARCHAR)")
        cursor = self.connection.cursor().execute(f"SELECT DISTINCT {column} FROM proved WHERE NOT bad")
        while chunk := cursor.fetchmany(CHUNK):
            readings = [(text, *read_safely(reader, text)) for (text,) in chunk]
            if bad := [text for text, value, notes in readings if notes or not is_good(name, value)]:
                self.connection.execute(f"INSERT INTO {texts} SELECT unnest(?::VARCHAR[])", [bad])
        query = f"SELECT rowid FROM proved WHERE NOT bad AND {column} IN (FROM {texts})"
        return [row[0] for row in self.connection.execute(query).fetchall()]

    def _add_unproved(self, numbers: list[int]) -> None:
        """Add the keys of rows that were not proved, as frictionless reads them."""
        names = ", ".join(f"k{number} UBIGINT" for number in range(len(self.keys.groups)))
        self.connection.execute(f"CREATE TABLE unproved ({names})")
        readers = {name: self.judge.handlers[name].reader for name in self.keys.names}
        places = {name: list(self.columns).index(name) for name in self.keys.names}
        batch: list[list[str | None]] = []
        for _, cells in chain(self._read(numbers), [(0, None)]):
            if cells is not None:
                texts = {name: cells[place] if place < len(cells) else None for name, place in places.items()}
                values = {name: read_safely(read, texts[name])[0] for name, read in readers.items()}
                batch.append([key.text(values) for key in self.keys.groups])
            if batch and (cells is None or len(batch) == 5000):
                self._insert(batch)
                batch = []

    def _insert(self, batch: list[list[str | None]]) -> None:
        columns = [list(column) for column in zip(*batch, strict=True)]
        hashes = ", ".join(f"CASE WHEN u{n} IS NOT NULL THEN hash(u{n}) END" for n in range(len(columns)))
        unnested = ", ".join(f"unnest(?::VARCHAR[]) AS u{n}" for n in range(len(columns)))
        self.connection.execute(f"INSERT INTO unproved SELECT {hashes} FROM (SELECT {unnested})", columns)


def _repeated(number: int, rows: int) -> Iterator[str]:
    """Yield the statements that keep the keys that stand in more than one row, some of them at a time.

    A part is small enough for its hash table to stay in the processor's cache, and in memory however long the file.
    """
    key, kept = f"k{number}", f"repeated{number}"
    parts = 1 << min(max(rows // PART, 1).bit_length() - 1, 8)
    yield f"CREATE TABLE {kept} AS SELECT {key} FROM unproved WHERE {key} IS NOT NULL"
    for part in range(parts):
        some = f"NOT bad AND {key} & {parts - 1} = {part}"
        yield f"INSERT INTO {kept} SELECT {key} FROM proved WHERE {some} GROUP BY {key} HAVING count(*) > 1"


def _no_glob(path: Path) -> str:
    """Return a path in which DuckDB finds no pattern."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in str(path))
