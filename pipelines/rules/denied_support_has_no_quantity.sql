-- Aid that is only denied carries no quantity.
SELECT
    'support' AS table_name, aid.support_id AS row_id, 'quantity_low' AS field,
    'has a quantity, but every report on it is a denial' AS reason
FROM support AS aid
WHERE (aid.quantity_low IS NOT NULL OR aid.quantity_high IS NOT NULL)
    AND EXISTS (SELECT 1 FROM support_reports AS said WHERE said.support_id = aid.support_id)
    AND NOT EXISTS (
        SELECT 1 FROM support_reports AS said WHERE said.support_id = aid.support_id AND said.stance <> 'denies'
    )
