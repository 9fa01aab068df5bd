-- Asserted: Ukraine and the three voices of the West that were searched for (United States, European Union, NATO)
-- each answered the paper in public in the month after it, and none of their coded acts on it is an endorsement:
-- answered without taking it up is what cautious can mean here. An actor without a row is unknown. The tone is not
-- coded, so the counter cases are a stated list, read from the summaries: answers that go beyond caution and reject
-- or distrust. Context: answers of others.
WITH named AS (
    SELECT unnest(['UKR', 'USA', 'eu', 'nato']) AS actor_id
),

answers AS (
    SELECT
        position_id, actor_id, act, summary,
        position_id IN ('ukr-podolyak-on-paper-2023-02', 'eu-von-der-leyen-on-paper-2023-02',
            'nato-stoltenberg-on-paper-2023-02') AS is_harder
    FROM positions
    WHERE target_id = 'CHN' AND topic = 'peace_process' AND act IN ('reaction', 'endorsement')
        AND occurred_latest BETWEEN DATE '2023-02-24' AND DATE '2023-03-24'
)

SELECT
    named.actor_id AS case_id, 'asserted' AS role, 'answered, did not endorse' AS expected,
    'answers: ' || count(position_id) || ', endorsements: ' || count(CASE WHEN act = 'endorsement' THEN 1 END)
    AS observed,
    CASE WHEN count(position_id) > 0 THEN count(CASE WHEN act = 'endorsement' THEN 1 END) = 0 END AS holds,
    coalesce(list('positions|' || position_id ORDER BY position_id) FILTER (WHERE position_id IS NOT NULL), [])
    AS evidence
FROM named
LEFT JOIN answers ON answers.actor_id = named.actor_id
GROUP BY named.actor_id
UNION ALL
SELECT
    position_id, CASE WHEN is_harder THEN 'counter' ELSE 'context' END,
    CASE WHEN is_harder THEN 'more than caution' ELSE 'how it was answered' END, summary,
    CASE WHEN is_harder THEN TRUE END, ['positions|' || position_id]
FROM answers
