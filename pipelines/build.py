"""The stages in order: `check` is the coder's loop in memory, `build` goes on to export, expect, validate, publish."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipelines import codebook, export, extract, grades, publish, readme, rules, transform, verdicts
from pipelines import contract as contracts
from pipelines.contract import Contract
from pipelines.expectations import Task, Watcher, typed_expectations
from pipelines.figures import FIGURES, Draughtsman
from pipelines.problems import EnvironmentProblem, InputError, Problem
from pipelines.project import Project, digest
from pipelines.screen import Screen
from pipelines.transform import Workbench
from pipelines.validate import check_package


def check(project: Project, screen: Screen) -> tuple[Workbench, dict[str, int]]:
    """Run the stages validate, extract, transform, rules in memory; return the workbench and the rows by table.

    Raises:
        InputError: with the problems of all of them.

    """
    public, entry = _contracts(project)
    with screen.stage("validate") as stage:
        checked = check_package(entry.tables.values(), lambda table: project.relative(table.path), is_entry=True)
        stage.said = _said(len(checked), sum(len(one.cells) for one in checked.values()), "typed table")
    for hint in [*_strays(project, entry), *(hint for one in checked.values() for hint in one.hints)]:
        screen.line(f"note: {hint}")
    problems = [problem for one in checked.values() for problem in one.problems]
    held_back = sum(len(one.held_back) for one in checked.values())
    if any(not one.is_readable for one in checked.values()):
        raise InputError(problems, held_back)
    with screen.stage("extract") as stage:
        bench = Workbench(
            project, public, extract.open_workbench(project.threads, project.root / publish.STAGING), checked
        )
        _load_package(bench)
        stage.said = _said(len(checked), sum(extract.load(bench.connection, one) for one in checked.values()), "table")
        transform.load_macros(bench.connection, project)
    bench.problems += problems
    bench.held_back += held_back
    with screen.stage("transform") as stage:
        counts = transform.run(bench)
        stage.said = _said(len(counts), sum(counts.values()), "table")
        for name, rows in counts.items():
            screen.detail(f"{name:<22} {rows:>9,} rows")
    with screen.stage("rules") as stage:
        stage.said = f"{rules.run(bench)} rules"
    if said := grades.graded(bench.connection):
        screen.line(f"{'grades':<10} {said}")
    if bench.problems:
        raise InputError(bench.problems, bench.held_back)
    return bench, counts


def build(project: Project, screen: Screen) -> None:
    """Make `curated/` from `raw/`; on any failure before the last step it stays as it was.

    Raises:
        InputError: the data, a contract or a query is wrong.

    """
    with publish.locked(project, screen.line):
        publish.recover(project)
        state = publish.state_of(project)
        if publish.is_current(project, state):
            screen.line("nothing to do: curated/ is what these inputs make")
            return
        if strangers := publish.strangers(project):
            raise EnvironmentProblem(f"{', '.join(strangers)} would be lost: curated/ is replaced whole, move it away")
        staging = publish.open_staging(project)
        watcher, draughtsman = Watcher(), Draughtsman(project)
        try:
            counts = _stage_all(project, screen, staging, watcher, draughtsman)
            with screen.stage("publish") as stage:
                publish.publish(project, staging)
                stage.said = "curated/ exchanged"
            publish.remember(project, state)
            readme.refresh(project)
        finally:
            watcher.close()
            draughtsman.close()
            publish.discard(staging)
    version = json.loads(project.descriptor.read_text(encoding="utf-8")).get("version", "")
    screen.line(f"published {len(counts)} tables, {sum(counts.values()):,} rows, version {version}: {project.curated}")


def expectation_task(project: Project, contract: Contract, database: Path, docs: Path | None = None) -> Task:
    """Return what Great Expectations is to check."""
    keys = {t.name: [list(key) for key in (t.primary_key, *t.unique_keys)] for t in contract.tables.values()}
    through = str(contract.descriptor.get("data_through", ""))
    typed = typed_expectations(project.expectations, through)
    return Task(str(database), keys, typed, str(docs) if docs else None)


def _stage_all(
    project: Project, screen: Screen, staging: Path, watcher: Watcher, draughtsman: Draughtsman
) -> dict[str, int]:
    bench, counts = check(project, screen)
    database = staging / project.database.name
    with screen.stage("load") as stage, _writing():
        export.write_database(bench.connection, bench.contract, project, database)
        stage.said = f"{len(counts)} tables into DuckDB"
    if "claims" in bench.contract.tables:
        with screen.stage("claims") as stage, _writing():
            judged = verdicts.judge(bench, database)
            stage.said = f"{judged['claim_checks']} verdicts, {judged['claim_cases']:,} cases"
            counts |= judged
    watcher.give(expectation_task(project, bench.contract, database))
    draughtsman.give(database, staging / FIGURES)
    with screen.stage("export") as stage, _writing():
        export.write_files(bench.connection, bench.contract, staging)
        macros = {name: path.read_text(encoding="utf-8") for name, path in project.sql("macros").items()}
        text = codebook.codebook(bench.contract, counts, rules.read(project), macros, _figures(project))
        (staging / "README.md").write_text(text, encoding="utf-8")
        stage.said = f"{len(counts)} tables as CSV and Parquet"
    with screen.stage("validate") as stage:
        stage.said = _said(len(counts), _check_exported(bench.contract, staging), "exported table")
    if draughtsman.queries:
        with screen.stage("figures") as stage:
            stage.said = f"{draughtsman.finish()} figures drawn"
    with screen.stage("expect") as stage:
        checked, unmet = watcher.finish(lambda done, total: screen.progress(stage, done, total))
        if unmet:
            raise InputError(unmet)
        stage.said = f"{checked} expectations met"
    return counts


def _figures(project: Project) -> dict[str, str]:
    return {name: path.read_text(encoding="utf-8") for name, path in project.sql("figures").items()}


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        raise EnvironmentProblem(f"cannot write: {str(error).partition(chr(10))[0]}") from None


def _check_exported(contract: Contract, staging: Path) -> int:
    """Return how many rows the exported files have, which must be valid against the public contract."""
    from pipelines.tableschema.package import validate_descriptor  # `check` does without both
    from pipelines.tableschema.resource import Checking

    moved = [{**table.descriptor, "path": table.path.name} for table in contract.tables.values()]
    descriptor = {**contract.descriptor, "resources": moved}
    outcome = validate_descriptor(descriptor, staging, contract.path.name, Checking(limit=0, is_apart=True))
    if problems := list(outcome.problems(lambda name: f"curated/{name}")):
        raise InputError(problems)
    return sum(task.stats.get("rows") or 0 for task in outcome.report.tasks)


def _contracts(project: Project) -> tuple[Contract, Contract]:
    public = contracts.load(project.descriptor, project.relative(project.descriptor))
    entry = contracts.load(project.entry_descriptor, project.relative(project.entry_descriptor))
    shown = project.relative(project.descriptor)
    if reasons := contracts.promises_reasons(public):
        raise InputError(Problem(shown, 0, 0, "", None, reason) for reason in reasons)
    outside = [t for t in public.tables.values() if t.path != project.curated / f"{t.name}.csv"]
    if outside:
        reason = "has a path other than curated/<name>.csv"
        raise InputError(Problem(shown, 0, 0, "", None, f"resource {t.name!r} {reason}") for t in outside)
    return public, entry


def _strays(project: Project, entry: Contract) -> list[str]:
    known = {table.path for table in entry.tables.values()}
    found = [path for path in sorted((project.root / "raw").glob("*.csv")) if path not in known]
    return [f"{project.relative(path)} is not read: raw/datapackage.json has no entry for it" for path in found]


def _load_package(bench: Workbench) -> None:
    descriptor = bench.contract.descriptor
    row = [descriptor.get("version"), descriptor.get("data_through"), digest(bench.project, bench.project.inputs())]
    bench.connection.execute(
        "CREATE TABLE raw.package AS SELECT ?::VARCHAR AS version, CAST(? AS DATE) AS data_through, "
        "?::VARCHAR AS inputs_sha256",
        row,
    )
    verdicts.make_room(bench.connection)


def _said(tables: int, rows: int, noun: str) -> str:
    return f"{tables} {noun}{'s' if tables != 1 else ''}, {rows:,} rows"
