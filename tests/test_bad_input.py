"""Whatever is typed wrong: a located message, exit 1, no traceback, `curated/` untouched byte for byte."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import fingerprint

HEAD = "trip_id,host,began,ended,kind,days,url\n"
GOOD = "a-1,Viet Nam,2024-06-20,2024-06-20,state,1,https://example.org/a\n"
Run = Callable[..., tuple[int, str, str]]


def trips(text: str) -> Callable[[Path], None]:
    return lambda root: (root / "raw/trips.csv").write_bytes(text.encode())


def row(text: str) -> Callable[[Path], None]:
    return trips(f"{HEAD}{GOOD}{text}\n")


def bytes_of(content: bytes) -> Callable[[Path], None]:
    return lambda root: (root / "raw/trips.csv").write_bytes(content)


def descriptor(change: Callable[[dict], object], name: str = "datapackage.json") -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        value = json.loads((root / name).read_text())
        change(value)
        (root / name).write_text(json.dumps(value))

    return edit


def path_of_trips(path: str) -> Callable[[Path], None]:
    return descriptor(lambda value: value["resources"][1].update(path=path), "raw/datapackage.json")


def symlink(root: Path) -> None:
    (root.parent / "secret.csv").write_text(HEAD)
    (root / "raw/trips.csv").unlink()
    (root / "raw/trips.csv").symlink_to(root.parent / "secret.csv")


def model(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: (root / "pipelines/models" / f"{name}.sql").write_text(f"-- One row per thing.\n{text}")


def circle(root: Path) -> None:
    model("countries", "SELECT country_id, name, members_since FROM raw.countries WHERE name IN (FROM trips)")(root)


LOSING = (
    "SELECT trip_id, country_id AS host_id, began, ended, edtf_earliest(began) AS began_earliest,"
    " edtf_latest(ended) AS ended_latest, kind, days, url, typed._line FROM raw.trips AS typed"
    " JOIN countries ON countries.name = typed.host AND countries.name = 'Namibia'"
)


def signed(root: Path) -> None:
    for name in ("datapackage.json", "raw/datapackage.json"):
        descriptor(lambda value: value["resources"][1]["schema"]["fields"][-2].pop("constraints"), name)(root)
    row("b,Namibia,2024,,state,-2,")(root)


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing file": (lambda root: (root / "raw/trips.csv").unlink(), "raw/trips.csv is missing"),
    "empty file": (trips(""), "raw/trips.csv is empty: not even a header"),
    "wrong header": (
        trips(HEAD.replace("host", "hosst")),
        "raw/trips.csv:1 header lacks 'host'; has unknown 'hosst'; it must be trip_id,host,began,ended,kind,days,url",
    ),
    "missing header": (trips(HEAD.replace(",days", "")), "raw/trips.csv:1 header lacks 'days'; it must be"),
    "duplicate header": (trips(HEAD.replace("days", "kind")), "header lacks 'days'; has 'kind' twice; it must be"),
    "extra header": (trips(HEAD.replace("url", "url,more")), "raw/trips.csv:1 header has unknown 'more'; it must be"),
    "reordered header": (
        trips(HEAD.replace("began,ended", "ended,began")),
        "raw/trips.csv:1 header has the columns in another order; it must be",
    ),
    "too few cells": (row("b,Namibia,2024"), "raw/trips.csv:3 has 3 cells, too few: the header has 7"),
    "too many cells": (row("b,Namibia,2024,,state,,,x,y"), "raw/trips.csv:3 has 9 cells, too many: the header has 7"),
    "blank line": (row("\nb,Namibia,2024,,state,,"), "raw/trips.csv:3 is a blank line"),
    "UTF-16": (bytes_of((HEAD + GOOD).encode("utf-16")), "raw/trips.csv is UTF-16: save it as UTF-8"),
    "cp1252": (
        bytes_of((HEAD + GOOD).encode() + b"caf\xe9,Namibia,2024,,state,,\n"),
        "raw/trips.csv:3 has a byte 0xe9 that is not UTF-8 (in cp1252 it would be 'é'): save it so",
    ),
    "UTF-16 without its mark": (
        bytes_of((HEAD + GOOD).encode("utf-16-le")),
        "raw/trips.csv looks like UTF-16 without its mark: save it as UTF-8",
    ),
    "semicolons": (
        trips((HEAD + GOOD).replace(",", ";")),
        "raw/trips.csv:1 header is separated by semicolons: save the file with commas",
    ),
    "cp1252 space": (
        bytes_of(HEAD.encode() + b"a\xa0,Namibia,2024,,state,,\n"),
        "in cp1252 it would be NO-BREAK SPACE",
    ),
    "NUL byte": (bytes_of((HEAD + GOOD).encode() + b"b\0,Namibia"), "raw/trips.csv:3 has a NUL byte"),
    "unterminated quote": (
        row('b,"Namibia,2024,,state,,\nc,x'),
        "raw/trips.csv:3 begins a row with a quote that is never closed",
    ),
    "quote in the middle": (row('b,"Nam"ibia,2024,,state,,'), "raw/trips.csv:3 begins a row with wrong quotes"),
    "cell of 1 MB": (
        row(f"b,Namibia,2024,,state,,{'x' * 1_000_000}"),
        f"raw/trips.csv:3:7 url: '{'x' * 60}…' has 1000000 characters, more than 10000",
    ),
    "leading space": (
        row("b, Namibia,2024,,state,,"),
        "raw/trips.csv:3:2 host: ' Namibia' begins or ends with a space",
    ),
    "trailing space": (
        row("b,Namibia ,2024,,state,,"),
        "raw/trips.csv:3:2 host: 'Namibia ' begins or ends with a space",
    ),
    "look-alike letter": (
        row("\u0430-2,Namibia,2024,,state,,"),
        "raw/trips.csv:3:1 trip_id: '\u0430-2' has '\u0430', CYRILLIC SMALL LETTER A, where only ASCII may stand",
    ),
    "not NFC": (
        row("b,Cote\u0301,2024,,state,,"),
        "raw/trips.csv:3:2 host: 'Cote\u0301' is not in Unicode normal form C",
    ),
    "error of a spreadsheet": (row("b,Namibia,2024,,state,,#REF!"), "raw/trips.csv:3:7 url: '#REF!' is an error of a"),
    "invisible character": (row("b,Nam\u200bibia,2024,,state,,"), "has an invisible character U+200B"),
    "duplicate key": (
        row("a-1,Namibia,2024,,state,,"),
        "raw/trips.csv:3:1 trip_id: 'a-1' is a duplicate key, first on line 2",
    ),
    "empty required cell": (row("b,Namibia,2024,,,,"), "raw/trips.csv:3:5 kind: is empty, and a value is required"),
    "unknown reference": (
        row("b,Viet Nan,2024,,state,,"),
        "raw/trips.csv:3:2 host: 'Viet Nan' is not a known name (countries.name); near: 'Viet Nam'",
    ),
    "code in place of a name": (
        row("b,VN,2024,,state,,"),
        "raw/trips.csv:3:2 host: 'VN' is not a known name (countries.name); near: 'Viet Nam'",
    ),
    "outside its list": (
        row("b,Namibia,2024,,sttate,,"),
        "raw/trips.csv:3:5 kind: 'sttate' is not one of state, working; near: 'state'",
    ),
    "month 13": (
        row("b,Namibia,2024-13,,state,,"),
        "raw/trips.csv:3:3 began: '2024-13' is not a month of the calendar",
    ),
    "29 February 2023": (
        row("b,Namibia,2023-02-29,,state,,"),
        "raw/trips.csv:3:3 began: '2023-02-29' is not a day of the calendar",
    ),
    "18.06.2024": (
        row("b,Namibia,18.06.2024,,state,,"),
        "raw/trips.csv:3:3 began: '18.06.2024' is not an EDTF date such as 2024-06-18, 2024-06 or 2024",
    ),
    "not a day": (
        lambda root: (root / "raw/countries.csv").write_text(
            "country_id,name,members_since\nVN,Viet Nam,1977-02-30\nNA,Namibia,\n"
        ),
        "raw/countries.csv:2:3 members_since: '1977-02-30' is not a day of the calendar written YYYY-MM-DD",
    ),
    "not a number": (row("b,Namibia,2024,,state,two,"), "raw/trips.csv:3:6 days: 'two' is not a whole number"),
    "below minimum": (row("b,Namibia,2024,,state,0,"), "raw/trips.csv:3:6 days: '0' is below 1"),
    "ended before begun": (
        row("b,Namibia,2024-06-20,2024-06-19,state,,"),
        "raw/trips.csv:3:4 ended: '2024-06-19' is before it began (rule began_is_not_after_ended)",
    ),
    "formula": (
        row("b,=cmd(),2024,,state,,"),
        "raw/trips.csv:3:2 host: '=cmd()' begins with '=', which a spreadsheet would run as a formula",
    ),
    "no link": (
        row("b,Namibia,2024,,state,,http://nowhere"),
        "raw/trips.csv:3:7 url: 'http://nowhere' does not have the form",
    ),
    "quoted newline keeps lines": (
        row('b,"Nami\nbia",2024,,state,,\nc,Namibia,2024,,x,,'),
        "raw/trips.csv:5:5 kind: 'x' is not one of state, working",
    ),
    "unknown table": (
        model("trips", "-- x\nSELECT * FROM raw.tripps"),
        "pipelines/models/trips.sql 'raw.tripps' is read, but no such table exists; near: 'raw.trips'",
    ),
    "circle": (circle, "reads itself in a circle: countries <- trips <- countries"),
    "model of nothing": (model("extra", "SELECT 1"), "pipelines/models/extra.sql makes a table 'extra'"),
    "model missing": (
        lambda root: (root / "pipelines/models/trips.sql").unlink(),
        "pipelines/models/trips.sql is missing: datapackage.json promises the table 'trips'",
    ),
    "model that is no SQL": (model("trips", "SELEC 1"), "pipelines/models/trips.sql:2 Parser Error"),
    "model loses a row": (
        lambda root: (row("b,Namibia,2024,,state,,")(root), model("trips", LOSING)(root)),
        "raw/trips.csv:2 is lost in pipelines/models/trips.sql: join with LEFT JOIN",
    ),
    "name that leads nowhere": (
        lambda root: model("trips", LOSING.replace("JOIN", "LEFT JOIN").replace("'Namibia'", "'Peru'"))(root),
        "raw/trips.csv:2:2 host: 'Viet Nam' leads to no host_id: it is not found where pipelines/models/trips.sql looks",
    ),
    "model that reads a file": (
        model("countries", "SELECT * FROM read_csv('/etc/passwd')"),
        "pipelines/models/countries.sql Permission Error",
    ),
    "typed and not promised": (
        descriptor(
            lambda value: value["resources"].append({**value["resources"][0], "name": "more"}), "raw/datapackage.json"
        ),
        "raw/countries.csv is typed, but there is no table and no model 'more'",
    ),
    "public table without a key": (
        descriptor(lambda value: value["resources"][1]["schema"].pop("primaryKey")),
        "datapackage.json resource 'trips' lacks 'primaryKey'",
    ),
    "public field without a word": (
        descriptor(lambda value: value["resources"][1]["schema"]["fields"][0].pop("description")),
        "datapackage.json resource 'trips' field 'trip_id' lacks 'description'",
    ),
    "type that DuckDB does not hold": (
        descriptor(lambda value: value["resources"][1]["schema"]["fields"][-1].update(type="geopoint", constraints={})),
        "datapackage.json resource 'trips' field 'url' has a type that is not one of string, integer",
    ),
    "model lacks a column": (
        model("countries", "SELECT country_id, name FROM raw.countries"),
        "pipelines/models/countries.sql lacks the column 'members_since'",
    ),
    "rule with other columns": (
        lambda root: (root / "pipelines/rules/odd.sql").write_text("-- Odd.\nSELECT 1 AS one"),
        "pipelines/rules/odd.sql returns one; a rule returns table_name, row_id, field, reason",
    ),
    "model without a sentence": (
        lambda root: (root / "pipelines/models/countries.sql").write_text("SELECT * FROM raw.countries"),
        "pipelines/models/countries.sql:1 lacks a header comment that says what a row is: -- One row per …",
    ),
    "rule without a sentence": (
        lambda root: (root / "pipelines/rules/odd.sql").write_text("SELECT 1 AS one"),
        "pipelines/rules/odd.sql:1 lacks a header comment",
    ),
    "descriptor missing": (lambda root: (root / "raw/datapackage.json").unlink(), "raw/datapackage.json is missing"),
    "descriptor no JSON": (
        lambda root: (root / "datapackage.json").write_text('{\n "name": }'),
        "datapackage.json:2:10 is not JSON: Expecting value",
    ),
    "descriptor is a list": (
        lambda root: (root / "datapackage.json").write_text("[]"),
        "datapackage.json is not a descriptor: its root is no object",
    ),
    "descriptor lacks resources": (
        descriptor(lambda value: value.pop("resources")),
        "datapackage.json has no 'resources'",
    ),
    "descriptor lacks a path": (
        descriptor(lambda value: value["resources"][1].pop("path")),
        "datapackage.json resource 'trips' lacks 'path'",
    ),
    "descriptor lacks a type": (
        descriptor(lambda value: value["resources"][0]["schema"]["fields"][0].pop("type")),
        "datapackage.json resource 'countries'",
    ),
    "descriptor with an unknown type": (
        descriptor(lambda value: value["resources"][0]["schema"]["fields"][0].update(type="strin")),
        "datapackage.json resource 'countries' has a wrong schema: field type",
    ),
    "key on an unknown field": (
        descriptor(lambda value: value["resources"][0]["schema"].update(primaryKey=["nope"])),
        "datapackage.json resource 'countries' has a wrong schema: primary key \"['nope']\" does not match",
    ),
    "outside, above": (
        path_of_trips("../trips.csv"),
        "raw/datapackage.json resource 'trips' points outside the package",
    ),
    "outside, absolute": (path_of_trips("/etc/passwd"), "points outside the package: '/etc/passwd'"),
    "outside, link": (symlink, "resource 'trips' points outside the package through a symbolic link: 'trips.csv'"),
    "outside, address": (path_of_trips("http://example.org/x.csv"), "points at an address, 'http://example.org/x.csv'"),
}

FINE: dict[str, Callable[[Path], object]] = {
    "quoted newline": row('b,Namibia,2024,,state,,"https://example.org/b"'),
    "byte order mark": bytes_of(b"\xef\xbb\xbf" + (HEAD + GOOD).encode()),
    "CRLF": trips((HEAD + GOOD).replace("\n", "\r\n")),
    "no final newline": trips((HEAD + GOOD).rstrip("\n")),
    "NA is Namibia": row("b,Namibia,2024,,state,,"),
    "header only": trips(HEAD),
    "negative number": signed,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_located_and_nothing_is_published(name: str, tiny: Path, run: Run) -> None:
    (tiny / "curated").mkdir()
    (tiny / "curated" / "countries.csv").write_text("the last published version\n")
    before = fingerprint(tiny / "curated")
    spoil, message = BAD[name]
    spoil(tiny)
    code, _, said = run("build", "--root", tiny, "--quiet")
    assert code == 1
    assert message in said
    assert "Traceback" not in said
    assert fingerprint(tiny / "curated") == before
    assert not list(tiny.glob(".curated-*"))


@pytest.mark.parametrize("name", FINE)
def test_odd_but_fine_input_passes(name: str, tiny: Path, run: Run) -> None:
    FINE[name](tiny)
    code, _, said = run("check", "--root", tiny)
    assert (code, said.splitlines()[-1].partition(":")[0]) == (0, "no problems")


def test_problems_of_all_files_and_rules_come_together(tiny: Path, run: Run) -> None:
    (tiny / "raw/countries.csv").write_text(
        "country_id,name,members_since\nNA,Namibia,\nVN,Viet Nam,\nXx,Odd,2024-99-99\n"
    )
    row("b,Namibia,2024,,x,0,")(tiny)
    code, out, _ = run("check", "--root", tiny, "--quiet", "--format", "json")
    found = {(p["path"], p["line"], p["field"]) for p in json.loads(out)["problems"]}
    assert code == 1
    assert found == {
        ("raw/countries.csv", 4, "country_id"),
        ("raw/countries.csv", 4, "members_since"),
        ("raw/trips.csv", 3, "kind"),
        ("raw/trips.csv", 3, "days"),
    }


def test_one_broken_parent_does_not_flood_its_children(tiny: Path, run: Run) -> None:
    trips(HEAD + "".join(f"t-{n},Viet Nam,2024,,state,,\n" for n in range(30)))(tiny)
    (tiny / "raw/countries.csv").write_text("country_id,name,members_since\nNA,Namibia,\nVN,Viet Nam ,\n")
    code, _, said = run("check", "--root", tiny, "--quiet")
    assert code == 1
    assert said.splitlines() == [
        "raw/countries.csv:3:2 name: 'Viet Nam ' begins or ends with a space",
        "1 problem; 30 more held back, as they may only follow from these",
    ]


def test_at_most_fifty_are_printed_and_the_rest_counted(tiny: Path, run: Run) -> None:
    trips(HEAD + "".join(f"t-{n},Namibia,2024,,x,,\n" for n in range(70)))(tiny)
    code, _, said = run("check", "--root", tiny, "--quiet")
    assert code == 1
    assert len(said.splitlines()) == 52
    assert said.splitlines()[-2:] == ["… and 20 more (--format json prints all)", "70 problems"]
    code, out, _ = run("check", "--root", tiny, "--quiet", "--format", "json")
    assert len(json.loads(out)["problems"]) == 70


def test_what_is_odd_and_harmless_is_said(tiny: Path, run: Run) -> None:
    trips((HEAD + GOOD).replace("\n", "\r\n"))(tiny)
    (tiny / "raw/stray.csv").write_text("a\n")
    code, _, said = run("check", "--root", tiny)
    assert code == 0
    assert "note: raw/stray.csv is not read: raw/datapackage.json has no entry for it\n" in said
    assert (
        "note: raw/trips.csv has a byte order mark or CR line ends: fine here, and make format removes them\n" in said
    )


def test_files_of_ones_own_in_curated_are_not_lost(tiny: Path, run: Run) -> None:
    (tiny / "curated").mkdir()
    (tiny / "curated" / "notes.txt").write_text("mine")
    code, _, said = run("build", "--root", tiny)
    assert (code, said) == (
        2,
        "global-ties: curated/notes.txt would be lost: curated/ is replaced whole, move it away\n",
    )
    assert (tiny / "curated" / "notes.txt").read_text() == "mine"


def test_a_file_that_cannot_be_read_is_said(tiny: Path, run: Run) -> None:
    (tiny / "raw/trips.csv").unlink()
    (tiny / "raw/trips.csv").mkdir()
    code, _, said = run("check", "--root", tiny, "--quiet")
    assert (code, said.splitlines()[0]) == (1, f"raw/trips.csv cannot be read: {os.strerror(21)}")
