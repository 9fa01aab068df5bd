-- A row lies inside its table's coverage: somebody searched for its actor or person in its time.
WITH dated AS (
    SELECT
        'visits' AS table_name, visit_id AS row_id, 'began' AS field,
        CAST(NULL AS VARCHAR) AS actor_id, person_id, began_earliest AS first_day, began_latest AS last_day
    FROM visits
    UNION ALL
    SELECT 'memberships', membership_id, 'began', organisation_id, NULL, began_earliest, began_latest
    FROM memberships
    UNION ALL
    SELECT 'membership_events', membership_event_id, 'occurred', organisation_id, NULL, occurred_earliest, occurred_latest
    FROM membership_events
    UNION ALL
    SELECT 'resolutions', resolution_id, 'adopted', 'un', NULL, adopted, adopted
    FROM resolutions
    UNION ALL
    SELECT
        'trade_flows', trade_flow_id, 'period', reporter_id, NULL,
        edtf_earliest(period), edtf_latest(period)
    FROM trade_flows
),

attended AS (
    SELECT meeting.meeting_id, part.actor_id
    FROM meetings AS meeting
    LEFT JOIN meeting_participants AS part ON part.meeting_id = meeting.meeting_id
    UNION
    SELECT meeting_id, organisation_id FROM meetings WHERE organisation_id IS NOT NULL
),

covered_meetings AS (
    SELECT meeting.meeting_id
    FROM meetings AS meeting
    JOIN attended ON attended.meeting_id = meeting.meeting_id
    JOIN coverage AS covered
        ON covered.table_name = 'meetings'
        AND covered.result IN ('complete', 'partial')
        AND coalesce(covered.actor_id = attended.actor_id, TRUE)
        AND meeting.began_earliest <= covered.ended
        AND meeting.began_latest >= covered.began
)

SELECT dated.table_name, dated.row_id, dated.field, 'lies in no span of coverage that is complete or partial: say there what was searched' AS reason
FROM dated
WHERE NOT EXISTS (
    SELECT 1
    FROM coverage AS covered
    WHERE covered.table_name = dated.table_name
        AND covered.result IN ('complete', 'partial')
        AND (covered.actor_id IS NULL OR dated.actor_id IS NULL OR covered.actor_id = dated.actor_id)
        AND (covered.person_id IS NULL OR covered.person_id = dated.person_id)
        AND coalesce(dated.first_day <= covered.ended AND dated.last_day >= covered.began, TRUE)
)
UNION ALL
SELECT 'meetings', meeting.meeting_id, 'began', 'lies in no span of coverage that is complete or partial: say there what was searched'
FROM meetings AS meeting
WHERE NOT EXISTS (SELECT 1 FROM covered_meetings AS held WHERE held.meeting_id = meeting.meeting_id)
