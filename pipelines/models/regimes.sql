-- One row per state, year, index and edition.
SELECT state_id, year, index_name, edition, regime, known_since, source_id, credibility, note, _line
FROM raw.regimes
