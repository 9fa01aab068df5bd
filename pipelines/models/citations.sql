-- One row per row and source it cites: first and second sources from the tables, third and disputing ones as typed.
SELECT table_name, row_id, source_id, 'primary' AS role, credibility, CAST(NULL AS BIGINT) AS _line
FROM contract_sources
UNION ALL
SELECT table_name, row_id, second_source_id, 'corroborating', credibility, CAST(NULL AS BIGINT)
FROM contract_sources
WHERE second_source_id <> source_id
UNION ALL
SELECT table_name, row_id, source_id, role, credibility, _line
FROM raw.citations
