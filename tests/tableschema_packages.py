"""Random data packages, clean and dirty, and the comparison of two reports; used by the tests and by `fuzz`."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import frictionless
from hypothesis import strategies as st

from pipelines.tableschema import seen
from pipelines.tableschema.package import validate_descriptor
from pipelines.tableschema.resource import Checking

NASTY = [
    "",
    " ",
    "x",
    "-",
    "NA",
    "None",
    "nan",
    "é",
    "e\u0301",
    "𝟙",
    "1_000",
    "\u00a01",
    "a b",
    "null",
    "0x10",
    "'",
    "=1",
    "#a",
    'a"b',
    'x,"y',
    "\\",
    "1;2",
    "inf",
]
CELLS: dict[str, list[str]] = {
    "string": ["a", "b", "abc", "ABC", "a-1", "ab1", "aaa", "a\u2028b", "x" * 12],
    "integer": [
        "1",
        "2",
        "-3",
        "+4",
        "007",
        "10",
        "1.0",
        "1e1",
        " 5",
        "5 ",
        "٣",
        "99999999999999999999",
        "-0",
        "0",
        "1_0",
        "12%",
        "€5",
    ],
    "number": [
        "1",
        "1.0",
        "1.50",
        "-2.5",
        "+.5",
        "5.",
        "1e2",
        "1E-2",
        "NaN",
        "-inf",
        "Infinity",
        " 3.5 ",
        "1,000.5",
        "٣.٥",
        "1_0.5",
        "0.1000000000000001",
        "1000000000000000.5",
        "-0",
        "0",
    ],
    "boolean": ["true", "false", "True", "FALSE", "1", "0", "t", "yes", "no", "TrUe"],
    "date": [
        "2024-06-18",
        "2024-02-29",
        "2023-02-29",
        "2024-6-1",
        "2024/06/18",
        "0000-01-01",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "epoch",
        "infinity",
        "18.06.2024",
        "2024-06-18 ",
        "2024-06- 1",
        "２０２４-06-18",
        "2024-06-18T00:00:00",
        "20240618",
    ],
    "datetime": [
        "2024-06-18T12:00:00",
        "2024-06-18T12:00:00Z",
        "2024-06-18 12:00:00",
        "2024-06-18T24:00:00",
        "2024-06-18T12:00",
        "2024-06-18T12:00:00.123",
        "2024-06-18T12:00:60",
        "2024-02-30T12:00:00",
        "0000-01-01T00:00:00",
        "2024-06-18T12:00:00+02:00",
    ],
    "time": ["12:00:00", "23:59:59", "24:00:00", "12:00", "12:00:00Z", "12:00:60", "12:00:00.5", "1:00:00", "12-00-00"],
    "year": ["2024", "0001", "0000", "24", "+024", "20 4", "２０２４", "-024", "2_24", "10000"],
    "yearmonth": ["2024-06", "2024-6", "2024-13", "2024-00", "24-06", "2024-06-01", "2024 -06", "０-1", "99999-01"],
    "duration": ["P1Y", "PT1S", "P1D", "1 day", "10", "P1Y2M3DT4H5M6S", "P"],
    "array": ["[]", "[1]", "[1,]", "[1, 2]", "{}", "1", "[NaN]"],
    "object": ["{}", '{"a": 1}', "[]", "{a: 1}"],
    "list": ["a", "a,b", "1,2", "1;2", "1,x", ","],
    "geopoint": ["1,2", "1, 2", "181,0", "0,91", "a,b", "1", "[1, 2]", '{"lon": 1, "lat": 2}', "1e1,2", "NaN,1"],
    "geojson": ['{"type": "Point", "coordinates": [1, 2]}', "{}", "[]", "1"],
    "any": ["1", "a", "true"],
}
CONSTRAINTS: dict[str, dict[str, list[Any]]] = {
    "string": {
        "minLength": [0, 1, 2, 3],
        "maxLength": [1, 3, 12],
        "pattern": [
            "a|b",
            "[a-z]+",
            "[A-Z]{3}",
            "([a-z0-9]+(-[a-z0-9]+)*)",
            "\\d+",
            "[^\\d]+",
            "\\w*",
            ".*",
            "(?i)abc",
            "a.?b",
            "(?=a).*",
            "[^\\s]+",
            "^a$",
            "a{0,2}",
            "",
            "[éx]",
            "(a)\\1",
            "x{12}|\\s",
        ],
        "enum": [["a", "b"], ["a", "", "abc"], ["a", "b", "abc", "ABC", "a-1", "ab1", "aaa"], [1, "x"]],
    },
    "integer": {
        "minimum": [0, 2, "3", -5],
        "maximum": [5, "10", 10**20],
        "exclusiveMinimum": [1],
        "exclusiveMaximum": [10],
        "enum": [[1, 2], ["1", "007"], [1.0, "x"]],
    },
    "number": {
        "minimum": [0, 1.5, "2.5", "1e1"],
        "maximum": [100, "1.0", 0.1],
        "exclusiveMinimum": [0, "NaN"],
        "exclusiveMaximum": [1.5],
        "enum": [[1, 1.5], ["1.0", "2"]],
    },
    "boolean": {"enum": [[True], ["true"], ["1", "x"]]},
    "date": {
        "minimum": ["2024-01-01", "2024-6-1"],
        "maximum": ["2024-06-18", "9999-12-31"],
        "exclusiveMinimum": ["2024-06-18"],
        "exclusiveMaximum": ["2024-06-18"],
        "enum": [["2024-06-18", "2024-6-1"]],
    },
    "datetime": {
        "minimum": ["2024-06-18T12:00:00"],
        "maximum": ["2024-06-18T12:00:00", "2024-06-18T12:00:00Z"],
        "enum": [["2024-06-18T12:00:00"]],
    },
    "time": {"minimum": ["12:00:00"], "exclusiveMaximum": ["23:59:59"], "enum": [["12:00:00"]]},
    "year": {"minimum": [1, "2024", 0], "maximum": [2024], "enum": [[2024, "0001"]]},
    "yearmonth": {"minimum": ["2024-06"], "exclusiveMaximum": ["2024-6", "99999-01"], "enum": [["2024-06"]]},
    "duration": {"enum": [["P1D"]]},
    "array": {"minLength": [1], "maxLength": [1]},
    "object": {"minLength": [1]},
    "list": {"minLength": [2], "maxLength": [1]},
    "geopoint": {},
    "geojson": {},
    "any": {"enum": [["1", "a"], [1]]},
}
OPTIONS: dict[str, dict[str, list[Any]]] = {
    "string": {"format": ["email", "uri", "uuid", "binary", "wkt"]},
    "integer": {"bareNumber": [True, False]},
    "number": {"bareNumber": [False], "decimalChar": [",", "."], "groupChar": [",", ""], "floatNumber": [True]},
    "boolean": {"trueValues": [["yes", "t"], ["1"]], "falseValues": [["no"], ["0", "-"]]},
    "date": {"format": ["%d.%m.%Y", "%Y-%m-%d"]},
    "datetime": {"format": ["any", "%Y-%m-%d %H:%M:%S"]},
    "time": {"format": ["any", "%H:%M"]},
    "list": {"delimiter": [";"], "itemType": ["integer", "string"]},
    "geopoint": {"format": ["array", "object"]},
    "array": {"arrayItem": [{"type": "integer"}]},
}
DIALECTS: list[dict[str, Any]] = [
    {"delimiter": ";"}, {"delimiter": "|", "quoteChar": "'"}, {"delimiter": "\t"}, {"delimiter": ":"}, {"quoteChar": ""},
    {"escapeChar": "\\", "doubleQuote": False}, {"escapeChar": "\\"}, {"skipInitialSpace": True}, {"header": False},
    {"commentChar": "#"}, {"commentRows": [2]}, {"skipBlankRows": True}, {"headerRows": [2]}, {"headerRows": [1, 2]},
    {"headerCase": False}, {"lineTerminator": "\n"}, {"lineTerminator": "\r\n"}, {"delimiter": ",", "doubleQuote": False},
    {"delimiter": ",", "header": True},
]  # fmt: skip
BASIC = [kind for kind in CELLS if kind in ("string", "integer", "number", "date", "year", "any")]


@dataclass
class Case:
    """A package: its descriptor, the bytes of its files, the limit of errors, the way to check it, keys in memory."""

    descriptor: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)
    limit: int = 0
    is_sql: bool = True
    kept: int = 1_000_000


@st.composite
def fields(draw: Any, kinds: list[str], name: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(kinds))
    found: dict[str, Any] = {"name": name, "type": kind}
    limits = {n: draw(st.sampled_from(v)) for n, v in CONSTRAINTS[kind].items() if draw(st.integers(0, 4)) == 0}
    for constraint in ("required", "unique"):
        if draw(st.integers(0, 4)) == 0:
            limits[constraint] = draw(st.booleans())
    if limits:
        found["constraints"] = limits
    if draw(st.integers(0, 3)) == 0:
        found |= {n: draw(st.sampled_from(v)) for n, v in OPTIONS.get(kind, {}).items() if draw(st.booleans())}
    return found


@st.composite
def rows(draw: Any, found: list[dict[str, Any]]) -> list[list[str]]:
    pools = [CELLS[fld["type"]] for fld in found]
    is_clean = draw(st.booleans())
    good = [pool[: 3 if is_clean else len(pool)] for pool in pools]
    cells = [
        st.sampled_from(pool) if is_clean else st.one_of(st.sampled_from(pool), st.sampled_from(NASTY)) for pool in good
    ]
    lists = draw(st.lists(st.tuples(*cells).map(list), max_size=9))
    for row in lists:
        change = draw(st.integers(0, 19))
        if change == 0:
            row.pop()
        elif change == 1:
            row += draw(st.lists(st.sampled_from(NASTY), min_size=1, max_size=3))
        elif change == 2:
            row[:] = [""] * len(row)
        elif change == 3:
            row[:] = []
    return lists


def written(table: list[list[str]], dialect: dict[str, Any], quoting: int, end: str) -> str:
    """Return a table as text: by Python's writer, or (quoting -1) joined as it is."""
    delimiter = dialect.get("delimiter", ",")
    if quoting < 0:
        return "".join(delimiter.join(cells) + end for cells in table)
    out = io.StringIO()
    quote = dialect.get("quoteChar") or '"'
    csv.writer(
        out, delimiter=delimiter, quotechar=quote, quoting=quoting, lineterminator=end, escapechar="\\"
    ).writerows(table)
    return out.getvalue()


@st.composite
def resources(draw: Any, name: str, dialects: bool, is_plain: bool) -> tuple[dict[str, Any], bytes]:
    kinds = draw(st.sampled_from([BASIC, list(CELLS)]))
    found = [draw(fields(kinds, f"f{n}")) for n in range(draw(st.integers(1, 4)))]
    schema: dict[str, Any] = {"fields": found}
    if draw(st.integers(0, 3)) == 0:
        schema["missingValues"] = draw(st.sampled_from([["", "-"], ["NA"], [], ["", "x", "0"], ["-"]]))
    names = [fld["name"] for fld in found]
    if draw(st.booleans()):
        schema["primaryKey"] = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    header = list(names)
    if draw(st.integers(0, 9)) == 0:
        header = draw(st.sampled_from([header[:-1], [*header, "more"], header[::-1], [*header[:-1], ""], header * 2]))
    if draw(st.integers(0, 11)) == 0:
        schema["fieldsMatch"] = draw(st.sampled_from(["exact", "equal", "subset", "superset", "partial"]))
    dialect = draw(st.sampled_from(DIALECTS)) if dialects and draw(st.integers(0, 3)) == 0 else {"delimiter": ","}
    table = ([] if dialect.get("header") is False else [header]) + draw(rows(found))
    if is_plain:  # what DuckDB may read, if no cell has a line end, nor a quote where none is quoted
        delimiter = draw(st.sampled_from([",", ",", ";", "|", "\t"]))
        dialect = draw(st.sampled_from([{}, {}, {"header": False}, {"commentChar": "#"}])) | {"delimiter": delimiter}
        table = table if dialect.get("header", True) else table[1:]
        quoting = draw(st.sampled_from([-1, -1, csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
        if quoting < 0:
            table = [[cell for cell in cells if delimiter not in cell and '"' not in cell] or ["x"] for cells in table]
        text = written(table, dialect, quoting, draw(st.sampled_from(["\n", "\n", "\r\n"])))
        resource = {"name": name, "path": f"{name}.csv", "type": "table", "encoding": "utf-8", "dialect": dialect}
        return {**resource, "schema": schema}, (text[:-1] if draw(st.booleans()) else text).encode()
    quoting = draw(st.sampled_from([-1, -1, csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    end = draw(st.sampled_from(["\n", "\n", "\n", "\r\n"]))
    content = _encoded(draw, written(table, dialect, quoting, end))
    resource = {"name": name, "path": f"{name}.csv", "type": "table", "schema": schema}
    if dialect != {"delimiter": ","} or draw(st.booleans()):
        resource["dialect"] = dialect
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8", None, "latin-1"]))
    return ({**resource, "encoding": encoding} if encoding else resource), content


def _encoded(draw: Any, text: str) -> bytes:
    if draw(st.booleans()):
        text = text.rstrip("\n")
    content = text.encode()
    change = draw(st.integers(0, 24))
    place = draw(st.integers(0, max(len(content), 1)))
    changes = {0: b"\xef\xbb\xbf", 1: b"\xff", 2: b"\0", 3: b"\n\n", 4: b"\r", 5: b'"', 6: b"\x1f"}
    if change == 0:
        return changes[0] + content
    if change in changes:
        return content[:place] + changes[change] + content[place:]
    return text.encode("utf-16") if change == 7 else content


@st.composite
def cases(draw: Any) -> Case:
    """Return a package of one or two tables."""
    is_sql = draw(st.sampled_from([True, True, False]))
    is_plain = is_sql and draw(st.sampled_from([True, True, True, False]))
    first, content = draw(resources("one", dialects=True, is_plain=is_plain))
    kept = draw(st.sampled_from([1_000_000, 1, 3]))
    found = Case({"name": "p", "resources": [first]}, {"one.csv": content}, is_sql=is_sql, kept=kept)
    if draw(st.booleans()):
        found.descriptor["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json"
    if draw(st.integers(0, 2)) == 0:
        second, content = draw(resources("two", dialects=False, is_plain=is_plain))
        found.descriptor["resources"].append(second)
        found.files["two.csv"] = content
    if draw(st.integers(0, 2)) == 0:
        target = draw(st.sampled_from([*found.descriptor["resources"], {**first, "name": ""}]))
        ours = [fld["name"] for fld in first["schema"]["fields"]]
        theirs = [fld["name"] for fld in target["schema"]["fields"]]
        size = draw(st.integers(1, min(2, len(ours), len(theirs))))
        reference = {"resource": target["name"], "fields": draw(st.permutations(theirs))[:size]}
        first["schema"]["foreignKeys"] = [{"fields": draw(st.permutations(ours))[:size], "reference": reference}]
    found.limit = draw(st.sampled_from([0, 0, 0, 1, 3, 1000]))
    return found


def told(report: Any, limit: int) -> dict[str, Any]:
    """Return all of a report but the time it took, and, where a limit ended it, how many bytes had been read."""
    found: dict[str, Any] = json.loads(report.to_json())
    found["stats"].pop("seconds")
    for task in found["tasks"]:
        task["stats"].pop("seconds")
        if limit:
            for name in ("bytes", "md5", "sha256"):
                task["stats"].pop(name, None)
    return found


def _run(call: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return call()
        except Exception:
            return "fails"


def compare(case: Case) -> tuple[Any, Any, dict[str, str]]:
    """Return what frictionless-py and what this validator says of a package, and the way of each table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in case.files.items():
            (folder / file).write_bytes(content)
        copy = json.loads(json.dumps(case.descriptor))
        checking = Checking(limit=case.limit, plain_from=0 if case.is_sql else 1 << 60, has_hashes=True, threads=1)

        def theirs() -> Any:
            try:
                package = frictionless.Package.from_descriptor(copy, basepath=name)
            except frictionless.FrictionlessException as error:
                return told(frictionless.Report.from_validation(errors=error.to_errors()), 0)
            return told(package.validate(limit_errors=case.limit), case.limit)

        def ours() -> Any:
            return told(validate_descriptor(case.descriptor, folder, "p", checking).report, case.limit)

        usual, seen.KEPT = seen.KEPT, case.kept
        try:
            return _run(theirs), _run(ours), checking.ways
        finally:
            seen.KEPT = usual
