"""Staging, lock, swap: `curated/` is replaced whole, in one exchange where the system has it, or not at all."""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipelines.project import Project, digest

AT_FDCWD = -100
RENAME_EXCHANGE = 2
STAGING = ".curated-staging"
PREVIOUS = ".curated-previous"


@contextmanager
def locked(project: Project, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the package's build lock; wait for who holds it, and say so. A killed holder's lock is free at once."""
    project.build.mkdir(exist_ok=True)
    with (project.build / "lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            say(f"waiting: process {lock.read().strip() or 'unknown'} is building this package")
            fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def open_staging(project: Project) -> Path:
    """Clean up after builds that were killed and return an empty folder to write into; needs the lock."""
    recover(project)
    for left in project.root.glob(".curated-*"):
        shutil.rmtree(left)
    staging = project.root / STAGING
    staging.mkdir()
    return staging


def recover(project: Project) -> None:
    """Put the published folder back where a build was killed between the two renames of `swap`."""
    previous = project.root / PREVIOUS
    if previous.is_dir() and not project.curated.exists():
        previous.rename(project.curated)


def publish(project: Project, staging: Path) -> None:
    """Replace `curated/` by the staging folder, and remove what was there before."""
    swap(staging, project.curated, project.root / PREVIOUS)
    for left in (staging, project.root / PREVIOUS):
        shutil.rmtree(left, ignore_errors=True)


def swap(staging: Path, curated: Path, previous: Path) -> None:
    """Exchange two folders in one step; where the system cannot, in two renames that `recover` can finish."""
    if not curated.exists():
        staging.rename(curated)
    elif not _exchange(staging, curated):
        curated.rename(previous)
        staging.rename(curated)


def remember(project: Project, state: str) -> None:
    """Note what was published from which state, so that a build with nothing to do can tell."""
    note = {"state": state, "files": _stats(project.curated)}
    (project.build / "published.json").write_text(json.dumps(note), encoding="utf-8")


def is_current(project: Project, state: str) -> bool:
    """Whether what is published was made from this state and was not touched since."""
    try:
        note = json.loads((project.build / "published.json").read_text(encoding="utf-8"))
        return bool(note == {"state": state, "files": _stats(project.curated)})
    except (OSError, ValueError):
        return False


def state_of(project: Project) -> str:
    """Return a hash of all that decides what is published: inputs, code, pins."""
    code = sorted(Path(__file__).parent.rglob("*.py"))
    pins = project.root / "requirements.lock"
    return digest(project, [*project.inputs(), *code, *([pins] if pins.exists() else [])])


def _stats(folder: Path) -> dict[str, list[int]]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): [path.stat().st_size, path.stat().st_mtime_ns] for path in files}


def _exchange(one: Path, other: Path) -> bool:
    """Call Linux' renameat2 with RENAME_EXCHANGE; false where system or file system lacks it."""
    function = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if function is None:
        return False
    return bool(function(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)


def discard(staging: Path) -> None:
    """Remove a staging folder that was not published."""
    shutil.rmtree(staging, ignore_errors=True)
