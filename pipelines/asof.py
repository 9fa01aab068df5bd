"""The tables as they stood on a day: later rows hidden, later ends reopened, later dates blanked."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.contract import Contract, Table
from pipelines.ddl import quoted

HIDDEN = (
    "second_coding",
    "claim_cases",
    "claim_evidence",
    "claim_checks",
    "alignment",
    "alignment_components",
    "alignment_shift",
)
SPECIAL = {
    "votes": """SELECT vote.* FROM {votes} AS vote
        JOIN {resolutions} AS text ON text.resolution_id = vote.resolution_id AND text.known_since <= {day}""",
    "sources": "SELECT * FROM {sources} WHERE coalesce(edtf_earliest(published) <= {day}, TRUE)",
    "citations": """SELECT cited.* FROM {citations} AS cited
        JOIN {sources} AS source ON source.source_id = cited.source_id
        WHERE coalesce(edtf_earliest(source.published) <= {day}, TRUE)""",
    "coverage": "SELECT * REPLACE (least(ended, {day}) AS ended) FROM {coverage} WHERE began <= {day}",
    "support": """SELECT * REPLACE (
            CASE WHEN later.support_id IS NULL THEN aid.quantity_low END AS quantity_low,
            CASE WHEN later.support_id IS NULL THEN aid.quantity_high END AS quantity_high)
        FROM (SELECT * FROM {support} WHERE known_since <= {day}) AS aid
        LEFT JOIN (SELECT DISTINCT support_id AS later_id FROM {support_reports} WHERE known_since > {day}) AS later
        ON later.later_id = aid.support_id""".replace("later.support_id", "later.later_id"),
}


def views(contract: Contract, catalog: str, day: str) -> dict[str, str]:
    """Return the SELECT of a view for every table, by name.

    Args:
        contract: the public contract.
        catalog: where the tables themselves stand.
        day: the day to judge by, YYYY-MM-DD.

    """
    places = {name: f"{quoted(catalog)}.main.{quoted(name)}" for name in contract.tables}
    literal = f"DATE '{day}'"
    found = {}
    for name, table in contract.tables.items():
        if name in HIDDEN:
            found[name] = f"SELECT * FROM {places[name]} WHERE FALSE"
        elif name in SPECIAL:
            found[name] = _columns(table, SPECIAL[name].format(day=literal, **places))
        else:
            found[name] = _general(table, places[name], literal)
    return found


def _columns(table: Table, select: str) -> str:
    return f"SELECT {', '.join(map(quoted, table.header))} FROM ({select}) AS seen"


def _general(table: Table, place: str, day: str) -> str:
    changes = {name: f"{sql} AS {quoted(name)}" for name, sql in _blanked(table, day)}
    columns = ", ".join(changes.get(name, quoted(name)) for name in table.header)
    hidden = [f"coalesce({quoted(name)} <= {day}, TRUE)" for name in _beginnings(table)]
    return f"SELECT {columns} FROM {place}" + (f" WHERE {' AND '.join(hidden)}" if hidden else "")


def _stems(table: Table) -> list[str]:
    return [name for name in table.header if {f"{name}_earliest", f"{name}_latest"} <= set(table.header)]


def _beginnings(table: Table) -> Iterator[str]:
    """Yield the columns that must not lie after the day: when it was known, and when it happened."""
    if "known_since" in table.header:
        yield "known_since"
    if stems := _stems(table):
        yield f"{stems[0]}_earliest"
    if "made_on" in table.header:
        yield "made_on"


def _blanked(table: Table, day: str) -> Iterator[tuple[str, str]]:
    """Yield the columns whose content may lie after the day, with what stands there instead."""
    for stem in _stems(table):
        is_later = f"coalesce({stem}_latest > {day}, FALSE)"
        still_open = "'..'" if stem == "ended" and "is_open" in table.header else "NULL"
        yield stem, f"CASE WHEN {is_later} THEN {still_open} ELSE {stem} END"
        yield f"{stem}_earliest", f"CASE WHEN NOT {is_later} THEN {stem}_earliest END"
        yield f"{stem}_latest", f"CASE WHEN NOT {is_later} THEN {stem}_latest END"
        if still_open != "NULL":
            yield "is_open", f"is_open OR {is_later}"
    if "un_member_since" in table.header:
        yield "un_member_since", f"CASE WHEN un_member_since <= {day} THEN un_member_since END"
