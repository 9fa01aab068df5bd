from __future__ import annotations

from datetime import date
from typing import Any

import duckdb
import pytest
from conftest import insert
from hypothesis import given
from hypothesis import strategies as st

from pipelines.validate import edtf_reason


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-06-18", date(2024, 6, 18), date(2024, 6, 18)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024~", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-06?", date(2024, 6, 1), date(2024, 6, 30)),
        ("2023-04/2024-03", date(2023, 4, 1), date(2024, 3, 31)),
        ("2021/2022", date(2021, 1, 1), date(2022, 12, 31)),
        ("..", None, None),
        (None, None, None),
    ],
)
def test_edtf_bounds(empty_tables: duckdb.DuckDBPyConnection, text: str, earliest: date, latest: date) -> None:
    found = empty_tables.execute("SELECT edtf_earliest(?::VARCHAR), edtf_latest(?::VARCHAR)", [text, text]).fetchone()
    assert found == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2024-02-29", None),
        ("2023-02-29", "is not a day of the calendar"),
        ("2024-13", "is not a month of the calendar"),
        ("2024-00", "is not a month of the calendar"),
        ("2023-04/2024-03", None),
        ("2024/2023", "ends before it begins"),
        ("2024-05/2024-04", "ends before it begins"),
    ],
)
def test_edtf_calendar(text: str, reason: str | None) -> None:
    assert edtf_reason(text) == reason


@given(st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from(["", "~", "?", "%"]))
def test_a_day_lies_within_what_its_prefix_may_mean(day: date, length: int, mark: str) -> None:
    with duckdb.connect() as connection:
        for name in ("edtf_earliest", "edtf_latest"):
            from conftest import ROOT

            connection.execute((ROOT / "pipelines" / "macros" / f"{name}.sql").read_text())
        text = day.isoformat()[:length] + mark
        found = connection.execute("SELECT edtf_earliest(?), edtf_latest(?)", [text, text]).fetchone()
    assert edtf_reason(text) is None
    assert found is not None
    assert found[0] <= day <= found[1]


SPELL = {"organisation_id": "o", "status": "member", "is_open": False}


@pytest.mark.parametrize(
    ("spell", "on_day", "certainty"),
    [
        ({"began": "2024-01-01", "ended": "..", "is_open": True}, "2023-12-31", None),
        ({"began": "2024-01-01", "ended": "..", "is_open": True}, "2024-01-01", "certain"),
        ({"began": "2024", "ended": "..", "is_open": True}, "2024-06-01", "possible"),
        ({"began": "2024", "ended": "..", "is_open": True}, "2024-12-31", "certain"),
        ({"began": "2024-01-01", "ended": None}, "2024-06-01", "possible"),
        ({"began": "2024-01-01", "ended": "2024-06-02"}, "2024-06-01", "certain"),
        ({"began": "2024-01-01", "ended": "2024-06-02"}, "2024-06-02", None),
        ({"began": "2024-01-01", "ended": "2024-06"}, "2024-06-10", "possible"),
        ({"began": "2024-01-01", "ended": "..", "is_open": True, "contested_by": "AAA"}, "2024-06-01", "possible"),
        ({"began": None, "ended": "..", "is_open": True}, "2024-06-01", "possible"),
        ({"began": "2024-01-01", "ended": "..", "is_open": True, "status": "partner"}, "2024-06-01", None),
    ],
)
def test_members_on(empty_tables: duckdb.DuckDBPyConnection, spell: dict, on_day: str, certainty: str | None) -> None:
    insert(empty_tables, "states", state_id="AAA", name="A")
    insert(empty_tables, "memberships", membership_id="m", state_id="AAA", **{**SPELL, **spell})
    for column in ("began", "ended"):
        empty_tables.execute(
            f"UPDATE memberships SET {column}_earliest = edtf_earliest({column}), {column}_latest = edtf_latest({column})"
        )
    found = empty_tables.execute("SELECT certainty FROM members_on('o', CAST(? AS DATE))", [on_day]).fetchall()
    assert [row[0] for row in found] == ([certainty] if certainty else [])


def test_visits_between_and_votes_of(empty_tables: duckdb.DuckDBPyConnection) -> None:
    insert(empty_tables, "states", state_id="AAA", name="A")
    insert(empty_tables, "people", person_id="p", name="P")
    dates = {"began_earliest": "2024-06-19", "began_latest": "2024-06-19", "ended_latest": "2024-06-20"}
    insert(empty_tables, "visits", visit_id="held", person_id="p", host_state_id="AAA", outcome="held", **dates)
    insert(empty_tables, "visits", visit_id="not", person_id="p", host_state_id="AAA", outcome="not_made", **dates)
    for first, last, expected in (("18", "18", []), ("20", "25", ["held"]), ("18", "19", ["held"]), ("21", "22", [])):
        query = f"SELECT visit_id FROM visits_between(DATE '2024-06-{first}', DATE '2024-06-{last}')"
        assert [row[0] for row in empty_tables.execute(query).fetchall()] == expected
    insert(empty_tables, "resolutions", resolution_id="A/RES/1", title="T", adopted="2024-01-01")
    insert(empty_tables, "votes", resolution_id="A/RES/1", state_id="AAA", vote="abstain")
    assert empty_tables.execute("FROM votes_of('AAA')").fetchall() == [(date(2024, 1, 1), "A/RES/1", "T", "abstain")]


FLOW = {"reporter_id": "AAA", "partner_id": "BBB", "commodity": "total", "period": "2024", "is_converted": False}


def released(
    connection: duckdb.DuckDBPyConnection, name: str, flow: str, currency: str, value: int, **more: Any
) -> None:
    made = {"trade_flow_id": name, "flow": flow, "currency": currency, "value": value, "value_usd": value}
    insert(connection, "trade_flows", **{**FLOW, **made, "known_since": f"2025-01-{name}", **more})


def test_newest_figures(empty_tables: duckdb.DuckDBPyConnection) -> None:
    released(empty_tables, "01", "total", "USD", 5, quantity=9, unit="tonnes")
    released(empty_tables, "02", "total", "USD", 6)
    released(empty_tables, "03", "total", "CNY", 50, value_usd=7, is_converted=True)
    found = empty_tables.execute("SELECT unit, figure, row_key FROM newest_figures() ORDER BY unit").fetchall()
    assert found == [("CNY", 50, "trade_flows|03"), ("USD", 6, "trade_flows|02"), ("tonnes", 9, "trade_flows|01")]


@pytest.mark.parametrize(
    ("flows", "figure"),
    [
        ([("export", 1, False)], None),
        ([("export", 1, False), ("import", 2, False)], 3),
        ([("export", 1, False), ("import", 2, False), ("total", 4, False)], 4),
        ([("export", 1, False), ("import", 2, False), ("total", 4, True)], 3),
    ],
)
def test_turnovers(
    empty_tables: duckdb.DuckDBPyConnection, flows: list[tuple[str, int, bool]], figure: int | None
) -> None:
    for number, (flow, value, is_converted) in enumerate(flows, 1):
        released(empty_tables, f"0{number}", flow, "CNY" if is_converted else "USD", value, is_converted=is_converted)
    found = empty_tables.execute("SELECT figure FROM turnovers() WHERE unit = 'USD'").fetchall()
    assert found == ([(figure,)] if figure else [])


def test_latest_regimes_never_mixes_editions(empty_tables: duckdb.DuckDBPyConnection) -> None:
    index = {"index_name": "V-Dem Regimes of the World"}
    for state, year, edition, regime in (
        ("AAA", 2023, "v14", "x"),
        ("AAA", 2022, "v15", "y"),
        ("BBB", 2023, "v14", "x"),
    ):
        day = {"v14": "2024-03-01", "v15": "2025-03-01"}[edition]
        insert(
            empty_tables, "regimes", state_id=state, year=year, edition=edition, regime=regime, known_since=day, **index
        )
    found = empty_tables.execute("SELECT state_id, regime, row_key FROM latest_regimes()").fetchall()
    assert found == [("AAA", "y", "regimes|AAA|2022|V-Dem Regimes of the World|v15")]


def test_documents_with(empty_tables: duckdb.DuckDBPyConnection) -> None:
    insert(empty_tables, "documents", document_id="d", title="D", document_type="memorandum")
    for actor, role in (("AAA", "author"), ("BBB", "addressee")):
        insert(empty_tables, "document_parties", document_id="d", actor_id=actor, role=role)
    found = empty_tables.execute("SELECT actor_id, own_role, role, row_key FROM documents_with('AAA')").fetchall()
    assert found == [("BBB", "author", "addressee", "documents|d")]


def test_votes_beside_and_texts_around(empty_tables: duckdb.DuckDBPyConnection) -> None:
    text = {"organ": "general_assembly", "topic": "war", "about_state_id": "UKR"}
    for name, day in (("1", "2021-01-01"), ("2", "2022-01-01"), ("3", "2024-01-01"), ("4", "2024-06-01")):
        insert(empty_tables, "resolutions", resolution_id=name, adopted=day, **text)
    insert(empty_tables, "votes", resolution_id="3", state_id="AAA", vote="yes")
    insert(empty_tables, "votes", resolution_id="3", state_id="BBB", vote="no")
    beside = "SELECT resolution_id, vote, other_vote, row_keys FROM votes_beside('AAA', 'BBB', DATE '2023-01-01')"
    both = ["votes|3|AAA", "votes|3|BBB"]
    assert empty_tables.execute(beside).fetchall() == [("3", "yes", "no", both), ("4", None, None, ["resolutions|4"])]
    around = "SELECT resolution_id, is_since FROM texts_around('war', DATE '2023-01-01') ORDER BY resolution_id"
    assert empty_tables.execute(around).fetchall() == [("2", False), ("4", True)]


def test_evidence_of(empty_tables: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT evidence_of(row_key) FROM (SELECT unnest(?::VARCHAR[]) AS row_key)"
    assert empty_tables.execute(query, [["b", None, "a", "b"]]).fetchall() == [(["a", "b"],)]
    assert empty_tables.execute(query, [[None]]).fetchall() == [([],)]
