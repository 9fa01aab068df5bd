-- Asserted: China's imports of crude oil and of coal from Russia (China's customs; coal most likely without lignite,
-- the series that has 2021), by quantity and by value: the latest year typed against 2021, the last year before the
-- invasion. Doubled means at least twice, as the word says. Counter: other energy from Russia that doubled and is not
-- named.
WITH limits AS (SELECT 2.0 AS times, 2021 AS base_year),

yearly AS (
    SELECT
        commodity, year, CASE unit WHEN 'USD' THEN 'value' ELSE 'quantity' END AS measure, figure, row_key,
        max(year) OVER (PARTITION BY commodity, unit) AS last_year
    FROM newest_figures()
    WHERE reporter_id = 'CHN' AND partner_id = 'RUS' AND flow = 'import' AND unit IN ('USD', 'tonnes')
        AND year IS NOT NULL AND commodity NOT IN ('total', 'machinery', 'cars')
),

compared AS (
    SELECT
        later.commodity, later.measure, later.figure / base.figure >= times AS has_doubled,
        CAST(CAST(later.figure / base.figure AS DECIMAL(6, 2)) AS VARCHAR) || ' times in ' || later.year AS observed,
        [base.row_key, later.row_key] AS evidence
    FROM yearly AS later
    CROSS JOIN limits
    JOIN yearly AS base
        ON base.commodity = later.commodity AND base.measure = later.measure AND base.year = base_year
    WHERE later.year = later.last_year AND later.year > base_year
),

named AS (
    SELECT unnest(['crude_oil', 'coal']) AS commodity, measure
    FROM (SELECT unnest(['quantity', 'value']) AS measure) AS measures
)

SELECT
    named.commodity || '-' || named.measure AS case_id, 'asserted' AS role, 'at least twice that of 2021' AS expected,
    coalesce(observed, 'no pair of years typed') AS observed, has_doubled AS holds, coalesce(evidence, []) AS evidence
FROM named
LEFT JOIN compared ON compared.commodity = named.commodity AND compared.measure = named.measure
UNION ALL
SELECT
    commodity || '-' || measure, 'counter', 'not named, at least twice that of 2021', observed, has_doubled, evidence
FROM compared
WHERE commodity NOT IN (SELECT commodity FROM named)
