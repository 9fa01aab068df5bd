from __future__ import annotations

import duckdb
from conftest import insert

from pipelines.grades import graded


def test_shares_of_well_sourced_rows(empty_tables: duckdb.DuckDBPyConnection) -> None:
    assert graded(empty_tables) is None
    for source, reliability in (("a", "A"), ("b", "B"), ("d", "D")):
        insert(empty_tables, "sources", source_id=source, reliability=reliability)
    for number, (first, second) in enumerate([("d", None), ("d", "b"), ("a", "d"), ("b", None)]):
        row = {"office_id": str(number), "source_id": first, "second_source_id": second, "credibility": 2}
        insert(empty_tables, "offices", **row)
    assert graded(empty_tables) == "4 facts: 50 % two sources, 25 % grade A, 75 % A or B"


def test_a_package_without_grades_says_nothing() -> None:
    assert graded(duckdb.connect()) is None
