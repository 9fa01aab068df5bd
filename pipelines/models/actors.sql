-- One row per state or organisation that can act.
SELECT state_id AS actor_id, 'state' AS actor_kind, name FROM states
UNION ALL
SELECT organisation_id, 'organisation', name FROM organisations
