-- Asserted: in each whole year since 2022 a tonne of crude oil from Russia cost China less than one from all others,
-- and much less (value by quantity, China's customs, basis not named, freight and grades not taken out; others =
-- world less Russia). Much is at least a tenth, the least that the word can mean. Counter: it was cheaper before the
-- sanctions too (2019 to 2021). Context: coal and gas, for which no price of other suppliers is typed.
WITH limits AS (SELECT 0.1 AS much, 2022 AS first_year),

wide AS (
    SELECT
        commodity, year, evidence_of(row_key) AS evidence,
        max(figure) FILTER (WHERE partner_id = 'RUS' AND unit = 'USD') AS russia_value,
        max(figure) FILTER (WHERE partner_id = 'RUS' AND unit = 'tonnes') AS russia_quantity,
        max(figure) FILTER (WHERE partner_id = 'world' AND unit = 'USD') AS world_value,
        max(figure) FILTER (WHERE partner_id = 'world' AND unit = 'tonnes') AS world_quantity
    FROM newest_figures()
    WHERE reporter_id = 'CHN' AND partner_id IN ('RUS', 'world') AND flow = 'import' AND unit IN ('USD', 'tonnes')
        AND year IS NOT NULL
    GROUP BY commodity, year
),

priced AS (
    SELECT
        commodity, year, evidence, russia_value / russia_quantity AS price,
        (world_value - russia_value) / (world_quantity - russia_quantity) AS others
    FROM wide
),

told AS (
    SELECT
        years.year, price / others - 1 AS gap, coalesce(evidence, []) AS evidence,
        coalesce(CAST(CAST(price AS DECIMAL(7, 0)) AS VARCHAR) || ' USD a tonne', 'price from Russia not typed') || ', '
        || coalesce('others ' || CAST(CAST(others AS DECIMAL(7, 0)) AS VARCHAR) || ' ('
        || CAST(CAST(100 * (price / others - 1) AS DECIMAL(5, 1)) AS VARCHAR) || ' %)', 'others not typed') AS observed
    FROM (SELECT unnest(range(2019, CAST(year(CAST($as_of AS DATE)) AS BIGINT))) AS year) AS years
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
