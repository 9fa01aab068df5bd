-- The alignment index lies between its bounds and 0 and 100, and Russia itself has none.
SELECT
    'alignment' AS table_name, state_id || '|' || year AS row_id, 'alignment_index' AS field,
    'is out of bounds: ' || coalesce(CAST(alignment_index AS VARCHAR), 'none') || ' in ' || index_lower || ' to '
    || index_upper AS reason
FROM alignment
WHERE state_id = 'RUS' OR index_lower < 0 OR index_upper > 100 OR index_lower > index_upper
    OR alignment_index < index_lower - 0.1 OR alignment_index > index_upper + 0.1
