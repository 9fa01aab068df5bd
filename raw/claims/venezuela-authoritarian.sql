-- Asserted: Russia took the side of Nicolás Maduro by name in three ways: recognition of an election, an invitation or
-- proposal, and, in the twelve months to the day, any act for him; and the rule is authoritarian: an autocracy, closed
-- or electoral, by the newest edition of V-Dem's Regimes of the World known on the day. No such row means NULL:
-- positions are a sample. Counter: support of Russia for another holder of his office. Context: his office as it stood
-- on the day.
WITH backing AS (
    SELECT position_id, occurred, occurred_earliest, act
    FROM positions
    WHERE actor_id = 'RUS' AND 'VEN' IN (target_id, counterpart_id) AND lower(summary) LIKE '%maduro%'
        AND act IN ('recognition', 'endorsement', 'proposal', 'condemnation', 'joint_statement')
),

ways AS (
    SELECT 'recognised' AS way, position_id, occurred FROM backing WHERE act = 'recognition'
    UNION ALL
    SELECT 'invited or proposed', position_id, occurred FROM backing WHERE act = 'proposal'
    UNION ALL
    SELECT 'in the last twelve months', position_id, occurred
    FROM backing
    WHERE occurred_earliest > CAST($as_of AS DATE) - INTERVAL 12 MONTH
),

named AS (
    SELECT unnest(['recognised', 'invited or proposed', 'in the last twelve months']) AS way
)

SELECT
    named.way AS case_id, 'asserted' AS role, 'Russia took his side' AS expected,
    coalesce('acts: ' || count(ways.position_id) || ', last on ' || max(ways.occurred), 'no act typed') AS observed,
    CASE WHEN count(ways.position_id) > 0 THEN TRUE END AS holds,
    evidence_of('positions|' || ways.position_id) AS evidence
FROM named
LEFT JOIN ways ON ways.way = named.way
GROUP BY named.way
UNION ALL
SELECT
    'authoritarian', 'asserted', 'autocracy', coalesce(max(regime || ' in ' || year), 'no edition known'),
    bool_or(regime IN ('closed_autocracy', 'electoral_autocracy')), evidence_of(row_key)
FROM latest_regimes()
WHERE state_id = 'VEN'
UNION ALL
SELECT position_id, 'counter', 'support for another', summary, TRUE, ['positions|' || position_id]
FROM positions
WHERE actor_id = 'RUS' AND target_id = 'VEN' AND act IN ('recognition', 'endorsement')
    AND lower(summary) LIKE '%president of venezuela%' AND lower(summary) NOT LIKE '%maduro%'
UNION ALL
SELECT
    office_id, 'context', 'in office', CASE WHEN is_open THEN 'in office' ELSE 'until ' || ended END, is_open,
    ['offices|' || office_id]
FROM offices
WHERE person_id = 'maduro'
