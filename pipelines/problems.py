"""What may be wrong with the user's input, located, and how it is printed."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

SHOWN = 50
CELL_WIDTH = 60


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong at one place; line and column count from 1, 0 where there is none."""

    path: str
    line: int
    column: int
    field: str
    cell: str | None
    reason: str
    near: tuple[str, ...] = ()

    def __str__(self) -> str:
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        subject = f"{self.field}: " if self.field else ""
        if self.cell is not None:
            cell = self.cell if len(self.cell) <= CELL_WIDTH else self.cell[:CELL_WIDTH] + "…"
            subject += f"{cell!r} "
        near = f"; near: {', '.join(map(repr, self.near))}" if self.near else ""
        return f"{place} {subject}{self.reason}{near}"


class InputError(Exception):
    """The user's input is wrong: `problems` say where, `held_back` counts those that only follow from them."""

    def __init__(self, problems: Iterable[Problem], held_back: int = 0) -> None:
        """Keep the problems in order of place, each once."""
        self.problems = sorted(set(problems), key=lambda p: (p.path, p.line, p.column, p.field, p.reason))
        self.held_back = held_back
        super().__init__(f"{len(self.problems)} problem(s)")

    def text(self, limit: int = SHOWN) -> str:
        """Return the first `limit` problems, a line each, and a line that counts all."""
        lines = [str(problem) for problem in self.problems[:limit]]
        rest = len(self.problems) - limit
        if rest > 0:
            lines.append(f"… and {rest} more (--format json prints all)")
        held = f"; {self.held_back} more held back, as they may only follow from these" if self.held_back else ""
        return "\n".join([*lines, f"{_count(len(self.problems))}{held}"])

    def json(self) -> str:
        """Return all problems as a JSON object."""
        problems = [asdict(problem) for problem in self.problems]
        return json.dumps({"problems": problems, "held_back": self.held_back}, ensure_ascii=False, indent=1)


class EnvironmentProblem(Exception):  # noqa: N818 -- not the input but the machine or the call is wrong
    """The call, the machine or the installation is wrong: said in one line, exit code 2."""


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three known words that look like `word`; a suggestion for the reader, never a decision."""
    return tuple(difflib.get_close_matches(word, list(known), n=3, cutoff=0.75))


def _count(number: int) -> str:
    return "1 problem" if number == 1 else f"{number} problems"
