"""`dist/`: a zip of descriptor, CSVs, codebook and licence, the same bytes every time, and what stands beside it."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

from pipelines import contract as contracts
from pipelines import publish
from pipelines.build import build
from pipelines.figures import FIGURES
from pipelines.project import Project
from pipelines.screen import Screen

EPOCH = (1980, 1, 1, 0, 0, 0)
MODE = 0o644 << 16
UNIX = 3
BESIDE = ("README.md", "LICENSE", "LICENSE-DATA", "CITATION.cff", "docs/changelog.md")


def release(project: Project, screen: Screen) -> None:
    """Build, then write `dist/` anew.

    Raises:
        InputError: the build fails.

    """
    build(project, screen)
    public = contracts.load(project.descriptor, project.relative(project.descriptor))
    dist = project.root / "dist"
    with publish.locked(project, screen.line), screen.stage("release") as stage:
        shutil.rmtree(dist, ignore_errors=True)
        (dist / "parquet").mkdir(parents=True)
        name = f"{public.descriptor['name']}-{public.descriptor.get('version', '0')}"
        write_zip(dist / f"{name}.zip", members(project))
        shutil.copy2(project.database, dist / f"{name}.duckdb")
        for path in sorted((project.curated / "parquet").glob("*.parquet")):
            shutil.copy2(path, dist / "parquet" / path.name)
        files = sorted(path for path in dist.rglob("*") if path.is_file())
        hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
        sums = [f"{one}  {path.relative_to(dist).as_posix()}" for one, path in zip(hashes, files, strict=True)]
        (dist / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")
        stage.said = f"{len(files) + 1} files in dist/"
    screen.line(f"released {name}: {dist}")


def members(project: Project) -> dict[str, Path]:
    """Return the files of the zip by their name in it."""
    beside = [project.root / name for name in BESIDE if (project.root / name).is_file()]
    tables = [path for path in sorted(project.curated.glob("*")) if path.suffix in {".csv", ".md"}]
    figures = sorted((project.curated / FIGURES).glob("*"))
    return {project.relative(path): path for path in [project.descriptor, *beside, *tables, *figures]}


def write_zip(target: Path, files: dict[str, Path]) -> None:
    """Write a zip whose bytes depend on the files' names and contents alone."""
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = MODE
            entry.create_system = UNIX
            archive.writestr(entry, files[name].read_bytes(), compresslevel=9)
