-- Asserted: on each text on Ukraine since the invasion that the United Nations voted on, China voted as Russia did; an
-- abstention is no support here (the claim that Beijing leans to Moscow reads it otherwise). Texts without a roll
-- call cannot be told. Counter: texts on which China voted yes and Russia no, and acts of China coded as away from
-- Russia. Context: texts on another state, where Russia is not the one at issue; China's acts and words as coded (the
-- search for them was partial, an abstention explained is coded as one towards Russia).
WITH polled AS (
    SELECT
        resolution_id, about_state_id, vote AS china, other_vote AS russia, row_keys AS evidence,
        coalesce('China ' || vote || ', Russia ' || other_vote, 'no roll call typed') AS observed
    FROM votes_beside('CHN', 'RUS', DATE '2022-02-24')
),

said AS (
    SELECT position_id, direction, summary FROM positions
    WHERE actor_id = 'CHN' AND 'RUS' IN (target_id, counterpart_id) AND direction IS NOT NULL
        AND occurred_earliest >= DATE '2022-02-24'
),

words AS (
    SELECT
        count(CASE WHEN direction > 0 THEN 1 END) AS towards, count(CASE WHEN direction = 0 THEN 1 END) AS neither,
        count(CASE WHEN direction < 0 THEN 1 END) AS away,
        list('positions|' || position_id ORDER BY position_id) AS evidence
    FROM said
    HAVING count(*) > 0
)

SELECT
    resolution_id AS case_id, CASE about_state_id WHEN 'UKR' THEN 'asserted' ELSE 'context' END AS role,
    'votes as Russia does' AS expected, observed, china = russia AS holds, evidence
FROM polled
UNION ALL
SELECT
    'words', 'context', 'more acts and words towards Russia than away',
    towards || ' towards, ' || neither || ' neutral, ' || away || ' away', towards > away, evidence
FROM words
UNION ALL
SELECT resolution_id || '-against', 'counter', 'votes against Russia', observed, TRUE, evidence
FROM polled
WHERE china = 'yes' AND russia = 'no'
UNION ALL
SELECT position_id, 'counter', 'act or words away from Russia', summary, TRUE, ['positions|' || position_id]
FROM said
WHERE direction < 0
