-- What sanctions did to the economies is not coded. Asserted, for each of IRN and PRK: measures of any sender are in
-- force on the day; and global ones are, that is, measures that the Security Council (sender un) laid on all members.
-- FALSE where every spell of the United Nations typed had ended. Context: the other senders in force. Counter: none to
-- seek in the tables.
WITH named AS (
    SELECT unnest(['IRN', 'PRK']) AS state_id
),

scopes AS (
    SELECT unnest(['any', 'global']) AS scope
),

measures AS (
    SELECT sanction_id, sender_id, target_id, ended, is_open AS in_force
    FROM sanctions
)

SELECT
    named.state_id || ' ' || scopes.scope AS case_id, 'asserted' AS role,
    CASE scopes.scope WHEN 'any' THEN 'measures in force' ELSE 'in force for all members' END AS expected,
    CASE
        WHEN count(*) FILTER (WHERE measures.in_force) > 0
        THEN 'rows in force: ' || count(*) FILTER (WHERE measures.in_force)
        ELSE coalesce('ended on ' || max(measures.ended), 'no row')
    END AS observed,
    CASE
        WHEN count(*) FILTER (WHERE measures.in_force) > 0 THEN TRUE
        WHEN scopes.scope = 'global' AND count(measures.sanction_id) > 0 THEN FALSE
    END AS holds,
    coalesce(
        list('sanctions|' || measures.sanction_id ORDER BY measures.sanction_id) FILTER (WHERE measures.in_force),
        list('sanctions|' || measures.sanction_id ORDER BY measures.sanction_id) FILTER (WHERE NOT measures.in_force),
        []
    ) AS evidence
FROM named
CROSS JOIN scopes
LEFT JOIN measures ON measures.target_id = named.state_id AND (scopes.scope = 'any' OR measures.sender_id = 'un')
GROUP BY named.state_id, scopes.scope
UNION ALL
SELECT
    target_id || ' ' || sender_id, 'context', 'measures of this sender', 'rows in force: ' || count(*), TRUE,
    list('sanctions|' || sanction_id ORDER BY sanction_id)
FROM measures
JOIN named ON named.state_id = measures.target_id
WHERE in_force AND sender_id <> 'un'
GROUP BY target_id, sender_id
