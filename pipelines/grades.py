"""How well the rows are sourced, in one line."""

from __future__ import annotations

import duckdb

SHARES = """
SELECT
    count(*) AS facts,
    100 * avg(CASE WHEN fact.second_source_id IS NULL THEN 0 ELSE 1 END) AS two_pct,
    100 * avg(CASE WHEN least(first.reliability, coalesce(second.reliability, 'F')) = 'A' THEN 1 ELSE 0 END) AS a_pct,
    100 * avg(CASE WHEN least(first.reliability, coalesce(second.reliability, 'F')) <= 'B' THEN 1 ELSE 0 END) AS b_pct
FROM contract_sources AS fact
JOIN sources AS first ON first.source_id = fact.source_id
LEFT JOIN sources AS second ON second.source_id = fact.second_source_id
WHERE fact.credibility IS NOT NULL
"""


def graded(connection: duckdb.DuckDBPyConnection) -> str | None:
    """Return the shares (per cent) of graded rows with two independent sources, a source of grade A, one of A or B.

    Grade A is the original of a formal procedure, our word for a primary source. None where the package grades nothing.
    """
    tables = {row[0] for row in connection.execute("SHOW TABLES").fetchall()}
    if not {"contract_sources", "sources"} <= tables:
        return None
    facts, two, a, b = connection.execute(SHARES).fetchall()[0]
    if not facts:
        return None
    return f"{facts:,} facts: {two:.0f} % two sources, {a:.0f} % grade A, {b:.0f} % A or B"
