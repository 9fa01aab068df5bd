-- A confirmed fact (credibility 1) has a corroborating page of another publisher.
SELECT
    fact.table_name, fact.row_id, 'credibility' AS field,
    'is 1 (confirmed), but only ' || first.publisher || ' is cited for it' AS reason
FROM contract_sources AS fact
JOIN sources AS first ON first.source_id = fact.source_id
WHERE fact.credibility = 1
    AND NOT EXISTS (
        SELECT 1
        FROM citations AS cited
        JOIN sources AS other ON other.source_id = cited.source_id
        WHERE cited.table_name = fact.table_name
            AND cited.row_id = fact.row_id
            AND cited.role = 'corroborating'
            AND other.publisher <> first.publisher
    )
