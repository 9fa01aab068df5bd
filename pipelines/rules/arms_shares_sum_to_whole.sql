-- The shares of one recipient, period and edition add up to 101 per cent at the most (they are rounded).
WITH summed AS (
    SELECT recipient_id, first_year, last_year, edition, sum(share_pct) AS total, min(supplier_id) AS supplier_id
    FROM arms_shares
    GROUP BY recipient_id, first_year, last_year, edition
)

SELECT
    'arms_shares' AS table_name,
    recipient_id || '|' || supplier_id || '|' || first_year || '|' || last_year || '|' || edition AS row_id,
    'share_pct' AS field, 'and the other shares of the period add up to ' || round(total, 1) AS reason
FROM summed
WHERE total > 101
