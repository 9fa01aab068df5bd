-- Asserted: the six named hosts. Counter: other hosts of a held visit in 2024, occupied territory apart.
WITH named AS (
    SELECT unnest(['CHN', 'UZB', 'VNM', 'TKM', 'BLR', 'PRK']) AS state_id
),

made AS (
    SELECT host_state_id AS state_id, min(began) AS began, list('visits|' || visit_id ORDER BY visit_id) AS evidence
    FROM visits
    WHERE person_id = 'putin' AND outcome = 'held' AND territory IS NULL
        AND began_earliest BETWEEN DATE '2024-01-01' AND DATE '2024-12-31'
    GROUP BY host_state_id
)

SELECT
    named.state_id AS case_id, 'asserted' AS role, 'visited in 2024' AS expected,
    coalesce('visited on ' || made.began, 'no held visit typed') AS observed,
    made.state_id IS NOT NULL AS holds, coalesce(made.evidence, []) AS evidence
FROM named
LEFT JOIN made ON made.state_id = named.state_id
UNION ALL
SELECT made.state_id, 'counter', 'not named', 'visited on ' || made.began, TRUE, made.evidence
FROM made
WHERE made.state_id NOT IN (SELECT state_id FROM named)
