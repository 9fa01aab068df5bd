"""A tiny package of two typed tables, made anew for a test, and ways to run the command line on it."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines import contract as contracts
from pipelines import extract, transform
from pipelines.__main__ import main
from pipelines.ddl import contract_views, duckdb_type, quoted
from pipelines.project import Project
from pipelines.rules import create_view, read

ROOT = Path(__file__).parents[1]
SLUG = "([a-z0-9]+(-[a-z0-9]+)*)"
EDTF = {
    "title": "day",
    "description": "day",
    "type": "string",
    "rdfType": contracts.EDTF,
    "constraints": {"pattern": "([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)"},
}


def _field(name: str, kind: str = "string", **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "title": name, "description": name, "constraints": constraints}


COUNTRY = [
    _field("country_id", required=True, pattern="([A-Z]{2})"),
    _field("name", required=True),
    _field("members_since", "date"),
]
TRIP_HEAD = [_field("trip_id", required=True, pattern=SLUG)]
TRIP_TAIL = [
    _field("kind", required=True, enum=["state", "working"]),
    _field("days", "integer", minimum=1),
    _field("url"),
]
DATES = [_field("began_earliest", "date", required=True), _field("ended_latest", "date")]


def _resource(name: str, path: str, fields: list[dict[str, Any]], key: str, *keys: dict[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": fields, "primaryKey": [key]}
    if keys:
        schema["foreignKeys"] = list(keys)
    dialect = {"delimiter": ",", "lineTerminator": "\n"}
    return {
        "name": name,
        "path": path,
        "type": "table",
        "description": f"One row per {name[:-1]}.",
        "encoding": "utf-8",
        "dialect": dialect,
        "schema": schema,
    }


def _reference(field: str, table: str, other: str) -> dict[str, Any]:
    return {"fields": [field], "reference": {"resource": table, "fields": [other]}}


def write_tiny(root: Path) -> None:
    """Write the package: countries, and trips that name a country."""
    trip = [*TRIP_HEAD, _field("host", required=True), {"name": "began", **EDTF}, {"name": "ended", **EDTF}, *TRIP_TAIL]
    link = _field("url", pattern="(https?://[^\\s/]+\\.[^\\s]+)")
    entry_trip = [*trip[:-1], link]
    host = _field("host_id", required=True)
    public_trip = [*TRIP_HEAD, host, trip[2], trip[3], *DATES, *TRIP_TAIL]
    public = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tiny",
        "version": "0.0.1",
        "data_through": "2024-12-31",
        "resources": [
            _resource("countries", "curated/countries.csv", COUNTRY, "country_id"),
            _resource(
                "trips", "curated/trips.csv", public_trip, "trip_id", _reference("host_id", "countries", "country_id")
            ),
        ],
    }
    entry = {
        "name": "tiny-entry",
        "resources": [
            _resource("countries", "countries.csv", COUNTRY, "country_id"),
            _resource("trips", "trips.csv", entry_trip, "trip_id", _reference("host", "countries", "name")),
        ],
    }
    files = {
        "datapackage.json": json.dumps(public),
        "raw/datapackage.json": json.dumps(entry),
        "raw/countries.csv": "country_id,name,members_since\nNA,Namibia,1990-04-23\nVN,Viet Nam,1977-09-20\n",
        "raw/trips.csv": (
            "trip_id,host,began,ended,kind,days,url\n"
            "a-1,Viet Nam,2024-06-20,2024-06-20,state,1,https://example.org/a\n"
            'b-2,Namibia,2024-05,,working,,"https://example.org/b,\nc"\n'
        ).replace(",\nc", ""),
        "pipelines/models/countries.sql": "-- One row per country.\nSELECT * FROM raw.countries\n",
        "pipelines/models/trips.sql": (
            "-- One row per trip.\nSELECT trip_id, country_id AS host_id, began, ended,\n"
            "edtf_earliest(began) AS began_earliest, edtf_latest(ended) AS ended_latest,\n"
            "kind, days, url, typed._line\n"
            "FROM raw.trips AS typed LEFT JOIN countries ON countries.name = typed.host\n"
        ),
        "pipelines/rules/began_is_not_after_ended.sql": (
            "-- Nothing ends before it begins.\n"
            "SELECT 'trips' AS table_name, trip_id AS row_id, 'ended' AS field, 'is before it began' AS reason\n"
            "FROM trips WHERE began_earliest > ended_latest\n"
        ),
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "pipelines" / "macros", root / "pipelines" / "macros", ignore=_only_edtf)


def _only_edtf(_: str, names: list[str]) -> list[str]:
    return [name for name in names if not name.startswith("edtf")]


def create_plain(table: contracts.Table) -> str:
    """Return the CREATE TABLE of a table of the contract with types only."""
    columns = ", ".join(f"{quoted(field.name)} {duckdb_type(field)}" for field in table.fields)
    return f"CREATE TABLE {quoted(table.name)} ({columns})"


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder by name; empty where there is no folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """The folder of a fresh tiny package."""
    root = tmp_path / "tiny"
    root.mkdir()
    write_tiny(root)
    return root


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Call the command line in this process: exit code, standard output, standard error."""

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def empty_tables() -> duckdb.DuckDBPyConnection:
    """Our own public tables without rows or constraints, with macros, contract views and rules."""
    project = Project(ROOT)
    public = contracts.load(project.descriptor, "datapackage.json")
    connection = extract.open_workbench()
    transform.load_macros(connection, project)
    for table in public.tables.values():
        connection.execute(create_plain(table))
    for name, sql in contract_views(public).items():
        connection.execute(f"CREATE VIEW {name} AS {sql}")
    for path in project.sql("macros").values():
        if transform.is_table_macro(text := path.read_text(encoding="utf-8")):
            connection.execute(text)
    for rule in read(project):
        create_view(connection, rule)
    return connection


def insert(connection: duckdb.DuckDBPyConnection, table: str, **values: Any) -> None:
    """Insert one row, the other columns empty."""
    names, marks = ", ".join(values), ", ".join("?" for _ in values)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values()))
