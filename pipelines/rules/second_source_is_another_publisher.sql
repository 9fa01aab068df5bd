-- A second source has another publisher than the first.
SELECT
    fact.table_name, fact.row_id, 'second_source_id' AS field,
    'has the same publisher as the first source, ' || first.publisher AS reason
FROM contract_sources AS fact
JOIN sources AS first ON first.source_id = fact.source_id
JOIN sources AS second ON second.source_id = fact.second_source_id
WHERE first.publisher = second.publisher
