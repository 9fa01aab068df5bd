-- A person at a meeting holds an office of the actor represented on its first day.
SELECT
    'meeting_participants' AS table_name, part.meeting_id || '|' || part.person_id AS row_id, 'actor_id' AS field,
    'had no office of ' || part.actor_id || ' on ' || meeting.began || ' as far as table offices goes' AS reason
FROM meeting_participants AS part
JOIN meetings AS meeting ON meeting.meeting_id = part.meeting_id
WHERE NOT EXISTS (
    SELECT 1
    FROM offices AS office
    WHERE office.person_id = part.person_id
        AND office.actor_id = part.actor_id
        AND coalesce(office.began_earliest <= coalesce(meeting.ended_latest, meeting.began_latest), TRUE)
        AND coalesce(office.ended_latest >= meeting.began_earliest, TRUE)
)
