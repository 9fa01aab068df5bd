"""The verbs that keep the house: format, lint, test, fuzz, clean."""

from __future__ import annotations

import csv
import difflib
import io
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

from pipelines import canonical
from pipelines import contract as contracts
from pipelines.problems import InputError, Problem
from pipelines.project import Project
from pipelines.readme import refreshed
from pipelines.screen import Screen

CODE = ["pipelines", "tests"]
FUZZED = 2000  # packages in a round


def run(verb: str, project: Project, screen: Screen, rest: list[str]) -> int:
    """Run one of the verbs and return the exit code."""
    if verb == "format":
        return format_all(project, screen)
    if verb == "lint":
        return lint(project, screen)
    if verb == "test":
        return _call(project, ["pytest", *rest])
    if verb == "fuzz":
        return _fuzz(project, screen)
    for name in ("build", "dist", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"):
        shutil.rmtree(project.root / name, ignore_errors=True)
    screen.line("removed build/, dist/ and caches; curated/ stays")
    return 0


def format_all(project: Project, screen: Screen) -> int:
    """Rewrite what is not in canonical form: both descriptors, typed tables, the README's answers, Python code."""
    for path, text in canonical_files(project).items():
        if path.read_bytes() != text.encode():
            path.write_bytes(text.encode())
            screen.line(f"formatted {project.relative(path)}")
    calls = [["ruff", "check", "--fix", "--quiet", *CODE], ["ruff", "format", "--quiet", *CODE]]
    return max([_call(project, call) for call in calls])


def lint(project: Project, screen: Screen) -> int:
    """Report what is not in canonical form (with a difference), style, types."""
    problems = []
    for path, text in canonical_files(project).items():
        found = path.read_text(encoding="utf-8")
        if found != text:
            shown = project.relative(path)
            changes = difflib.unified_diff(found.splitlines(), text.splitlines(), shown, "canonical", lineterm="", n=0)
            screen.line("\n".join(list(changes)[:20]))
            problems.append(Problem(shown, 0, 0, "", None, "is not in canonical form: run make format"))
    if problems:
        raise InputError(problems)
    calls = [["ruff", "check", *CODE], ["ruff", "format", "--check", *CODE], ["mypy"]]
    return max([_call(project, call) for call in calls])


def canonical_files(project: Project) -> dict[Path, str]:
    """Return the canonical text of both descriptors and every typed table, and pages with true answers."""
    public = contracts.load(project.descriptor, project.relative(project.descriptor))
    entry = contracts.load(project.entry_descriptor, project.relative(project.entry_descriptor))
    texts = canonical.formatted(public.descriptor, entry.descriptor)
    files = dict(zip((project.descriptor, project.entry_descriptor), texts, strict=True))
    for table in entry.tables.values():
        if table.path.is_file():
            files[table.path] = canonical_csv(table.path, project.relative(table.path))
    if project.database.is_file():
        files |= refreshed(project)
    return files


def canonical_csv(path: Path, shown: str) -> str:
    """Return a table's text with LF, no byte order mark, quotes only where needed, in Unicode NFC; rows as they are.

    Raises:
        InputError: it is not UTF-8 or its quotes are wrong.

    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError([Problem(shown, 0, 0, "", None, f"cannot be formatted: {error}; run make check")]) from None
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(row for row in rows if row)
    return unicodedata.normalize("NFC", out.getvalue())


def _fuzz(project: Project, screen: Screen) -> int:
    """Run the comparison with frictionless-py on ever new packages; return when one is found that differs."""
    environment, rounds = {**os.environ, "FUZZ": "1", "EXAMPLES": str(FUZZED)}, 0
    while True:
        if code := _call(project, ["pytest", "tests/test_tableschema_differential.py"], environment):
            return code
        rounds += 1
        screen.line(f"{rounds * FUZZED:,} random packages, no difference")


def _call(project: Project, arguments: list[str], environment: dict[str, str] | None = None) -> int:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=project.root, check=False, env=environment).returncode
