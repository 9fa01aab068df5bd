"""What a run says: a line per stage, a progress bar on a terminal where something takes long, a closing line."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 2.0  # seconds before a bar is shown


@dataclass
class Stage:
    """What the line of a stage will say."""

    name: str
    said: str = ""
    started: float = field(default_factory=time.perf_counter)

    @property
    def seconds(self) -> float:
        """Seconds since the stage began."""
        return time.perf_counter() - self.started


class Screen:
    """Prints to standard error, so that standard output holds results alone."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        """Say little, as usual, or more."""
        self.quiet = quiet
        self.verbose = verbose
        self.bar: Progress | None = None

    def line(self, text: str) -> None:
        """Print a line unless quiet."""
        if not self.quiet:
            sys.stderr.write(text + "\n")
            sys.stderr.flush()

    def detail(self, text: str) -> None:
        """Print a line only when verbose."""
        if self.verbose:
            self.line(f"    {text}")

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """Time a stage; its line is printed at the end, where it ended well."""
        stage = Stage(name)
        yield stage
        self._close_bar()
        self.line(f"{stage.name:<10} {stage.said:<46} {stage.seconds:6.2f} s")

    def progress(self, stage: Stage, done: int, total: int) -> None:
        """Show how far a stage is, once it has taken long and where somebody is watching."""
        if self.quiet or not sys.stderr.isatty() or (self.bar is None and stage.seconds < PATIENCE):
            return
        if self.bar is None:
            from rich.console import Console
            from rich.progress import Progress

            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.bar.add_task(stage.name, total=total)
            self.bar.start()
        self.bar.update(self.bar.task_ids[0], completed=done, total=total)

    def _close_bar(self) -> None:
        if self.bar is not None:
            self.bar.stop()
            self.bar = None
