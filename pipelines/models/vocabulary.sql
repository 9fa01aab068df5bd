-- One row per code of a closed list.
SELECT table_name, field, code, label, definition, _line
FROM raw.vocabulary
