-- The verdict of every checked statement on the day it was made and on the last day searched, with the cases it rests on.
WITH days AS (
    SELECT claim_id, min(as_of) AS first_day, max(as_of) AS last_day FROM claim_checks GROUP BY claim_id
)
SELECT
    claims.claim_id, claims.statement, claims.part, claims.paragraph, claims.made_on, days.last_day,
    early.verdict AS verdict_then, early.holding AS holding_then, early.cases AS cases_then,
    late.verdict AS verdict_now, late.holding AS holding_now, late.cases AS cases_now, late.counter AS counter_now,
    (SELECT count(*) FROM claims WHERE kind = 'view') AS views,
    (SELECT list(DISTINCT publisher ORDER BY publisher) FROM claims JOIN sources USING (source_id)) AS publishers
FROM days
JOIN claims USING (claim_id)
JOIN claim_checks AS early ON early.claim_id = days.claim_id AND early.as_of = first_day
JOIN claim_checks AS late ON late.claim_id = days.claim_id AND late.as_of = days.last_day
ORDER BY claims.made_on, claims.claim_id
