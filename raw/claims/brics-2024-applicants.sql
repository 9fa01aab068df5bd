-- "Nine" without names or a day: asserted are the three readings it allows, each counted by the day the statement was
-- made: applied and neither member, nor offered a standing, nor withdrawn by then; applied in 2024; applied at the
-- summit or since. A reading holds at nine. The search for applications is partial, so fewer than nine well-attested
-- ones (credibility 1 or 2) leave it open, more than nine speak against it. Context: every application that stood that
-- day.
WITH limits AS (
    SELECT 9 AS said, CAST($made_on AS DATE) AS today
),

steps AS (
    SELECT
        state_id, event, credibility, coalesce(least(occurred_latest, known_since), known_since) AS happened_by,
        'membership_events|' || membership_event_id AS row_key
    FROM membership_events
    WHERE organisation_id = 'brics' AND event IN ('applied', 'invited', 'joined', 'declined')
),

settled AS (
    SELECT state_id FROM steps CROSS JOIN limits WHERE event <> 'applied' AND happened_by <= today
),

applied AS (
    SELECT
        state_id, min(credibility) AS best, max(happened_by) AS last_day, list(row_key ORDER BY row_key) AS evidence
    FROM steps CROSS JOIN limits
    WHERE event = 'applied' AND happened_by <= today
    GROUP BY state_id
),

readings AS (
    SELECT 'waiting on the day' AS reading, applied.*
    FROM applied WHERE state_id NOT IN (SELECT state_id FROM settled)
    UNION ALL
    SELECT 'applied in 2024', applied.* FROM applied WHERE last_day >= DATE '2024-01-01'
    UNION ALL
    SELECT 'applied at or after the summit', applied.* FROM applied WHERE last_day >= DATE '2024-10-22'
)

SELECT
    reading AS case_id, 'asserted' AS role, 'nine states' AS expected,
    count(*) FILTER (WHERE best <= 2) || ' well attested, ' || count(*) || ' in all: '
    || string_agg(state_id || CASE WHEN best > 2 THEN '?' ELSE '' END, ', ' ORDER BY state_id) AS observed,
    CASE
        WHEN count(*) FILTER (WHERE best <= 2) > min(said) THEN FALSE
        WHEN count(*) FILTER (WHERE best <= 2) = min(said) AND count(*) = min(said) THEN TRUE
    END AS holds,
    flatten(list(evidence ORDER BY state_id)) AS evidence
FROM readings CROSS JOIN limits
GROUP BY reading
UNION ALL
SELECT
    state_id, 'context', 'not named', 'applied, credibility ' || best || ', nothing decided by ' || today, NULL,
    evidence
FROM applied CROSS JOIN limits
WHERE state_id NOT IN (SELECT state_id FROM settled)
