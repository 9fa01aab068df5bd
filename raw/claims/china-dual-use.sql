-- Asserted: the three named goods came from China to Russia, whoever sold them: engines of drones and light drones
-- (rows stated by id), and radios (any row of the category communications), graded probable or better (credibility 2
-- at most). A missing row is unknown: the search was partial and did not find radios. China's denials are counted in
-- what was observed. Counter: other goods from China, as probable, that are neither vehicles nor named.
WITH limits AS (SELECT 2 AS probable),

denied AS (
    SELECT support_id, count(*) AS n
    FROM support_reports
    WHERE actor_id = 'CHN' AND stance = 'denies'
    GROUP BY support_id
),

aid AS (
    SELECT
        support.support_id, credibility, 'support|' || support.support_id AS row_ref,
        CASE WHEN support.support_id = 'chn-rus-drone-engines' THEN 'drone-engines'
            WHEN support.support_id = 'chn-rus-light-drones' THEN 'light-drones'
            WHEN category = 'communications' THEN 'radios' END AS kind,
        item || ': provider ' || provider_kind || ', credibility ' || credibility || ', denials by China: '
        || coalesce(denied.n, 0) AS observed
    FROM support
    LEFT JOIN denied ON denied.support_id = support.support_id
    WHERE supplier_id = 'CHN' AND recipient_id = 'RUS' AND category <> 'vehicles_unarmed'
),

named AS (
    SELECT unnest(['drone-engines', 'light-drones', 'radios']) AS kind
)

SELECT
    named.kind AS case_id, 'asserted' AS role, 'from China' AS expected,
    coalesce(min(aid.observed), 'no row that day, search partial') AS observed,
    CASE WHEN min(aid.credibility) <= max(limits.probable) THEN TRUE END AS holds,
    coalesce(list(aid.row_ref ORDER BY aid.row_ref) FILTER (WHERE aid.row_ref IS NOT NULL), []) AS evidence
FROM named
CROSS JOIN limits
LEFT JOIN aid ON aid.kind = named.kind
GROUP BY named.kind
UNION ALL
SELECT support_id, 'counter', 'not named', observed, TRUE, [row_ref]
FROM aid
JOIN limits ON aid.credibility <= limits.probable
WHERE kind IS NULL
