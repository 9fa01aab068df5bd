"""One look at every byte of a CSV file: is it so plain that any reader reads it alike, and where do its lines lie."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

CHUNK = 1 << 18
EMPTY_LINE = re.compile(rb"\n\n")  # twice as fast as `in`
ODD = (b'"', b"\r", b"\0", b"\x1e", b"\x1f")


@dataclass
class Scan:
    """What a scan found: why the file is odd (None: it is not), its lines, and each chunk's offset and lines before."""

    reason: str | None = None
    lines: int = 0
    size: int = 0
    index: list[tuple[int, int]] = field(default_factory=list)


def scan(path: Path, odd: Iterable[bytes] = ()) -> Scan:
    """Look for what readers read differently, and count lines.

    Args:
        path: the file, expected to be UTF-8 with LF line ends.
        odd: more byte sequences that must not be in it (quote, escape and comment characters of the dialect).

    """
    found, decoder = Scan(), codecs.getincrementaldecoder("utf-8")()
    unwanted, last = tuple(dict.fromkeys([*ODD, *odd])), b"\n"
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            found.index.append((found.size, found.lines))
            count = chunk.count(b"\n")
            found.reason = _oddity(chunk, last, count, unwanted) or _undecodable(decoder, chunk)
            if found.reason:
                return found
            found.size += len(chunk)
            found.lines += count
            last = chunk[-1:]
    if decoder.getstate()[0]:
        found.reason = "it ends within a character"
    elif not found.size:
        found.reason = "it is empty"
    found.lines += last != b"\n"
    return found


def _oddity(chunk: bytes, last: bytes, count: int, unwanted: tuple[bytes, ...]) -> str | None:
    for sequence in unwanted:
        if sequence in chunk:
            return f"it has {sequence!r}"
    if EMPTY_LINE.search(chunk) or (last == b"\n" and chunk[:1] == b"\n"):
        return "it has an empty line"
    if not count and len(chunk) == CHUNK:
        return f"it has a line of more than {CHUNK} bytes"
    return "it has a byte order mark" if chunk.startswith(codecs.BOM_UTF8) else None


def _undecodable(decoder: codecs.IncrementalDecoder, chunk: bytes) -> str | None:
    if chunk.isascii() and not decoder.getstate()[0]:
        return None
    try:
        decoder.decode(chunk)
    except UnicodeDecodeError:
        return "it is not UTF-8"
    return None


def hashes(path: Path) -> tuple[str, str]:
    """Return the MD5 and the SHA-256 of a file in hexadecimal digits."""
    md5, sha256 = hashlib.md5(usedforsecurity=False), hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            md5.update(chunk)
            sha256.update(chunk)
    return md5.hexdigest(), sha256.hexdigest()


def lines(path: Path, found: Scan, numbers: Iterable[int]) -> Iterator[str]:
    """Return the lines with these numbers (from 1, ascending), each with a line end; only their chunks are read."""
    with path.open("rb") as stream:
        for place, group in groupby(numbers, _chunk_of(found)):
            offset, before = found.index[place]
            stream.seek(offset)
            pieces = (stream.read(CHUNK) + stream.readline()).split(b"\n")
            for number in group:
                yield pieces[number - 1 - before].decode() + "\n"


def _chunk_of(found: Scan) -> _Place:
    return _Place([before for _, before in found.index])


class _Place:
    """Finds the chunk in which a line begins; lines come ascending, so that it only ever moves on."""

    def __init__(self, before: list[int]) -> None:
        self.before = before
        self.place = 0

    def __call__(self, number: int) -> int:
        while self.place + 1 < len(self.before) and self.before[self.place + 1] < number - 1:
            self.place += 1
        return self.place
