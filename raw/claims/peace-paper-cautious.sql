-- Asserted: Ukraine, the three voices of the West that were searched for (United States, European Union, NATO) and any
-- member of the European Union or NATO with a coded answer each answered the paper in public in the month after it,
-- and none of their coded acts on it is an endorsement: answered without taking it up is what cautious can mean here.
-- A voice without a row is unknown. The tone is no column, so the counter cases are a stated list, read from the
-- summaries: answers harder than caution (they reject or distrust) or warmer. Context: the other answers.
WITH limits AS (SELECT DATE '2023-02-24' AS first_day, DATE '2023-03-24' AS last_day),

answers AS (
    SELECT
        position_id, actor_id, act, summary, 'positions|' || position_id AS row_ref,
        CASE
            WHEN position_id IN ('ukr-podolyak-on-paper-2023-02', 'eu-von-der-leyen-on-paper-2023-02',
                'nato-stoltenberg-on-paper-2023-02') THEN 'harder than caution'
            WHEN position_id = 'fra-macron-on-paper-2023-02' THEN 'warmer than caution'
        END AS tone
    FROM positions
    CROSS JOIN limits
    WHERE target_id = 'CHN' AND topic = 'peace_process' AND act IN ('reaction', 'endorsement')
        AND occurred_latest BETWEEN first_day AND last_day
),

named AS (
    SELECT unnest(['UKR', 'USA', 'eu', 'nato']) AS actor_id
    UNION
    SELECT actor_id
    FROM answers
    CROSS JOIN limits
    WHERE actor_id IN (
        SELECT state_id FROM members_on('eu', first_day) UNION SELECT state_id FROM members_on('nato', first_day)
    )
)

SELECT
    named.actor_id AS case_id, 'asserted' AS role, 'answered, did not endorse' AS expected,
    'answers: ' || count(row_ref) || ', endorsements: ' || count(*) FILTER (WHERE act = 'endorsement') AS observed,
    CASE WHEN count(row_ref) > 0 THEN NOT bool_or(act = 'endorsement') END AS holds,
    evidence_of(row_ref) AS evidence
FROM named
LEFT JOIN answers ON answers.actor_id = named.actor_id
GROUP BY named.actor_id
UNION ALL
SELECT
    position_id, CASE WHEN tone IS NULL THEN 'context' ELSE 'counter' END,
    coalesce(tone, 'how it was answered'), summary, CASE WHEN tone IS NOT NULL THEN TRUE END, [row_ref]
FROM answers
