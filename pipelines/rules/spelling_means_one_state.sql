-- A spelling means one state in all languages.
SELECT
    'state_names' AS table_name, first.name || '|' || first.language AS row_id, 'name' AS field,
    'also means ' || other.state_id || ' (' || other.language || ')' AS reason
FROM state_names AS first
JOIN state_names AS other ON other.name = first.name AND other.state_id <> first.state_id
