-- Asserted: a denial by China of arms for Russia stands in each of the two tables that hold such words: reports on
-- aid (denials of the row that gathers the allegations of weapons, stated here by its id, as its other reports may be
-- later than the day) and positions (denials on military support). Absence would be unknown: the searches were
-- partial. Counter: an admission by China of any aid in weapons categories. Context: denials of goods that are no
-- weapons.
WITH weapons AS (
    SELECT unnest(['ammunition', 'missiles', 'drones', 'heavy_weapons']) AS category
),

said AS (
    SELECT
        support_report_id, support_reports.support_id, stance, reported,
        support_reports.support_id = 'chn-rus-weapons-alleged' AS is_alleged, category
    FROM support_reports
    LEFT JOIN support ON support.support_id = support_reports.support_id
    WHERE actor_id = 'CHN' AND support_reports.support_id LIKE 'chn-rus-%'
),

found AS (
    SELECT 'reports' AS case_id, 'support_reports|' || support_report_id AS row_ref, reported AS day
    FROM said
    WHERE stance = 'denies' AND is_alleged
    UNION ALL
    SELECT 'positions', 'positions|' || position_id, occurred
    FROM positions
    WHERE actor_id = 'CHN' AND target_id = 'RUS' AND topic = 'military_support' AND act = 'denial'
),

named AS (
    SELECT unnest(['reports', 'positions']) AS case_id
)

SELECT
    named.case_id, 'asserted' AS role, 'denial of arms by China' AS expected,
    coalesce(count(row_ref) || ' coded, ' || min(day) || ' to ' || max(day), 'none coded') AS observed,
    CASE WHEN count(row_ref) > 0 THEN TRUE END AS holds,
    coalesce(list(row_ref ORDER BY row_ref) FILTER (WHERE row_ref IS NOT NULL), []) AS evidence
FROM named
LEFT JOIN found ON found.case_id = named.case_id
GROUP BY named.case_id
UNION ALL
SELECT
    support_report_id, CASE WHEN stance = 'admits' THEN 'counter' ELSE 'context' END,
    CASE WHEN stance = 'admits' THEN 'admission of arms' ELSE 'denial of other aid' END, support_id || ', ' || reported,
    CASE WHEN stance = 'admits' THEN TRUE END, ['support_reports|' || support_report_id]
FROM said
WHERE stance = 'denies' AND NOT is_alleged OR stance = 'admits' AND category IN (SELECT category FROM weapons)
