from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from pipelines.expectations import Task, configurations, typed_expectations

Run = Callable[..., tuple[int, str, str]]


def test_an_expectation_that_is_not_met_stops_the_build(tiny: Path, run: Run) -> None:
    typed = {
        "trips": [
            {"type": "expect_table_row_count_to_be_between", "min_value": 3},
            {"type": "expect_column_values_to_be_between", "column": "days", "max_value": 0},
            {"type": "expect_column_max_to_be_between", "column": "ended_latest", "min_value": "$data_through"},
        ]
    }
    (tiny / "pipelines/expectations.json").write_text(json.dumps(typed))
    code, _, said = run("build", "--root", tiny, "--quiet")
    assert code == 1
    assert said.splitlines() == [
        "curated/trips.csv does not meet expect_table_row_count_to_be_between(min_value=3): observed_value 2",
        "curated/trips.csv days: does not meet expect_column_values_to_be_between(max_value=0.0): "
        "partial_unexpected_list [1]",
        "curated/trips.csv ended_latest: does not meet expect_column_max_to_be_between(min_value=2024-12-31): "
        "observed_value 2024-06-20",
        "3 problems",
    ]
    assert not (tiny / "curated").exists()


def test_an_expectation_that_does_not_exist_is_said(tiny: Path, run: Run) -> None:
    (tiny / "pipelines/expectations.json").write_text('{"trips": [{"type": "expect_wonders"}]}')
    code, _, said = run("build", "--root", tiny, "--quiet")
    assert code == 2
    assert "Great Expectations stopped" in said
    assert "expect_wonders" in said


def test_what_a_table_is_held_to() -> None:
    task = Task("", {"votes": [["a", "b"], ["c"]]}, {})
    assert list(configurations(task, "rule_x")) == [{"type": "expect_table_row_count_to_equal", "value": 0}]
    assert [one["type"] for one in configurations(task, "votes")] == [
        "expect_table_row_count_to_be_between",
        "expect_compound_columns_to_be_unique",
        "expect_column_values_to_be_unique",
    ]


def test_the_day_of_the_release_is_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "e.json"
    path.write_text('{"t": [{"min_value": "$data_through"}]}')
    assert typed_expectations(path, "2026-01-02") == {"t": [{"min_value": "2026-01-02"}]}
    assert typed_expectations(tmp_path / "none.json", "2026-01-02") == {}
