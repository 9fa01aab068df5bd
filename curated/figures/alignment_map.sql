-- World map of the alignment index: each state's latest year with an index, of the latest full year or the two before it.
WITH full_year AS (
    SELECT CAST(substr(CAST(data_through AS VARCHAR), 1, 4) AS INTEGER) - 1 AS last_year FROM release
),
known AS (
    SELECT state_id, year, alignment_index, index_lower, index_upper, components_known
    FROM alignment CROSS JOIN full_year
    WHERE alignment_index IS NOT NULL AND year BETWEEN last_year - 2 AND last_year
    QUALIFY row_number() OVER (PARTITION BY state_id ORDER BY year DESC) = 1
)
SELECT
    state_id, name AS state, un_member_since IS NOT NULL AS is_member, year, last_year,
    alignment_index, index_lower, index_upper, components_known
FROM states CROSS JOIN full_year LEFT JOIN known USING (state_id)
ORDER BY state_id
