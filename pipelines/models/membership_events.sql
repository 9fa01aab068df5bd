-- One row per dated step of a state towards, in, or out of an organisation.
SELECT
    typed.membership_event_id, typed.organisation_id, known.state_id, typed.event,
    typed.occurred, edtf_earliest(typed.occurred) AS occurred_earliest, edtf_latest(typed.occurred) AS occurred_latest,
    typed.by_actor_id,
    typed.source_id, typed.credibility, typed.second_source_id, coalesce(typed.known_since, edtf_latest(typed.occurred)) AS known_since, typed.note, typed._line
FROM raw.membership_events AS typed
LEFT JOIN (SELECT DISTINCT name, state_id FROM state_names) AS known ON known.name = typed.state
