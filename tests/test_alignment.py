from __future__ import annotations

from collections.abc import Callable

import duckdb
import pytest
from conftest import ROOT, insert
from hypothesis import given
from hypothesis import strategies as st

from pipelines.project import Project
from pipelines.sensitivity import _moved, _moves, _ranks

Run = Callable[..., tuple[int, str, str]]
COMPONENTS = ("votes", "spells", "sanctions", "arms", "visits", "support", "trade", "positions")
RANGES = {"votes": (0, 100), "arms": (0, 100), "support": (-1, 1), "positions": (-2, 2), "sanctions": (0, 20)}
MACRO = (ROOT / "pipelines/macros/alignment_score.sql").read_text(encoding="utf-8")


@given(st.sampled_from(COMPONENTS), st.floats(0, 1), st.floats(0, 1))
def test_scores_lie_between_0_and_1_and_never_fall_towards_russia(component: str, one: float, other: float) -> None:
    low, high = RANGES.get(component, (0, 6))
    values = sorted((low + (high - low) * one, low + (high - low) * other))
    with duckdb.connect() as connection:
        connection.execute(MACRO)
        ask = "SELECT alignment_score(?, ?::DOUBLE), alignment_score(?, ?::DOUBLE)"
        first, second = connection.execute(ask, [component, values[0], component, values[1]]).fetchall()[0]
    assert 0 <= first <= 1
    assert 0 <= second <= 1
    assert (first >= second) if component == "sanctions" else (first <= second)


def index_of(connection: duckdb.DuckDBPyConnection, scores: dict[str, float]) -> tuple[float | None, float, float]:
    connection.execute("DELETE FROM alignment_components")
    for component, score in scores.items():
        row = {"state_id": "AAA", "year": 2024, "component": component, "value": 0, "score": score}
        insert(connection, "alignment_components", **row)
    sql = Project(ROOT).sql("models")["alignment"].read_text(encoding="utf-8")
    found = connection.execute(f"SELECT alignment_index, index_lower, index_upper FROM ({sql})").fetchall()
    return found[0]


@pytest.fixture
def weighed(empty_tables: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    for component in COMPONENTS:
        insert(empty_tables, "index_weights", component=component, sub_index="level", weight=1)
    return empty_tables


def test_the_index_needs_four_components_and_its_bounds_hold_the_missing_ones(
    weighed: duckdb.DuckDBPyConnection,
) -> None:
    assert index_of(weighed, {"votes": 1, "spells": 1, "arms": 1}) == (None, 37.5, 100)
    assert index_of(weighed, {"votes": 1, "spells": 1, "arms": 0, "trade": 0}) == (50, 25, 75)
    assert index_of(weighed, dict.fromkeys(COMPONENTS, 0.5)) == (50, 50, 50)


@pytest.mark.parametrize("component", COMPONENTS)
def test_the_index_never_falls_when_a_component_rises(component: str, weighed: duckdb.DuckDBPyConnection) -> None:
    found = [index_of(weighed, {**dict.fromkeys(COMPONENTS, 0.5), component: score}) for score in (0, 0.3, 0.9, 1)]
    assert found == sorted(found)
    assert found[0] < found[-1]


def test_a_rank_moves_only_where_the_method_matters() -> None:
    scores = {
        state: {"votes": place / 4, "spells": place / 4, "arms": place / 4, "trade": 0.5}
        for place, state in enumerate("ABCD")
    }
    weights = {"votes": 1.0, "spells": 1.0, "arms": 1.0, "trade": 1.0}
    assert {(move.variant, move.largest_move) for move in _moves(scores, weights)} == {
        ("without votes", 0),
        ("without spells", 0),
        ("without arms", 0),
        ("without trade", 0),
        ("1000 random weights", 0),
    }
    assert _moved(_ranks({"A": {"votes": 1}, "B": {"votes": 0}}, weights), {"A": 1, "B": 0}) == [1, 1]


@pytest.mark.skipif(not Project(ROOT).database.is_file(), reason="needs the published file: run make")
def test_the_table_is_the_same_every_time(run: Run) -> None:
    code, out, _ = run("sensitivity", "--year", "2022")
    assert (code, out) == (0, run("sensitivity", "--year", "2022")[1])
    assert out.count("\n") == 2 + len(COMPONENTS) + 1
    assert run("sensitivity", "--year", "1999")[0] == 2
