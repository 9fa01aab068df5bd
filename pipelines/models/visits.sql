-- One row per stay of a leader in one host state, held, or announced and not made; both days belong to the visit.
SELECT
    typed.visit_id, typed.person_id, known.state_id AS host_state_id, typed.city, typed.territory,
    typed.began, edtf_earliest(typed.began) AS began_earliest, edtf_latest(typed.began) AS began_latest,
    typed.ended, edtf_earliest(typed.ended) AS ended_earliest, edtf_latest(typed.ended) AS ended_latest,
    typed.visit_type, typed.outcome, typed.occasion, typed.is_stopover,
    typed.source_id, typed.credibility, typed.second_source_id, coalesce(typed.known_since, edtf_latest(typed.began)) AS known_since, typed.note, typed._line
FROM raw.visits AS typed
LEFT JOIN (SELECT DISTINCT name, state_id FROM state_names) AS known ON known.name = typed.host
