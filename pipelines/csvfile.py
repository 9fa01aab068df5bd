"""Reads a typed CSV file exactly: every row with the file's own line, and whatever is wrong with the file as such."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.problems import Problem

csv.field_size_limit(2**31 - 1)


@dataclass
class CsvFile:
    """The rows of a file as (line, cells), and its problems; `is_readable` is false where no row can be trusted.

    Rows with too few or too many cells are not among the rows; `ragged` has their cells.
    """

    shown: str
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    ragged: list[list[str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    is_readable: bool = True

    def refuse(self, reason: str, line: int = 0) -> CsvFile:
        """Note that the file cannot be read, and why; return it."""
        self.problems.append(Problem(self.shown, line, 0, "", None, reason))
        self.is_readable = False
        return self


def read(path: Path, header: list[str], shown: str) -> CsvFile:
    """Return the rows below the header.

    Args:
        path: the file, UTF-8 with or without a byte order mark, with any line ends.
        header: the columns it must have, in order.
        shown: how messages name the file.

    """
    found = CsvFile(shown)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return found.refuse("is missing")
    except OSError as error:
        return found.refuse(f"cannot be read: {error.strerror}")
    if not content.strip():
        return found.refuse("is empty: not even a header")
    if content.startswith(b"\xef\xbb\xbf") or b"\r" in content:
        found.hints.append(f"{shown} has a byte order mark or CR line ends: fine here, and make format removes them")
    text = _decode(content, found)
    return _parse(text, header, found) if text is not None else found


def _decode(content: bytes, found: CsvFile) -> str | None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        found.refuse("is UTF-16: save it as UTF-8")
        return None
    if content.count(b"\0") > len(content) // 4:
        found.refuse("looks like UTF-16 without its mark: save it as UTF-8")
        return None
    if (position := content.find(b"\0")) >= 0:
        found.refuse("has a NUL byte", content.count(b"\n", 0, position) + 1)
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = content[error.start]
        guess = bytes([byte]).decode("cp1252", errors="replace")
        guess = repr(guess) if guess.isprintable() else unicodedata.name(guess, "nothing")
        line = content.count(b"\n", 0, error.start) + 1
        found.refuse(f"has a byte 0x{byte:02x} that is not UTF-8 (in cp1252 it would be {guess}): save it so", line)
        return None


def _parse(text: str, header: list[str], found: CsvFile) -> CsvFile:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if line == 1:
                if cells != header:
                    return found.refuse(_header_reason(cells, header), 1)
            elif not any(cells):
                found.problems.append(Problem(found.shown, line, 0, "", None, "is a blank line"))
            elif len(cells) != len(header):
                found.problems.append(Problem(found.shown, line, 0, "", None, _width_reason(cells, header)))
                found.ragged.append(cells)
            else:
                found.rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        what = "a quote that is never closed" if "end of data" in str(error) else f"wrong quotes: {error}"
        return found.refuse(f"begins a row with {what}", line)
    return found


def _header_reason(cells: list[str], header: list[str]) -> str:
    for separator, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(cells) == 1 and separator in cells[0]:
            return f"header is separated by {name}: save the file with commas"
    twice = sorted({name for name in cells if cells.count(name) > 1})
    parts = [
        f"lacks {', '.join(map(repr, lacking))}" if (lacking := [n for n in header if n not in cells]) else "",
        f"has unknown {', '.join(map(repr, extra))}" if (extra := [n for n in cells if n not in header]) else "",
        f"has {', '.join(map(repr, twice))} twice" if twice else "",
    ]
    said = "; ".join(part for part in parts if part) or "has the columns in another order"
    return f"header {said}; it must be {','.join(header)}"


def _width_reason(cells: list[str], header: list[str]) -> str:
    many = len(cells) > len(header)
    return f"has {len(cells)} cells, too {'many' if many else 'few'}: the header has {len(header)}"
