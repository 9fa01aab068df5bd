-- Asserted: every certain member of BRICS on the day but Russia, in two lines of industry. Arms: holds where Russian
-- deals were called off, suspended or declined since 24 February 2022 and none was ordered or delivered since; fails
-- where one was; else cannot be told (the searches are partial). Goods apart from crude oil, by the member's own
-- customs: holds where imports from Russia less crude fell from the last year before the invasion to the newest. An
-- event dated by the year 2022 alone counts as since. Counter: members whose trade with Russia as a whole, crude
-- included, grew.
WITH limits AS (SELECT DATE '2022-02-24' AS invasion),

customers AS (
    SELECT state_id
    FROM members_on('brics', $as_of)
    WHERE certainty = 'certain' AND state_id <> 'RUS'
),

arms AS (
    SELECT
        recipient_id AS state_id,
        count(*) FILTER (WHERE event IN ('cancelled', 'suspended', 'declined')) AS called_off,
        count(*) FILTER (WHERE event IN ('ordered', 'delivery', 'completed')) AS taken,
        list('arms_events|' || arms_event_id ORDER BY arms_event_id) AS evidence
    FROM arms_deals
    JOIN arms_events ON arms_events.arms_deal_id = arms_deals.arms_deal_id
    CROSS JOIN limits
    WHERE supplier_id = 'RUS' AND coalesce(occurred_latest, arms_events.known_since) >= invasion
    GROUP BY recipient_id
),

released AS (
    SELECT
        reporter_id AS state_id, flow, commodity, period, year, value_usd, 'trade_flows|' || trade_flow_id AS row_key,
        row_number() OVER (
            PARTITION BY reporter_id, flow, commodity, period ORDER BY known_since DESC, trade_flow_id
        ) AS age
    FROM trade_flows
    WHERE partner_id = 'RUS' AND value_usd IS NOT NULL AND commodity IN ('total', 'crude_oil')
),

other_goods AS (
    SELECT
        whole.state_id, whole.year, whole.value_usd - crude.value_usd AS value_usd,
        [whole.row_key, crude.row_key] AS row_keys
    FROM released AS whole
    JOIN released AS crude ON crude.state_id = whole.state_id AND crude.year = whole.year
    WHERE whole.flow = 'import' AND whole.commodity = 'total' AND whole.age = 1
        AND crude.flow = 'import' AND crude.commodity = 'crude_oil' AND crude.age = 1
),

goods AS (
    SELECT
        state_id, max_by(value_usd, year) < max_by(value_usd, year) FILTER (WHERE year <= 2021) AS holds,
        string_agg(
            year || ': ' || CAST(value_usd / 1000000 AS BIGINT) || ' million USD', ', ' ORDER BY year
        ) AS observed,
        flatten(list(row_keys ORDER BY year)) AS evidence
    FROM other_goods
    GROUP BY state_id
    HAVING min(year) <= 2021 AND max(year) >= 2022
)

SELECT
    customers.state_id || ' arms' AS case_id, 'asserted' AS role, 'called off, nothing taken' AS expected,
    coalesce(called_off || ' called off, ' || taken || ' ordered or delivered', 'no event typed since') AS observed,
    CASE WHEN taken > 0 THEN FALSE WHEN called_off > 0 THEN TRUE END AS holds, coalesce(evidence, []) AS evidence
FROM customers
LEFT JOIN arms ON arms.state_id = customers.state_id
UNION ALL
SELECT
    customers.state_id || ' goods', 'asserted', 'less than before',
    coalesce(observed, 'not typed for both sides of 2022'), holds, coalesce(evidence, [])
FROM customers
LEFT JOIN goods ON goods.state_id = customers.state_id
UNION ALL
SELECT
    customers.state_id || ' trade', 'counter', 'not said',
    min(period) || ': ' || CAST(min_by(value_usd, period) / 1000000 AS BIGINT) || ', ' || max(period) || ': '
    || CAST(max_by(value_usd, period) / 1000000 AS BIGINT) || ' million USD',
    max_by(value_usd, period) > min_by(value_usd, period), list(row_key ORDER BY period)
FROM released
JOIN customers ON customers.state_id = released.state_id
WHERE flow = 'total' AND commodity = 'total' AND age = 1
GROUP BY customers.state_id
HAVING min(period) < '2021-04' AND max(period) > '2022'
