-- A citation speaks of a row that exists.
SELECT
    'citations' AS table_name, cited.table_name || '|' || cited.row_id || '|' || cited.source_id AS row_id,
    'row_id' AS field, 'is no row of the table ' || cited.table_name AS reason
FROM citations AS cited
WHERE NOT EXISTS (
    SELECT 1 FROM contract_rows AS held WHERE held.table_name = cited.table_name AND held.row_id = cited.row_id
)
