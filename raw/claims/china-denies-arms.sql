-- Asserted: a denial by China of arms for Russia stands in each of the two tables that hold such words: reports on aid
-- in a category of weapons (drones only where the item says attack) and positions (denials on military support).
-- Absence would be unknown: the searches were partial. Counter: an admission by China of any such aid. Context: its
-- denials of goods that are no weapons.
WITH said AS (
    SELECT
        support_report_id, 'support_reports|' || support_report_id AS row_ref, stance, reported, item,
        is_weapon(category) AND (category <> 'drones' OR lower(item) LIKE '%attack%') AS is_arms
    FROM support_reports
    JOIN support ON support.support_id = support_reports.support_id
    WHERE actor_id = 'CHN' AND supplier_id = 'CHN' AND recipient_id = 'RUS'
),

found AS (
    SELECT 'reports' AS case_id, row_ref, reported AS day
    FROM said
    WHERE stance = 'denies' AND is_arms
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
    evidence_of(row_ref) AS evidence
FROM named
LEFT JOIN found ON found.case_id = named.case_id
GROUP BY named.case_id
UNION ALL
SELECT
    support_report_id, CASE stance WHEN 'admits' THEN 'counter' ELSE 'context' END,
    CASE stance WHEN 'admits' THEN 'admission of arms' ELSE 'denial of other aid' END, item || ', ' || reported,
    CASE stance WHEN 'admits' THEN TRUE END, [row_ref]
FROM said
WHERE stance = 'denies' AND NOT is_arms OR stance = 'admits' AND is_arms
