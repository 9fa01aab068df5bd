-- A cell that was read twice stands in a row that exists, unless its value was given up.
SELECT
    'second_coding' AS table_name, concat_ws('|', coded.table_name, coded.row_id, coded.field, coded.round) AS row_id,
    'row_id' AS field, 'is no row of the table ' || coded.table_name AS reason
FROM second_coding AS coded
WHERE coded.settled_value IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM contract_rows AS held WHERE held.table_name = coded.table_name AND held.row_id = coded.row_id
)
