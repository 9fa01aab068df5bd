from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT

from pipelines import canonical
from pipelines import contract as contracts
from pipelines.ddl import checks, create_published, in_order_of_keys
from pipelines.project import Project
from pipelines.upkeep import canonical_csv, canonical_files

PROJECT = Project(ROOT)
PUBLIC = contracts.load(PROJECT.descriptor, "datapackage.json")
ENTRY = contracts.load(PROJECT.entry_descriptor, "raw/datapackage.json")


def test_both_descriptors_and_every_typed_table_are_in_canonical_form() -> None:
    for path, text in canonical_files(PROJECT).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run make format"


def test_canonical_form_is_one_field_per_line_and_a_fixed_point() -> None:
    scrambled = {
        "resources": [
            {"schema": {"primaryKey": ["a"], "fields": [{"type": "string", "name": "a"}]}, "name": "t", "path": "p"}
        ],
        "name": "x",
    }
    text = canonical.canonical(scrambled)
    assert '          {"name": "a", "type": "string"}\n' in text
    assert text.index('"name": "x"') < text.index('"resources"')
    assert canonical.canonical(json.loads(text)) == text


def test_closed_lists_are_copied_from_the_public_contract() -> None:
    def resource(codes: list[str]) -> dict:
        return {"resources": [{"name": "t", "schema": {"fields": [{"name": "a", "constraints": {"enum": codes}}]}}]}

    _, entry = canonical.formatted(resource(["x", "y"]), resource(["old"]))
    assert json.loads(entry)["resources"][0]["schema"]["fields"][0]["constraints"]["enum"] == ["x", "y"]


def test_public_contract_is_data_package_v2() -> None:
    descriptor = PUBLIC.descriptor
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {"name", "title", "version", "data_through", "licenses", "sources", "contributors"} <= set(descriptor)
    assert all(contributor["roles"] for contributor in descriptor["contributors"])
    for resource in descriptor["resources"]:
        assert (resource["type"], resource["dialect"]["lineTerminator"]) == ("table", "\n")
        assert resource["schema"]["primaryKey"]
        assert all(field.get("title") and field.get("description") for field in resource["schema"]["fields"])


def test_what_is_typed_goes_into_what_is_promised() -> None:
    for name, entry in ENTRY.tables.items():
        promised = PUBLIC.tables[name]
        names = {"host": "host_state_id", "state": "state_id"}
        assert {names.get(column, column) for column in entry.header} <= {*promised.header, *entry.header}
        lost = [c for c in entry.header if c not in promised.header and names.get(c) not in promised.header]
        assert lost == [], f"{name}: typed and not published"


def test_the_ddl_says_what_the_contract_says() -> None:
    ddl = create_published(PUBLIC.tables["votes"])
    assert 'PRIMARY KEY ("resolution_id", "state_id")' in ddl
    assert 'FOREIGN KEY ("state_id") REFERENCES "states" ("state_id")' in ddl
    assert "\"vote\" VARCHAR NOT NULL CHECK (\"vote\" IN ('yes', 'no', 'abstain', 'absent', 'no_vote_right'))" in ddl
    order = [table.name for table in in_order_of_keys(PUBLIC)]
    assert order.index("states") < order.index("votes") > order.index("resolutions")


@pytest.mark.parametrize(
    ("constraints", "kind", "condition"),
    [
        ({"enum": ["it's"]}, "string", "\"a\" IN ('it''s')"),
        ({"enum": [1, 2]}, "integer", '"a" IN (1, 2)'),
        ({"minimum": 1, "maximum": 6}, "integer", '"a" >= 1'),
        ({"minimum": "2014-01-01"}, "date", "\"a\" >= '2014-01-01'"),
        ({"pattern": "[a-z]"}, "string", "regexp_full_match(\"a\", '[a-z]')"),
    ],
)
def test_constraints_become_conditions(constraints: dict, kind: str, condition: str) -> None:
    field = contracts.Field("a", kind, {"constraints": constraints})
    assert condition in [sql for sql, _ in checks(field)]


def test_canonical_csv_keeps_rows_and_drops_marks(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b'\xef\xbb\xbf"a","b"\r\n"1","x,y"\r\n\r\n')
    assert canonical_csv(path, "t.csv") == 'a,b\n1,"x,y"\n'
