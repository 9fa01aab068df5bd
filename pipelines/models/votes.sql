-- One row per text and member; a vote is sourced through its resolution.
SELECT typed.resolution_id, known.state_id, typed.vote, typed._line
FROM raw.votes AS typed
LEFT JOIN (SELECT DISTINCT name, state_id FROM state_names) AS known ON known.name = typed.state
