-- "Did not recognise": took no measure of its own against Russia. Asserted, for each of the six hosts named, at two
-- times: in the first week of the invasion, when others took theirs, and on the first day of his visit in the year of
-- the statement. TRUE where a search that found none reaches the time, or the state had put its name to a text that
-- rejects such measures; NULL else. Counter: words or decisions in line with the sanctions by any host of that year,
-- named or left out.
WITH limits AS (
    SELECT DATE '2022-03-03' AS first_week
),

hosts AS (
    SELECT host_state_id AS state_id, min(began_latest) AS visit_day
    FROM visits
    WHERE person_id = 'putin' AND outcome = 'held' AND territory IS NULL
        AND year(began_earliest) = year(CAST($made_on AS DATE))
    GROUP BY host_state_id
),

named AS (
    SELECT state_id, moment, CASE moment WHEN 'visit' THEN visit_day ELSE first_week END AS on_day
    FROM hosts
    CROSS JOIN limits
    CROSS JOIN (SELECT unnest(['first week', 'visit']) AS moment) AS moments
    WHERE state_id IN ('CHN', 'UZB', 'VNM', 'TKM', 'BLR', 'PRK')
),

facts AS (
    SELECT sender_id AS state_id, began_earliest AS from_day, ended_earliest AS to_day, 'took a measure' AS told,
        'sanctions|' || sanction_id AS row_name
    FROM sanctions
    WHERE target_id = 'RUS'
    UNION ALL
    SELECT parties.actor_id, documents.issued_latest, NULL, 'had rejected such measures in a text',
        'provisions|' || documents.document_id || '|end_unilateral_sanctions'
    FROM documents
    JOIN document_parties AS parties ON parties.document_id = documents.document_id AND parties.role <> 'addressee'
    JOIN provisions ON provisions.document_id = documents.document_id
    WHERE provisions.provision = 'end_unilateral_sanctions' AND provisions.treatment IN ('included', 'partly')
    UNION ALL
    SELECT actor_id, began, ended, 'none found to ' || ended, 'coverage|' || coverage_id
    FROM coverage
    WHERE table_name = 'sanctions' AND counterpart_id = 'RUS' AND result = 'searched_none_found'
)

SELECT
    named.state_id || ' ' || named.moment AS case_id, 'asserted' AS role, 'no measure by ' || named.on_day AS expected,
    coalesce(array_to_string(list(DISTINCT facts.told ORDER BY facts.told), '; '), 'not searched so far') AS observed,
    CASE
        WHEN count(*) FILTER (WHERE facts.told = 'took a measure') > 0 THEN FALSE
        WHEN count(facts.told) > 0 THEN TRUE
    END AS holds,
    evidence_of(facts.row_name) AS evidence
FROM named
LEFT JOIN facts
    ON facts.state_id = named.state_id AND facts.from_day <= named.on_day
    AND (facts.to_day IS NULL OR facts.to_day >= named.on_day)
GROUP BY named.state_id, named.moment, named.on_day
UNION ALL
SELECT position_id, 'counter', 'keeps to the sanctions in words', summary, TRUE, ['positions|' || position_id]
FROM positions
JOIN hosts ON hosts.state_id = positions.actor_id
WHERE topic = 'sanctions' AND target_id = 'RUS' AND direction < 0
