"""Claims: what a query may do, what verdict its cases give, and that nothing of the future reaches it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from conftest import ROOT, create_plain, insert

from pipelines import claims, contract, extract, transform, verdicts
from pipelines.ddl import contract_views, quoted
from pipelines.problems import InputError
from pipelines.project import Project

PROJECT = Project(ROOT)
PUBLIC = contract.load(PROJECT.descriptor, "datapackage.json")
DAY = "2024-11-02"
CASE = "SELECT 'a' AS case_id, 'asserted' AS role, '' AS expected, '' AS observed, TRUE AS holds, [] AS evidence"


def copy_of(connection: duckdb.DuckDBPyConnection, path: Path, fill: bool) -> None:
    """Write a file with our tables, without constraints, and our macros."""
    connection.execute(f"ATTACH '{path}' AS target")
    for name, table in PUBLIC.tables.items():
        made = f"CREATE TABLE target.{quoted(name)} AS FROM {quoted(name)}"
        connection.execute(made if fill else create_plain(table).replace('"', 'target."', 1))
    connection.execute("USE target")
    for macro in PROJECT.sql("macros").values():
        connection.execute(macro.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("claims") / "small.duckdb"
    with duckdb.connect() as connection:
        copy_of(connection, path, fill=False)
        insert(connection, "states", state_id="AAA", name="A")
        for day in ("2024-01-01", "2024-12-01"):
            insert(connection, "visits", visit_id=f"v-{day}", outcome="held", known_since=day, began_earliest=day)
        connection.execute("USE memory")
    return path


def asked(sql: str) -> claims.Query:
    return claims.Query("c", sql, "raw/claims/c.sql", DAY, DAY)


REFUSED = {
    "reads a file": (f"{CASE} FROM read_csv('/etc/passwd')", "'read_csv' is a table function"),
    "reads a text": (f"{CASE} FROM read_text('/etc/passwd')", "'read_text' is a table function"),
    "lists files": (f"{CASE} FROM glob('/etc/*')", "'glob' is a table function"),
    "reads a file by its name": (f"{CASE} FROM '/etc/passwd'", "/etc/passwd"),
    "asks by text": (f"{CASE} FROM query('FROM published.main.visits')", "'query' is a table function"),
    "asks a table by text": (f"{CASE} FROM query_table('visits')", "'query_table' is a table function"),
    "looks at settings": (f"{CASE} FROM duckdb_settings()", "'duckdb_settings' is a table function"),
    "looks at databases": (f"{CASE} FROM duckdb_databases()", "'duckdb_databases' is a table function"),
    "names a schema": (f"{CASE} FROM main.visits", "'visits' is named with a schema or catalog"),
    "names a catalog": (f"{CASE} FROM published.main.visits", "'visits' is named with a schema or catalog"),
    "names one deep inside": (
        f"{CASE} WHERE EXISTS (WITH x AS (\nSELECT 1 FROM published.visits) FROM x)",
        "raw/claims/c.sql:2 'visits' is named with a schema or catalog",
    ),
    "writes a file": ("COPY visits TO '/tmp/x.csv'", "is not one SELECT"),
    "attaches": ("ATTACH '/tmp/x.duckdb'", "is not one SELECT"),
    "installs": ("INSTALL httpfs", "is not one SELECT"),
    "sets": ("SET memory_limit = '8GB'", "is not one SELECT"),
    "inserts": ("INSERT INTO visits DEFAULT VALUES", "is not one SELECT"),
    "inserts in a CTE": ("WITH x AS (INSERT INTO visits DEFAULT VALUES RETURNING 1) FROM x", "visits is not an table"),
    "creates": ("CREATE TABLE x AS SELECT 1", "is not one SELECT"),
    "says two things": (f"{CASE}; {CASE}", "holds 2 statements"),
    "says nothing": ("-- only a comment", "holds 0 statements"),
    "is no SQL": ("SELEC 1", "is not one SELECT: syntax error"),
    "has other columns": ("SELECT 1 AS one", "returns one; a claim returns case_id, role"),
    "has a role of its own": (CASE.replace("asserted", "maybe"), "case 'a' is not a case: role one of asserted"),
    "has a million rows": (f"{CASE} FROM range(1000000)", "returns more than 10000 cases"),
    "changes from run to run": (
        CASE.replace("'' AS observed", "CAST(random() AS VARCHAR) AS observed"),
        "gives other cases",
    ),
    "fails": (CASE.replace("'a'", "CAST('a' AS INTEGER)"), "Conversion Error"),
    "sleeps": (f"{CASE} WHERE pg_sleep(60) IS NULL", "was ended"),
    "eats memory": (CASE.replace("'' AS observed", "len(list_sort(range(200000000)))::VARCHAR AS observed"), ""),
    "never ends": (
        f"WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) {CASE} FROM r ORDER BY n DESC LIMIT 1",
        "",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_query_that(name: str, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(claims, "CLOCK", 3.0)
    sql, message = REFUSED[name]
    before = database.read_bytes()
    with pytest.raises(InputError) as refusal:
        claims.run(database, PUBLIC, [asked(sql)])
    assert message in refusal.value.text()
    assert refusal.value.text().startswith("raw/claims/c.sql")
    assert database.read_bytes() == before


def test_after_an_ended_query_the_next_one_runs(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "CLOCK", 2.0)
    worker = claims.Worker(database, DAY, PUBLIC)
    assert "was ended" in str(worker.ask(asked(f"{CASE} WHERE pg_sleep(60) IS NULL")))
    assert worker.ask(asked(CASE)) == [["a", "asserted", "", "", True, []]]
    worker.close()


def test_no_rows_are_no_cases(database: Path) -> None:
    assert claims.run(database, PUBLIC, [asked(f"{CASE} WHERE FALSE")]) == []


def test_a_query_sees_its_day_alone(database: Path) -> None:
    sql = CASE.replace("'a'", "visit_id").replace("'' AS observed", "$as_of || $made_on AS observed") + " FROM visits"
    found = claims.run(database, PUBLIC, [asked(sql)])
    assert [(case[2], case[5]) for case in found] == [("v-2024-01-01", DAY + DAY)]


def test_a_checkable_claim_needs_its_query_and_a_query_its_claim(tmp_path: Path) -> None:
    (tmp_path / "raw/claims").mkdir(parents=True)
    (tmp_path / "raw/claims/lost.sql").write_text(CASE)
    with pytest.raises(InputError) as refusal:
        claims.queries_of(Project(tmp_path), [("a", "check", DAY), ("b", "view", DAY)], {"a": [DAY], "b": [DAY]})
    assert refusal.value.text().splitlines()[:2] == [
        "raw/claims/a.sql is missing",
        "raw/claims/lost.sql answers no claim of kind check or part in raw/claims.csv",
    ]


@pytest.mark.parametrize(
    ("quantifier", "minimum", "holds", "verdict", "reading"),
    [
        ("all", 1, [True, True], "supported", "2 of 2 known cases hold"),
        ("all", 1, [True, False], "partly", "1 of 2 known cases hold"),
        ("all", 1, [False, False], "contradicted", "0 of 2 known cases hold"),
        ("all", 1, [True, None], "undetermined", "1 of 2 cases are known, too few; to settle it: look"),
        ("all", 0.5, [True, None], "supported", "1 of 1 known cases hold, 1 cannot be told"),
        ("all", 0, [], "undetermined", "no case is known by that day; to settle it: look"),
        ("all", 0, [None], "undetermined", "0 of 1 cases are known, too few; to settle it: look"),
        ("any", 0, [True, False, False], "supported", "1 of 3 known cases hold"),
        ("any", 0, [False, False], "contradicted", "0 of 2 known cases hold"),
        ("most", 0, [True, True, False], "supported", "2 of 3 known cases hold"),
        ("most", 0, [True, False], "partly", "1 of 2 known cases hold"),
        ("trend", 0, [True, True, False], "supported", "2 of 3 known cases hold"),
        ("trend", 0, [True, False], "partly", "1 of 2 known cases hold"),
        ("trend", 0, [True, False, False], "contradicted", "1 of 3 known cases hold"),
    ],
)
def test_verdicts(quantifier: str, minimum: float, holds: list[bool | None], verdict: str, reading: str) -> None:
    with extract.open_workbench() as connection:
        verdicts.make_room(connection)
        for name in ("claims", "claim_cases"):
            connection.execute(create_plain(PUBLIC.tables[name]))
        row = {"quantifier": quantifier, "minimum_known": minimum, "would_settle": "look"}
        insert(connection, "claims", claim_id="c", **row)
        for number, one in enumerate(holds):
            insert(connection, "claim_cases", claim_id="c", as_of=DAY, case_id=str(number), role="asserted", holds=one)
        insert(connection, "claim_cases", claim_id="c", as_of=DAY, case_id="x", role="context", holds=False)
        connection.execute("INSERT INTO raw.claim_days VALUES ('c', ?)", [DAY])
        sql = PROJECT.sql("models")["claim_checks"].read_text(encoding="utf-8")
        found = connection.execute(f"SELECT verdict, reading FROM ({sql})").fetchall()
        assert found == [(verdict, reading)]
        insert(connection, "claim_cases", claim_id="c", as_of=DAY, case_id="y", role="counter", holds=True)
        found = connection.execute(f"SELECT verdict, counter, reading FROM ({sql})").fetchall()
        assert found[0][:2] == (verdict, 1)
        assert "; 1 left out or against it" in found[0][2]


LATER = f"known_since > DATE '{DAY}'"


def forget(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    connection.execute(f"DELETE FROM {name} WHERE {LATER}")


def change(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    table = PUBLIC.tables[name]
    for field in table.fields:
        if field.name not in {*table.primary_key, "known_since"} and not field.name.endswith(("_earliest", "_latest")):
            worst = f"(SELECT max({field.name}) FROM {name})"
            connection.execute(f"UPDATE {name} SET {field.name} = {worst} WHERE {LATER}")


def add(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Copy every earlier row as one that became known later, under a new key."""
    table = PUBLIC.tables[name]
    text = next((one for one in table.primary_key if one.endswith("_id") and one.removesuffix("_id") in name), None)
    if text:
        replaced = f"* REPLACE ({text} || '-later' AS {text}, DATE '2026-01-01' AS known_since)"
        connection.execute(f"INSERT INTO {name} SELECT {replaced} FROM {name} WHERE NOT ({LATER})")


def end(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    if {"ended", "is_open"} <= set(PUBLIC.tables[name].header):
        ends = "ended = '2026-03-01', ended_earliest = DATE '2026-03-01', ended_latest = DATE '2026-03-01', is_open = FALSE"
        connection.execute(f"UPDATE {name} SET {ends} WHERE is_open OR ended_latest > DATE '{DAY}'")


def disturb(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Change what was known by the day: the cross-check that the comparison can fail."""
    connection.execute(f"DELETE FROM {name} WHERE NOT ({LATER})")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[duckdb.DuckDBPyConnection, list[claims.Query]]:
    """Our tables in memory, and every checkable claim on the day it was made."""
    from pipelines.build import check
    from pipelines.screen import Screen

    bench, _ = check(PROJECT, Screen(quiet=True))
    connection = duckdb.connect()  # the workbench itself may touch no file outside staging
    for name, table in PUBLIC.tables.items():
        frame = bench.connection.execute(f"FROM {quoted(name)}").df(date_as_object=True)
        connection.execute(create_plain(table))
        connection.execute(f"INSERT INTO {quoted(name)} FROM frame")
        assert len(frame) == bench.connection.execute(f"SELECT count(*) FROM {quoted(name)}").fetchall()[0][0]
    typed = connection.execute(verdicts.TYPED).fetchall()
    queries = claims.queries_of(PROJECT, typed, {claim_id: [made_on] for claim_id, _, made_on in typed})
    return connection, [query for query in queries if query.as_of == DAY]


def cases_after(
    what: Callable[[duckdb.DuckDBPyConnection, str], None] | None,
    full: tuple[duckdb.DuckDBPyConnection, list[claims.Query]],
    path: Path,
) -> list[claims.Case]:
    connection, queries = full
    copy_of(connection, path, fill=True)
    if what:
        for name, table in PUBLIC.tables.items():
            if "known_since" in table.header:
                what(connection, name)
    connection.execute("USE memory")
    connection.execute("DETACH target")
    return claims.run(path, PUBLIC, queries)


@pytest.mark.parametrize(
    ("what", "is_same"), [(forget, True), (change, True), (add, True), (end, True), (disturb, False)]
)
def test_nothing_of_the_future_reaches_a_claim(
    what: Callable[[duckdb.DuckDBPyConnection, str], None],
    is_same: bool,
    full: tuple[duckdb.DuckDBPyConnection, list[claims.Query]],
    tmp_path: Path,
) -> None:
    now = cases_after(None, full, tmp_path / "now.duckdb")
    assert len(now) >= 10
    assert (cases_after(what, full, tmp_path / "then.duckdb") == now) is is_same


def test_views_of_a_day_read_every_table(empty_tables: duckdb.DuckDBPyConnection) -> None:
    from pipelines.asof import views

    for name, select in views(PUBLIC, "memory", DAY).items():
        found = [column[0] for column in empty_tables.execute(select).description or []]
        assert found == PUBLIC.tables[name].header
    assert set(contract_views(PUBLIC)) == {"contract_rows", "contract_sources", "contract_spells", "contract_codes"}
    assert {f"raw.{name}" for name in verdicts.RAW} <= transform.MADE
