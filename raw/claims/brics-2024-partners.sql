-- Asserted: Algeria, Nigeria and Uganda, partners by the day: a spell of status partner that began after the summit of
-- 22 to 24 October 2024 opened. Offered, accepted and partner are three things; only the third counts. Absence counts
-- as false where the searches for partners reach the day, or a year beyond the summit. Counter: partners by the day
-- that are not named. Context: offered, and not partner.
WITH named AS (
    SELECT unnest(['DZA', 'NGA', 'UGA']) AS state_id
),

partners AS (
    SELECT state_id, began, 'memberships|' || membership_id AS row_key
    FROM memberships
    WHERE organisation_id = 'brics' AND status = 'partner' AND began_earliest >= DATE '2024-10-22'
),

steps AS (
    SELECT
        state_id, string_agg(event || ' ' || occurred, ', ' ORDER BY membership_event_id) AS what,
        list('membership_events|' || membership_event_id ORDER BY membership_event_id) AS evidence
    FROM membership_events
    WHERE organisation_id = 'brics' AND event IN ('invited', 'accepted', 'declined')
        AND coalesce(occurred_latest, known_since) >= DATE '2024-10-01'
    GROUP BY state_id
),

searched AS (
    SELECT max(ended) >= least(CAST($as_of AS DATE), DATE '2025-10-22') AS is_enough
    FROM coverage
    WHERE table_name = 'memberships' AND actor_id = 'brics' AND topic LIKE 'partner%'
        AND result IN ('complete', 'searched_none_found')
)

SELECT
    named.state_id AS case_id, 'asserted' AS role, 'partner by the day' AS expected,
    coalesce('partner since ' || began, 'not partner') || coalesce('; ' || what, '') AS observed,
    CASE WHEN row_key IS NOT NULL THEN TRUE WHEN is_enough THEN FALSE END AS holds,
    coalesce(evidence, []) || CASE WHEN row_key IS NULL THEN [] ELSE [row_key] END AS evidence
FROM named
LEFT JOIN partners ON partners.state_id = named.state_id
LEFT JOIN steps ON steps.state_id = named.state_id
CROSS JOIN searched
UNION ALL
SELECT partners.state_id, 'counter', 'not named', 'partner since ' || began, TRUE, [row_key]
FROM partners
WHERE state_id NOT IN (SELECT state_id FROM named)
UNION ALL
SELECT steps.state_id, 'context', 'not named', what, NULL, evidence
FROM steps
WHERE state_id NOT IN (SELECT state_id FROM named) AND state_id NOT IN (SELECT state_id FROM partners)
