-- One row per cell that a second reader coded from the sources without seeing the first reading.
SELECT table_name, row_id, field, first_value, second_value, settled_value, round, _line
FROM raw.second_coding
