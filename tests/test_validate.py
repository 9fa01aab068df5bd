"""The coder's check finds fault with the rows that frictionless finds fault with, whatever they hold."""

from __future__ import annotations

import tempfile
from pathlib import Path

from conftest import write_tiny
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines import contract as contracts
from pipelines.project import Project
from pipelines.tableschema.package import validate
from pipelines.tableschema.resource import Checking
from pipelines.validate import check_package

COUNTRIES = [
    ["NA", "NAM", "N", "VN", "nA", ""],
    ["Namibia", "Viet Nam", "Laos", ""],
    ["1990-04-23", "1990-02-30", "1990", ""],
]
TRIPS = [
    ["a-1", "b-2", "B", "a--b", ""],
    ["Namibia", "Viet Nam", "Laos", "Lao", ""],
    ["2024-06-20", "2024-06", "2024"],
    ["2024-06-21", "2024"],
    ["state", "working", "State", ""],
    ["1", "0", "2.5", "007", "x", ""],
    ["https://example.org/a", "ftp://example.org/a", ""],
]


def table(head: str, pools: list[list[str]]) -> st.SearchStrategy[str]:
    row = st.tuples(*map(st.sampled_from, pools)).filter(any).map(list)
    ragged = st.tuples(row, st.integers(-1, 1)).map(
        lambda pair: pair[0][:-1] if pair[1] < 0 else pair[0] + ["x"] * pair[1]
    )
    rows = st.lists(st.one_of(row, row, row, ragged), max_size=6)
    return rows.map(lambda found: head + "".join(",".join(cells) + "\n" for cells in found if any(cells)))


@given(table("country_id,name,members_since\n", COUNTRIES), table("trip_id,host,began,ended,kind,days,url\n", TRIPS))
@settings(max_examples=300, deadline=None)
def test_check_and_frictionless_find_fault_with_the_same_rows(countries: str, trips: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_tiny(root)
        (root / "raw/countries.csv").write_text(countries)
        (root / "raw/trips.csv").write_text(trips)
        entry = contracts.load(Project(root).entry_descriptor, "raw/datapackage.json")
        checked = check_package(entry.tables.values(), lambda one: one.name, is_entry=False)
        report = validate(entry.path, "p", Checking(limit=0)).report
    ours = {(name, problem.line) for name, one in checked.items() for problem in one.problems}
    errors = [(task.name, error) for task in report.tasks for error in task.errors]
    theirs = {(name, error.row_number) for name, error in errors}
    keys = {"foreign-key", "primary-key"}
    follows = {(name, error.row_number) for name, error in errors if error.type in keys}
    assert ours <= theirs
    assert theirs - ours <= follows  # what may only follow from a row that is faulty itself is held back
    assert bool(ours) == bool(theirs)
