-- One row per claim, day, case and row the case rests on; the queries hand rows over as 'table|row_id'.
WITH cited AS (
    SELECT claim_id, as_of, case_id, unnest(evidence) AS cited_row
    FROM raw.claim_results
)

SELECT
    claim_id, as_of, case_id,
    split_part(cited_row, '|', 1) AS table_name,
    substr(cited_row, length(split_part(cited_row, '|', 1)) + 2) AS row_id
FROM cited
