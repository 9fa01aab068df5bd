"""From the cases of the claims to verdicts: in the build, and for a reader's own day."""

from __future__ import annotations

from pathlib import Path

import duckdb

from pipelines import claims, export, rules, transform
from pipelines.contract import Contract
from pipelines.ddl import literal, quoted
from pipelines.problems import EnvironmentProblem, InputError
from pipelines.project import Project
from pipelines.transform import Workbench

RAW = {"claim_results", "claim_days"}
MADE = ("claim_cases", "claim_evidence", "claim_checks")
TYPED = "SELECT claim_id, kind, CAST(made_on AS VARCHAR) FROM claims ORDER BY claim_id"


def make_room(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the empty tables that the models of verdicts read."""
    connection.execute(f"CREATE TABLE raw.claim_results ({claims.RESULTS})")
    connection.execute("CREATE TABLE raw.claim_days (claim_id VARCHAR, as_of DATE)")


def store(connection: duckdb.DuckDBPyConnection, queries: list[claims.Query], cases: list[claims.Case]) -> None:
    """Fill them."""
    if cases:
        columns = ", ".join(f"unnest(?::{kind}[])" for kind in claims.TYPES)
        values = [list(one) for one in zip(*cases, strict=True)]
        connection.execute(f"INSERT INTO raw.claim_results SELECT {columns}", values)
    for claim_id, day in sorted({(query.claim_id, query.as_of) for query in queries}):
        connection.execute("INSERT INTO raw.claim_days VALUES (?, ?)", [claim_id, day])


def judge(bench: Workbench, database: Path) -> dict[str, int]:
    """Run the claims on the written file, make their tables, write the file with them, and return the rows by table.

    Every claim is judged on the day it was made and on the day the package is searched up to.

    Raises:
        InputError: a query is wrong, or rests on rows that do not exist.

    """
    through = str(bench.contract.descriptor["data_through"])
    typed = bench.connection.execute(TYPED).fetchall()
    days = {claim_id: sorted({made_on, through}) for claim_id, _, made_on in typed}
    queries = claims.queries_of(bench.project, typed, days)
    store(bench.connection, queries, claims.run(database, bench.contract, queries))
    counts = transform.run_again(bench, {f"raw.{name}" for name in RAW})
    rules.run_again(bench, [rule for rule in rules.read(bench.project) if rules.rests_on(bench, rule, set(counts))])
    if bench.problems:
        raise InputError(bench.problems)
    database.unlink()  # rows added to the file make pages that DuckDB 1.1 cannot read, so it is written anew
    export.write_database(bench.connection, bench.contract, bench.project, database)
    return counts


def opened(project: Project, contract: Contract, wanted: list[str], day: str | None) -> duckdb.DuckDBPyConnection:
    """Return the published file with the verdicts of the build, or with those of the wanted claims on another day.

    Raises:
        EnvironmentProblem: nothing is published, a wanted claim is unknown, or nothing can be judged by that day.

    """
    if not project.database.is_file():
        raise EnvironmentProblem(f"{project.relative(project.database)} is not there yet: run make first")
    connection = duckdb.connect()
    connection.execute(f"ATTACH {literal(str(project.database))} AS published (READ_ONLY)")
    connection.execute("ATTACH ':memory:' AS raw")
    connection.execute("USE published")
    typed = connection.execute(TYPED).fetchall()
    if unknown := sorted(set(wanted) - {claim_id for claim_id, _, _ in typed}):
        raise EnvironmentProblem(f"no such claim: {', '.join(unknown)}")
    if day:
        asked = [one for one in typed if not wanted or one[0] in wanted]
        if day > (through := str(contract.descriptor["data_through"])):
            raise EnvironmentProblem(f"{day} is after {through}, the day searched up to")
        if early := sorted(claim_id for claim_id, _, made_on in asked if day < made_on):
            raise EnvironmentProblem(f"{day} is before the day on which it was said: {', '.join(early[:3])}")
        queries = claims.queries_of(project, typed, {claim_id: [day] for claim_id, _, _ in typed})
        queries = [query for query in queries if query.claim_id in {one[0] for one in asked}]
        make_room(connection)
        store(connection, queries, claims.run(project.database, contract, queries))
        for name in MADE:
            model = project.sql("models")[name].read_text(encoding="utf-8")
            connection.execute(f"CREATE TEMP TABLE {quoted(name)} AS {model}")
    return connection
