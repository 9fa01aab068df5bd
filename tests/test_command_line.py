from __future__ import annotations

import contextlib
import os
import pty
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from conftest import ROOT, fingerprint

from pipelines import screen
from pipelines.__main__ import VERBS

Run = Callable[..., tuple[int, str, str]]


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str], run: Run) -> None:
    with pytest.raises(SystemExit) as stop:
        run("--help")
    said = capsys.readouterr().out
    assert stop.value.code == 0
    assert all(verb in said for verb in VERBS)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["biuld"],
        ["build", "--thread"],
        ["check", "extra"],
        ["check", "--threads", "0"],
        ["validate", ".", "--limit", "-1"],
    ],
)
def test_a_wrong_call_is_exit_2(arguments: list[str], run: Run) -> None:
    with pytest.raises(SystemExit) as stop:
        run(*arguments)
    assert stop.value.code == 2


def test_a_folder_that_is_no_package_is_exit_2(tmp_path: Path, run: Run) -> None:
    code, _, said = run("check", "--root", tmp_path)
    assert (code, said) == (
        2,
        f"global-ties: {tmp_path} is no data package: it has neither datapackage.json nor raw/\n",
    )


def test_validate_before_any_build_is_exit_2(tiny: Path, run: Run) -> None:
    code, _, said = run("validate", "--root", tiny)
    assert (code, said) == (2, "global-ties: curated/global-ties.duckdb is not there yet: run make first\n")


def test_makefile_targets_are_the_verbs() -> None:
    lines = (ROOT / "Makefile").read_text().splitlines()
    targets = {match[1] for line in lines if (match := re.match(r"([a-z]+): \.venv/ready ## ", line))}
    called = {match[1] for line in lines if (match := re.match(r'\t@\$\(RUN\) ([a-z]+)(?: "\$\(SQL\)")?$', line))}
    assert targets == called == set(VERBS)


def test_the_whole_way_of_a_tiny_package(tiny: Path, run: Run, tmp_path: Path) -> None:
    code, _, said = run("build", "--root", tiny, "--verbose")
    assert code == 0
    stages = [line.split()[0] for line in said.splitlines()]
    assert stages == [
        "validate",
        "extract",
        "countries",
        "trips",
        "transform",
        "rules",
        "load",
        "export",
        "validate",
        "expect",
        "publish",
        "published",
    ]
    assert said.splitlines()[-1] == f"published 2 tables, 4 rows, version 0.0.1: {tiny / 'curated'}"
    assert (tiny / "curated/trips.csv").read_text() == (
        "trip_id,host_id,began,ended,began_earliest,ended_latest,kind,days,url\n"
        "a-1,VN,2024-06-20,2024-06-20,2024-06-20,2024-06-20,state,1,https://example.org/a\n"
        'b-2,NA,2024-05,,2024-05-01,,working,,"https://example.org/b,c"\n'
    ).replace('"https://example.org/b,c"', "https://example.org/b")
    assert run("build", "--root", tiny)[2] == "nothing to do: curated/ is what these inputs make\n"
    code, _, said = run("validate", "--root", tiny)
    assert code == 0
    assert "the published package is valid; Data Docs: build/data-docs/" in said
    assert run("release", "--root", tiny, "--quiet")[0] == 0
    first = fingerprint(tiny / "dist")
    assert run("release", "--root", tiny, "--quiet")[0] == 0
    assert fingerprint(tiny / "dist") == first
    with zipfile.ZipFile(tiny / "dist/tiny-0.0.1.zip") as archive:
        assert archive.namelist() == [
            "curated/README.md",
            "curated/countries.csv",
            "curated/trips.csv",
            "datapackage.json",
        ]
    with duckdb.connect(str(tiny / "dist/tiny-0.0.1.duckdb"), read_only=True) as connection:
        comment = "SELECT comment FROM duckdb_columns() WHERE table_name = 'trips' AND column_name = 'days'"
        assert connection.execute(comment).fetchone() == ("days",)
        assert connection.execute("SELECT * FROM rule_began_is_not_after_ended").fetchall() == []


def test_what_is_published_is_checked_again(tiny: Path, run: Run) -> None:
    assert run("build", "--root", tiny, "--quiet")[0] == 0
    path = tiny / "curated/trips.csv"
    path.write_text(path.read_text().replace("state", "statte"))
    code, _, said = run("validate", "--root", tiny, "--quiet")
    assert code == 1
    assert said.startswith("curated/trips.csv:2:7 kind: ")
    assert 'constraint "enum" is' in said


def test_verbs_work_from_any_folder(tiny: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pipelines", "check", "--root", os.path.relpath(tiny, tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "no problems: 2 tables, 4 rows")


def drain(descriptor: int) -> str:
    os.set_blocking(descriptor, False)
    said = b""
    with contextlib.suppress(BlockingIOError):
        while True:
            said += os.read(descriptor, 10_000)
    return said.decode()


@pytest.mark.parametrize(("is_terminal", "expected"), [(True, True), (False, False)])
def test_a_bar_is_shown_on_a_terminal_alone(
    is_terminal: bool, expected: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(screen, "PATIENCE", 0.0)
    leader, follower = pty.openpty()
    descriptor = follower if is_terminal else os.open(tmp_path / "said", os.O_WRONLY | os.O_CREAT)
    with os.fdopen(descriptor, "w") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        watched = screen.Screen()
        with watched.stage("expect") as stage:
            watched.progress(stage, 1, 2)
            assert (watched.bar is not None) is expected
            stage.said = "done"
        assert watched.bar is None
        stream.flush()
        said = drain(leader) if is_terminal else (tmp_path / "said").read_text()
    assert ("100%" in said or "50%" in said) is expected
    assert "expect     done" in said
