"""Figures of the published tables: `<name>.sql` is the query, `<name>.py` draws its rows, `<name>.svg` is published.

Matplotlib is slow to import, so a child process (`__main__`) draws, beside the stages that follow the claims.
"""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from pipelines.child import Child
from pipelines.problems import EnvironmentProblem, InputError, Problem
from pipelines.project import Project
from pipelines.screen import Screen

FIGURES = "figures"  # the folder below curated/


@dataclass(frozen=True)
class Task:
    """What the child draws: the queries by name, on a DuckDB file, into a folder."""

    database: str
    queries: dict[str, str]
    folder: str


class Draughtsman:
    """A child process that has already begun to import Matplotlib; none where there is no figure to draw."""

    def __init__(self, project: Project) -> None:
        """Start it."""
        self.project = project
        self.queries = project.sql("figures")
        settings = project.build / "matplotlib"
        self.child = Child("pipelines.figures", MPLCONFIGDIR=str(settings), MPLBACKEND="svg") if self.queries else None

    def give(self, database: Path, folder: Path) -> None:
        """Hand over the file to draw from and the folder to draw into."""
        if self.child:
            folder.mkdir()
            queries = {name: path.read_text(encoding="utf-8") for name, path in self.queries.items()}
            self.child.tell(asdict(Task(str(database), queries, str(folder))))

    def finish(self) -> int:
        """Wait, and return how many figures were drawn.

        Raises:
            InputError: a query cannot run or its rows cannot be drawn.
            EnvironmentProblem: the child died.

        """
        if not self.child:
            return 0
        said = list(self.child.answers())
        shown = {name: self.project.relative(path) for name, path in self.queries.items()}
        if problems := [Problem(shown[one["name"]], 0, 0, "", None, one["failed"]) for one in said if "failed" in one]:
            raise InputError(problems)
        if len(said) != len(self.queries):
            raise EnvironmentProblem(f"drawing the figures stopped ({self.child.last_words()})")
        return len(said)

    def close(self) -> None:
        """End the child if it still runs."""
        if self.child:
            self.child.close()


def figures(project: Project, screen: Screen) -> None:
    """Build, then print where each figure is.

    Raises:
        InputError: the build fails.

    """
    from pipelines.build import build

    build(project, screen)
    for path in sorted((project.curated / FIGURES).glob("*.svg")):
        sys.stdout.write(f"{path}\n")
