-- The rows of a group as the evidence of a claim: a sorted list, empty where there are none.
CREATE MACRO evidence_of(row_key) AS
    coalesce(list(DISTINCT row_key ORDER BY row_key) FILTER (WHERE row_key IS NOT NULL), [])
