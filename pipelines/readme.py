"""Keeps the README and docs/ true: tables under SQL queries, and under the mark of a verb, are made anew."""

from __future__ import annotations

import re
from importlib import import_module

import duckdb

from pipelines.problems import InputError, Problem
from pipelines.project import Project

QUERY = re.compile(r"(?P<query>```sql\n(?P<sql>[^`]*?)```\n\n)(?P<answer>(?:\|[^\n]*\n)+)")
MADE = re.compile(r"(?P<mark><!-- make (?P<verb>agreement|sensitivity) -->\n)(?P<answer>(?:\|[^\n]*\n)*)")


def refreshed(text: str, project: Project) -> str:
    """Return a page with the answer of every query that has a table below it, and what the verbs named in it print.

    Raises:
        duckdb.Error: a query cannot run.

    """
    with duckdb.connect(str(project.database), read_only=True) as connection:
        text = QUERY.sub(lambda match: match["query"] + _answer(connection, match["sql"]), text)
    return MADE.sub(lambda match: match["mark"] + import_module(f"pipelines.{match['verb']}").table(project), text)


def refresh(project: Project) -> None:
    """Bring the answers in all pages up to what is published, each page in one replacement of its file.

    Raises:
        InputError: a query in a page cannot run.

    """
    for page in project.pages():
        text = page.read_text(encoding="utf-8")
        try:
            new = refreshed(text, project)
        except duckdb.Error as error:
            reason = f"has a query that cannot run: {str(error).partition(chr(10))[0]}"
            raise InputError([Problem(project.relative(page), 0, 0, "", None, reason)]) from None
        if new != text:
            staged = page.with_suffix(".md.new")
            staged.write_text(new, encoding="utf-8")
            staged.replace(page)


def _answer(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    result = connection.execute(sql)
    names = [column[0] for column in result.description or []]
    rows = [["" if value is None else str(value) for value in row] for row in result.fetchall()]
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
