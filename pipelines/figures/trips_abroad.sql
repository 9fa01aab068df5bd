-- The Russian president's trips abroad by searched year and host (2022 in two parts), with what the search found; occupied places of
-- Ukraine apart.
WITH periods AS (
    SELECT
        min(began) AS period_began, max(ended) AS period_ended,
        CASE WHEN count(DISTINCT result) = 1 THEN min(result) ELSE 'partial' END AS result
    FROM coverage
    WHERE table_name = 'visits' AND person_id = 'putin' AND topic LIKE 'trips abroad of %'
    GROUP BY year(began), began >= DATE '2022-02-24'
),
stays AS (
    SELECT
        visit_id, began_earliest, host_state_id, name AS host,
        CASE
            WHEN host_state_id = 'UKR' AND territory IS NOT NULL THEN 5
            WHEN EXISTS (
                SELECT 1 FROM memberships AS spell
                WHERE spell.state_id = host_state_id AND organisation_id = 'cis' AND status IN ('member', 'partner')
                    AND spell.began_earliest <= visits.began_earliest
                    AND (spell.is_open OR spell.ended_latest > visits.began_earliest)
            ) THEN 1
            WHEN EXISTS (
                SELECT 1 FROM memberships AS spell
                WHERE spell.state_id = host_state_id AND organisation_id IN ('eu', 'g7') AND status = 'member'
                    AND spell.began_earliest <= visits.began_earliest
                    AND (spell.is_open OR spell.ended_latest > visits.began_earliest)
            ) THEN 4
            WHEN region = 'Asia' THEN 2
            ELSE 3
        END AS host_group
    FROM visits JOIN states ON states.state_id = host_state_id
    WHERE person_id = 'putin' AND outcome = 'held'
),
publishers AS (
    SELECT publisher, count(*) AS cited
    FROM citations JOIN sources USING (source_id)
    WHERE table_name = 'visits' AND row_id IN (SELECT visit_id FROM stays)
    GROUP BY publisher
)
SELECT
    period_began, period_ended, result, host_state_id, host, host_group, count(visit_id) AS stays,
    (SELECT list(publisher ORDER BY cited DESC, publisher) FROM publishers) AS publishers
FROM periods LEFT JOIN stays ON began_earliest BETWEEN period_began AND period_ended
GROUP BY period_began, period_ended, result, host_state_id, host, host_group
ORDER BY period_began, host_group, host
