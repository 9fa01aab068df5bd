-- The lowest number named is not above the highest.
SELECT
    'support' AS table_name, support_id AS row_id, 'quantity_low' AS field,
    'is above quantity_high, ' || quantity_high AS reason
FROM support
WHERE quantity_low > quantity_high
