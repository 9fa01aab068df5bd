-- Asserted: the four actors through which Western states speak in these tables (United States, European Union, NATO,
-- Group of Seven): since the invasion each addressed China, in a statement, on its stance towards Russia (target
-- China, counterpart Russia, direction away from Russia). The search was partial, so an actor without a row is
-- unknown. Whether a call asked for a condemnation in so many words is not coded. Counter: none was looked for apart.
-- Context: reactions of the four to the paper of February 2023.
WITH named AS (
    SELECT unnest(['USA', 'eu', 'nato', 'g7']) AS actor_id
),

said AS (
    SELECT
        actor_id, act = 'reaction' AS is_reaction, min(occurred) AS first_day, count(*) AS statements,
        list('positions|' || position_id ORDER BY position_id) AS evidence
    FROM positions
    WHERE target_id = 'CHN' AND counterpart_id = 'RUS' AND occurred_earliest >= DATE '2022-02-24'
        AND (act = 'reaction' OR act IN ('statement', 'joint_statement', 'condemnation') AND direction < 0)
    GROUP BY actor_id, act = 'reaction'
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
