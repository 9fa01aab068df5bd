-- Asserted: every Russian arms deal or talk with India that has a step since 24 February 2022; it holds where the
-- newest step calls it off (cancelled, suspended, declined), fails where it is one of buying or taking (interest,
-- negotiation, ordered, delivery, completed; also of what was ordered before); an offer by Russia alone tells nothing
-- of India. One more case: no new order at all, false where one is typed, else not to be told, as the search is
-- partial. Counter: deals whose end is doubtful (credibility 3 or worse). Context: Russia's shares in the newest
-- edition; their five years overlap the time before, so they cannot show a stop.
WITH limits AS (SELECT DATE '2022-02-24' AS invasion),

steps AS (
    SELECT
        arms_deals.arms_deal_id, weapon, event, occurred, occurred_earliest, arms_events.credibility,
        'arms_events|' || arms_event_id AS row_key,
        row_number() OVER (
            PARTITION BY arms_deals.arms_deal_id
            ORDER BY coalesce(occurred_latest, arms_events.known_since) DESC, arms_event_id DESC
        ) AS age
    FROM arms_deals
    JOIN arms_events ON arms_events.arms_deal_id = arms_deals.arms_deal_id
    CROSS JOIN limits
    WHERE supplier_id = 'RUS' AND recipient_id = 'IND'
        AND coalesce(occurred_latest, arms_events.known_since) >= invasion
)

SELECT
    arms_deal_id AS case_id, 'asserted' AS role, 'called off' AS expected,
    min(weapon) || ': ' || string_agg(event || ' ' || occurred, ', ' ORDER BY row_key) AS observed,
    CASE
        WHEN max(event) FILTER (WHERE age = 1) IN ('cancelled', 'suspended', 'declined') THEN TRUE
        WHEN max(event) FILTER (WHERE age = 1) <> 'offered' THEN FALSE
    END AS holds,
    list(row_key ORDER BY row_key) AS evidence
FROM steps
GROUP BY arms_deal_id
UNION ALL
SELECT
    'new orders', 'asserted', 'none', count(*) || ' typed', CASE WHEN count(*) > 0 THEN FALSE END,
    evidence_of(row_key)
FROM steps
WHERE event = 'ordered'
UNION ALL
SELECT
    arms_deal_id || ' doubtful', 'counter', 'called off',
    event || ' ' || occurred || ', credibility ' || credibility, TRUE, [row_key]
FROM steps
WHERE age = 1 AND event IN ('cancelled', 'suspended', 'declined') AND credibility >= 3
UNION ALL
SELECT
    'share ' || first_year || ' to ' || last_year, 'context', NULL, share_pct || ' per cent, ' || edition, NULL,
    ['arms_shares|IND|RUS|' || first_year || '|' || last_year || '|' || edition]
FROM arms_shares
WHERE recipient_id = 'IND' AND supplier_id = 'RUS' AND edition = (
    SELECT max_by(edition, known_since) FROM arms_shares WHERE recipient_id = 'IND' AND supplier_id = 'RUS'
)
