-- The vocabulary defines the codes of every closed list, and no other.
SELECT
    'vocabulary' AS table_name, entry.table_name || '|' || entry.field || '|' || entry.code AS row_id, 'code' AS field,
    'is not a code of ' || entry.table_name || '.' || entry.field AS reason
FROM vocabulary AS entry
WHERE NOT EXISTS (
    SELECT 1 FROM contract_codes AS code
    WHERE code.table_name = entry.table_name AND code.field = entry.field AND code.code = entry.code
)
UNION ALL
SELECT
    'vocabulary', code.table_name || '|' || code.field || '|' || code.code, 'code',
    'is missing: raw/vocabulary.csv must define every code of the contract'
FROM contract_codes AS code
WHERE NOT EXISTS (
    SELECT 1 FROM vocabulary AS entry
    WHERE entry.table_name = code.table_name AND entry.field = code.field AND entry.code = code.code
)
