-- Asserted: in each whole year since 2022 a tonne of crude oil from Russia cost China less than one from all others,
-- and much less (value by quantity, China's customs, basis not named, freight and grades not taken out; others =
-- world less Russia). Much is at least a tenth, the least that the word can mean. Counter: it was cheaper before the
-- sanctions too (2019 to 2021). Context: coal and gas, for which no price of other suppliers is typed.
WITH limits AS (SELECT 0.1 AS much, 2022 AS first_year),

figures AS (
    SELECT partner_id, commodity, year, 'value' AS measure, value_usd AS figure, known_since, trade_flow_id
    FROM trade_flows
    WHERE reporter_id = 'CHN' AND flow = 'import' AND value_usd IS NOT NULL
    UNION ALL
    SELECT partner_id, commodity, year, 'quantity', quantity, known_since, trade_flow_id
    FROM trade_flows
    WHERE reporter_id = 'CHN' AND flow = 'import' AND quantity IS NOT NULL
),

latest AS (
    SELECT
        partner_id, commodity, year, measure, figure, 'trade_flows|' || trade_flow_id AS row_ref,
        row_number() OVER (
            PARTITION BY partner_id, commodity, year, measure ORDER BY known_since DESC, trade_flow_id
        ) AS nth
    FROM figures
    WHERE partner_id IN ('RUS', 'world') AND year IS NOT NULL
),

wide AS (
    SELECT
        commodity, year, list(row_ref ORDER BY row_ref) AS evidence,
        max(CASE WHEN partner_id = 'RUS' AND measure = 'value' THEN figure END) AS russia_value,
        max(CASE WHEN partner_id = 'RUS' AND measure = 'quantity' THEN figure END) AS russia_quantity,
        max(CASE WHEN partner_id = 'world' AND measure = 'value' THEN figure END) AS world_value,
        max(CASE WHEN partner_id = 'world' AND measure = 'quantity' THEN figure END) AS world_quantity
    FROM latest
    WHERE nth = 1
    GROUP BY commodity, year
),

priced AS (
    SELECT
        commodity, year, evidence, 1.0 * russia_value / russia_quantity AS price,
        (world_value - russia_value) * 1.0 / (world_quantity - russia_quantity) AS others
    FROM wide
),

years AS (
    SELECT unnest(range(2019, CAST(year(CAST($as_of AS DATE)) AS BIGINT))) AS year
),

told AS (
    SELECT
        years.year, price / others - 1 AS gap, coalesce(evidence, []) AS evidence,
        coalesce(CAST(CAST(price AS DECIMAL(7, 0)) AS VARCHAR) || ' USD a tonne', 'price from Russia not typed') || ', '
        || coalesce('others ' || CAST(CAST(others AS DECIMAL(7, 0)) AS VARCHAR) || ' ('
        || CAST(CAST(100 * (price / others - 1) AS DECIMAL(5, 1)) AS VARCHAR) || ' %)', 'others not typed') AS observed
    FROM years
    LEFT JOIN priced ON priced.commodity = 'crude_oil' AND priced.year = years.year
)

SELECT
    'crude_oil-' || year || '-less' AS case_id, 'asserted' AS role, 'below others' AS expected, observed,
    gap < 0 AS holds, evidence
FROM told
JOIN limits ON year >= first_year
UNION ALL
SELECT 'crude_oil-' || year || '-much', 'asserted', 'at least a tenth below others', observed, gap <= -much, evidence
FROM told
JOIN limits ON year >= first_year
UNION ALL
SELECT 'crude_oil-' || year, 'counter', 'below others before the sanctions too', observed, gap < 0, evidence
FROM told
JOIN limits ON year < first_year
UNION ALL
SELECT
    commodity || '-' || year, 'context', 'price from Russia alone',
    CAST(CAST(price AS DECIMAL(7, 0)) AS VARCHAR) || ' USD a tonne', NULL, evidence
FROM priced
WHERE commodity IN ('coal', 'lng') AND price IS NOT NULL
