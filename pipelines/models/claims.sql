-- One row per statement of a source.
SELECT
    claim_id, source_id, made_on, paragraph, statement, kind, part, quantifier, minimum_known, nearest, would_settle,
    note, _line
FROM raw.claims
