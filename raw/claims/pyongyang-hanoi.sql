-- What could be imagined is not coded. Asserted: no held visit of the President of Russia to the state in the ten
-- years to 2021, the last full year before the statement's "two years ago"; absence rests on a complete search of both
-- states. Counter: his held visits before those ten years, as head of state or government. Context: his visits since.
WITH limits AS (
    SELECT DATE '2012-01-01' AS first_day, DATE '2021-12-31' AS last_day
),

named AS (
    SELECT unnest(['PRK', 'VNM']) AS state_id
),

made AS (
    SELECT
        visit_id, host_state_id AS state_id, began,
        CASE
            WHEN began_latest < first_day THEN 'before'
            WHEN began_earliest > last_day THEN 'since'
            ELSE 'within'
        END AS era
    FROM visits
    CROSS JOIN limits
    WHERE person_id = 'putin' AND outcome = 'held'
),

searched AS (
    SELECT coverage_id
    FROM coverage
    CROSS JOIN limits
    WHERE coverage_id = 'visits-putin-prk-vnm-earlier' AND result = 'complete'
        AND coverage.began <= first_day AND coverage.ended >= last_day
)

SELECT
    named.state_id AS case_id, 'asserted' AS role, 'no visit from 2012 to 2021' AS expected,
    CASE
        WHEN count(made.visit_id) = 0 THEN 'none found'
        ELSE count(made.visit_id) || ' held, last on ' || max(made.began)
    END AS observed,
    CASE WHEN count(made.visit_id) > 0 THEN FALSE WHEN max(searched.coverage_id) IS NOT NULL THEN TRUE END AS holds,
    CASE
        WHEN count(made.visit_id) > 0 THEN list('visits|' || made.visit_id ORDER BY made.visit_id)
        ELSE list('coverage|' || searched.coverage_id ORDER BY searched.coverage_id)
    END AS evidence
FROM named
LEFT JOIN made ON made.state_id = named.state_id AND made.era = 'within'
LEFT JOIN searched ON TRUE
GROUP BY named.state_id
UNION ALL
SELECT
    made.state_id || ' ' || made.began, CASE made.era WHEN 'before' THEN 'counter' ELSE 'context' END,
    CASE made.era WHEN 'before' THEN 'an earlier visit' ELSE 'a visit since' END,
    'held from ' || made.began, TRUE, ['visits|' || made.visit_id]
FROM made
JOIN named ON named.state_id = made.state_id
WHERE made.era <> 'within'
