"""Where things are, and what the tables are made of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """The folders of one data package; everything in them is found by name."""

    root: Path
    threads: int = 1

    @property
    def descriptor(self) -> Path:
        """The public contract."""
        return self.root / "datapackage.json"

    @property
    def entry_descriptor(self) -> Path:
        """The entry contract."""
        return self.root / "raw" / "datapackage.json"

    @property
    def curated(self) -> Path:
        """The published folder."""
        return self.root / "curated"

    @property
    def database(self) -> Path:
        """The published DuckDB file."""
        return self.curated / "global-ties.duckdb"

    def pages(self) -> list[Path]:
        """Return the README and the pages below `docs/`."""
        found = [self.root / "README.md", *sorted((self.root / "docs").rglob("*.md"))]
        return [page for page in found if page.is_file()]

    @property
    def build(self) -> Path:
        """Scratch that is never published."""
        return self.root / "build"

    @property
    def expectations(self) -> Path:
        """What Great Expectations holds of single tables."""
        return self.root / "pipelines" / "expectations.json"

    def sql(self, kind: str) -> dict[str, Path]:
        """Return the SQL files of a kind (`models`, `macros`, `rules`) by name, in order of name."""
        return {path.stem: path for path in sorted((self.root / "pipelines" / kind).glob("*.sql"))}

    def relative(self, path: Path) -> str:
        """Return the path as it is printed: below the root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()

    def inputs(self) -> list[Path]:
        """Return every file the tables are made of: both contracts, typed rows, SQL, expectations."""
        kinds = [self.sql(kind).values() for kind in ("models", "macros", "rules")]
        typed = (p for p in (self.root / "raw").rglob("*") if p.is_file() and p.suffix in {".csv", ".json", ".sql"})
        found = {self.descriptor, self.expectations, *typed, *(path for kind in kinds for path in kind)}
        return sorted((path for path in found if path.is_file()), key=self.relative)


def digest(project: Project, paths: list[Path]) -> str:
    """Return the SHA-256 (hex) over the names and bytes of the files."""
    total = hashlib.sha256()
    for path in paths:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{content}  {project.relative(path)}\n".encode())
    return total.hexdigest()
