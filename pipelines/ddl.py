"""Table Schema -> DuckDB: types, constraints, comments, and the views that say in SQL what the contract promises."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import TopologicalSorter

from pipelines.contract import Contract, Field, Table

TYPES = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "year": "BIGINT"}
SPELL = ("began_earliest", "began_latest", "ended_earliest", "ended_latest")


def quoted(name: str) -> str:
    """Return an identifier in double quotes."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return a text in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def duckdb_type(field: Field) -> str:
    """Return the DuckDB type of a field; closed lists stay VARCHAR, as an ENUM sorts by position."""
    return TYPES.get(field.type, "VARCHAR")


def row_id(table: Table, alias: str = "") -> str:
    """Return the SQL of a row's id: the values of its primary key joined by `|`."""
    prefix = f"{alias}." if alias else ""
    return " || '|' || ".join(f"CAST({prefix}{quoted(name)} AS VARCHAR)" for name in table.primary_key)


def checks(field: Field) -> Iterator[tuple[str, str]]:
    """Yield what a cell must satisfy beside its type: (SQL condition, what is said where it is false)."""
    column, limits = quoted(field.name), field.constraints
    if codes := limits.get("enum"):
        listed = ", ".join(literal(str(code)) if duckdb_type(field) == "VARCHAR" else str(code) for code in codes)
        yield f"{column} IN ({listed})", f"is not one of {', '.join(map(str, codes))}"
    if pattern := limits.get("pattern"):
        yield f"regexp_full_match({column}, {literal(pattern)})", f"does not have the form {pattern}"
    for name, sign, words in (("minimum", ">=", "is below"), ("maximum", "<=", "is above")):
        if name in limits:
            limit = str(limits[name]) if field.type in {"integer", "number", "year"} else literal(str(limits[name]))
            yield f"{column} {sign} {limit}", f"{words} {limits[name]}"


def create_published(table: Table) -> str:
    """Return the CREATE TABLE of the published file: NOT NULL, CHECK, UNIQUE, PRIMARY KEY, FOREIGN KEY."""
    lines = []
    for field in table.fields:
        conditions = "".join(f" CHECK ({condition})" for condition, _ in checks(field))
        needed = " NOT NULL" if field.is_required else ""
        unique = " UNIQUE" if field.constraints.get("unique") else ""
        lines.append(f"{quoted(field.name)} {duckdb_type(field)}{needed}{unique}{conditions}")
    lines.append(f"PRIMARY KEY ({_listed(table.primary_key)})")
    lines += [f"UNIQUE ({_listed(key)})" for key in table.unique_keys]
    lines += [
        f"FOREIGN KEY ({_listed(key.fields)}) REFERENCES {quoted(key.table)} ({_listed(key.referenced)})"
        for key in table.foreign_keys
        if key.table and key.table != table.name
    ]
    return f"CREATE TABLE {quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def comments(table: Table) -> Iterator[str]:
    """Yield the COMMENT ON statements of a table and its columns."""
    yield f"COMMENT ON TABLE {quoted(table.name)} IS {literal(table.descriptor.get('description', ''))}"
    for field in table.fields:
        target = f"{quoted(table.name)}.{quoted(field.name)}"
        yield f"COMMENT ON COLUMN {target} IS {literal(field.descriptor.get('description', ''))}"


def in_order_of_keys(contract: Contract) -> list[Table]:
    """Return the tables so that a table comes after those it refers to."""
    needs = {
        table.name: {key.table for key in table.foreign_keys if key.table and key.table != table.name}
        for table in contract.tables.values()
    }
    return [contract.tables[name] for name in TopologicalSorter(needs).static_order()]


def contract_views(contract: Contract) -> dict[str, str]:
    """Return the SELECTs, by name of view, that hold what rules need of every table alike.

    `contract_sources` has each fact row with its sources, `contract_rows` every row's id, `contract_spells` the rows
    with a begin and an end, `contract_codes` the closed lists.
    """
    rows, sources, spells, codes = [], [], [], []
    for table in contract.tables.values():
        head = f"SELECT {literal(table.name)} AS table_name, {row_id(table)} AS row_id"
        origin = f" FROM {quoted(table.name)}"
        if table.name != "citations":
            rows.append(head + origin)
        if "source_id" in table.header and table.name not in {"sources", "citations"}:
            second = "second_source_id" if "second_source_id" in table.header else "CAST(NULL AS VARCHAR)"
            grade = "credibility" if "credibility" in table.header else "CAST(NULL AS BIGINT)"
            sources.append(f"{head}, source_id, {second} AS second_source_id, {grade} AS credibility{origin}")
        if set(SPELL) <= set(table.header):
            spells.append(f"{head}, {', '.join(SPELL)}{origin}")
        for field in table.fields:
            for code in field.constraints.get("enum", []):
                codes.append(f"({literal(table.name)}, {literal(field.name)}, {literal(str(code))})")
    selects = {"contract_rows": rows, "contract_sources": sources, "contract_spells": spells}
    views = {name: "\nUNION ALL ".join(parts) for name, parts in selects.items() if parts}
    if codes:
        views["contract_codes"] = f"SELECT * FROM (VALUES {', '.join(codes)}) AS codes (table_name, field, code)"
    return views


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(quoted(name) for name in names)
