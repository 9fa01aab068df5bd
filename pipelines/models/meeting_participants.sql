-- One row per person and meeting.
SELECT
    typed.meeting_id, typed.person_id, typed.actor_id, typed.participation,
    typed.source_id, typed.credibility, typed.second_source_id,
    coalesce(typed.known_since, meetings.known_since) AS known_since, typed.note, typed._line
FROM raw.meeting_participants AS typed
LEFT JOIN meetings ON meetings.meeting_id = typed.meeting_id
