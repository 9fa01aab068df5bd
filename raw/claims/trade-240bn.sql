-- Asserted: China's customs figure for its trade with Russia in the year before the statement, latest release, is 240
-- bn US dollars. The statement names two figures and a zero: within 5 bn it is rounded well. Counter: Russia's own
-- figure lies further off.
WITH limits AS (SELECT 240e9 AS stated, 5e9 AS rounding),

reporters AS (
    SELECT 'CHN' AS reporter_id, 'RUS' AS partner_id, 'asserted' AS role
    UNION ALL SELECT 'RUS', 'CHN', 'counter'
)

SELECT
    reporters.reporter_id AS case_id, reporters.role,
    CASE WHEN reporters.role = 'asserted' THEN '240 bn USD, give or take 5' ELSE 'more than 5 bn USD off 240' END
    AS expected,
    coalesce(CAST(CAST(flows.figure / 1e9 AS DECIMAL(8, 2)) AS VARCHAR) || ' bn USD', 'not typed') AS observed,
    (abs(flows.figure - limits.stated) <= limits.rounding) = (reporters.role = 'asserted') AS holds,
    coalesce(flows.row_keys, []) AS evidence
FROM reporters
CROSS JOIN limits
LEFT JOIN turnovers() AS flows
    ON flows.reporter_id = reporters.reporter_id AND flows.partner_id = reporters.partner_id AND flows.unit = 'USD'
    AND flows.year = year(CAST($made_on AS DATE)) - 1
