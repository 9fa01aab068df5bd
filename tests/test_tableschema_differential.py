"""The same report as frictionless-py on random packages; `fuzz` runs this on ever new ones."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from tableschema_packages import Case, cases, compare

from pipelines.tableschema import bench
from pipelines.tableschema.bench import Shape
from pipelines.tableschema.package import validate
from pipelines.tableschema.resource import Checking

EXAMPLES = int(os.environ.get("EXAMPLES", "2000"))
IS_FUZZ = bool(os.environ.get("FUZZ"))
ways: Counter[str] = Counter()
found: Counter[str] = Counter()


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    derandomize=not IS_FUZZ,
)
@given(cases())
def holds(case: Case) -> None:
    theirs, ours, way = compare(case)
    ways.update(each.partition(":")[0] for each in way.values())
    if isinstance(theirs, dict):
        found.update(error["type"] for task in theirs["tasks"] for error in task["errors"])
    assert ours == theirs


def test_random_packages_get_frictionless_report() -> None:
    holds()
    assert min(ways["sql"], ways["cells"]) > EXAMPLES / 10  # both ways were taken
    if EXAMPLES >= 2000:
        kinds = "type-error constraint-error unique-error primary-key foreign-key blank-row missing-cell extra-cell"
        labels = "incorrect-label missing-label extra-label encoding-error source-error"
        assert {kind: found[kind] for kind in f"{kinds} {labels}".split() if found[kind] < 5} == {}


def test_the_file_of_the_bench_is_always_the_same(tmp_path: Path) -> None:
    one, two = (
        bench.make(tmp_path / name, Shape(300, 0.3)).with_suffix(".csv").read_bytes() for name in ("one", "two")
    )
    assert one == two
    assert 80 < len(one) / 300 < 95
    assert bench.make(tmp_path / "one", Shape(300, 0.3)).is_file()


def test_the_files_of_the_bench_are_proved_by_sql(tmp_path: Path) -> None:
    for shape in (Shape(300, 0.3), Shape(300, 0.3, has_quotes=True)):
        descriptor = bench.make(tmp_path, shape)
        checking = Checking(limit=0, plain_from=0)
        report = validate(descriptor, descriptor.name, checking).report
        assert checking.ways["visits"] == "sql"
        assert report.stats["errors"] > 30
