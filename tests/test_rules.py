"""Every rule of ours: rows it must let pass, and rows it must name."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest
from conftest import ROOT, insert

from pipelines.project import Project

Rows = list[tuple[str, dict[str, Any]]]
OPEN = {"organisation_id": "o", "state_id": "AAA", "status": "member", "is_open": True, "ended": ".."}


def spell(name: str, began: str, ended: str | None, **more: Any) -> tuple[str, dict[str, Any]]:
    days = {"began_earliest": began, "began_latest": began, "ended_earliest": ended, "ended_latest": ended}
    return "memberships", {**OPEN, "membership_id": name, "is_open": ended is None, **days, **more}


def step(event: str, day: str) -> tuple[str, dict[str, Any]]:
    days = {"occurred_earliest": day, "occurred_latest": day}
    ids = {"membership_event_id": "e", "organisation_id": "o", "state_id": "AAA"}
    return "membership_events", {**ids, "event": event, **days}


def visit(name: str, host: str, began: str, ended: str, **more: Any) -> tuple[str, dict[str, Any]]:
    days = {
        "began": began,
        "began_earliest": began,
        "began_latest": began,
        "ended_earliest": ended,
        "ended_latest": ended,
    }
    return "visits", {"visit_id": name, "person_id": "p", "host_state_id": host, "outcome": "held", **days, **more}


def page(published: str, accessed: str) -> tuple[str, dict[str, Any]]:
    return "sources", {"source_id": "s", "published": published, "accessed": accessed}


def position(**cells: Any) -> tuple[str, dict[str, Any]]:
    return "positions", {"position_id": "p", "actor_id": "AAA", "act": "statement", **cells}


def office(began: str, ended: str | None) -> tuple[str, dict[str, Any]]:
    return "offices", {"office_id": "f", "person_id": "p", "began_earliest": began, "ended_latest": ended}


def covered(
    table: str, began: str = "2024-01-01", ended: str = "2024-12-31", **more: Any
) -> tuple[str, dict[str, Any]]:
    ids = {"coverage_id": f"c-{table}", "table_name": table, "result": "complete"}
    return "coverage", {**ids, "began": began, "ended": ended, **more}


def meeting(host: str, day: str) -> Rows:
    days = {"began": day, "began_earliest": day, "began_latest": day, "ended_latest": day}
    part = {"meeting_id": "m", "person_id": "p", "actor_id": "RUS", "participation": "in_person"}
    return [("meetings", {"meeting_id": "m", "host_state_id": host, **days}), ("meeting_participants", part)]


def flow(kind: str, value: int, released: str = "2024-01-12") -> tuple[str, dict[str, Any]]:
    ids = {"trade_flow_id": kind, "reporter_id": "CHN", "partner_id": "RUS", "commodity": "total", "period": "2023"}
    return "trade_flows", {**ids, "flow": kind, "value": value, "currency": "USD", "known_since": released}


TALLY = {"resolution_id": "R", "yes": 1, "no": 0, "abstain": 0, "absent": 1, "adopted": "2024-01-01"}
VOTES: Rows = [
    ("votes", {"resolution_id": "R", "state_id": "AAA", "vote": "yes"}),
    ("votes", {"resolution_id": "R", "state_id": "BBB", "vote": "no_vote_right"}),
]
NAME = {"name": "Congo", "language": "en", "state_id": "COG"}
CITED = {"table_name": "people", "row_id": "p", "source_id": "s"}
REREAD = {"table_name": "people", "row_id": "p", "field": "name", "settled_value": "P", "round": 1}

CLAIMED = {"claim_id": "c", "as_of": "2024-11-02", "case_id": "x", "table_name": "people", "row_id": "p"}
ALIGNED = {"state_id": "AAA", "year": 2024}
DEAL = {"arms_deal_id": "d"}
REPORT = {"support_report_id": "r", "support_id": "a"}


def arms(name: str, event: str, day: str) -> tuple[str, dict[str, Any]]:
    days = {"occurred_earliest": day, "occurred_latest": day}
    return "arms_events", {**DEAL, "arms_event_id": name, "event": event, **days}


def share(supplier: str, pct: float, **more: Any) -> tuple[str, dict[str, Any]]:
    period = {"recipient_id": "IND", "first_year": 2019, "last_year": 2023, "edition": "e", **more}
    return "arms_shares", {"supplier_id": supplier, "share_pct": pct, **period}


def crude(name: str, partner: str, value: int) -> tuple[str, dict[str, Any]]:
    ids = {"trade_flow_id": name, "reporter_id": "CHN", "partner_id": partner, "flow": "import", "period": "2023"}
    return "trade_flows", {**ids, "commodity": "crude_oil", "value_usd": value, "quantity": 100, "unit": "tonnes"}


def office_of(actor: str, ended: str | None) -> tuple[str, dict[str, Any]]:
    return "offices", {**office("2020-01-01", ended)[1], "actor_id": actor}


def aid(stance: str, quantity: int | None) -> Rows:
    return [
        ("support", {"support_id": "a", "quantity_low": quantity}),
        ("support_reports", {**REPORT, "stance": stance}),
    ]


def published(first: str, second: str) -> Rows:
    sources: Rows = [
        ("sources", {"source_id": "s", "publisher": first}),
        ("sources", {"source_id": "t", "publisher": second}),
    ]
    return [("offices", {"office_id": "f", "source_id": "s", "second_source_id": "t"}), *sources]


def graded(credibility: int, other: str, role: str = "corroborating") -> Rows:
    cited = {"table_name": "offices", "row_id": "f", "source_id": "t", "role": role}
    fact = {"office_id": "f", "source_id": "s", "credibility": credibility}
    return [("offices", fact), ("citations", cited), *published("TASS", other)[1:]]


def housed(url: str, other_url: str, publisher: str, other: str) -> Rows:
    return [
        ("sources", {"source_id": "s", "url": url, "publisher": publisher}),
        ("sources", {"source_id": "t", "url": other_url, "publisher": other}),
    ]


def admitted(day: str | None) -> Rows:
    return [("resolutions", TALLY), VOTES[0], ("states", {"state_id": "AAA", "un_member_since": day})]


CASES: dict[str, list[tuple[Rows, list[str]]]] = {
    "vote_counts_match_tally": [
        ([("resolutions", TALLY), *VOTES], []),
        ([("resolutions", {**TALLY, "yes": 2}), *VOTES], ["R yes"]),
        ([("resolutions", {**TALLY, "absent": 0}), *VOTES], ["R absent"]),
    ],
    "spells_do_not_overlap": [
        ([spell("a", "2020-01-01", "2024-01-01"), spell("b", "2024-01-01", None)], []),
        ([spell("a", "2020-01-01", None), spell("b", "2024-01-01", None)], ["b began"]),
        ([spell("a", "2020-01-01", None), spell("b", "2024-01-01", None, status="observer")], []),
        ([spell("a", "2020-01-01", None, ended_earliest=None, is_open=False), spell("b", "2024-01-01", None)], []),
    ],
    "steps_fit_spells": [
        ([covered("memberships", actor_id="o"), spell("a", "2024-01-01", None), step("joined", "2024-01-01")], []),
        (
            [covered("memberships", actor_id="o"), spell("a", "2024-01-01", None), step("joined", "2024-02-01")],
            ["e occurred"],
        ),
        ([spell("a", "2024-01-01", None), step("joined", "2024-02-01")], []),
        (
            [covered("memberships", actor_id="o"), spell("a", "2024-01-01", None), step("expelled", "2024-02-01")],
            ["e occurred"],
        ),
        (
            [
                covered("memberships", actor_id="o"),
                spell("a", "2020-01-01", "2024-02-02"),
                step("expelled", "2024-02-01"),
            ],
            [],
        ),
        ([covered("memberships", actor_id="o"), spell("a", "2024-01-01", None), step("froze", "2024-02-01")], []),
        (
            [covered("memberships", actor_id="o"), spell("a", "2024-01-01", None), step("froze", "2023-02-01")],
            ["e occurred"],
        ),
        ([covered("memberships", actor_id="o"), step("invited", "2024-02-01")], []),
    ],
    "exit_follows_entry": [
        ([spell("a", "2020-01-01", "2024-01-01"), step("exit_effective", "2024-01-01")], []),
        ([spell("a", "2024-02-01", None), step("exit_effective", "2024-01-01")], ["e event"]),
        ([step("expelled", "2024-01-01")], ["e event"]),
    ],
    "participant_holds_office": [
        ([*meeting("TKM", "2024-10-11"), office_of("RUS", None)], []),
        ([*meeting("TKM", "2024-10-11"), office_of("RUS", "2024-01-01")], ["m|p actor_id"]),
        ([*meeting("TKM", "2024-10-11"), office_of("CHN", None)], ["m|p actor_id"]),
    ],
    "members_vote_from_admission": [
        (admitted("1945-10-24"), []),
        (admitted("2024-01-02"), ["R|AAA state_id"]),
        (admitted(None), ["R|AAA state_id"]),
    ],
    "arms_shares_sum_to_whole": [
        ([share("RUS", 60.5), share("FRA", 40.5)], []),
        ([share("RUS", 60.5), share("FRA", 41)], ["IND|FRA|2019|2023|e share_pct"]),
        ([share("RUS", 60.5), share("FRA", 41, edition="f")], []),
    ],
    "unit_values_are_alike": [
        ([crude("a", "RUS", 50_000), crude("w", "world", 60_000)], []),
        ([crude("a", "RUS", 15_000), crude("w", "world", 60_000)], ["a value"]),
        ([crude("a", "RUS", 50_000), crude("b", "SAU", 60_000), crude("c", "IRQ", 600_000)], ["c value"]),
    ],
    "denied_support_has_no_quantity": [
        (aid("asserts", 5), []),
        (aid("denies", 5), ["a quantity_low"]),
        (aid("denies", None), []),
    ],
    "support_quantities_are_ordered": [
        ([("support", {"support_id": "a", "quantity_low": 5, "quantity_high": 5})], []),
        ([("support", {"support_id": "a", "quantity_low": 6, "quantity_high": 5})], ["a quantity_low"]),
    ],
    "delivery_follows_order": [
        ([arms("o", "ordered", "2018-10-05"), arms("d", "delivery", "2021-12-01")], []),
        ([arms("o", "ordered", "2018-10-05"), arms("d", "delivery", "2017-12-01")], ["d occurred"]),
        ([arms("d", "delivery", "2017-12-01")], []),
    ],
    "second_source_is_another_publisher": [
        (published("TASS", "Reuters"), []),
        (published("TASS", "TASS"), ["f second_source_id"]),
    ],
    "confirmed_fact_has_second_source": [
        (graded(1, "Reuters"), []),
        (graded(1, "TASS"), ["f credibility"]),
        (graded(1, "Reuters", "disputing"), ["f credibility"]),
        (graded(2, "TASS"), []),
    ],
    "host_has_one_publisher": [
        (housed("https://www.a.org/1", "http://a.org:80/2", "A", "A"), []),
        (housed("https://www.a.org/1", "http://a.org:80/2", "A", "A News"), ["t publisher"]),
        (housed("https://a.org/1", "https://b.a.org", "A", "B"), []),
        (housed("https://github.com/a/a", "https://github.com/b/b", "A", "B"), []),
    ],
    "visit_is_typed_once": [
        ([visit("a", "CHN", "2024-05-16", "2024-05-17"), visit("b", "CHN", "2024-05-16", "2024-05-16")], ["b began"]),
        ([visit("a", "CHN", "2024-05-16", "2024-05-17"), visit("b", "CHN", "2024-05-17", "2024-05-17")], []),
        (
            [
                visit("a", "UKR", "2023-04-17", "2023-04-17", territory="Kherson region"),
                visit("b", "UKR", "2023-04-17", "2023-04-17", territory="Luhansk region"),
            ],
            [],
        ),
        (
            [
                visit("a", "CHN", "2024-05-16", "2024-05-17"),
                visit("b", "CHN", "2024-05-16", "2024-05-16", outcome="not_made"),
            ],
            [],
        ),
    ],
    "publishers_are_spelt_one_way": [
        (published("TASS", "TASS"), []),
        (published("A News", "A news"), ["t publisher"]),
        (published("ТАСС", "РИА"), []),
    ],
    "claim_evidence_exists": [
        ([("people", {"person_id": "p"}), ("claim_evidence", CLAIMED)], []),
        ([("people", {"person_id": "q"}), ("claim_evidence", CLAIMED)], ["c claim_id"]),
    ],
    "checkable_claim_has_quantifier": [
        ([("claims", {"claim_id": "c", "kind": "view"})], []),
        ([("claims", {"claim_id": "c", "kind": "check", "quantifier": "all", "minimum_known": 1})], []),
        ([("claims", {"claim_id": "c", "kind": "view", "quantifier": "all"})], ["c quantifier"]),
        ([("claims", {"claim_id": "c", "kind": "part", "quantifier": "all"})], ["c quantifier"]),
    ],
    "alignment_lies_in_bounds": [
        ([("alignment", {**ALIGNED, "alignment_index": 50, "index_lower": 20, "index_upper": 80})], []),
        (
            [("alignment", {**ALIGNED, "alignment_index": 90, "index_lower": 20, "index_upper": 80})],
            ["AAA|2024 alignment_index"],
        ),
        (
            [("alignment", {**ALIGNED, "state_id": "RUS", "index_lower": 0, "index_upper": 100})],
            ["RUS|2024 alignment_index"],
        ),
    ],
    "began_is_not_after_ended": [
        ([spell("a", "2024-01-01", "2024-01-01")], []),
        ([spell("a", "2024-01-02", "2024-01-01")], ["a ended"]),
    ],
    "held_visit_lies_in_office": [
        ([office("2020-01-01", None), visit("v", "BLR", "2024-01-01", "2024-01-01")], []),
        ([office("2020-01-01", "2023-01-01"), visit("v", "BLR", "2024-01-01", "2024-01-01")], ["v person_id"]),
        ([visit("v", "BLR", "2024-01-01", "2024-01-01", outcome="not_made")], []),
    ],
    "held_visits_do_not_overlap": [
        ([visit("a", "ARE", "2023-12-06", "2023-12-06"), visit("b", "SAU", "2023-12-06", "2023-12-06")], []),
        ([visit("a", "PRK", "2024-06-19", "2024-06-20"), visit("b", "VNM", "2024-06-20", "2024-06-21")], []),
        ([visit("a", "PRK", "2024-06-18", "2024-06-21"), visit("b", "VNM", "2024-06-20", "2024-06-22")], ["b began"]),
    ],
    "meeting_abroad_lies_in_visit": [
        ([*meeting("TKM", "2024-10-11"), covered("visits", person_id="p")], ["m|p meeting_id"]),
        (
            [
                *meeting("TKM", "2024-10-11"),
                covered("visits", person_id="p"),
                visit("v", "TKM", "2024-10-11", "2024-10-11"),
            ],
            [],
        ),
        ([*meeting("TKM", "2024-10-11"), covered("visits", person_id="q")], []),
        ([*meeting("RUS", "2024-10-11"), covered("visits", person_id="p")], []),
        ([*meeting("TKM", "2023-10-11"), covered("visits", person_id="p")], []),
    ],
    "trade_parts_equal_total": [
        ([flow("total", 1000), flow("export", 500), flow("import", 510)], []),
        ([flow("total", 1000), flow("export", 500), flow("import", 530)], ["total value"]),
        ([flow("total", 1000), flow("export", 500), flow("import", 530, "2024-09-01")], []),
    ],
    "spelling_means_one_state": [
        ([("state_names", NAME), ("state_names", {**NAME, "language": "fr"})], []),
        (
            [("state_names", NAME), ("state_names", {**NAME, "language": "fr", "state_id": "COD"})],
            ["Congo|en name", "Congo|fr name"],
        ),
    ],
    "cited_row_exists": [
        ([("people", {"person_id": "p"}), ("citations", CITED)], []),
        ([("people", {"person_id": "q"}), ("citations", CITED)], ["people|p|s row_id"]),
    ],
    "known_since_is_not_before_event": [
        ([visit("v", "BLR", "2024-05-01", "2024-05-02", known_since="2024-05-01")], []),
        ([visit("v", "BLR", "2024-05-01", "2024-05-02", known_since="2024-04-30")], ["v known_since"]),
    ],
    "page_is_read_after_publication": [
        ([page("2024-05", "2024-05-01"), ("release", {"data_through": "2024-12-31"})], []),
        ([page("2024-05-02", "2024-05-01"), ("release", {"data_through": "2024-12-31"})], ["s accessed"]),
        ([page("2024-05-01", "2025-01-01"), ("release", {"data_through": "2024-12-31"})], ["s accessed"]),
    ],
    "direction_fits_form": [
        ([position(form="words", direction=-1), position(form="deed", direction=2)], []),
        ([position(form="words", direction=2)], ["p direction"]),
        ([position(actor_id="RUS", form="words", direction=0)], ["p direction"]),
        ([position(act="denial", form="decision", direction=1)], ["p form"]),
    ],
    "second_reading_has_its_row": [
        ([("people", {"person_id": "p"}), ("second_coding", REREAD)], []),
        ([("people", {"person_id": "q"}), ("second_coding", REREAD)], ["people|p|name|1 row_id"]),
        ([("second_coding", {**REREAD, "settled_value": None})], []),
    ],
    "every_source_is_cited": [
        ([("sources", {"source_id": "s"}), ("citations", CITED)], []),
        ([("sources", {"source_id": "t"}), ("citations", CITED)], ["t source_id"]),
    ],
    "row_lies_in_coverage": [
        ([visit("v", "BLR", "2024-01-01", "2024-01-01"), covered("visits", person_id="p")], []),
        ([visit("v", "BLR", "2024-01-01", "2024-01-01"), covered("visits", person_id="q")], ["v began"]),
        ([visit("v", "BLR", "2023-01-01", "2023-01-01"), covered("visits", person_id="p")], ["v began"]),
        ([spell("a", "2024-05-01", None), covered("memberships", actor_id="o")], []),
        ([spell("a", "2024-05-01", None), covered("memberships", actor_id="other")], ["a began"]),
        ([*meeting("TKM", "2024-10-11"), covered("meetings", actor_id="RUS")], []),
        ([*meeting("TKM", "2024-10-11"), covered("meetings", actor_id="CHN")], ["m began"]),
        ([spell("a", "2024-05-01", None), covered("memberships", actor_id="o", result="not_searched")], ["a began"]),
    ],
}


@pytest.mark.parametrize(("rule", "number"), [(rule, n) for rule, cases in CASES.items() for n in range(len(cases))])
def test_rule(rule: str, number: int, empty_tables: duckdb.DuckDBPyConnection) -> None:
    rows, expected = CASES[rule][number]
    for table, values in rows:
        insert(empty_tables, table, **values)
    found = empty_tables.execute(f"SELECT row_id, field FROM rule_{rule} ORDER BY ALL").fetchall()
    assert [f"{row} {field}" for row, field in found] == expected


def test_vocabulary_equals_enums(empty_tables: duckdb.DuckDBPyConnection) -> None:
    codes = empty_tables.execute("SELECT table_name, field, code FROM contract_codes").fetchall()
    for table, field, code in codes[1:]:
        insert(empty_tables, "vocabulary", table_name=table, field=field, code=code)
    insert(empty_tables, "vocabulary", table_name="votes", field="vote", code="maybe")
    found = empty_tables.execute("SELECT row_id FROM rule_vocabulary_equals_enums ORDER BY ALL").fetchall()
    assert {row[0] for row in found} == {"|".join(codes[0]), "votes|vote|maybe"}


def test_every_rule_has_cases_that_fire() -> None:
    tested = {rule for rule, cases in CASES.items() if any(expected for _, expected in cases)}
    assert tested | {"vocabulary_equals_enums"} == set(Project(ROOT).sql("rules"))
