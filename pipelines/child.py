"""A child process for what is slow to import: it begins to at once, gets its task later, runs beside the stages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class Child:
    """Runs a module that reads one JSON line, its task, and writes JSON lines; its output is read by `answers`."""

    def __init__(self, module: str, **environment: str) -> None:
        """Start it."""
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115 -- closed by close
        self.process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), **environment},
        )

    def tell(self, task: dict[str, Any]) -> None:
        """Hand over the task."""
        assert self.process.stdin
        try:
            self.process.stdin.write(json.dumps(task) + "\n")
            self.process.stdin.close()
        except BrokenPipeError:
            pass  # what reads the answers says why it died

    def answers(self) -> Iterator[dict[str, Any]]:
        """Yield what it writes, until it ends."""
        assert self.process.stdout
        for line in self.process.stdout:
            yield json.loads(line)
        self.process.wait()

    def last_words(self) -> str:
        """Return its exit code and the last line it wrote to standard error."""
        self.errors.seek(0)
        last = self.errors.read().decode(errors="replace").strip().rpartition("\n")[2]
        return f"exit {self.process.returncode}: {last}"

    def close(self) -> None:
        """End it if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.errors.close()
