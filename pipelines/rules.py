"""Runs the rules: each is a SELECT of offenders (table_name, row_id, field, reason) and ships as view `rule_<name>`."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from pipelines.contract import Table
from pipelines.ddl import quoted
from pipelines.locate import Locator
from pipelines.problems import InputError, Problem
from pipelines.project import Project
from pipelines.transform import Workbench, execute, tables_read

COLUMNS = ["table_name", "row_id", "field", "reason"]


@dataclass(frozen=True)
class Rule:
    """A rule: its name, the sentence of its header comment, its SELECT, and how messages name its file."""

    name: str
    sentence: str
    sql: str
    shown: str

    @property
    def view(self) -> str:
        """The name of its view."""
        return f"rule_{self.name}"


def read(project: Project) -> list[Rule]:
    """Return the rules of a project by name.

    Raises:
        InputError: a rule has no header comment.

    """
    rules, problems = [], []
    for name, path in project.sql("rules").items():
        text, shown = path.read_text(encoding="utf-8"), project.relative(path)
        header = [line.removeprefix("--").strip() for line in text.split("\n") if line.startswith("--")]
        if not header:
            problems.append(Problem(shown, 1, 0, "", None, "lacks a header comment: it is what a coder reads"))
        rules.append(Rule(name, " ".join(header), text.rstrip().rstrip(";"), shown))
    if problems:
        raise InputError(problems)
    return rules


def create_view(connection: duckdb.DuckDBPyConnection, rule: Rule) -> None:
    """Create the view of a rule.

    Raises:
        InputError: its SQL is wrong.

    """
    execute(connection, f"CREATE VIEW {quoted(rule.view)} AS\n{rule.sql}", rule.shown)


def run(bench: Workbench) -> int:
    """Create the view of every rule, run it, and return how many rules ran."""
    rules = read(bench.project)
    for rule in rules:
        create_view(bench.connection, rule)
    return run_again(bench, rules)


def rests_on(bench: Workbench, rule: Rule, names: set[str]) -> bool:
    """Whether a rule reads any of the tables, by whatever way."""
    bench.reads[rule.view] = tables_read(bench.connection, rule.sql, rule.shown)
    return bench.rests_on(rule.view, names)


def run_again(bench: Workbench, rules: list[Rule]) -> int:
    """Run rules whose views are there, note the offenders at their typed rows, and return how many rules ran."""
    locator = Locator(bench.project, bench.connection, bench.typed, bench.models)
    for rule in rules:
        result = execute(bench.connection, f"SELECT * FROM {quoted(rule.view)} ORDER BY ALL", rule.shown)
        columns = [column[0] for column in result.description or []]
        if columns != COLUMNS:
            reason = f"returns {', '.join(columns)}; a rule returns {', '.join(COLUMNS)}"
            raise InputError([Problem(rule.shown, 0, 0, "", None, reason)])
        if not (found := result.fetchall()):
            continue
        bench.reads[rule.view] = tables_read(bench.connection, rule.sql, rule.shown)
        problems = [
            locator.problem(_table(bench, rule, name), row, field or "", f"{said} (rule {rule.name})")
            for name, row, field, said in found
        ]
        bench.note(rule.view, problems)
    return len(rules)


def _table(bench: Workbench, rule: Rule, name: str) -> Table:
    if name not in bench.contract.tables:
        raise InputError([Problem(rule.shown, 0, 0, "", name, "is named as a table, but there is none")])
    return bench.contract.tables[name]
