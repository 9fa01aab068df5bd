"""Workbench -> CSV and Parquet sorted by primary key, and the DuckDB file with all that the contract promises."""

from __future__ import annotations

from pathlib import Path

import duckdb

from pipelines.contract import Contract, Table
from pipelines.ddl import comments, contract_views, create_published, in_order_of_keys, literal, quoted
from pipelines.project import Project
from pipelines.rules import create_view, read
from pipelines.transform import execute, is_table_macro

# every reader since DuckDB 1.1 opens it; small blocks make it a quarter of the usual size
STORAGE = "STORAGE_VERSION 'v1.1.0', BLOCK_SIZE 16384"


def write_files(connection: duckdb.DuckDBPyConnection, contract: Contract, folder: Path) -> None:
    """Write `<table>.csv` and `parquet/<table>.parquet` of every table; the same rows give the same bytes."""
    (folder / "parquet").mkdir(parents=True, exist_ok=True)
    for table in contract.tables.values():
        select = _sorted(table)
        target = literal(str(folder / f"{table.name}.csv"))
        connection.execute(f"COPY ({select}) TO {target} (FORMAT csv, HEADER, DELIMITER ',', QUOTE '\"', ESCAPE '\"')")
        target = literal(str(folder / "parquet" / f"{table.name}.parquet"))
        connection.execute(f"COPY ({select}) TO {target} (FORMAT parquet, COMPRESSION zstd)")


def write_database(connection: duckdb.DuckDBPyConnection, contract: Contract, project: Project, path: Path) -> None:
    """Write the DuckDB file from the tables of the workbench; they were checked, so that no constraint can fail."""
    connection.execute(f"ATTACH {literal(str(path))} AS published ({STORAGE})")
    connection.execute("USE published")
    for table in in_order_of_keys(contract):
        connection.execute(create_published(table))
        connection.execute(f"INSERT INTO {quoted(table.name)} {_sorted(table, 'memory.main.')}")
        for statement in comments(table):
            connection.execute(statement)
    for name, sql in contract_views(contract).items():
        connection.execute(f"CREATE VIEW {quoted(name)} AS {sql}")
    for kind in (False, True):
        for macro in project.sql("macros").values():
            if is_table_macro(text := macro.read_text(encoding="utf-8")) is kind:
                execute(connection, text, project.relative(macro))
    for rule in read(project):
        create_view(connection, rule)
        connection.execute(f"COMMENT ON VIEW {quoted(rule.view)} IS {literal(rule.sentence)}")
    connection.execute("USE memory")
    connection.execute("DETACH published")


def _sorted(table: Table, place: str = "") -> str:
    columns, keys = ", ".join(map(quoted, table.header)), ", ".join(map(quoted, table.primary_key))
    return f"SELECT {columns} FROM {place}{quoted(table.name)} ORDER BY {keys}"
