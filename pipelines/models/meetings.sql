-- One row per summit, bilateral meeting, negotiation round or exercise.
SELECT
    typed.meeting_id, typed.name, typed.meeting_type, typed.mode, typed.organisation_id,
    known.state_id AS host_state_id, typed.city,
    typed.began, edtf_earliest(typed.began) AS began_earliest, edtf_latest(typed.began) AS began_latest,
    typed.ended, edtf_earliest(typed.ended) AS ended_earliest, edtf_latest(typed.ended) AS ended_latest,
    typed.source_id, typed.credibility, typed.second_source_id, coalesce(typed.known_since, edtf_latest(typed.began)) AS known_since, typed.note, typed._line
FROM raw.meetings AS typed
LEFT JOIN (SELECT DISTINCT name, state_id FROM state_names) AS known ON known.name = typed.host
