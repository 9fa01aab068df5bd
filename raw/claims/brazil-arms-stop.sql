-- "Gave up" needs a before and an after. Asserted: Brazil ordered arms from Russia before 24 February 2022; talks on
-- more were called off; no Russian arms were ordered, offered or delivered since, true only where a search that found
-- none runs from the invasion to the end of the last full year before the day. Counter: dealings that had ended before
-- the invasion (the stop is then older than the war), and any step of buying since.
WITH limits AS (
    SELECT DATE '2022-02-24' AS invasion, extract(year FROM CAST($as_of AS DATE)) AS this_year
),

steps AS (
    SELECT
        arms_deals.arms_deal_id, weapon, event, occurred, occurred_earliest,
        occurred_earliest >= invasion AS is_since, 'arms_events|' || arms_event_id AS row_key
    FROM arms_deals
    JOIN arms_events ON arms_events.arms_deal_id = arms_deals.arms_deal_id
    CROSS JOIN limits
    WHERE supplier_id = 'RUS' AND recipient_id = 'BRA'
),

searched AS (
    SELECT list('coverage|' || coverage_id ORDER BY coverage_id) AS evidence
    FROM coverage CROSS JOIN limits
    WHERE table_name = 'arms_events' AND actor_id = 'BRA' AND counterpart_id = 'RUS'
        AND result IN ('complete', 'searched_none_found')
        AND began <= invasion AND ended >= make_date(this_year - 1, 12, 31)
),

kinds AS (
    SELECT unnest(['bought before', 'talks called off', 'nothing bought since']) AS kind
)

SELECT
    kind AS case_id, 'asserted' AS role,
    CASE kind WHEN 'nothing bought since' THEN 'no order, offer or delivery' ELSE 'at least one' END AS expected,
    coalesce(string_agg(weapon || ': ' || event || ' ' || occurred, '; ' ORDER BY row_key), 'none typed') AS observed,
    CASE
        WHEN kind <> 'nothing bought since' THEN CASE WHEN count(row_key) > 0 THEN TRUE END
        WHEN count(row_key) > 0 THEN FALSE
        WHEN min(searched.evidence) IS NOT NULL THEN TRUE
    END AS holds,
    coalesce(
        list(row_key ORDER BY row_key) FILTER (WHERE row_key IS NOT NULL),
        CASE WHEN kind = 'nothing bought since' THEN min(searched.evidence) END, []
    ) AS evidence
FROM kinds
CROSS JOIN searched
LEFT JOIN steps ON CASE kind
    WHEN 'bought before' THEN NOT is_since AND event IN ('ordered', 'delivery')
    WHEN 'talks called off' THEN event IN ('cancelled', 'suspended', 'declined')
    ELSE is_since AND event IN ('ordered', 'offered', 'delivery', 'completed')
END
GROUP BY kind
UNION ALL
SELECT
    arms_deal_id, 'counter', 'given up since the invasion',
    'last step: ' || max_by(event || ' ' || occurred, occurred_earliest), TRUE, list(row_key ORDER BY row_key)
FROM steps
GROUP BY arms_deal_id
HAVING NOT bool_or(is_since)
