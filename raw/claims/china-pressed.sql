-- Asserted: the four actors through which Western states speak in these tables (United States, European Union, NATO,
-- Group of Seven), and any member of the European Union or NATO with such a row: since the invasion each addressed
-- China, in a statement or proposal, on its stance towards Russia (target China, counterpart Russia, direction away
-- from Russia). The search was partial, so an actor without a row is unknown. Whether a call asked for a condemnation
-- in so many words is not coded. Counter: none was looked for apart. Context: their reactions to the paper of February
-- 2023.
WITH said AS (
    SELECT
        actor_id, act = 'reaction' AS is_reaction, min(occurred) AS first_day, count(*) AS statements,
        list('positions|' || position_id ORDER BY position_id) AS evidence
    FROM positions
    WHERE target_id = 'CHN' AND counterpart_id = 'RUS' AND occurred_earliest >= DATE '2022-02-24'
        AND (act = 'reaction' OR act IN ('statement', 'joint_statement', 'proposal', 'condemnation') AND direction < 0)
    GROUP BY actor_id, act = 'reaction'
),

named AS (
    SELECT unnest(['USA', 'eu', 'nato', 'g7']) AS actor_id
    UNION
    SELECT actor_id
    FROM said
    WHERE NOT is_reaction AND actor_id IN (
        SELECT state_id FROM members_on('eu', $as_of) UNION SELECT state_id FROM members_on('nato', $as_of)
    )
)

SELECT
    named.actor_id AS case_id, 'asserted' AS role, 'called on China over Russia' AS expected,
    coalesce(said.statements || ' coded, first ' || said.first_day, 'none coded, search partial') AS observed,
    CASE WHEN said.actor_id IS NOT NULL THEN TRUE END AS holds, coalesce(said.evidence, []) AS evidence
FROM named
LEFT JOIN said ON said.actor_id = named.actor_id AND NOT said.is_reaction
UNION ALL
SELECT
    said.actor_id || '-paper', 'context', 'reaction to the paper',
    said.statements || ' coded, first ' || said.first_day, NULL, said.evidence
FROM said
JOIN named ON named.actor_id = said.actor_id
WHERE said.is_reaction
