-- One row per claim, day and case the claim speaks of.
SELECT claim_id, as_of, case_id, role, expected, observed, holds
FROM raw.claim_results
