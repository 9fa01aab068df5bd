"""Our own package: built twice the same, and what it must say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from conftest import ROOT, fingerprint

from pipelines.build import check
from pipelines.figures.__main__ import draw
from pipelines.project import Project, digest
from pipelines.release import members
from pipelines.screen import Screen

Run = Callable[..., tuple[int, str, str]]
FIGURES = Project(ROOT).sql("figures")


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    bench, _ = check(Project(ROOT), Screen(quiet=True))
    for path in Project(ROOT).sql("macros").values():
        if "AS TABLE" in (text := path.read_text()):
            bench.connection.execute(text)
    return bench.connection


def copy(root: Path) -> Path:
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(".*", "curated", "build", "dist", "tests", "__pycache__"))
    return root


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    found = []
    settings = [("UTC", "C.UTF-8", "1", "a"), ("Asia/Kathmandu", "tr_TR.UTF-8", "2", "deeper/böse folder")]
    for zone, locale, threads, folder in settings:
        root = copy(tmp_path / folder)
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": threads}
        command = [sys.executable, "-m", "pipelines", "release", "--quiet", "--root", str(root), "--threads", threads]
        subprocess.run(command, env=environment, check=True)
        sums = fingerprint(root / "curated") | fingerprint(root / "dist")
        found.append({name: one for name, one in sums.items() if not name.endswith(".duckdb") and name != "SHA256SUMS"})
    assert found[0] == found[1]
    assert len(found[0]) > 2 * len(Project(ROOT).sql("models"))
    drawn = {Path(name).stem for name in found[0] if name.endswith(".svg")}
    assert drawn == FIGURES.keys()


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_drawn_from_empty_tables_and_has_its_module(
    name: str, empty_tables: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    for number in ("1", "2"):
        (tmp_path / number).mkdir()
        draw(empty_tables, name, FIGURES[name].read_text(), tmp_path / number)
    first, second = ((tmp_path / number / f"{name}.svg").read_bytes() for number in ("1", "2"))
    assert first == second
    assert FIGURES[name].with_suffix(".py").is_file()


@pytest.mark.parametrize("name", FIGURES)
def test_a_published_figure_is_small_and_names_no_machine(name: str) -> None:
    text = (ROOT / "curated" / "figures" / f"{name}.svg").read_text()
    assert len(text.encode()) < 600_000
    assert "<image" not in text
    assert str(ROOT) not in text
    assert (ROOT / "curated" / "figures" / f"{name}.sql").read_text() == FIGURES[name].read_text()


def test_a_figure_that_cannot_be_drawn_is_said_and_nothing_is_published(tiny: Path, run: Run) -> None:
    (tiny / "pipelines" / "figures").mkdir()
    (tiny / "pipelines" / "figures" / "trips_abroad.sql").write_text("-- Trips.\nSELECT * FROM journeys\n")
    code, _, said = run("build", "--root", tiny, "--quiet")
    assert code == 1
    assert said.startswith("pipelines/figures/trips_abroad.sql cannot be drawn: Catalog Error: ")
    assert not (tiny / "curated").exists()


def test_figures_are_as_many_as_their_queries() -> None:
    published = sorted(path.name for path in (ROOT / "curated" / "figures").iterdir())
    assert published == sorted(f"{name}.{kind}" for name in FIGURES for kind in ("sql", "svg"))
    codebook = (ROOT / "curated" / "README.md").read_text()
    assert all(f"[{name}](figures/{name}.svg)" in codebook for name in FIGURES)
    assert {f"curated/figures/{name}.svg" for name in FIGURES} < members(Project(ROOT)).keys()


def test_the_committed_package_is_of_these_inputs() -> None:
    release = (ROOT / "curated" / "release.csv").read_text().splitlines()[1]
    assert release.endswith(digest(Project(ROOT), Project(ROOT).inputs()))


def test_states(tables: duckdb.DuckDBPyConnection) -> None:
    found = tables.execute("SELECT count(*), count(un_member_since) FROM states").fetchone()
    assert found == (198, 193)
    assert tables.execute("SELECT state_id FROM states WHERE iso2 = 'NA'").fetchall() == [("NAM",)]
    outside = tables.execute("SELECT state_id FROM states WHERE un_member_since IS NULL ORDER BY ALL").fetchall()
    assert [row[0] for row in outside] == ["COK", "PSE", "TWN", "VAT", "XKX"]


def test_every_state_has_a_name_in_seven_languages(tables: duckdb.DuckDBPyConnection) -> None:
    counts = tables.execute(
        "SELECT state_id, count(DISTINCT language) FROM state_names GROUP BY state_id HAVING count(DISTINCT language) < 7"
    ).fetchall()
    assert counts == []


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("2009-06-15", [], []),
        ("2010-01-01", ["BRA", "CHN", "IND", "RUS"], []),
        ("2023-12-31", ["BRA", "CHN", "IND", "RUS", "ZAF"], []),
        ("2024-01-02", ["ARE", "BRA", "CHN", "EGY", "ETH", "IND", "IRN", "RUS", "ZAF"], ["SAU"]),
    ],
)
def test_members_of_brics(tables: duckdb.DuckDBPyConnection, day: str, certain: list[str], possible: list[str]) -> None:
    found = tables.execute("SELECT certainty, state_id FROM members_on('brics', CAST(? AS DATE)) ORDER BY ALL", [day])
    rows = found.fetchall()
    assert [state for kind, state in rows if kind == "certain"] == certain
    assert [state for kind, state in rows if kind == "possible"] == possible


def test_landed_after_midnight(tables: duckdb.DuckDBPyConnection) -> None:
    found = tables.execute("SELECT host FROM visits_between(DATE '2024-06-18', DATE '2024-06-19')").fetchall()
    assert found == [("North Korea",)]


def test_every_text_of_the_emergency_session_has_193_votes(tables: duckdb.DuckDBPyConnection) -> None:
    found = tables.execute(
        "SELECT count(DISTINCT resolution_id), count(*) FROM votes "
        "WHERE resolution_id IN ('A/RES/ES-11/1', 'A/RES/ES-11/2', 'A/RES/ES-11/3', 'A/RES/ES-11/4', 'A/RES/ES-11/5', "
        "'A/RES/ES-11/6')"
    ).fetchone()
    assert found == (6, 6 * 193)
    venezuela = tables.execute("SELECT DISTINCT vote FROM votes_of('VEN') WHERE resolution_id = 'A/RES/ES-11/1'")
    assert venezuela.fetchall() == [("no_vote_right",)]


def test_every_fact_row_has_a_source_of_its_own_table(tables: duckdb.DuckDBPyConnection) -> None:
    found = tables.execute(
        "SELECT count(*) FROM contract_sources WHERE source_id NOT IN (SELECT source_id FROM sources)"
    ).fetchone()
    assert found == (0,)
