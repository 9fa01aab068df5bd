-- Western Europe: members of the group WEOG that lie in Europe by M49. (The M49 sub-region Western Europe leaves out
-- Italy, Sweden, Spain and the United Kingdom.) Asserted: Brazil and India, with interest, talks or an order towards a
-- supplier of that group since 24 February 2022. Counter: suppliers outside the group they turned to since, Russia
-- among them, which "instead" leaves out. Context: deals with the group that were ordered before and still run.
WITH limits AS (SELECT DATE '2022-02-24' AS invasion),

named AS (
    SELECT unnest(['BRA', 'IND']) AS state_id
),

west AS (
    SELECT memberships.state_id
    FROM memberships
    JOIN states ON states.state_id = memberships.state_id
    WHERE organisation_id = 'weog' AND status = 'member' AND is_open AND region = 'Europe'
),

steps AS (
    SELECT
        recipient_id, supplier_id, supplier_id IN (SELECT state_id FROM west) AS is_west,
        occurred_earliest >= invasion AS is_since, event IN ('interest', 'negotiation', 'ordered') AS is_turning,
        supplier_id || ' ' || weapon || ': ' || event || ' ' || occurred AS what,
        'arms_events|' || arms_event_id AS row_key
    FROM arms_deals
    JOIN arms_events ON arms_events.arms_deal_id = arms_deals.arms_deal_id
    CROSS JOIN limits
)

SELECT
    named.state_id AS case_id, 'asserted' AS role, 'interest, talks or order since' AS expected,
    coalesce(string_agg(what, '; ' ORDER BY row_key), 'none typed') AS observed,
    CASE WHEN count(row_key) > 0 THEN TRUE END AS holds,
    evidence_of(row_key) AS evidence
FROM named
LEFT JOIN steps ON steps.recipient_id = named.state_id AND is_west AND is_since AND is_turning
GROUP BY named.state_id
UNION ALL
SELECT
    recipient_id || ' from ' || supplier_id, CASE WHEN is_west THEN 'context' ELSE 'counter' END,
    'not said', string_agg(what, '; ' ORDER BY row_key), CASE WHEN NOT is_west THEN TRUE END,
    list(row_key ORDER BY row_key)
FROM steps
JOIN named ON named.state_id = steps.recipient_id
WHERE (is_west AND NOT is_since) OR (NOT is_west AND is_since AND is_turning)
GROUP BY recipient_id, supplier_id, is_west
