-- A step of membership fits the spells: joining begins one, leaving ends one, other steps fall into one or follow an
-- application; held only where the organisation's spells were searched for.
SELECT
    'membership_events' AS table_name, step.membership_event_id AS row_id, 'occurred' AS field,
    'fits no spell of ' || step.state_id || ' in ' || step.organisation_id || ' (' || step.event || ')' AS reason
FROM membership_events AS step
WHERE step.event IN ('joined', 'exit_effective', 'expelled', 'froze', 'suspended', 'restored', 'notified_exit')
    AND NOT EXISTS (
        SELECT 1
        FROM memberships AS spell
        WHERE spell.organisation_id = step.organisation_id
            AND spell.state_id = step.state_id
            AND CASE
                WHEN step.event = 'joined' THEN coalesce(
                    spell.began_earliest <= step.occurred_latest AND spell.began_latest >= step.occurred_earliest, TRUE
                )
                WHEN step.event IN ('exit_effective', 'expelled') THEN NOT spell.is_open AND coalesce(
                    spell.ended_earliest <= step.occurred_latest + 1 AND spell.ended_latest >= step.occurred_earliest, TRUE
                )
                ELSE coalesce(spell.began_earliest <= step.occurred_latest, TRUE)
                    AND coalesce(spell.ended_latest >= step.occurred_earliest, TRUE)
            END
    )
    AND EXISTS (
        SELECT 1 FROM coverage AS covered
        WHERE covered.table_name = 'memberships' AND covered.actor_id = step.organisation_id
    )
    AND NOT EXISTS (
        SELECT 1
        FROM membership_events AS application
        WHERE step.event IN ('froze', 'suspended', 'restored')
            AND application.event = 'applied'
            AND application.organisation_id = step.organisation_id
            AND application.state_id = step.state_id
            AND application.occurred_earliest <= step.occurred_latest
    )
