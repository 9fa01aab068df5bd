"""A made-up table like `visits`, always the same bytes, and this validator beside frictionless-py on it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.problems import EnvironmentProblem

LONGEST_FOR_FRICTIONLESS = 1_000_000
QUOTED = 5  # of so many rows one has a quoted cell, in the file with quotes
HOSTS = ("BRA", "CHN", "IND", "KAZ", "PRK", "RUS", "VNM", "ZAF")


@dataclass(frozen=True)
class Shape:
    """A made-up file: its rows, the share of bad ones, and whether it has quoted cells."""

    rows: int
    share: float = 0.0001
    has_quotes: bool = False

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return f"visits-{self.rows}-{self.share:g}{'-quoted' * self.has_quotes}"


SHAPES = (
    Shape(100_000),
    Shape(1_000_000),
    Shape(1_000_000, has_quotes=True),
    Shape(1_000_000, 0.01),
    Shape(50_000, 0.3),
)
HEAD = "| file | rows | errors | theirs, s | this, s | ratio | rows/s | peak MB (theirs) | floor, s | x floor |"


def table(folder: Path, shapes: tuple[Shape, ...], raw: Path) -> Iterator[str]:
    """Yield the lines of a Markdown table as they are measured: all errors of each file, each run in its own process.

    Args:
        folder: where files are made and kept.
        shapes: the files.
        raw: the descriptor of our own many small files.

    """
    yield HEAD
    yield "| --- |" + " ---: |" * (HEAD.count("|") - 2)
    paces: dict[float, float] = {}
    for shape in shapes:
        descriptor = make(folder, shape)
        size = descriptor.with_suffix(".csv").stat().st_size / 1e6
        name = f"{shape.share:.2%} bad, {size:.0f} MB{', some cells quoted' * shape.has_quotes}"
        line, paces[shape.share] = _line(name, descriptor, shape.rows, paces.get(shape.share, 0.0))
        yield line
    yield _line("our own raw/, many small files", raw, 0, 0.0, has_floor=False)[0]


def make(folder: Path, shape: Shape) -> Path:
    """Write the table and its descriptor, unless they are there, and return the descriptor."""
    path = folder / f"{shape.name}.csv"
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        unfinished = path.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(_rows(shape))
        unfinished.rename(path)
    (folder / "states.csv").write_text("state_id\n" + "\n".join(HOSTS) + "\n", encoding="utf-8")
    descriptor = path.with_suffix(".json")
    descriptor.write_text(json.dumps(_descriptor(path.name)), encoding="utf-8")
    return descriptor


def _line(name: str, descriptor: Path, rows: int, pace: float, *, has_floor: bool = True) -> tuple[str, float]:
    """Return a measured line and frictionless' rows per second, by which it is extrapolated for larger files."""
    ours = _run("tableschema", descriptor)
    is_told = rows <= LONGEST_FOR_FRICTIONLESS or not pace
    theirs = _run("frictionless", descriptor) if is_told else {"seconds": ours["rows"] / pace, "peak_mb": 0}
    if is_told and theirs["findings"] != ours["findings"]:
        raise EnvironmentProblem(f"{name}: the findings differ from frictionless-py's")
    mark, peak = ("", f" ({theirs['peak_mb']:.0f})") if is_told else (" (extrapolated)", "")
    floor = _run("floor", descriptor)["seconds"] if has_floor else 0
    cells = [
        name,
        f"{ours['rows']:,}",
        f"{ours['errors']:,}",
        f"{theirs['seconds']:.2f}{mark}",
        f"{ours['seconds']:.2f}",
        f"{theirs['seconds'] / ours['seconds']:.1f}",
        f"{ours['rows'] / ours['seconds']:,.0f}",
        f"{ours['peak_mb']:.0f}{peak}",
        *([f"{floor:.2f}", f"{ours['seconds'] / floor:.1f}"] if floor else ["", ""]),
    ]
    return f"| {' | '.join(cells)} |", ours["rows"] / theirs["seconds"]


def _run(engine: str, descriptor: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "pipelines.tableschema.trial", engine, str(descriptor)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    if done.returncode:
        raise EnvironmentProblem(f"{engine} failed: {done.stderr.strip().splitlines()[-1]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _rows(shape: Shape) -> Iterator[str]:
    chance = random.Random(20240618)
    yield "visit_id,person_id,host_state_id,city,began,ended,visit_type,outcome,days,cost_usd,note\n"
    for number in range(shape.rows):
        month, day, days = chance.randrange(1, 13), chance.randrange(1, 24), chance.randrange(1, 6)
        cells = [
            f"v{number:08}",
            f"person-{chance.randrange(500)}",
            chance.choice(HOSTS),
            chance.choice(("Almaty", "Beijing", "Hanoi", "Pyongyang")),
            f"{(year := chance.randrange(2000, 2025))}-{month:02}-{day:02}",
            f"{year}-{month:02}-{day + days - 1:02}",
            chance.choice(("state", "official", "working", "private")),
            chance.choice(("held", "not_made")),
            str(days),
            f"{chance.random() * 1e5:.2f}",
            '"a note, so to say"' if shape.has_quotes and number % QUOTED == 0 else "a note",
        ]
        yield ",".join(_spoiled(cells, chance) if chance.random() < shape.share else cells) + "\n"


def _spoiled(cells: list[str], chance: random.Random) -> list[str]:
    spoils: tuple[tuple[int, str], ...] = ((0, "v00000001"), (0, "x"), (0, ""), (2, "XXX"), (4, "2024-02-30"), (4, ""))
    spoils += ((5, "1999-12-31"), (6, "secret"), (8, "0"), (8, "two"), (8, "1.5"), (9, "-1"), (9, "much"))
    kind = chance.randrange(len(spoils) + 2)
    if kind == len(spoils):
        return cells[:-2]
    if kind > len(spoils):
        return [*cells, "more"]
    place, cell = spoils[kind]
    return [*cells[:place], cell, *cells[place + 1 :]]


def _field(name: str, kind: str = "string", **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "constraints": constraints}


FIELDS = [
    _field("visit_id", required=True, pattern="v[0-9]{8}"),
    _field("person_id", required=True, maxLength=20),
    _field("host_state_id", required=True),
    _field("city"),
    _field("began", "date", required=True, minimum="2000-01-01"),
    _field("ended", "date", minimum="2000-01-01"),
    _field("visit_type", required=True, enum=["state", "official", "working", "private"]),
    _field("outcome", enum=["held", "not_made"]),
    _field("days", "integer", minimum=1),
    _field("cost_usd", "number", minimum=0),
    _field("note"),
]


def _descriptor(path: str) -> dict[str, Any]:
    host = {"fields": ["host_state_id"], "reference": {"resource": "states", "fields": ["state_id"]}}
    common = {"type": "table", "encoding": "utf-8", "dialect": {"delimiter": ",", "lineTerminator": "\n"}}
    visits = {"fields": FIELDS, "primaryKey": ["visit_id"], "foreignKeys": [host]}
    states = {"fields": [_field("state_id", required=True)], "primaryKey": ["state_id"]}
    return {
        "name": "bench",
        "resources": [
            {"name": "visits", "path": path, **common, "schema": visits},
            {"name": "states", "path": "states.csv", **common, "schema": states},
        ],
    }
