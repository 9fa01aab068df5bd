"""How far two readers agree, column by column: per cent, Krippendorff's alpha, Gwet's AC1, from `second_coding`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import duckdb
import krippendorff
import numpy
from agreement.metrics import gwets_gamma

from pipelines.problems import EnvironmentProblem
from pipelines.project import Project

ORDERED = {("positions", "direction")}  # every other column is nominal
Pair = tuple[str | None, str | None]
CELLS = """
SELECT table_name, field, round, first_value, second_value, first_value IS DISTINCT FROM settled_value AS is_mended
FROM second_coding ORDER BY table_name, field, round, row_id
"""


@dataclass(frozen=True)
class Agreement:
    """What two readers made of a column in a round: shares from 0 to 1, coefficients None where one value is alone."""

    table: str
    field: str
    round: int
    cells: int
    agreed: float
    alpha: float | None
    ac1: float | None
    mended: int


def agreements(project: Project) -> list[Agreement]:
    """Return the agreement on every column and round of reading twice, an empty cell counting as a value of its own.

    Alpha is nominal, for `ORDERED` columns ordinal and then without empty cells (Krippendorff 2011, Computing
    Krippendorff's Alpha-Reliability; package krippendorff). AC1 corrects for chance where one value dominates
    (Gwet 2008, doi:10.1348/000711006X126600; package agreement).

    Raises:
        EnvironmentProblem: nothing is published.

    """
    if not project.database.is_file():
        raise EnvironmentProblem(f"{project.relative(project.database)} is not there yet: run make first")
    with duckdb.connect(str(project.database), read_only=True) as connection:
        cells = connection.execute(CELLS).fetchall()
    columns: dict[tuple[str, str, int], list[tuple[Pair, bool]]] = {}
    for table, field, number, first, second, is_mended in cells:
        columns.setdefault((table, field, number), []).append(((first, second), is_mended))
    return [
        Agreement(
            *column,
            len(found),
            sum(first == second for (first, second), _ in found) / len(found),
            alpha([pair for pair, _ in found], is_ordered=column[:2] in ORDERED),
            ac1([pair for pair, _ in found]),
            sum(is_mended for _, is_mended in found),
        )
        for column, found in columns.items()
    ]


def alpha(pairs: Iterable[Pair], *, is_ordered: bool = False) -> float | None:
    """Return Krippendorff's alpha of two readers' values, None where it has no meaning (fewer than two values)."""
    pairs = [pair for pair in pairs if not is_ordered or None not in pair]
    values = sorted({value or "" for pair in pairs for value in pair}, key=_number if is_ordered else str)
    if len(values) < 2:
        return None
    codes = [[float(values.index(pair[reader] or "")) for pair in pairs] for reader in (0, 1)]
    level: Literal["ordinal", "nominal"] = "ordinal" if is_ordered else "nominal"
    return float(krippendorff.alpha(reliability_data=codes, level_of_measurement=level))


def _number(text: str) -> float:
    """Return a number whose sign is typed as U+2212, since a cell that begins with a hyphen is refused."""
    return float(text.replace("\u2212", "-"))


def ac1(pairs: Iterable[Pair]) -> float | None:
    """Return Gwet's AC1 of two readers' values, None where it has no meaning (fewer than two values)."""
    pairs = list(pairs)
    values = list(dict.fromkeys(value for pair in pairs for value in pair))
    if len(values) < 2:
        return None
    counts = [[float(pair.count(value)) for value in values] for pair in pairs]
    return float(gwets_gamma(numpy.array(counts)))


def table(project: Project) -> str:
    """Return the agreement as a Markdown table."""
    lines = ["| table | column | round | cells | agree | alpha | AC1 | mended |", "| --- | --- |" + " ---: |" * 6]
    for found in agreements(project):
        numbers = ["" if number is None else f"{number:.2f}" for number in (found.alpha, found.ac1)]
        shares = f"{found.cells} | {found.agreed:.0%} | {' | '.join(numbers)} | {found.mended}"
        lines.append(f"| {found.table} | {found.field} | {found.round} | {shares} |")
    return "\n".join(lines) + "\n"
