-- What a claim's case rests on is a row that exists.
SELECT
    'claims' AS table_name, cited.claim_id AS row_id, 'claim_id' AS field,
    'rests on ' || cited.table_name || '|' || cited.row_id || ', which is no row (case ' || cited.case_id || ')' AS reason
FROM claim_evidence AS cited
WHERE NOT EXISTS (
    SELECT 1 FROM contract_rows AS held WHERE held.table_name = cited.table_name AND held.row_id = cited.row_id
)
