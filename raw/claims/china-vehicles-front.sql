-- Asserted: for each named kind of vehicle a report says that the Russian army used it in fighting. Where a vehicle
-- was used is not a column: the one report whose page speaks of use in an attack is stated here by its id. A kind
-- without such a report is unknown, as the search was partial. Counter: none. Context: other reports on these
-- vehicles.
WITH named AS (
    SELECT 'trucks' AS kind, 'chn-rus-trucks' AS support_id
    UNION ALL SELECT 'off-road', 'chn-rus-atv'
    UNION ALL SELECT 'motorcycles', 'chn-rus-motorcycles'
),

reports AS (
    SELECT
        support_report_id, support_id, actor_id || ' ' || stance || ', ' || reported AS observed,
        support_report_id = 'chn-rus-atv-ukr-asserts-2024-03' AS is_use
    FROM support_reports
    WHERE stance IN ('asserts', 'admits')
)

SELECT
    named.kind AS case_id, 'asserted' AS role, 'reported in use at the front' AS expected,
    coalesce(reports.observed, 'no report of use in fighting') AS observed,
    CASE WHEN reports.is_use THEN TRUE END AS holds,
    CASE WHEN reports.is_use THEN ['support_reports|' || support_report_id] ELSE [] END AS evidence
FROM named
LEFT JOIN reports ON reports.support_id = named.support_id AND reports.is_use
UNION ALL
SELECT
    support_report_id, 'context', 'other report on vehicles from China', reports.observed, NULL,
    ['support_reports|' || support_report_id]
FROM reports
JOIN support ON support.support_id = reports.support_id
WHERE supplier_id = 'CHN' AND recipient_id = 'RUS' AND category = 'vehicles_unarmed' AND NOT is_use
