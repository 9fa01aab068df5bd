"""Measures the verbs a person waits for, as whole processes, and `validate DESCRIPTOR` beside frictionless-py."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from dataclasses import dataclass

from pipelines.problems import EnvironmentProblem
from pipelines.project import Project
from pipelines.screen import Screen
from pipelines.tableschema import bench as tables
from pipelines.tableschema.bench import Shape

RUNS = 5


@dataclass(frozen=True)
class Measure:
    """The fastest and the median seconds of some runs, and the largest peak memory of one process in MB."""

    name: str
    best: float
    median: float
    peak_mb: float


def bench(project: Project, screen: Screen, rows: int | None = None) -> None:
    """Print seconds and memory of `check`, a full `build`, a build with nothing to do, and the validator's table.

    Args:
        project: our own package.
        screen: where remarks go.
        rows: the size of a made-up file to validate instead of the usual ones; the verbs are then left out.

    """
    if rows is None:
        _bench_verbs(project, screen)
    shapes = tables.SHAPES if rows is None else (Shape(min(rows, tables.LONGEST_FOR_FRICTIONLESS)), Shape(rows))
    for line in tables.table(project.build / "bench", tuple(dict.fromkeys(shapes)), project.entry_descriptor):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _bench_verbs(project: Project, screen: Screen) -> None:
    note = project.build / "published.json"
    measures = [
        _measure(project, "check", "check", lambda: None),
        _measure(project, "build", "build (full)", lambda: note.unlink(missing_ok=True)),
        _measure(project, "build", "build (nothing to do)", lambda: None),
    ]
    lines = [f"{os.cpu_count()} cores, Python {platform.python_version()}, {RUNS} runs each", ""]
    lines += ["| verb | best, s | median, s | peak of one process, MB |", "| --- | ---: | ---: | ---: |"]
    lines += [f"| {m.name} | {m.best:.2f} | {m.median:.2f} | {m.peak_mb:.0f} |" for m in measures]
    sys.stdout.write("\n".join(lines) + "\n\n")
    screen.detail("seconds are of whole processes, the interpreter's start included")


def _measure(project: Project, verb: str, name: str, prepare: object) -> Measure:
    seconds, peaks = [], []
    for _ in range(RUNS):
        assert callable(prepare)
        prepare()
        started = time.perf_counter()
        child = subprocess.Popen([sys.executable, "-m", "pipelines", verb, "--quiet", "--root", str(project.root)])
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(time.perf_counter() - started)
        peaks.append(usage.ru_maxrss / 1024)
        if status:
            raise EnvironmentProblem(f"{verb} failed: nothing can be measured")
    return Measure(name, min(seconds), sorted(seconds)[RUNS // 2], max(peaks))
