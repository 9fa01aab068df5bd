"""Orders the models by what they read FROM, runs them, and holds their rows against the public contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

import duckdb

from pipelines.contract import Contract, Table
from pipelines.ddl import checks, contract_views, duckdb_type, literal, quoted, row_id
from pipelines.locate import EMPTY, Locator
from pipelines.problems import InputError, Problem, nearest
from pipelines.project import Project
from pipelines.validate import Checked

UNREAD = "is typed, but there is no table and no model {0!r}: see README, Add a table"
MADE = {"raw.package", "raw.claim_results", "raw.claim_days"}  # what stages hand to models beside typed tables


@dataclass
class Workbench:
    """The tables in memory, what reads what, and what is wrong so far."""

    project: Project
    contract: Contract
    connection: duckdb.DuckDBPyConnection
    typed: Mapping[str, Checked]
    models: dict[str, str] = field(default_factory=dict)
    reads: dict[str, set[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    held_back: int = 0

    def tainted(self, name: str) -> bool:
        """Whether a table, view or rule rests on typed rows with problems: its own may only follow from them."""
        if name.startswith("raw."):
            checked = self.typed.get(name.removeprefix("raw."))
            return checked is not None and bool(checked.problems or checked.held_back)
        return any(self.tainted(read) for read in self.reads.get(name, ()))

    def rests_on(self, name: str, changed: set[str]) -> bool:
        """Whether a table, view or rule reads any of the names, by whatever way."""
        return bool(self.reads.get(name, set()) & changed) or any(
            self.rests_on(read, changed) for read in self.reads.get(name, ())
        )

    def note(self, name: str, problems: list[Problem]) -> None:
        """Keep the problems found in a table or by a rule, or hold them back where they may only follow from others."""
        if problems and self.tainted(name):
            self.held_back += len(problems)
        else:
            self.problems += problems


def load_macros(connection: duckdb.DuckDBPyConnection, project: Project) -> None:
    """Create the SQL functions the models use, those that read tables excepted (they come with the tables)."""
    for path in project.sql("macros").values():
        text = path.read_text(encoding="utf-8")
        if not is_table_macro(text):
            execute(connection, text, project.relative(path))


def is_table_macro(text: str) -> bool:
    """Whether a macro returns a table."""
    return bool(re.search(r"\bAS\s+TABLE\b", text, re.IGNORECASE))


def run(bench: Workbench) -> dict[str, int]:
    """Run every model and return the rows of each table.

    Raises:
        InputError: a model is missing, cannot run, reads what does not exist, or the models go in a circle.

    """
    models = bench.project.sql("models")
    views = contract_views(bench.contract)
    bench.models = {name: path.read_text(encoding="utf-8").rstrip().rstrip(";") for name, path in models.items()}
    shown = {name: bench.project.relative(path) for name, path in models.items()}
    _check_names(bench, shown)
    for name, sql in (bench.models | views).items():
        bench.reads[name] = tables_read(bench.connection, sql, shown.get(name, name))
    counts = {}
    for name in _ordered(bench, shown):
        if name in views:
            bench.connection.execute(f"CREATE VIEW {quoted(name)} AS {views[name]}")
        else:
            counts[name] = _run_model(bench, bench.contract.tables[name], shown[name])
    _check_references(bench)
    return {name: counts[name] for name in bench.contract.tables}


def run_again(bench: Workbench, changed: set[str]) -> dict[str, int]:
    """Make those tables anew that rest on `changed` (names as models read them), and return their rows."""
    order = TopologicalSorter(bench.reads).static_order()
    counts = {}
    for name in [one for one in order if one in bench.models and bench.rests_on(one, changed)]:
        bench.connection.execute(f"DROP TABLE {quoted(name)}")
        counts[name] = _run_model(bench, bench.contract.tables[name], f"pipelines/models/{name}.sql")
    return counts


def execute(connection: duckdb.DuckDBPyConnection, sql: str, shown: str) -> duckdb.DuckDBPyConnection:
    """Run a contributor's SQL; an error of DuckDB becomes a problem of that file."""
    try:
        return connection.execute(sql)
    except duckdb.IOException:
        raise  # the disk, not the query
    except duckdb.Error as error:
        raise InputError([_sql_problem(error, shown)]) from None


def tables_read(connection: duckdb.DuckDBPyConnection, sql: str, shown: str) -> set[str]:
    """Return the names of the tables a query reads, `raw.` in front of typed ones."""
    try:
        names = connection.get_table_names(sql, qualified=True)
    except duckdb.Error as error:
        raise InputError([_sql_problem(error, shown)]) from None
    return {name.partition(" AS ")[0].replace('"', "") for name in names}


def _sql_problem(error: duckdb.Error, shown: str) -> Problem:
    line = int(found[1]) if (found := re.search(r"^LINE (\d+):", str(error), re.MULTILINE)) else 0
    return Problem(shown, line, 0, "", None, str(error).partition("\n")[0])


def _check_names(bench: Workbench, shown: Mapping[str, str]) -> None:
    promised = bench.contract.tables
    missing = [
        Problem(f"pipelines/models/{n}.sql", 0, 0, "", None, f"is missing: datapackage.json promises the table {n!r}")
        for n in promised
        if n not in shown
    ]
    extra = [
        Problem(path, 0, 0, "", None, f"makes a table {n!r} that datapackage.json does not promise")
        for n, path in shown.items()
        if n not in promised
    ]
    unread = [
        Problem(
            checked.shown,
            0,
            0,
            "",
            None,
            f"is typed, but there is no table and no model {n!r}: see README, Add a table",
        )
        for n, checked in bench.typed.items()
        if n not in promised
    ]
    headless = [
        Problem(shown[n], 1, 0, "", None, "lacks a header comment that says what a row is: -- One row per …")
        for n, sql in bench.models.items()
        if not sql.startswith("--")
    ]
    if problems := missing + extra + unread + headless:
        raise InputError(problems)


def _ordered(bench: Workbench, shown: Mapping[str, str]) -> list[str]:
    raw = {f"raw.{name}" for name in bench.typed} | MADE
    problems = []
    for name, read in bench.reads.items():
        for unknown in sorted(read - raw - set(bench.reads)):
            near = nearest(unknown, raw | set(bench.reads))
            reason = "is read, but no such table exists"
            problems.append(Problem(shown.get(name, name), 0, 0, "", unknown, reason, near))
    if problems:
        raise InputError(problems)
    try:
        return list(TopologicalSorter({n: r - raw for n, r in bench.reads.items()}).static_order())
    except CycleError as error:
        circle = error.args[1]
        reason = f"reads itself in a circle: {' <- '.join(circle)}"
        raise InputError([Problem(shown.get(circle[0], circle[0]), 0, 0, "", None, reason)]) from None


def _run_model(bench: Workbench, table: Table, shown: str) -> int:
    connection, sql = bench.connection, bench.models[table.name]
    columns = [column[0] for column in execute(connection, f"FROM (\n{sql}\n) LIMIT 0", shown).description or []]
    lacking = [name for name in table.header if name not in columns]
    extra = [name for name in columns if name not in [*table.header, "_line"]]
    if lacking or extra:
        said = [f"lacks the column {name!r}" for name in lacking] + [f"has an extra column {name!r}" for name in extra]
        raise InputError([Problem(shown, 0, 0, "", None, reason) for reason in said])
    cast = ", ".join(f"CAST({quoted(f.name)} AS {duckdb_type(f)}) AS {quoted(f.name)}" for f in table.fields)
    execute(connection, f"CREATE TABLE {quoted(table.name)} AS SELECT {cast} FROM (\n{sql}\n)", shown)
    count = _check_rows(bench, table, "_line" if "_line" in columns else "CAST(NULL AS BIGINT)")
    if "_line" in columns and count < len(bench.typed[table.name].lines):
        _check_lost(bench, table)
    return count


def _check_rows(bench: Workbench, table: Table, line: str) -> int:
    """Hold a table against the contract: one quick scan, and cell by cell only where it finds something; count rows."""
    faults = list(_faults(table))
    keys = list(dict.fromkeys([table.primary_key, *table.unique_keys, *_unique_fields(table)]))
    quick = [f"count(*) FILTER ({condition}) > 0" for _, condition, _ in faults]
    for listed, there in [(_listed(key), _present(key)) for key in keys]:
        quick.append(f"count(*) FILTER ({there}) > count(DISTINCT ({listed})) FILTER ({there})")
    scanned = bench.connection.execute(f"SELECT count(*), {' OR '.join(quick)} FROM {quoted(table.name)}").fetchall()
    if not scanned[0][1]:
        return int(scanned[0][0])
    head, origin = f"SELECT {row_id(table)} AS row_id", f"{line} FROM ({bench.models[table.name]}) AS made"
    selects = [f"{head}, '{name}', {literal(said)}, {origin} WHERE {condition}" for name, condition, said in faults]
    for key in keys:
        again = f"row_number() OVER (PARTITION BY {_listed(key)} ORDER BY {line}) > 1"
        said = literal(f"is a duplicate key ({', '.join(key)})")
        selects.append(f"{head}, '{key[-1]}', {said}, {origin} WHERE {_present(key)} QUALIFY {again}")
    found = bench.connection.execute("\nUNION ALL ".join(selects)).fetchall()
    locator = Locator(bench.project, bench.connection, bench.typed, bench.models)
    bench.note(table.name, [locator.problem(table, row, name, said, at) for row, name, said, at in found])
    return int(scanned[0][0])


def _check_lost(bench: Workbench, table: Table) -> None:
    made = f"SELECT _line FROM ({bench.models[table.name]}) AS made"
    lost = f"SELECT _line FROM raw.{quoted(table.name)} WHERE _line NOT IN ({made}) ORDER BY _line"
    shown, reason = bench.typed[table.name].shown, f"is lost in pipelines/models/{table.name}.sql: join with LEFT JOIN"
    lines = [row[0] for row in bench.connection.execute(lost).fetchall()]
    bench.note(table.name, [Problem(shown, line, 0, "", None, reason) for line in lines])


def _faults(table: Table) -> Iterator[tuple[str, str, str]]:
    for fld in table.fields:
        if fld.is_required:
            yield fld.name, f"{quoted(fld.name)} IS NULL", EMPTY
        for condition, said in checks(fld):
            yield fld.name, f"NOT ({condition})", said


def _unique_fields(table: Table) -> list[tuple[str, ...]]:
    return [(fld.name,) for fld in table.fields if fld.constraints.get("unique")]


def _listed(key: tuple[str, ...]) -> str:
    return ", ".join(map(quoted, key))


def _present(key: tuple[str, ...]) -> str:
    return " AND ".join(f"{quoted(name)} IS NOT NULL" for name in key)


def _dangling(bench: Workbench) -> set[tuple[str, str]]:
    """Return the (table, field) of simple references that lead nowhere somewhere: one query per table referred to."""
    referring: dict[tuple[str, str], list[str]] = {}
    for table in bench.contract.tables.values():
        for key in [one for one in table.foreign_keys if len(one.fields) == 1]:
            name = key.fields[0]
            place = f"{literal(table.name)} AS child, {literal(name)} AS field, {quoted(name)} AS value"
            select = f"SELECT DISTINCT {place} FROM {quoted(table.name)} WHERE {quoted(name)} IS NOT NULL"
            referring.setdefault((key.table or table.name, key.referenced[0]), []).append(select)
    found: set[tuple[str, str]] = set()
    for (target, column), selects in referring.items():
        known = f"SELECT 1 FROM {quoted(target)} AS parent WHERE parent.{quoted(column)} = referred.value"
        union = " UNION ALL ".join(selects)
        sql = f"SELECT DISTINCT child, field FROM ({union}) AS referred WHERE NOT EXISTS ({known})"
        found |= {(child, field) for child, field in bench.connection.execute(sql).fetchall()}
    return found


def _check_references(bench: Workbench) -> None:
    locator = Locator(bench.project, bench.connection, bench.typed, bench.models)
    dangling = _dangling(bench)
    for table in bench.contract.tables.values():
        for key in [
            one for one in table.foreign_keys if len(one.fields) > 1 or (table.name, one.fields[0]) in dangling
        ]:
            target = key.table or table.name
            same = " AND ".join(
                f"child.{quoted(a)} = parent.{quoted(b)}" for a, b in zip(key.fields, key.referenced, strict=True)
            )
            present = " AND ".join(f"child.{quoted(name)} IS NOT NULL" for name in key.fields)
            value = " || '|' || ".join(f"child.{quoted(name)}" for name in key.fields)
            found = bench.connection.execute(
                f"SELECT {row_id(table, 'child')}, {value} FROM {quoted(table.name)} AS child "
                f"WHERE {present} AND NOT EXISTS (SELECT 1 FROM {quoted(target)} AS parent WHERE {same})"
            ).fetchall()
            reason = f"is not a known {key.referenced[-1]} ({target}.{key.referenced[-1]})"
            problems = [locator.problem(table, row, key.fields[-1], reason) for row, _ in found]
            if problems and bench.tainted(target):
                bench.held_back += len(problems)
            else:
                bench.note(table.name, problems)
