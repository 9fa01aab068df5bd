"""The published package again, by others: frictionless-py, the file's own rule views, Great Expectations."""

from __future__ import annotations

import shutil

from pipelines import contract as contracts
from pipelines.build import expectation_task
from pipelines.contract import Contract
from pipelines.expectations import Watcher
from pipelines.problems import EnvironmentProblem, InputError, Problem
from pipelines.project import Project
from pipelines.screen import Screen


def audit(project: Project, screen: Screen) -> None:
    """Check what is in `curated/` and write Data Docs below `build/`.

    Raises:
        InputError: something is wrong with what is published.
        EnvironmentProblem: nothing is published yet.

    """
    if not project.database.is_file():
        raise EnvironmentProblem(f"{project.relative(project.database)} is not there yet: run make first")
    public = contracts.load(project.descriptor, project.relative(project.descriptor))
    docs = project.build / "data-docs"
    shutil.rmtree(docs, ignore_errors=True)
    docs.mkdir(parents=True)
    watcher = Watcher()
    try:
        watcher.give(expectation_task(project, public, project.database, docs))
        with screen.stage("frictionless") as stage:
            problems = _frictionless(public, project)
            stage.said = f"{len(public.tables)} tables read by frictionless-py"
        with screen.stage("rules") as stage:
            offenders, rules = _rules(project)
            stage.said = f"{rules} rule views of the DuckDB file"
        with screen.stage("expect") as stage:
            checked, unmet = watcher.finish(lambda done, total: screen.progress(stage, done, total))
            stage.said = f"{checked} expectations"
    finally:
        watcher.close()
    if problems := [*problems, *offenders, *unmet]:
        raise InputError(problems)
    index = next(docs.glob("**/local_site/index.html"), docs)
    screen.line(f"the published package is valid; Data Docs: {project.relative(index)}")


def _frictionless(public: Contract, project: Project) -> list[Problem]:
    import frictionless

    report = frictionless.Package(str(project.descriptor)).validate()
    if report.errors:
        return [Problem(project.relative(project.descriptor), 0, 0, "", None, error.message) for error in report.errors]
    files = {task.name: project.relative(public.tables[task.name].path) for task in report.tasks}
    return [
        Problem(
            files[task.name],
            getattr(error, "row_number", 0) or 0,
            getattr(error, "field_number", 0) or 0,
            getattr(error, "field_name", "") or "",
            None,
            error.message,
        )
        for task in report.tasks
        for error in task.errors
    ]


def _rules(project: Project) -> tuple[list[Problem], int]:
    import duckdb

    offenders = []
    with duckdb.connect(str(project.database), read_only=True) as connection:
        views = [row[0] for row in connection.execute("SHOW TABLES").fetchall() if row[0].startswith("rule_")]
        for view in views:
            for table, row, field, reason in connection.execute(f'FROM "{view}"').fetchall():
                path = f"curated/{table}.csv"
                offenders.append(Problem(path, 0, 0, field or "", None, f"row {row!r} {reason} ({view})"))
    return offenders, len(views)
