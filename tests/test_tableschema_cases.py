"""Named cases: what the random test found, what must not slip onto the fast way, and what must not kill a run."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tableschema_packages import NASTY, Case, compare

from pipelines.problems import InputError
from pipelines.tableschema import scan as scanning
from pipelines.tableschema.package import Outcome, validate_descriptor
from pipelines.tableschema.prove import FORMS, INTEGER, NUMBER, POSITIVE, WHOLE, proof
from pipelines.tableschema.regex import is_risky, to_re2
from pipelines.tableschema.resource import Checking


def field(name: str, kind: str = "string", **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "constraints": constraints}


def table(*fields: dict[str, Any], dialect: dict[str, Any] | None = None, **schema: Any) -> dict[str, Any]:
    resource = {"name": "one", "path": "one.csv", "type": "table", "encoding": "utf-8"}
    return {**resource, "dialect": dialect or {"delimiter": ","}, "schema": {"fields": list(fields), **schema}}


def package(*resources: dict[str, Any]) -> dict[str, Any]:
    return {"name": "p", "resources": list(resources)}


NAMED = {
    "the limit is looked at after the first row, good or bad, where the header has as many errors": (
        package(table(field("b", "year", maximum=2024))),
        b"a\n2024\n2024\n",
        1,
    ),
    "a type that SQL cannot prove is read by frictionless": (
        package(table({"name": "f", "type": "duration", "constraints": {"enum": ["P1D"]}}, field("g"))),
        b"f,g\nP1Y,a\nP1D,b\n1 day,c\n",
        0,
    ),
    "NaN is no duplicate of NaN": (package(table(field("f", "number", unique=True))), b"f\nNaN\nNaN\n1\n1.0\n", 0),
    "equal numbers written in two ways are duplicates": (
        package(table(field("f", "integer"), primaryKey=["f"])),
        b"f\n1\n01\n 1\n+1\n2\n",
        0,
    ),
    "a type error in a key is an empty key cell": (
        package(table(field("f", "integer"), field("g"), primaryKey=["f", "g"])),
        b"f,g\nx,a\n,a\ny,a\n1,a\n",
        0,
    ),
    "rows whose key columns are all empty break the primary key": (
        package(table(field("f"), field("g"), primaryKey=["f"])),
        b"f,g\n,a\n,b\n,\n",
        0,
    ),
    "a row is blank if every cell is a missing value": (
        package(table(field("f"), field("g"), missingValues=["-", "NA"])),
        b"f,g\n-,NA\n-,a\n,\n",
        0,
    ),
    "key errors come before the errors of cells read for them": (
        package(table(field("f", "integer", maximum=1, unique=True), field("g", "integer"), primaryKey=["g"])),
        b"f,g\n2,1\n2,1\n2,x\n",
        0,
    ),
    "a foreign key that is partly empty is looked up as it is": (
        package(
            table(
                field("f"),
                field("g"),
                foreignKeys=[{"fields": ["f", "g"], "reference": {"resource": "", "fields": ["g", "f"]}}],
            )
        ),
        b"f,g\na,\n,a\nb,b\nc,\n,\n",
        0,
    ),
    "a resource that refers to nothing": (
        package(table(field("f"), foreignKeys=[{"fields": ["f"], "reference": {"resource": "no", "fields": ["f"]}}])),
        b"f\na\n",
        0,
    ),
    "a pattern without a group": (package(table(field("f", pattern="a|b"))), b"f\na\nabc\nxb\nb\nc\n", 0),
    "a bound that no value can be compared with, and no row": (
        package(table(field("f", "number", exclusiveMinimum="NaN", enum=[1, 1.5]))),
        b"f\n",
        0,
    ),
    "a reader that fails": (package(table(field("f", "number", minimum="x"))), b"f\n1\n", 0),
    "a key that is a list fails while it is read for a foreign key": (
        package(
            table(
                field("f"),
                field("g", "array"),
                primaryKey=["g"],
                foreignKeys=[{"fields": ["f"], "reference": {"resource": "one", "fields": ["f"]}}],
            )
        ),
        b"f,g\n,\na,[]\n",
        1,
    ),
    "a label twice, and a blank one": (package(table(field("f"), field("g"), field("h"))), b"f,f,\na,b,c\n", 0),
    "an empty file": (package(table(field("f"))), b"", 0),
    "a header alone": (package(table(field("f"))), b"f\n", 0),
    "a header without its line end": (package(table(field("f"))), b"f", 0),
    "an encoding error after good rows": (package(table(field("f", "integer"))), b"f\nx\n1\n\xff\n", 0),
}


@pytest.mark.parametrize("is_sql", [True, False], ids=["sql", "cells"])
@pytest.mark.parametrize("name", NAMED)
def test_a_named_case_gets_frictionless_report(name: str, is_sql: bool) -> None:
    descriptor, content, limit = NAMED[name]
    theirs, ours, _ = compare(Case(descriptor, {"one.csv": content}, limit, is_sql))
    assert ours == theirs


PLAIN = b"f,g\n1,a\n2,b\n"
TWO = table(field("f", "integer"), field("g"))
ODD: dict[str, tuple[bytes, dict[str, Any]]] = {
    "quote within a cell": (b'f,g\n1,a"b\n', TWO),
    "quote within a quoted cell": (b'f,g\n1,"a"b\n', TWO),
    "quote after a space": (b'f,g\n1, "a"\n2,b\n', TWO),
    "space after a quoted cell": (b'f,g\n1,"a" \n2,b\n', TWO),
    "quoted line end": (b'f,g\n1,"a\nb"\n2,b\n', TWO),
    "quote that is not ended": (b'f,g\n1,"a\n2,b\n', TWO),
    "three quotes": (b'f,g\n1,"""\n2,b\n', TWO),
    "quotes that are not doubled": (
        b'f,g\n1,"a"\n',
        {**TWO, "dialect": {"delimiter": ",", "escapeChar": "\\", "doubleQuote": False}},
    ),
    "quotes of no meaning": (b'f,g\n1,"a"\n', {**TWO, "dialect": {"delimiter": ",", "quoteChar": "'"}}),
    "lines that end in two ways": (b"f,g\n1,a\r\n2,b\n", TWO),
    "two carriage returns": (b"f,g\r\n1,a\r\r\n", TWO),
    "quoted carriage return": (b'f,g\r\n1,"a\r"\r\n', TWO),
    "carriage return alone": (b"f,g\n1,a\r2,b\n", TWO),
    "empty line": (b"f,g\n1,a\n\n2,b\n", TWO),
    "empty first line": (b"\nf,g\n1,a\n", TWO),
    "empty last line": (b"f,g\n1,a\n\n", TWO),
    "invalid UTF-8": (b"f,g\n1,\xe9\n", TWO),
    "cut UTF-8": (b"f,g\n1,\xc3", TWO),
    "surrogate": (b"f,g\n1,\xed\xa0\x80\n", TWO),
    "NUL": (b"f,g\n1,\0\n", TWO),
    "byte order mark": (b"\xef\xbb\xbff,g\n1,a\n", TWO),
    "unit separator": (b"f,g\n1,\x1f\n", TWO),
    "nothing": (b"", TWO),
    "latin-1": (b"f,g\n1,\xe9\n", {**TWO, "encoding": "latin-1"}),
    "UTF-16": ("f,g\n1,a\n".encode("utf-16"), {**TWO, "encoding": "utf-16"}),
    "long line": (b"f,g\n1," + b"a" * 600_000 + b"\n", TWO),
    "own quote": (b"f,g\n1,'a'\n", {**TWO, "dialect": {"delimiter": ",", "quoteChar": "'"}}),
    "own escape": (b"f,g\n1,\\a\n", {**TWO, "dialect": {"delimiter": ",", "escapeChar": "\\"}}),
    "comment": (b"f,g\n#1,a\n", {**TWO, "dialect": {"delimiter": ",", "commentChar": "#"}}),
    "space after the delimiter": (b"f,g\n1, a\n", {**TWO, "dialect": {"delimiter": ",", "skipInitialSpace": True}}),
    "rows left out": (PLAIN, {**TWO, "dialect": {"delimiter": ",", "commentRows": [2]}}),
    "blank rows left out": (PLAIN, {**TWO, "dialect": {"delimiter": ",", "skipBlankRows": True}}),
    "header of two rows": (PLAIN, {**TWO, "dialect": {"delimiter": ",", "headerRows": [1, 2]}}),
    "other delimiter": (b"f:g\n1:a\n", {**TWO, "dialect": {"delimiter": ":"}}),
    "key of many spellings": (b"f,g\n1,a\n", table(field("f", "number"), field("g"), primaryKey=["f"])),
}


@pytest.mark.parametrize("name", ODD)
def test_no_odd_file_slips_onto_the_fast_way(name: str) -> None:
    content, resource = ODD[name]
    theirs, ours, ways = compare(Case(package(resource), {"one.csv": content}))
    assert ways.get("one", "cells").startswith("cells")
    assert ours == theirs


@pytest.mark.parametrize("missing", [[], [""]], ids=["none", "empty"])
@pytest.mark.parametrize("rows", [b"f\na\n\nb\n", b"f\n\na\n", b"f\na\n\n"])
def test_an_empty_line_is_no_value_that_may_be_referred_to(rows: bytes, missing: list[str]) -> None:
    key = {"fields": ["f"], "reference": {"resource": "two", "fields": ["f"]}}
    one = table(field("f"), field("g"), foreignKeys=[key], missingValues=missing)
    two = {**table(field("f"), missingValues=missing), "name": "two", "path": "two.csv"}
    theirs, ours, ways = compare(Case(package(one, two), {"one.csv": b"f,g\n,x\na,y\nc,z\n", "two.csv": rows}))
    assert ours == theirs
    assert ways["one"] == "sql"


FAST: dict[str, tuple[bytes, dict[str, Any]]] = {
    "plain": (PLAIN, TWO),
    "own quote and comment that do not occur": (
        PLAIN,
        {**TWO, "dialect": {"delimiter": ",", "commentChar": "#", "quoteChar": "'"}},
    ),
    "quoted cells": (b'"f","g"\n"1","a,b ""c"""\nx,""\n"2"," d "\n3,""""\n', TWO),
    "quoted cells that end lines of two bytes": (b'f,g\r\n1,"a"\r\nx,"b"\r\n', TWO),
    "quoted cells between semicolons": (b'f;g\n1;"a;b,"\nx;"""c"\n', {**TWO, "dialect": {"delimiter": ";"}}),
    "lines that end with two bytes": (b"f,g\r\n1,a\r\nx,b", TWO),
}


@pytest.mark.parametrize("name", FAST)
def test_what_every_reader_reads_alike_takes_the_fast_way(name: str) -> None:
    content, resource = FAST[name]
    theirs, ours, ways = compare(Case(package(resource), {"one.csv": content}))
    assert ways == {"one": "sql"}
    assert ours == theirs


TIMES = {
    "datetime": ["2024-06-18T12:00:00", "2024-06-18 12:00:00", "2024-06-17T24:00:00", "2024-06-18T00:00:00", "x"],
    "time": ["12:00:00", "24:00:00", "00:00:00", "12:00:00Z", "12:00:00", "12:00:00.000"],
    "yearmonth": ["2024-06", "2024-6", " 2024-06", "2024-07", "2024-07"],
}


@pytest.mark.parametrize("kind", TIMES)
def test_equal_times_written_in_two_ways_are_one_key(kind: str) -> None:
    resource = table(field("f", kind), field("g"), primaryKey=["f"])
    theirs, ours, ways = compare(Case(package(resource), {"one.csv": _rows(TIMES[kind])}))
    assert ways == {"one": "sql"}
    assert ours == theirs
    assert "primary-key" in {error["type"] for task in ours["tasks"] for error in task["errors"]}


@pytest.mark.parametrize(("kind", "least"), POSITIVE)
def test_a_least_value_that_its_form_proves(kind: str, least: int) -> None:
    texts = ["0", "1", "01", "+1", "-1", "-0", "0.5", "-0.5", "00", "1" * 18, ".5", "1e0", " 1", "٣", "x", ""]
    resource = table(field("f", kind, minimum=least), field("g"))
    theirs, ours, ways = compare(Case(package(resource), {"one.csv": _rows(texts)}))
    assert ways == {"one": "sql"}
    assert ours == theirs


def _rows(texts: list[str]) -> bytes:
    return b"f,g\n" + "".join(f"{text},a\n" for text in texts).encode()


@pytest.mark.parametrize("place", [-1, 0, 1])
@pytest.mark.parametrize("odd", [b'"', b"\r", b"\0", b"\xff", b"\xc3\n", b'"a"'])
def test_the_scan_sees_across_its_chunks(odd: bytes, place: int, tmp_path: Path) -> None:
    content = bytearray(b"abcdefg\n" * (scanning.CHUNK // 4))
    start = scanning.CHUNK + place - 1
    content[start : start + len(odd)] = odd
    path = tmp_path / "odd.csv"
    path.write_bytes(bytes(content))
    assert scanning.scan(path).reason
    assert scanning.scan(path, seam=scanning.seams(b",")).reason


@given(st.lists(st.text("ab,é€𝟙", min_size=1, max_size=12), min_size=1, max_size=60), st.booleans(), st.data())
@settings(deadline=None)
def test_lines_are_found_by_number(texts: list[str], has_end: bool, data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(1, len(texts)), unique=True).map(sorted))
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(scanning, "CHUNK", 64)  # no line is longer, so that every chunk has a line end
        path = Path(folder) / "lines.csv"
        path.write_text("\n".join(texts) + "\n" * has_end, encoding="utf-8")
        found = scanning.scan(path)
        assert (found.reason, found.lines) == (None, len(texts))
        assert list(scanning.lines(path, found, numbers)) == [texts[number - 1] + "\n" for number in numbers]


def test_the_order_of_rows_survives_threads_lists_and_references(tmp_path: Path) -> None:
    kinds = ["a", "b", "c", "d", "e", "f", "g", "h"]  # more than DuckDB compares one by one
    bad = {5: ("x", "a"), 70_000: ("a", "zz"), 140_003: ("x", "zz"), 249_999: ("a", "y")}
    rows = [(*(bad.get(n) or (kinds[n % 8], kinds[n % 7])), n) for n in range(250_000)]
    (tmp_path / "one.csv").write_text("k,r,n\n" + "".join(f"{k},{r},{n:08}\n" for k, r, n in rows))
    (tmp_path / "two.csv").write_text("r\n" + "\n".join(kinds) + "\n")
    one = table(
        field("k", enum=kinds),
        field("r"),
        field("n", "integer"),
        foreignKeys=[{"fields": ["r"], "reference": {"resource": "two", "fields": ["r"]}}],
    )
    two = {**table(field("r")), "name": "two", "path": "two.csv"}
    checking = Checking(limit=0, plain_from=0, threads=2)
    outcome = validate_descriptor(package(one, two), tmp_path, "p", checking)
    found = [(error.row_number, error.type) for error in outcome.report.tasks[0].errors]
    assert checking.ways["one"] == "sql"
    assert found == [
        (7, "constraint-error"),
        (70_002, "foreign-key"),
        (140_005, "constraint-error"),
        (140_005, "foreign-key"),
        (250_001, "foreign-key"),
    ]


def run(folder: Path, resource: dict[str, Any], content: bytes, **options: Any) -> Outcome:
    (folder / "one.csv").write_bytes(content)
    return validate_descriptor(package(resource), folder, "p", Checking(**{"limit": 0, **options}))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"path": "../one.csv"}, "resource 'one' points outside the package: '../one.csv'"),
        ({"path": ["one.csv", "a/../../one.csv"]}, "resource 'one' points outside the package: 'a/../../one.csv'"),
        ({"path": "/etc/hostname"}, "resource 'one' points outside the package: '/etc/hostname'"),
        ({"path": "link.csv"}, "resource 'one' points outside the package through a symbolic link: 'link.csv'"),
        ({"schema": "link.csv"}, "resource 'one' points outside the package through a symbolic link: 'link.csv'"),
        (
            {"path": "https://example.org/one.csv"},
            "resource 'one' points at an address, 'https://example.org/one.csv': only files of this package are read",
        ),
        (
            {"dialect": "file:///etc/hostname"},
            "resource 'one' points at an address, 'file:///etc/hostname': only files of this package are read",
        ),
    ],
)
def test_what_lies_outside_is_refused(change: dict[str, Any], reason: str, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("f\n1\n")
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "link.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(InputError) as error:
        run(folder, {**table(field("f")), **change}, b"f\n1\n")
    assert [problem.reason for problem in error.value.problems] == [reason]


@pytest.mark.parametrize("plain_from", [0, 1 << 60])
def test_a_pattern_without_end_is_located(plain_from: int, tmp_path: Path) -> None:
    started = time.monotonic()
    content = b"f\naaa\n" + b"a" * 40 + b"!\nb\n"
    outcome = run(tmp_path, table(field("f", pattern="(a+)+")), content, plain_from=plain_from)
    found = [(error.row_number, error.field_name, error.type) for error in outcome.report.tasks[0].errors]
    assert found == [(3, "f", "pattern-timeout"), (4, "f", "constraint-error")]
    assert "undecided after 1 s" in outcome.report.tasks[0].errors[0].message
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(("limit", "count"), [(1000, 1000), (0, 99_998)])
def test_a_row_of_100000_cells_is_an_error_for_each(limit: int, count: int, tmp_path: Path) -> None:
    content = b"f,g\n1,a\n" + b",".join([b"x"] * 100_000) + b"\n"
    outcome = run(tmp_path, TWO, content, limit=limit, plain_from=0)
    errors = outcome.report.tasks[0].errors
    assert len(errors) == count + (limit == 0)
    assert errors[-1].message == (
        f'Row at position "3" has an extra value in field at position "{1001 if limit else 100_000}"'
    )


def test_a_cell_of_100_megabytes_is_read(tmp_path: Path) -> None:
    outcome = run(tmp_path, table(field("f", maxLength=5), field("g")), b"f,g\na,b\nc," + b"d" * 100_000_000 + b"\n")
    assert outcome.is_valid
    assert outcome.report.tasks[0].stats["rows"] == 2


PATTERNS = st.one_of(
    st.sampled_from(["a|b", "[^\\s/]+x", "\\d{2}", "(a|é)*", "[^a]", ".", "a??b", "^a", "a$|b", "\\w+\\s?", "[\\d,]+"]),
    st.text("ab|*+?()[]^$.\\dws{1,2}é-", max_size=8),
)


@given(PATTERNS, st.lists(st.text("ab1 é٣_\u2028-,", max_size=6), min_size=1, max_size=20))
@settings(max_examples=400, deadline=None)
def test_what_re2_accepts_python_accepts(pattern: str, texts: list[str]) -> None:
    form = to_re2(pattern)
    if form is None:
        return
    read = frictionless.Field.from_descriptor(field("f", pattern=pattern) | {"missingValues": ["missing"]})
    read_cell = read.create_cell_reader()
    try:
        query = "SELECT text FROM (SELECT unnest(?::VARCHAR[]) AS text) WHERE regexp_matches(text, ?)"
        accepted = [row[0] for row in duckdb.execute(query, [texts, form]).fetchall()]
    except duckdb.Error:
        return  # DuckDB refuses the expression, so that the table takes the other way
    assert [text for text in accepted if read_cell(text)[1]] == []


@given(st.lists(st.text("0123456789-+.:TZ/eE_ W\u0663\uff12", max_size=20) | st.sampled_from(NASTY), max_size=50))
@settings(max_examples=150, deadline=None)
def test_what_sql_proves_frictionless_reads(texts: list[str]) -> None:
    for kind in (*FORMS, "date", "integer", "number"):
        for is_key in (False, True):
            fld = frictionless.Field.from_descriptor({"name": "f", "type": kind})
            sql = proof(fld, "text", is_key=is_key, missing=[]).condition("text")
            if not sql:
                continue
            query = f"SELECT text FROM (SELECT unnest(?::VARCHAR[]) AS text) WHERE {sql}"
            proved = [row[0] for row in duckdb.execute(query, [texts]).fetchall()]
            assert [text for text in proved if fld.read_cell(text)[1]] == []


@pytest.mark.parametrize(("form", "text"), [(INTEGER, "-12"), (WHOLE, "0"), (NUMBER, "1.50"), (FORMS["year"], "2024")])
def test_forms_are_not_empty(form: str, text: str) -> None:
    assert duckdb.execute("SELECT regexp_full_match(?, ?)", [text, form]).fetchall() == [(True,)]


@pytest.mark.parametrize(
    ("pattern", "risky"),
    [
        ("[A-Z]{3}", False),
        ("[a-z]+", False),
        ("(a+)+", True),
        (".*x.*", True),
        ("(a|a)*b*", True),
        ("a{2,5}b{1,3}", False),
    ],
)
def test_patterns_that_get_a_clock(pattern: str, risky: bool) -> None:
    assert is_risky(pattern) is risky


def test_unique_keys_and_categories_are_reported_apart(tmp_path: Path) -> None:
    kind = {"name": "k", "type": "string", "categories": ["a", {"value": "b", "label": "B"}]}
    resource = table(kind, field("g"), field("h"), uniqueKeys=[["g", "h"]])
    content = b"k,g,h\na,1,1\nb,1,2\nc,1,1\na,,1\nb,,1\n"
    for plain_from in (0, 1 << 60):
        outcome = run(tmp_path, resource, content, is_apart=True, plain_from=plain_from)
        assert outcome.report.valid
        assert not outcome.is_valid
        assert [(name, error.type, error.row_number) for name, error in outcome.apart] == [
            ("one", "unique-key", 4),
            ("one", "category-error", 4),
        ]
        assert run(tmp_path, resource, content, plain_from=plain_from).is_valid


def test_several_parts_are_read_as_frictionless_reads_them(tmp_path: Path) -> None:
    resource = {**TWO, "path": ["one.csv", "two.csv"]}
    files = {"one.csv": b"f,g\n1,a\nx,b\n", "two.csv": b"f,g\n2,a\ny,b\n"}
    theirs, ours, ways = compare(Case(package(resource), files))
    assert ours == theirs
    assert [error["rowNumber"] for error in ours["tasks"][0]["errors"]] == [3, 5]
    assert ways == {"one": "cells: it is not one plain file"}


def test_other_formats_go_through_frictionless() -> None:
    data = [["f", "g"], [1, "a"], ["x", "b"]]
    inline = {"name": "two", "data": data, "type": "table", "schema": {"fields": [field("f", "integer"), field("g")]}}
    key = {"fields": ["f"], "reference": {"resource": "two", "fields": ["f"]}}
    one = table(field("f", "integer"), foreignKeys=[key])
    theirs, ours, ways = compare(Case(package(one, inline), {"one.csv": b"f\n1\n2\n"}))
    assert ours == theirs
    assert [error["type"] for task in ours["tasks"] for error in task["errors"]] == ["foreign-key", "type-error"]
    assert ways["two"] == "frictionless-py"


KEPT: dict[str, tuple[dict[str, Any], bytes, list[str]]] = {
    "a pattern is not grouped: `a|b` takes `abc` and `xb` (of which only the first begins as it must)": (
        field("f", pattern="a|b"),
        b"abc\nxb\nb\n",
        ["constraint-error"],
    ),
    "a pattern takes a line end at the end of a cell": (field("f", pattern="[a-z]+"), b'"abc\n"\n', []),
    "integers may have underscores, spaces around, and digits of any script": (
        field("f", "integer"),
        "1_000\n 5 \n٣\n".encode(),
        [],
    ),
    "so may numbers": (field("f", "number"), "1_0.5\n 3.5\n٣.٥\n".encode(), []),
    "days may lack zeros, have a space instead, and digits of any script": (
        field("f", "date"),
        "2024-6-1\n2024-06- 1\n２０２４-06-18\n".encode(),
        [],
    ),
    "years may have a sign or an underscore": (field("f", "year"), b"+024\n2_24\n", []),
    "months may have any number of digits and spaces": (field("f", "yearmonth"), b"2024-6\n24-06\n 2024 -06\n", []),
    "datetimes may have a space for T, and 24 o'clock": (
        field("f", "datetime"),
        b"2024-06-18 12:00:00\n2024-06-18T24:00:00\n",
        [],
    ),
    "times may be 24:00:00": (field("f", "time"), b"24:00:00\n", []),
    "arrays may hold NaN, which is no JSON": (field("f", "array"), b"[NaN]\n", []),
    "a cell of a wrong type counts as an empty key": (
        field("f", "integer", unique=True),
        b"x\nx\n",
        ["type-error", "type-error"],
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_where_frictionless_is_wrong_its_verdict_is_kept(name: str) -> None:
    fld, rows, expected = KEPT[name]
    for is_sql in (True, False):
        theirs, ours, _ = compare(Case(package(table(fld)), {"one.csv": b"f\n" + rows}, is_sql=is_sql))
        assert ours == theirs
        assert [error["type"] for task in ours["tasks"] for error in task["errors"]] == expected


def test_the_kept_cases_are_those_of_the_docs() -> None:
    text = (Path(__file__).parents[1] / "docs/validator.md").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("- ") and line[2:] in KEPT] == [
        f"- {k}" for k in KEPT
    ]


def test_a_reader_that_fails_fails_the_run_as_in_frictionless() -> None:
    theirs, ours, _ = compare(Case(package(table(field("f", "number", minimum="x"))), {"one.csv": b"f\n1\n"}))
    assert (theirs, ours) == ("fails", "fails")


@pytest.mark.parametrize("limit", [0, 1000])
def test_dirty_files_cost_no_more_than_frictionless(limit: int, tmp_path: Path) -> None:
    fields = [field("f", "integer", maximum=1), field("g", "date"), field("h", enum=["a"])]
    (tmp_path / "one.csv").write_text("f,g,h\n" + "".join(f"{n},2024-02-3{n % 10},{n}\n" for n in range(4000)))
    descriptor = package(table(*fields, primaryKey=["f"]))

    def theirs() -> Any:
        return frictionless.Package.from_descriptor(descriptor, basepath=str(tmp_path)).validate(limit_errors=limit)

    def ours() -> Any:
        return validate_descriptor(descriptor, tmp_path, "p", Checking(limit=limit, plain_from=0)).report

    seconds = {call: min(_timed(call) for _ in range(3)) for call in (ours, theirs)}
    assert ours().stats["errors"] == theirs().stats["errors"] == (limit or 11_998)
    assert seconds[ours] <= 1.2 * seconds[theirs]


def _timed(call: Any) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started
