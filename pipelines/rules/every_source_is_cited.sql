-- Every source is cited by a row.
SELECT 'sources' AS table_name, source.source_id AS row_id, 'source_id' AS field, 'is cited by no row' AS reason
FROM sources AS source
WHERE NOT EXISTS (SELECT 1 FROM citations AS cited WHERE cited.source_id = source.source_id)
