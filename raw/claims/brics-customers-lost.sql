-- Asserted: every certain member of BRICS on the day but Russia, in two lines of industry. Arms: holds where Russian
-- deals were called off, suspended or declined since 24 February 2022 and none was ordered or delivered since; fails
-- where one was; else cannot be told (the searches are partial). An event dated by the year 2022 alone counts as since.
-- Goods apart from crude oil: sales of Russia to the member by one reporter, the last year before the invasion against
-- the newest since, years of the same months. Where crude is not typed it lies between nothing and all mineral fuels
-- (all goods, where fuels are not typed); a case is told only where these bounds do not overlap. Counter: members to
-- which Russian sales, crude included, grew (trade both ways where sales are not typed on both sides).
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

sales AS (
    SELECT
        customers.state_id, reporter_id, period, max(figure) FILTER (WHERE commodity = 'total') AS whole,
        max(figure) FILTER (WHERE commodity = 'crude_oil') AS crude,
        max(figure) FILTER (WHERE commodity = 'mineral_fuels') AS fuels, evidence_of(row_key) AS evidence
    FROM newest_figures()
    JOIN customers ON customers.state_id IN (reporter_id, partner_id)
    WHERE unit = 'USD' AND commodity IN ('total', 'crude_oil', 'mineral_fuels')
        AND (flow = 'import' AND partner_id = 'RUS' OR flow = 'export' AND reporter_id = 'RUS')
    GROUP BY customers.state_id, reporter_id, period
),

measured AS (
    SELECT
        'sales' AS kind, state_id, reporter_id, period, whole, whole - coalesce(crude, fuels, whole) AS least,
        whole - coalesce(crude, 0) AS most, evidence
    FROM sales
    WHERE whole IS NOT NULL
    UNION ALL
    SELECT 'trade', state_id, reporter_id, period, figure, NULL, NULL, row_keys
    FROM turnovers()
    JOIN customers ON customers.state_id IN (reporter_id, partner_id)
    WHERE unit = 'USD' AND 'RUS' IN (reporter_id, partner_id)
),

sides AS (
    SELECT
        *, regexp_replace(period, '[0-9]{4}', '', 'g') AS months,
        CASE WHEN edtf_latest(period) < invasion THEN 'before' WHEN period >= '2022' THEN 'since' END AS side
    FROM measured CROSS JOIN limits
),

newest AS (
    SELECT
        *, row_number() OVER (PARTITION BY kind, state_id, reporter_id, months, side ORDER BY period DESC) AS age,
        period || ': ' || CAST(whole / 1e6 AS BIGINT) || coalesce(
            ', crude apart ' || CAST(least / 1e6 AS BIGINT) || ' to ' || CAST(most / 1e6 AS BIGINT), ''
        ) AS told
    FROM sides
),

pairs AS (
    SELECT
        since.state_id, since.kind, since.whole > before.whole AS has_grown,
        CASE WHEN since.most < before.least THEN TRUE WHEN since.least >= before.most THEN FALSE END AS has_fallen,
        since.kind || ' by ' || since.reporter_id || ', million USD: ' || before.told || '; ' || since.told AS observed,
        before.evidence || since.evidence AS evidence,
        row_number() OVER (
            PARTITION BY since.state_id
            ORDER BY since.kind, has_fallen IS NULL, since.period DESC, since.reporter_id = 'RUS'
        ) AS turn
    FROM newest AS since
    JOIN newest AS before
        ON before.kind = since.kind AND before.state_id = since.state_id AND before.reporter_id = since.reporter_id
        AND before.months = since.months AND before.side = 'before' AND before.age = 1
    WHERE since.side = 'since' AND since.age = 1
)

SELECT
    customers.state_id || ' arms' AS case_id, 'asserted' AS role, 'called off, nothing taken' AS expected,
    coalesce(called_off || ' called off, ' || taken || ' ordered or delivered', 'no event typed since') AS observed,
    CASE WHEN taken > 0 THEN FALSE WHEN called_off > 0 THEN TRUE END AS holds, coalesce(evidence, []) AS evidence
FROM customers
LEFT JOIN arms ON arms.state_id = customers.state_id
UNION ALL
SELECT
    customers.state_id || ' goods', 'asserted', 'less than before, crude apart',
    coalesce(observed, 'sales not typed for both sides of 2022'), has_fallen, coalesce(evidence, [])
FROM customers
LEFT JOIN pairs ON pairs.state_id = customers.state_id AND pairs.kind = 'sales' AND turn = 1
UNION ALL
SELECT state_id || ' trade', 'counter', 'not said', observed, has_grown, evidence
FROM pairs
WHERE turn = 1
