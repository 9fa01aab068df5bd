-- Asserted: China's customs figure for its trade with Russia in the year before the statement, latest release, is 240
-- bn US dollars. The statement names two figures and a zero: within 5 bn it is rounded well. Counter: Russia's own
-- figure lies further off.
WITH limits AS (SELECT 240e9 AS stated, 5e9 AS rounding),

flows AS (
    SELECT
        reporter_id, value_usd, 'trade_flows|' || trade_flow_id AS row_ref,
        row_number() OVER (PARTITION BY reporter_id ORDER BY known_since DESC, trade_flow_id) AS nth
    FROM trade_flows
    WHERE (reporter_id = 'CHN' AND partner_id = 'RUS' OR reporter_id = 'RUS' AND partner_id = 'CHN')
        AND flow = 'total' AND commodity = 'total' AND value_usd IS NOT NULL
        AND year = year(CAST($made_on AS DATE)) - 1
),

reporters AS (
    SELECT 'CHN' AS reporter_id, 'asserted' AS role
    UNION ALL SELECT 'RUS', 'counter'
)

SELECT
    reporters.reporter_id AS case_id, reporters.role,
    CASE WHEN reporters.role = 'asserted' THEN '240 bn USD, give or take 5' ELSE 'more than 5 bn USD off 240' END
    AS expected,
    coalesce(CAST(CAST(flows.value_usd / 1e9 AS DECIMAL(8, 2)) AS VARCHAR) || ' bn USD', 'not typed') AS observed,
    (abs(flows.value_usd - limits.stated) <= limits.rounding) = (reporters.role = 'asserted') AS holds,
    CASE WHEN flows.row_ref IS NULL THEN [] ELSE [flows.row_ref] END AS evidence
FROM reporters
CROSS JOIN limits
LEFT JOIN flows ON flows.reporter_id = reporters.reporter_id AND flows.nth = 1
