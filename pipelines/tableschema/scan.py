"""One look at every byte of a CSV file: is it so plain that any reader reads it alike, and where do its lines lie."""

from __future__ import annotations

import codecs
import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

CHUNK = 1 << 16  # small enough that a chunk is neither mapped anew nor slow to search for one line
TOO_LONG = f"it has a line of more than {CHUNK} bytes"
SEAM = b"\x1f"
ODD = (b"\0", b"\x1e", b"\x1f")


@dataclass
class Scan:
    """What a scan found: why the file is odd (None: it is not), its lines and how they end, whether cells are quoted.

    `index` has each chunk's offset and the lines before it.
    """

    reason: str | None = None
    lines: int = 0
    size: int = 0
    end: str = "\n"
    is_quoted: bool = False
    index: list[tuple[int, int]] = field(default_factory=list)


def scan(path: Path, odd: Iterable[bytes] = (), seam: re.Pattern[bytes] | None = None) -> Scan:
    """Look for what readers read differently, and count lines; empty lines are for the caller to count.

    Args:
        path: the file, expected to be UTF-8 with LF or CRLF line ends.
        odd: more byte sequences that must not be in it (quote, escape and comment characters of the dialect).
        seam: what finds quotes that are not read alike (`seams`); None where there must be no quote at all.

    """
    found, decoder = Scan(), codecs.getincrementaldecoder("utf-8")()
    unwanted = tuple(dict.fromkeys([*ODD, *odd] if seam else [*ODD, b'"', *odd]))
    returns, pairs, last = 0, 0, b"\n"
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            found.index.append((found.size, found.lines))
            if seam and b'"' in chunk:
                chunk, found.is_quoted = chunk + stream.readline(CHUNK), True
                found.reason = _misquoted(seam, last, chunk)
            count = chunk.count(b"\n")
            if b"\r" in chunk:
                returns, pairs = returns + chunk.count(b"\r"), pairs + chunk.count(b"\r\n")
            pairs += last == b"\r" and chunk[:1] == b"\n"
            if not found.size and (chunk.startswith(codecs.BOM_UTF8) or chunk[:1] in b"\r\n"):
                found.reason = "it begins with a byte order mark or an empty line"
            found.reason = found.reason or _oddity(chunk, count, unwanted) or _undecodable(decoder, chunk)
            if found.reason:
                return found
            found.size += len(chunk)
            found.lines += count
            last = chunk[-1:]
    found.end = "\r\n" if returns else "\n"
    found.reason = _ending(found, decoder.getstate()[0], returns, pairs)
    found.lines += last != b"\n"
    return found


def seams(delimiter: bytes) -> re.Pattern[bytes]:
    """Return what finds a quote that begins or ends within a cell, in text whose quoted parts are `SEAM`s."""
    one = re.escape(delimiter)
    return re.compile(rb"%b(?:[^%b\r\n%b]|(?<=[^%b\n%b]%b))" % (SEAM, one, SEAM, one, SEAM, SEAM))


def _misquoted(seam: re.Pattern[bytes], last: bytes, chunk: bytes) -> str | None:
    """Return what is wrong with the quotes of a chunk that ends with a line; `last` is the byte before it.

    Parts between quotes lie outside and inside of cells by turns; nothing outside is a doubled quote.
    """
    if chunk[-1:] != b"\n" and len(chunk) >= CHUNK:
        return TOO_LONG
    parts = (last + chunk).split(b'"')
    if len(parts) % 2 == 0 or b"\n" in b"".join(parts[1::2]):
        return "it has a quoted line end, or a quote without its other"
    return "it has a quote within a cell" if seam.search(SEAM.join(parts[::2])) else None


def _oddity(chunk: bytes, count: int, unwanted: tuple[bytes, ...]) -> str | None:
    for sequence in unwanted:
        if sequence in chunk:
            return f"it has {sequence!r}"
    return TOO_LONG if not count and len(chunk) >= CHUNK else None


def _ending(found: Scan, rest: bytes, returns: int, pairs: int) -> str | None:
    """Return what is wrong with a file once it is read: `rest` are bytes of no whole character, `lines` line feeds."""
    if not found.size:
        return "it is empty"
    if returns and not returns == pairs == found.lines:
        return "its lines do not all end alike"
    return "it ends within a character" if rest else None


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
            end = found.index[place + 1][0] if place + 1 < len(found.index) else found.size
            pieces = (stream.read(end - offset) + stream.readline()).split(b"\n")
            for number in group:
                yield pieces[number - 1 - before].decode() + "\n"


def _chunk_of(found: Scan) -> Callable[[int], int]:
    before = [lines_before for _, lines_before in found.index]
    return lambda number: max(bisect_left(before, number - 1) - 1, 0)
