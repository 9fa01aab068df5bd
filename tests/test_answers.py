from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

from pipelines.project import Project

Run = Callable[..., tuple[int, str, str]]
pytestmark = pytest.mark.skipif(not Project(ROOT).database.is_file(), reason="needs the published file: run make")


def test_a_question_as_text_csv_json_and_markdown(run: Run) -> None:
    sql = "SELECT state_id, un_member_since AS since FROM states WHERE state_id IN ('NAM', 'VAT') ORDER BY state_id"
    assert run("query", sql)[1] == "state_id  since\n────────  ──────────\nNAM       1990-04-23\nVAT\n"
    assert run("query", sql, "--format", "csv")[1] == "state_id,since\nNAM,1990-04-23\nVAT,\n"
    assert json.loads(run("query", sql, "--format", "json")[1]) == [
        {"state_id": "NAM", "since": "1990-04-23"},
        {"state_id": "VAT", "since": None},
    ]
    assert run("query", sql, "--format", "md")[1].splitlines()[2] == "| NAM | 1990-04-23 |"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "query takes a text in SQL or --file, and one of the two"),
        (["SELECT nope"], 'Referenced column "nope" was not found'),
        (["DELETE FROM votes"], "read-only"),
        (["SELECT * FROM read_csv('/etc/passwd')"], "file system operations are disabled"),
    ],
)
def test_a_question_that_cannot_be_asked(arguments: list[str], message: str, run: Run) -> None:
    code, out, said = run("query", *arguments)
    assert (code, out) == (2, "")
    assert message in said


def test_verdicts_on_the_published_days_and_on_ones_own(run: Run) -> None:
    table = json.loads(run("claims", "--format", "json")[1])["verdicts"]
    through = json.loads((ROOT / "datapackage.json").read_text())["data_through"]
    assert {row["as_of"] for row in table} == {"2024-11-02", through}
    own = json.loads(run("claims", "brics-2024-members", "--as-of", "2025-06-30", "--format", "json")[1])
    assert [(row["as_of"], row["verdict"]) for row in own["verdicts"]] == [("2025-06-30", "supported")]
    assert {case["holds"] for case in own["cases"] if case["role"] == "asserted"} == {True}


def test_from_a_verdict_to_its_sources(run: Run) -> None:
    said = json.loads(run("claims", "visits-2024", "--format", "json")[1])
    assert {case["case"] for case in said["cases"] if case["role"] == "counter"} >= {"KAZ", "AZE", "MNG"}
    cited = [row for row in said["rows and sources"] if row["row"] == "visits|putin-prk-2024-06"]
    assert cited
    assert all(row["url"].startswith("http") for row in cited)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope"], "no such claim: nope"),
        (["--as-of", "yesterday"], "not a day"),
        (["--as-of", "2099-01-01"], "is after"),
        (["brics-annual", "--as-of", "2023-12-31"], "before the day"),
    ],
)
def test_a_claim_that_is_not_there(arguments: list[str], message: str, run: Run) -> None:
    code, _, said = run("claims", *arguments)
    assert code == 2
    assert message in said


@pytest.mark.parametrize("question", ["", ";", "-- nothing", "SELECT 1; SELECT 2"])
def test_a_question_is_one_statement(question: str, run: Run) -> None:
    assert run("query", question) == (2, "", "global-ties: query takes one statement in SQL\n")


def test_a_question_in_a_file_is_utf_8(tmp_path: Path, run: Run) -> None:
    (tmp_path / "odd.sql").write_bytes(b"SELECT '\xe9'")
    assert run("query", "--file", tmp_path / "odd.sql")[2].endswith("odd.sql is not UTF-8\n")
