-- Asserted: Russia's place in China's trade (China's customs, US dollars, not adjusted for prices) is larger than in
-- 2021, the last year before the invasion: the total of each whole year since, and of each commodity with a value
-- typed for 2021 that of the latest year. Counter: flows that fell in their latest year against the year earlier.
WITH limits AS (SELECT 2021 AS base_year),

yearly AS (
    SELECT
        commodity, year, figure AS value_usd, [row_key] AS evidence,
        max(year) OVER (PARTITION BY commodity) AS last_year
    FROM newest_figures()
    WHERE reporter_id = 'CHN' AND partner_id = 'RUS' AND unit = 'USD' AND year IS NOT NULL
        AND (flow = 'total' AND commodity = 'total' OR flow = 'import' AND commodity <> 'total')
),

years AS (
    SELECT unnest(range((SELECT base_year FROM limits) + 1, CAST(year(CAST($as_of AS DATE)) AS BIGINT))) AS year
),

wanted AS (
    SELECT 'total' AS commodity, year FROM years
    UNION ALL
    SELECT DISTINCT commodity, last_year FROM yearly
    WHERE commodity <> 'total' AND last_year > (SELECT base_year FROM limits)
)

SELECT
    wanted.commodity || '-' || wanted.year AS case_id, 'asserted' AS role, 'above the value of 2021' AS expected,
    coalesce(CAST(CAST(later.value_usd / 1e9 AS DECIMAL(8, 1)) AS VARCHAR), 'not typed') || ' against '
    || coalesce(CAST(CAST(base.value_usd / 1e9 AS DECIMAL(8, 1)) AS VARCHAR), 'not typed') || ' bn USD' AS observed,
    later.value_usd > base.value_usd AS holds,
    list_concat(coalesce(base.evidence, []), coalesce(later.evidence, [])) AS evidence
FROM wanted
LEFT JOIN yearly AS base
    ON base.commodity = wanted.commodity AND base.year = (SELECT base_year FROM limits)
LEFT JOIN yearly AS later ON later.commodity = wanted.commodity AND later.year = wanted.year
UNION ALL
SELECT
    later.commodity || '-' || later.year || '-fell', 'counter', 'below the year before',
    CAST(CAST(later.value_usd / 1e9 AS DECIMAL(8, 1)) AS VARCHAR) || ' after '
    || CAST(CAST(earlier.value_usd / 1e9 AS DECIMAL(8, 1)) AS VARCHAR) || ' bn USD',
    later.value_usd < earlier.value_usd, list_concat(earlier.evidence, later.evidence)
FROM yearly AS later
JOIN yearly AS earlier ON earlier.commodity = later.commodity AND earlier.year = later.year - 1
WHERE later.year = later.last_year AND later.year > (SELECT base_year FROM limits)
