"""The verb `validate DESCRIPTOR`: what it prints, and how it exits."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import pytest

Run = Callable[..., tuple[int, str, str]]
FIELDS = [{"name": "id"}, {"name": "days", "type": "integer", "constraints": {"minimum": 1}}]
MESSAGE = (
    'The cell "0" in row at position "3" and field "days" at position "2" does not conform to a constraint: '
    'constraint "minimum" is "1"'
)

PATTERN = {"name": "id", "constraints": {"pattern": "("}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package that is not ours, with one error."""
    schema = {"fields": FIELDS, "uniqueKeys": [["id"]]}
    resource = {"name": "trips", "path": "trips.csv", "type": "table", "schema": schema}
    other = {"name": "more", "data": [["id"], ["a"]], "type": "table", "schema": {"fields": FIELDS[:1]}}
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "t", "resources": [resource, other]}))
    (tmp_path / "trips.csv").write_text("id,days\na,1\na,0\n")
    return tmp_path


def test_text(folder: Path, run: Run) -> None:
    assert run("validate", folder) == (
        1,
        f"trips.csv:3 [constraint-error] {MESSAGE}\n"
        "more: no CSV table with a local file, so frictionless-py itself read it\n"
        "2 tables, 3 rows read, 1 error\n",
        "",
    )
    assert run("validate", folder, "--resource", "more")[:2] == (
        0,
        "more: no CSV table with a local file, so frictionless-py itself read it\n1 table, 1 rows read, 0 errors\n",
    )


def test_what_frictionless_ignores_is_asked_for_and_told_apart(folder: Path, run: Run) -> None:
    code, said, _ = run("validate", folder / "datapackage.json", "--apart", "--resource", "trips")
    assert code == 1
    assert said.splitlines()[1:3] == [
        "Beyond frictionless-py (uniqueKeys, categories):",
        'trips.csv:3 [unique-key] Row at position "3" violates the unique key: "id" is the same as in the row at position 2',
    ]


def test_json(folder: Path, run: Run) -> None:
    code, said, _ = run("validate", folder, "--format", "json")
    found = json.loads(said)
    assert (code, found["valid"], found["apart"]) == (1, False, [])
    assert found["errors"] == [
        {
            "resource": "trips",
            "path": "trips.csv",
            "row": 3,
            "field": "days",
            "column": 2,
            "type": "constraint-error",
            "message": MESSAGE,
        }
    ]


def test_frictionless_report_is_read_back_by_frictionless(folder: Path, run: Run) -> None:
    _, said, _ = run("validate", folder, "--format", "frictionless")
    ours = frictionless.Report.from_descriptor(json.loads(said))
    theirs = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert ours.flatten() == theirs.flatten() == [[1, 3, 2, "constraint-error"]]
    assert ours.tasks[0].stats["sha256"] == theirs.tasks[0].stats["sha256"]


def test_github_annotations_have_a_line_where_rows_are_lines(folder: Path, run: Run) -> None:
    place = f"{folder.as_posix()}/trips.csv"
    assert run("validate", folder, "--format", "github")[1] == (
        f"::error file={place},line=3,title=constraint-error::{MESSAGE}\n"
    )
    (folder / "trips.csv").write_text('id,days\n"a\nb",1\na,0\n')
    assert f"file={place},title=constraint-error::" in run("validate", folder, "--format", "github")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--resource", "no"], 1, '[package-error] The data package has an error: resource "no" does not exist'),
        (["--limit", "1"], 1, "trips.csv reached error limit: 1"),
    ],
)
def test_options(arguments: list[str], code: int, said: str, folder: Path, run: Run) -> None:
    found = run("validate", folder, *arguments)
    assert found[0] == code
    assert said in found[1]


def test_a_missing_or_wrong_descriptor_is_one_line(folder: Path, run: Run) -> None:
    assert run("validate", folder / "no.json") == (2, "", f"global-ties: {folder}/no.json is missing\n")
    (folder / "datapackage.json").write_text("{")
    assert run("validate", folder)[2].startswith(f"{folder}/datapackage.json:1:2 is not JSON")
    (folder / "datapackage.json").write_text('{"resources": 1}')
    code, said, _ = run("validate", folder)
    assert (code, said.splitlines()[0].partition(" ")[0]) == (1, "[package-error]")


def test_an_address_is_refused(run: Run) -> None:
    said = "global-ties: only local packages are validated: download the descriptor and its files first\n"
    assert run("validate", "https://example.org/datapackage.json") == (2, "", said)


@pytest.mark.parametrize(("schema", "code"), [("no.json", 1), ("trips.csv", 1), ({"fields": [PATTERN]}, 2)])
def test_a_schema_that_cannot_be_read_is_told(schema: Any, code: int, folder: Path, run: Run) -> None:
    resource = {"name": "trips", "path": "trips.csv", "type": "table", "schema": schema}
    (folder / "datapackage.json").write_text(json.dumps({"name": "t", "resources": [resource]}))
    found, out, said = run("validate", folder)
    assert found == code
    assert "schema" in out or "frictionless-py fails on this package: " in said


@pytest.mark.parametrize("resources", [1, [1], [{"name": "trips", "path": "trips.csv", "schema": {"uniqueKeys": 1}}]])
def test_a_descriptor_of_wrong_shape_is_told_with_apart_too(resources: Any, folder: Path, run: Run) -> None:
    (folder / "datapackage.json").write_text(json.dumps({"name": "t", "resources": resources}))
    code, out, said = run("validate", folder, "--apart")
    assert code == 1
    assert "-error]" in out + said


def test_unique_keys_name_fields(folder: Path, run: Run) -> None:
    schema = {"fields": [{"name": "id"}], "uniqueKeys": [["no"]]}
    resource = {"name": "trips", "path": "trips.csv", "type": "table", "schema": schema}
    (folder / "datapackage.json").write_text(json.dumps({"name": "t", "resources": [resource]}))
    code, _, said = run("validate", folder, "--apart")
    assert code == 1
    assert "resource 'trips' has uniqueKeys with 'no', which is no field" in said


def test_what_frictionless_fails_on_is_one_line(folder: Path, run: Run) -> None:
    fields = [{"name": "id"}, {"name": "days", "type": "integer", "constraints": {"minimum": "x"}}]
    resource = {"name": "trips", "path": "trips.csv", "type": "table", "schema": {"fields": fields}}
    (folder / "datapackage.json").write_text(json.dumps({"name": "t", "resources": [resource]}))
    code, _, said = run("validate", folder)
    assert code == 2
    assert said.startswith("global-ties: frictionless-py fails on this package: TypeError: ")


def test_our_own_package_is_checked_for_both(tiny: Path, run: Run) -> None:
    path = tiny / "raw/datapackage.json"
    descriptor = json.loads(path.read_text())
    descriptor["resources"][0]["schema"]["uniqueKeys"] = [["members_since"]]
    path.write_text(json.dumps(descriptor))
    (tiny / "raw/countries.csv").write_text(
        "country_id,name,members_since\nNA,Namibia,1990-04-23\nVN,Viet Nam,1990-04-23\n"
    )
    assert run("validate", path, "--root", tiny)[0] == 1
    assert run("validate", path, "--root", tiny, "--no-apart")[0] == 0
