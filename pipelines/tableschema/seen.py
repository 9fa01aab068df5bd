"""Keys and the row in which each was met last: a dictionary, and past a number of keys a file."""

from __future__ import annotations

import json
import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

KEPT = 1_000_000  # keys in memory, some 150 MB


class Seen:
    """A mapping of keys (any hashable values) to row numbers above 0, which grows on disk and not in memory.

    The file is a temporary database of SQLite, gone with the object. Equal values may be stored in several ways (1 and
    1.0), so that keys are found by their hash and compared by their value.
    """

    def __init__(self, pairs: Iterable[tuple[Any, int]] = ()) -> None:
        """Take the first keys."""
        self.recent: dict[Any, int] = {}
        self.file: sqlite3.Connection | None = None
        self.update(pairs)

    def __contains__(self, key: object) -> bool:
        """Whether the key was met."""
        return self.get(key) is not None

    def __iter__(self) -> Iterator[Any]:
        """Return the keys, those in the file first; a key met again may come again."""
        if self.file:
            for (stored,) in self.file.execute("SELECT stored FROM seen"):
                yield pickle.loads(stored)
        yield from self.recent

    def __setitem__(self, key: Any, number: int) -> None:
        """Remember that a key was met in a row."""
        self.recent[key] = number
        if len(self.recent) >= KEPT:
            self._store()

    def get(self, key: Any) -> int | None:
        """Return the row in which the key was met last, None where it was not."""
        if (number := self.recent.get(key)) is not None or self.file is None:
            return number
        found = self.file.execute("SELECT stored, row FROM seen WHERE hash = ? ORDER BY row DESC", [hash(key)])
        return next((row for stored, row in found if pickle.loads(stored) == key), None)

    def isdisjoint(self, keys: set[Any]) -> bool:
        """Whether none of the keys was met."""
        if not self.recent.keys().isdisjoint(keys):
            return False
        if self.file is None:
            return True
        hashes = json.dumps([hash(key) for key in keys])
        same = "SELECT 1 FROM json_each(?) AS asked JOIN seen ON seen.hash = asked.value LIMIT 1"
        return not self.file.execute(same, [hashes]).fetchall() or not any(key in self for key in keys)

    def update(self, pairs: Iterable[tuple[Any, int]]) -> None:
        """Remember keys and their rows."""
        rest = iter(pairs)
        while some := dict(islice(rest, KEPT)):
            self.recent.update(some)
            if len(self.recent) >= KEPT:
                self._store()

    def _store(self) -> None:
        if self.file is None:
            self.file = sqlite3.connect("", isolation_level=None)  # "" is a file that SQLite deletes
            self.file.execute("PRAGMA journal_mode = OFF")
            self.file.execute("CREATE TABLE seen (hash INTEGER, stored BLOB, row INTEGER, PRIMARY KEY (hash, stored))")
        rows = sorted((hash(key), pickle.dumps(key), number) for key, number in self.recent.items())
        self.file.execute("BEGIN")
        self.file.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", rows)
        self.file.execute("COMMIT")
        self.recent = {}
