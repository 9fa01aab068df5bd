-- Where a person's visits are covered completely, a meeting abroad in person lies within a held visit to the host.
SELECT
    'meeting_participants' AS table_name, part.meeting_id || '|' || part.person_id AS row_id, 'meeting_id' AS field,
    'is held in ' || meeting.host_state_id || ' on ' || meeting.began || ', but no visit of ' || part.person_id
    || ' there is typed' AS reason
FROM meeting_participants AS part
JOIN meetings AS meeting ON meeting.meeting_id = part.meeting_id
JOIN coverage AS covered
    ON covered.table_name = 'visits'
    AND covered.result = 'complete'
    AND covered.person_id = part.person_id
    AND covered.began <= meeting.began_earliest
    AND covered.ended >= coalesce(meeting.ended_latest, meeting.began_latest)
WHERE part.participation = 'in_person'
    AND meeting.host_state_id <> part.actor_id
    AND NOT EXISTS (
        SELECT 1
        FROM visits AS visit
        WHERE visit.person_id = part.person_id
            AND visit.host_state_id = meeting.host_state_id
            AND visit.outcome = 'held'
            AND visit.began_earliest <= coalesce(meeting.ended_latest, meeting.began_latest)
            AND coalesce(visit.ended_latest, visit.began_latest) >= meeting.began_earliest
    )
