-- A checkable claim says of how many cases it speaks and how many must be known; a view does neither.
SELECT
    'claims' AS table_name, claim_id AS row_id, 'quantifier' AS field,
    'and minimum_known belong to claims of kind check and part, and to them alone' AS reason
FROM claims
WHERE (kind = 'view') <> (quantifier IS NULL) OR (kind = 'view') <> (minimum_known IS NULL)
