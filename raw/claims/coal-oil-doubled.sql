-- Asserted: China's imports of crude oil and of coal from Russia (China's customs; coal most likely without lignite,
-- the series that has 2021), by quantity and by value: the latest year typed against 2021, the last year before the
-- invasion. Doubled means at least twice, as the word says. Counter: other energy from Russia that doubled and is not
-- named.
WITH limits AS (SELECT 2.0 AS times, 2021 AS base_year),

figures AS (
    SELECT commodity, year, 'quantity' AS measure, quantity AS figure, known_since, trade_flow_id FROM trade_flows
    WHERE reporter_id = 'CHN' AND partner_id = 'RUS' AND flow = 'import' AND quantity IS NOT NULL
    UNION ALL
    SELECT commodity, year, 'value', value_usd, known_since, trade_flow_id FROM trade_flows
    WHERE reporter_id = 'CHN' AND partner_id = 'RUS' AND flow = 'import' AND value_usd IS NOT NULL
),

yearly AS (
    SELECT
        commodity, year, measure, figure, 'trade_flows|' || trade_flow_id AS row_ref,
        row_number() OVER (
            PARTITION BY commodity, year, measure ORDER BY known_since DESC, trade_flow_id
        ) AS nth
    FROM figures
    WHERE year IS NOT NULL AND commodity <> 'total'
),

wanted AS (
    SELECT commodity, measure, max(year) AS year
    FROM yearly
    WHERE year > (SELECT base_year FROM limits)
    GROUP BY commodity, measure
),

compared AS (
    SELECT
        wanted.commodity, wanted.measure, 1.0 * later.figure / base.figure AS times,
        CAST(CAST(1.0 * later.figure / base.figure AS DECIMAL(6, 2)) AS VARCHAR) || ' times in ' || wanted.year
        AS observed,
        [base.row_ref, later.row_ref] AS evidence
    FROM wanted
    JOIN yearly AS later ON later.commodity = wanted.commodity AND later.measure = wanted.measure
        AND later.year = wanted.year AND later.nth = 1
    JOIN yearly AS base ON base.commodity = wanted.commodity AND base.measure = wanted.measure
        AND base.year = (SELECT base_year FROM limits) AND base.nth = 1
),

named AS (
    SELECT 'crude_oil' AS commodity, 'quantity' AS measure
    UNION ALL SELECT 'crude_oil', 'value'
    UNION ALL SELECT 'coal', 'quantity'
    UNION ALL SELECT 'coal', 'value'
)

SELECT
    named.commodity || '-' || named.measure AS case_id, 'asserted' AS role, 'at least twice that of 2021' AS expected,
    coalesce(compared.observed, 'no pair of years typed') AS observed,
    compared.times >= (SELECT times FROM limits) AS holds, coalesce(compared.evidence, []) AS evidence
FROM named
LEFT JOIN compared ON compared.commodity = named.commodity AND compared.measure = named.measure
UNION ALL
SELECT
    commodity || '-' || measure, 'counter', 'not named, at least twice that of 2021', observed,
    times >= (SELECT times FROM limits), evidence
FROM compared
WHERE commodity NOT IN (SELECT commodity FROM named)
