-- Asserted: for each named kind of vehicle (by words of the item) Ukraine asserts one from China on the Russian side,
-- possibly true or better. Where a vehicle was used is not a column: what the forces facing them report stands for use
-- at the front, what Russia shows or admits does not. A kind without such a report is unknown, as the search was
-- partial. Counter: motorcycles, trucks or off-road vehicles from China with the forces of Ukraine, which the
-- statement leaves out. Context: other reports on vehicles from China.
WITH limits AS (SELECT 3 AS possibly_true),

reports AS (
    SELECT
        support_report_id, recipient_id, actor_id || ' ' || stance || ', ' || reported || ': ' || item AS observed,
        'support_reports|' || support_report_id AS row_ref,
        recipient_id = 'RUS' AND actor_id = 'UKR' AND stance = 'asserts'
        AND support_reports.credibility <= possibly_true AS is_use,
        CASE
            WHEN lower(item) LIKE '%motorcycle%' THEN 'motorcycles'
            WHEN lower(item) LIKE '%truck%' THEN 'trucks'
            WHEN lower(item) LIKE '%terrain%' THEN 'off-road'
        END AS kind
    FROM support_reports
    CROSS JOIN limits
    JOIN support ON support.support_id = support_reports.support_id
    WHERE supplier_id = 'CHN' AND category = 'vehicles_unarmed' AND stance IN ('asserts', 'admits')
),

named AS (
    SELECT unnest(['trucks', 'off-road', 'motorcycles']) AS kind
)

SELECT
    named.kind AS case_id, 'asserted' AS role, 'met by the forces of Ukraine' AS expected,
    coalesce(string_agg(observed, '; ' ORDER BY support_report_id), 'no such report, search partial') AS observed,
    CASE WHEN count(row_ref) > 0 THEN TRUE END AS holds,
    evidence_of(row_ref) AS evidence
FROM named
LEFT JOIN reports ON reports.kind = named.kind AND is_use
GROUP BY named.kind
UNION ALL
SELECT
    support_report_id, CASE recipient_id WHEN 'UKR' THEN 'counter' ELSE 'context' END,
    CASE recipient_id WHEN 'UKR' THEN 'on the other side too' ELSE 'other report' END, observed,
    CASE recipient_id WHEN 'UKR' THEN TRUE END, [row_ref]
FROM reports
WHERE NOT is_use OR kind IS NULL
