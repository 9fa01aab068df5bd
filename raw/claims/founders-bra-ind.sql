-- Asserted: Brazil and India, members since the first leaders' meeting (the founding day of the group in
-- `organisations`). Counter: other states that were members from that day and are not named.
WITH named AS (
    SELECT unnest(['BRA', 'IND']) AS state_id
),

founders AS (
    SELECT membership_id, state_id, began
    FROM memberships
    JOIN organisations ON organisations.organisation_id = memberships.organisation_id
    WHERE memberships.organisation_id = 'brics' AND status = 'member' AND began_earliest = founded_earliest
)

SELECT
    named.state_id AS case_id, 'asserted' AS role, 'member since the founding day' AS expected,
    coalesce('member since ' || began, 'not a member on that day') AS observed, membership_id IS NOT NULL AS holds,
    CASE
        WHEN membership_id IS NULL THEN [] ELSE ['memberships|' || membership_id, 'organisations|brics']
    END AS evidence
FROM named
LEFT JOIN founders ON founders.state_id = named.state_id
UNION ALL
SELECT state_id, 'counter', 'not named', 'member since ' || began, TRUE, ['memberships|' || membership_id]
FROM founders
WHERE state_id NOT IN (SELECT state_id FROM named)
