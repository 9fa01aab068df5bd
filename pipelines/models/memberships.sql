-- One row per spell of a state in an organisation with one status; the end day is not in the spell.
SELECT
    typed.membership_id, typed.organisation_id, known.state_id, typed.status,
    typed.began, edtf_earliest(typed.began) AS began_earliest, edtf_latest(typed.began) AS began_latest,
    typed.ended, edtf_earliest(typed.ended) AS ended_earliest, edtf_latest(typed.ended) AS ended_latest,
    coalesce(typed.ended = '..', FALSE) AS is_open, typed.contested_by,
    typed.source_id, typed.credibility, typed.second_source_id, coalesce(typed.known_since, edtf_latest(typed.began)) AS known_since, typed.note, typed._line
FROM raw.memberships AS typed
LEFT JOIN (SELECT DISTINCT name, state_id FROM state_names) AS known ON known.name = typed.state
