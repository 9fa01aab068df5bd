"""Keeps the README and docs/ true: tables under SQL queries, and under the mark of a verb, are made anew."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import duckdb

from pipelines.problems import InputError, Problem
from pipelines.project import Project

QUERY = re.compile(r"(?P<query>```sql\n(?P<sql>[^`]*?)```\n\n)(?P<answer>(?:\|[^\n]*\n)+)")
MADE = re.compile(r"(?P<mark><!-- make (?P<verb>agreement|sensitivity) -->\n)(?P<answer>(?:\|[^\n]*\n)*)")


def refreshed(project: Project) -> dict[Path, str]:
    """Return the text of every page with the answers of queries that have a table below, and what named verbs print.

    Raises:
        InputError: a query in a page cannot run.

    """
    made: dict[str, str] = {}

    def table(verb: str) -> str:
        if verb not in made:
            made[verb] = import_module(f"pipelines.{verb}").table(project)
        return made[verb]

    found = {}
    with duckdb.connect(str(project.database), read_only=True) as connection:
        for page in project.pages():
            text = page.read_text(encoding="utf-8")
            try:
                text = QUERY.sub(lambda match: match["query"] + _answer(connection, match["sql"]), text)
            except duckdb.Error as error:
                reason = f"has a query that cannot run: {str(error).partition(chr(10))[0]}"
                raise InputError([Problem(project.relative(page), 0, 0, "", None, reason)]) from None
            found[page] = MADE.sub(lambda match: match["mark"] + table(match["verb"]), text)
    return found


def refresh(project: Project) -> None:
    """Bring all pages up to what is published, each in one replacement of its file; raises as `refreshed`."""
    for page, text in refreshed(project).items():
        if text != page.read_text(encoding="utf-8"):
            staged = page.with_suffix(".md.new")
            staged.write_text(text, encoding="utf-8")
            staged.replace(page)


def _answer(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    result = connection.execute(sql)
    names = [column[0] for column in result.description or []]
    rows = [["" if value is None else str(value) for value in row] for row in result.fetchall()]
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
