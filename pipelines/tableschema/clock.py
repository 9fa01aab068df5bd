"""A clock for Python's regular expressions: frictionless matches with `re`, which can backtrack for ever."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pipelines.tableschema.regex import is_risky

SECONDS = 1.0
SAFE_LENGTH = 12  # so short that even exponential backtracking ends at once
TIMEOUT = "pattern-timeout"
Reader = Callable[[Any], tuple[Any, dict[str, str] | None]]


class PatternTimeout(Exception):  # noqa: N818 -- what the alarm raises; it never leaves this module
    """The clock ran out."""


def timed(reader: Reader, pattern: str, seconds: float = SECONDS) -> Reader:
    """Return the reader of a field with a pattern, so that a match without end becomes a note `pattern-timeout`.

    CPython's matcher looks for signals while it backtracks, so that an alarm ends it. Signals reach the main thread
    of a POSIX system alone: elsewhere the reader is returned as it is.
    """
    if not is_risky(pattern) or not _has_clock():
        return reader

    def read(cell: Any) -> tuple[Any, dict[str, str] | None]:
        if not isinstance(cell, str) or len(cell) <= SAFE_LENGTH:
            return reader(cell)
        try:
            with _alarm(seconds):
                return reader(cell)
        except PatternTimeout:
            return cell, {TIMEOUT: f'{TIMEOUT}: constraint "pattern" is "{pattern}", undecided after {seconds:g} s'}

    return read


def _has_clock() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(*_: object) -> None:
        raise PatternTimeout

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
