-- An act is not known before it happens.
WITH acts AS (
    SELECT 'visits' AS table_name, visit_id AS row_id, known_since, began_earliest AS first_day FROM visits
    UNION ALL
    SELECT 'positions', position_id, known_since, occurred_earliest FROM positions
    UNION ALL
    SELECT 'membership_events', membership_event_id, known_since, occurred_earliest FROM membership_events
    UNION ALL
    SELECT 'arms_events', arms_event_id, known_since, occurred_earliest FROM arms_events
    UNION ALL
    SELECT 'support_reports', support_report_id, known_since, reported_earliest FROM support_reports
)

SELECT table_name, row_id, 'known_since' AS field, 'is before the act itself, ' || first_day AS reason
FROM acts
WHERE known_since < first_day
