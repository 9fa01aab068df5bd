-- Members of an organisation on a day. certain: not contested, begun by then at the latest, and still open or not ended
-- before the day after at the earliest; possible: contested, dated vaguely, or of unknown end.
CREATE MACRO members_on(organisation, on_day) AS TABLE
    SELECT
        memberships.state_id, states.name, memberships.membership_id, memberships.began, memberships.ended,
        CASE
            WHEN memberships.contested_by IS NULL
                AND memberships.began_latest <= CAST(on_day AS DATE)
                AND (memberships.is_open OR memberships.ended_earliest > CAST(on_day AS DATE))
            THEN 'certain'
            ELSE 'possible'
        END AS certainty
    FROM memberships
    JOIN states ON states.state_id = memberships.state_id
    WHERE memberships.organisation_id = lower(organisation)
        AND memberships.status = 'member'
        AND (memberships.began_earliest IS NULL OR memberships.began_earliest <= CAST(on_day AS DATE))
        AND (memberships.ended_latest IS NULL OR memberships.ended_latest > CAST(on_day AS DATE))
    ORDER BY certainty, memberships.state_id
