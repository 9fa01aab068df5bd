"""Runs the claims' queries in sandboxed workers, one per day to judge by, and hands their cases to the models."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipelines.asof import views
from pipelines.contract import Contract
from pipelines.problems import InputError, Problem
from pipelines.project import Project

CLOCK = 5.0  # seconds a query may take by the parent's clock
OWN_FUNCTIONS = {
    *("members_on", "visits_between", "votes_of", "votes_beside", "texts_around"),
    *("newest_figures", "turnovers", "documents_with", "latest_regimes"),
}
FUNCTIONS = {"unnest", "range", "generate_series"} | OWN_FUNCTIONS
ROLES = ("asserted", "counter", "context")
COLUMNS = ("claim_id", "as_of", "case_id", "role", "expected", "observed", "holds", "evidence")
TYPES = ("VARCHAR", "DATE", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "BOOLEAN", "VARCHAR[]")
RESULTS = ", ".join(f"{name} {kind}" for name, kind in zip(COLUMNS, TYPES, strict=True))
Case = tuple[str, str, str, str, str | None, str | None, bool | None, list[str]]


@dataclass(frozen=True)
class Query:
    """One claim's query on one day."""

    claim_id: str
    sql: str
    shown: str
    as_of: str
    made_on: str

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters its SQL names."""
        known = {"as_of": self.as_of, "made_on": self.made_on}
        return {name: value for name, value in known.items() if re.search(rf"\${name}\b", self.sql)}


class Worker:
    """A sandboxed child on the tables as of a day; a query that runs too long ends it, and the next gets a new one."""

    def __init__(self, database: Path, day: str, contract: Contract) -> None:
        """Keep what a child needs; it is started by the first query."""
        self.setup = json.dumps({"database": str(database), "views": views(contract, "published", day)}) + "\n"
        self.child: subprocess.Popen[bytes] | None = None

    def ask(self, query: Query) -> list[Any] | str:
        """Return the rows, in an order of their own (a query promises none), or why there are none."""
        child = self.child or self._start()
        assert child.stdin
        assert child.stdout
        child.stdin.write((json.dumps({"sql": query.sql, "parameters": query.parameters}) + "\n").encode())
        child.stdin.flush()
        line = _line(child, time.monotonic() + CLOCK)
        if not line:
            self.close()
            return f"was ended: it took more than {CLOCK:.0f} seconds or more memory than it may"
        said = json.loads(line)
        return str(said["error"]) if "error" in said else sorted(said["rows"], key=json.dumps)

    def close(self) -> None:
        """End the child."""
        if self.child:
            self.child.kill()
            self.child.communicate()
            self.child = None

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-I", str(Path(__file__).with_name("sandbox.py"))]
        pipe = subprocess.PIPE
        self.child = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env={}, bufsize=0)
        assert self.child.stdin
        self.child.stdin.write(self.setup.encode())
        return self.child


def run(database: Path, contract: Contract, queries: list[Query]) -> list[Case]:
    """Return the cases of all queries.

    Args:
        database: the built file.
        contract: the public contract.
        queries: every claim on every day wanted.

    Raises:
        InputError: a query is refused, fails, is ended, or gives other cases when run again.

    """
    problems = [p for query in {q.shown: q for q in queries}.values() for p in refusals(query.sql, query.shown)]
    if problems:
        raise InputError(problems)
    days = sorted({query.as_of for query in queries})
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        work = [pool.submit(_run_day, database, contract, [q for q in queries if q.as_of == day]) for day in days]
        answers = [answer for one in work for answer in one.result()]
    problems = [answer for answer in answers if isinstance(answer, Problem)]
    if problems:
        raise InputError(problems)
    return [answer for answer in answers if not isinstance(answer, Problem)]


def refusals(sql: str, shown: str) -> list[Problem]:
    """Return why a text is not exactly one SELECT over our own tables by their plain names."""
    with duckdb.connect() as connection:
        tree = json.loads(connection.execute("SELECT json_serialize_sql(?::VARCHAR)", [sql]).fetchall()[0][0])
    if tree["error"]:
        position = int(tree.get("position") or 0)
        reason = f"is not one SELECT: {tree['error_message']}"
        return [Problem(shown, sql.count("\n", 0, position) + 1, 0, "", None, reason)]
    if len(tree["statements"]) != 1:
        return [Problem(shown, 0, 0, "", None, f"holds {len(tree['statements'])} statements; a claim is one SELECT")]
    return [
        Problem(shown, sql.count("\n", 0, place) + 1, 0, "", name, reason) for name, place, reason in _forbidden(tree)
    ]


def queries_of(project: Project, claims: list[tuple[str, str, str]], days: Mapping[str, list[str]]) -> list[Query]:
    """Return the queries of the checkable claims on their days.

    Args:
        project: where `raw/claims/` is.
        claims: (claim_id, kind, made_on) of each.
        days: by claim_id, the days to judge by.

    Raises:
        InputError: a checkable claim has no query, or a query no checkable claim.

    """
    folder = project.root / "raw" / "claims"
    files = {path.stem: path for path in sorted(folder.glob("*.sql"))}
    checkable = {claim_id: made_on for claim_id, kind, made_on in claims if kind != "view"}
    missing = [Problem(f"raw/claims/{one}.sql", 0, 0, "", None, "is missing") for one in checkable if one not in files]
    extra = [
        Problem(project.relative(path), 0, 0, "", None, "answers no claim of kind check or part in raw/claims.csv")
        for one, path in files.items()
        if one not in checkable
    ]
    if missing or extra:
        raise InputError(missing + extra)
    texts = {one: files[one].read_text(encoding="utf-8") for one in checkable}
    return [
        Query(one, texts[one], project.relative(files[one]), day, made_on)
        for one, made_on in checkable.items()
        for day in days[one]
    ]


def _run_day(database: Path, contract: Contract, queries: list[Query]) -> list[Case | Problem]:
    worker = Worker(database, queries[0].as_of, contract)
    found: list[Case | Problem] = []
    try:
        for query in queries:
            rows = worker.ask(query)
            if isinstance(rows, str):
                found.append(Problem(query.shown, 0, 0, "", None, f"{rows} (as of {query.as_of})"))
            elif _is_run_twice(query) and worker.ask(query) != rows:
                found.append(Problem(query.shown, 0, 0, "", None, "gives other cases when it is run again"))
            else:
                found += _cases(query, rows)
    finally:
        worker.close()
    return found


def _is_run_twice(query: Query) -> bool:
    return "CI" in os.environ or zlib.crc32(query.claim_id.encode()) % 10 == 0


def _cases(query: Query, rows: list[Any]) -> Iterator[Case | Problem]:
    for case_id, role, expected, observed, holds, evidence in rows:
        if role not in ROLES or holds not in {None, True, False} or not case_id or not isinstance(evidence or [], list):
            reason = f"case {case_id!r} is not a case: role one of {', '.join(ROLES)}, holds a boolean, evidence a list"
            yield Problem(query.shown, 0, 0, "", None, reason)
        else:
            yield (query.claim_id, query.as_of, case_id, role, expected, observed, holds, sorted(set(evidence or [])))


def _forbidden(node: Any) -> Iterator[tuple[str, int, str]]:
    if isinstance(node, list):
        for one in node:
            yield from _forbidden(one)
    if not isinstance(node, dict):
        return
    place = min(int(node.get("query_location") or 0), 10**6)
    if node.get("type") == "BASE_TABLE" and (node.get("schema_name") or node.get("catalog_name")):
        yield str(node.get("table_name")), place, "is named with a schema or catalog; a claim names tables alone"
    if node.get("type") == "TABLE_FUNCTION":
        name = str(node.get("function", {}).get("function_name"))
        if name not in FUNCTIONS:
            yield (
                name,
                place,
                f"is a table function; claims may call {', '.join(sorted(FUNCTIONS))}",
            )
    for one in node.values():
        yield from _forbidden(one)


def _line(child: subprocess.Popen[bytes], deadline: float) -> bytes:
    assert child.stdout
    said = b""
    while not said.endswith(b"\n"):
        ready, _, _ = select.select([child.stdout], [], [], max(0.0, deadline - time.monotonic()))
        part = os.read(child.stdout.fileno(), 1 << 20) if ready else b""
        if not part:
            return b""
        said += part
    return said
