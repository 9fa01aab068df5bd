"""Opens the published file with whatever DuckDB is installed: tables, comments, macros, rule views."""

import sys

import duckdb

connection = duckdb.connect(sys.argv[1], read_only=True)
certain = connection.execute(
    "SELECT count(*) FROM members_on('brics', DATE '2023-12-31') WHERE certainty = 'certain'"
).fetchone()
assert certain == (5,), certain
assert connection.execute("SELECT count(*) FROM visits_between(DATE '2024-06-19', DATE '2024-06-19')").fetchone() == (1,)
assert connection.execute("SELECT count(*) FROM votes_of('KAZ')").fetchone()[0] >= 6
rules = [row[0] for row in connection.execute("SHOW TABLES").fetchall() if row[0].startswith("rule_")]
assert len(rules) > 10, rules
for rule in rules:
    assert connection.execute(f"SELECT count(*) FROM {rule}").fetchone() == (0,), rule
tables = connection.execute("SELECT count(*), count(comment) FROM duckdb_tables()").fetchone()
assert tables[0] == tables[1], tables
print(f"DuckDB {duckdb.__version__}: {tables[0]} tables with comments, {len(rules)} rule views, 3 macros")
