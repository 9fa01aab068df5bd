from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from conftest import ROOT, fingerprint, write_tiny

from pipelines import publish
from pipelines.__main__ import main
from pipelines.project import Project

NOBODY = 65534
TRIP = "c-{n},Namibia,2024,,working,{n},\n"


def start(root: Path, *more: str, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pipelines", "build", "--root", str(root), *more]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment, **options)  # type: ignore[call-overload]


def finish(child: subprocess.Popen[str]) -> tuple[int, str]:
    said = child.communicate(timeout=120)[1]
    return child.returncode, said


def add_trip(root: Path, number: int) -> None:
    with (root / "raw/trips.csv").open("a", encoding="utf-8") as file:
        file.write(TRIP.format(n=number))


def is_whole(root: Path) -> bool:
    """Whether CSV, Parquet and DuckDB of the published folder hold the same trips."""
    curated = root / "curated"
    with duckdb.connect(str(curated / "global-ties.duckdb"), read_only=True) as connection:
        counts = [
            connection.execute(f"SELECT count(*) FROM {what}").fetchall()[0][0]
            for what in ("trips", f"'{curated}/trips.csv'", f"'{curated}/parquet/trips.parquet'")
        ]
    return len(set(counts)) == 1 and f"| {counts[0]} |" in (curated / "README.md").read_text()


@pytest.fixture
def built(tiny: Path) -> Path:
    assert finish(start(tiny))[0] == 0
    return tiny


def test_a_killed_build_leaves_the_last_version_whole(built: Path) -> None:
    seen = 0
    for number in range(1, 13):
        before = fingerprint(built / "curated")
        add_trip(built, number)
        child = start(built)
        time.sleep(0.15 + number * 0.35)
        child.send_signal(signal.SIGKILL)
        finish(child)
        after = fingerprint(built / "curated")
        assert after == before or is_whole(built)
        seen += after == before
    assert seen > 3, "the kills came too late to say anything"
    code, said = finish(start(built))
    assert code == 0, said
    assert is_whole(built)
    assert not list(built.glob(".curated-*"))


def test_the_second_build_waits_for_the_first(built: Path) -> None:
    add_trip(built, 1)
    first = start(built)
    time.sleep(1)
    code, said = finish(start(built))
    assert finish(first)[0] == 0
    assert code == 0
    assert said.splitlines()[0] == f"waiting: process {first.pid} is building this package"
    assert said.splitlines()[-1] == "nothing to do: curated/ is what these inputs make"


def test_a_full_disk_changes_nothing(built: Path) -> None:
    before = fingerprint(built / "curated")
    add_trip(built, 1)

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    code, said = finish(start(built, preexec_fn=little_room))
    assert code == 2
    assert said.splitlines()[-1].startswith("global-ties: ")
    assert "Traceback" not in said
    assert fingerprint(built / "curated") == before
    assert not list(built.glob(".curated-*"))


@pytest.mark.skipif(os.geteuid() != 0, reason="another user can be taken on by root alone")
def test_no_permission_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    try:
        (folder / "tiny").mkdir()
        write_tiny(folder / "tiny")
        # the interpreter may lie where only root may look: the refused build runs in a fork, and imports come before it
        assert main(["check", "--quiet", "--root", str(folder / "tiny")]) == 0
        pid = os.fork()
        if pid == 0:
            os.setuid(NOBODY)
            os._exit(main(["build", "--root", str(folder / "tiny")]))
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 2
        assert "Permission denied" in capfd.readouterr().err
        assert not (folder / "tiny" / "curated").exists()
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Project, Path]:
    project = Project(tmp_path)
    project.curated.mkdir()
    (project.curated / "old").write_text("old")
    staging = publish.open_staging(project)
    (staging / "new").write_text("new")
    return project, staging


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_swap(can_exchange: bool, folders: tuple[Project, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    project, staging = folders
    if not can_exchange:
        monkeypatch.setattr(publish, "_exchange", lambda *_: False)
    publish.publish(project, staging)
    assert [path.name for path in project.curated.iterdir()] == ["new"]
    assert not list(project.root.glob(".curated-*"))


def test_a_build_killed_between_the_two_renames_is_recovered(folders: tuple[Project, Path]) -> None:
    project, _ = folders
    project.curated.rename(project.root / publish.PREVIOUS)
    publish.open_staging(project)
    assert [path.name for path in project.curated.iterdir()] == ["old"]


def test_nothing_to_do_needs_the_same_inputs_and_untouched_outputs(built: Path) -> None:
    project = Project(built)
    state = publish.state_of(project)
    touch: Callable[[], object]
    assert publish.is_current(project, state)
    for touch in (
        lambda: (project.curated / "trips.csv").write_text("edited"),
        lambda: (project.curated / "trips.csv").unlink(),
    ):
        touch()
        assert not publish.is_current(project, state)
    add_trip(built, 1)
    assert publish.state_of(project) != state


def test_figures_and_their_queries_lie_in_their_folder_alone(tmp_path: Path) -> None:
    project = Project(tmp_path)
    (project.curated / "figures").mkdir(parents=True)
    for name in ("figures/a.svg", "figures/a.sql", "figures/a.csv", "a.svg", "a.sql", "a.csv", "README.md"):
        (project.curated / name).write_text("")
    assert publish.strangers(project) == ["curated/a.sql", "curated/a.svg", "curated/figures/a.csv"]


def test_pages_get_the_answers_of_their_queries(tiny: Path, run: Callable[..., tuple[int, str, str]]) -> None:
    page = tiny / "README.md"
    page.write_text("```sql\nSELECT count(*) AS n FROM trips\n```\n\n| old |\n| --- |\n")
    assert run("build", "--root", tiny, "--quiet")[0] == 0
    assert page.read_text() == "```sql\nSELECT count(*) AS n FROM trips\n```\n\n| n |\n| --- |\n| 2 |\n"
    page.write_text("```sql\nSELECT nothing FROM trips\n```\n\n| old |\n")
    (tiny / "build" / "published.json").unlink()
    code, _, said = run("build", "--root", tiny, "--quiet")
    assert code == 1
    assert said.startswith("README.md has a query that cannot run: Binder Error")
