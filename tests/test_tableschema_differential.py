"""The same report as frictionless-py, on random packages and on named cases."""

from __future__ import annotations

import os
from collections import Counter

from hypothesis import HealthCheck, given, settings
from tableschema_packages import Case, cases, compare

EXAMPLES = int(os.environ.get("EXAMPLES", "2000"))
ways: Counter[str] = Counter()


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=not os.environ.get("FUZZ"),
    database=None,
)
@given(cases())
def test_random_packages_get_frictionless_report(case: Case) -> None:
    theirs, ours, way = compare(case)
    ways.update(each.partition(":")[0] for each in way.values())
    assert ours == theirs
