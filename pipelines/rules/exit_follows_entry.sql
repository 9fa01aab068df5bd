-- Leaving an organisation follows a spell in it.
SELECT
    'membership_events' AS table_name, step.membership_event_id AS row_id, 'event' AS field,
    'leaves, but no earlier spell of ' || step.state_id || ' in ' || step.organisation_id || ' is typed' AS reason
FROM membership_events AS step
WHERE step.event IN ('exit_effective', 'expelled')
    AND NOT EXISTS (
        SELECT 1
        FROM memberships AS spell
        WHERE spell.organisation_id = step.organisation_id
            AND spell.state_id = step.state_id
            AND coalesce(spell.began_earliest <= step.occurred_latest, TRUE)
    )
