"""How far a state's rank in the alignment index moves when the method changes: a component left out, other weights."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

import duckdb

from pipelines.problems import EnvironmentProblem
from pipelines.project import Project

YEAR = 2024  # the last year with most components
DRAWS = 1000
SEED = 20241102
LEAST = 3  # components a state must keep when one is left out
Scores = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Move:
    """How ranks move in one variant of the method, in places among `states`."""

    variant: str
    states: int
    median_move: float
    p95_move: float
    largest_move: int


def sensitivity(project: Project, year: int) -> list[Move]:
    """Return the moves of ranks among states with an index in a year, for every variant.

    The random weights are exponential draws, that is uniform over all ways to share one whole (a flat Dirichlet
    distribution); seed and number of draws are fixed.

    Raises:
        EnvironmentProblem: nothing is published, or no state has an index in that year.

    """
    if not project.database.is_file():
        raise EnvironmentProblem(f"{project.relative(project.database)} is not there yet: run make first")
    with duckdb.connect(str(project.database), read_only=True) as connection:
        weights = dict(connection.execute("SELECT component, weight FROM index_weights ORDER BY component").fetchall())
        found = connection.execute(
            "SELECT known.state_id, known.component, known.score FROM alignment_components AS known "
            "JOIN alignment AS whole USING (state_id, year) "
            "WHERE known.year = ? AND whole.alignment_index IS NOT NULL ORDER BY ALL",
            [year],
        ).fetchall()
    if not found:
        raise EnvironmentProblem(f"no state has an alignment index in {year}")
    scores: Scores = {}
    for state, component, score in found:
        scores.setdefault(state, {})[component] = score
    return list(_moves(scores, weights))


def table(project: Project, year: int = YEAR) -> str:
    """Return the moves as a Markdown table."""
    lines = ["| variant | states | median move | 95th percentile | largest |", "| --- | ---: | ---: | ---: | ---: |"]
    for move in sensitivity(project, year):
        numbers = f"{move.states} | {move.median_move:.0f} | {move.p95_move:.0f} | {move.largest_move}"
        lines.append(f"| {move.variant} | {numbers} |")
    return "\n".join(lines) + "\n"


def _moves(scores: Scores, weights: dict[str, float]) -> Iterator[Move]:
    for left_out in weights:
        kept = {state: {c: s for c, s in known.items() if c != left_out} for state, known in scores.items()}
        kept = {state: known for state, known in kept.items() if len(known) >= LEAST}
        base = _ranks({state: scores[state] for state in kept}, weights)
        yield _move(f"without {left_out}", [_moved(base, _ranks(kept, weights))])
    chance = random.Random(SEED)
    base = _ranks(scores, weights)
    drawn = [{c: chance.expovariate(1) for c in weights} for _ in range(DRAWS)]
    yield _move(f"{DRAWS} random weights", [_moved(base, _ranks(scores, draw)) for draw in drawn])


def _ranks(scores: Scores, weights: dict[str, float]) -> dict[str, int]:
    index = {
        state: sum(weights[c] * s for c, s in known.items()) / sum(weights[c] for c in known)
        for state, known in scores.items()
    }
    ordered = sorted(index, key=lambda state: (-round(index[state], 9), state))
    return {state: place for place, state in enumerate(ordered)}


def _moved(base: dict[str, int], other: dict[str, int]) -> list[int]:
    return [abs(base[state] - other[state]) for state in base]


def _move(variant: str, runs: list[list[int]]) -> Move:
    moves = sorted(one for run in runs for one in run)
    return Move(variant, len(runs[0]), median(moves), moves[int(0.95 * (len(moves) - 1))], moves[-1])
