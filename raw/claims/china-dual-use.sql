-- Asserted: the three named goods came from China to Russia, whoever sold them, by a row graded probable or better
-- (credibility 2 at most): engines of drones (engines and parts, by words of the item), light drones (any drones but
-- attack drones, by words of the item) and radios (category communications). A missing row is unknown: the search was
-- partial. China's denials are counted in what was observed. Counter: other goods from China, as probable, that are
-- neither vehicles nor named.
WITH limits AS (SELECT 2 AS probable),

denied AS (
    SELECT support_id, count(*) AS n
    FROM support_reports
    WHERE actor_id = 'CHN' AND stance = 'denies'
    GROUP BY support_id
),

aid AS (
    SELECT
        support.support_id, credibility <= probable AS is_probable, 'support|' || support.support_id AS row_ref,
        CASE
            WHEN category = 'engines_parts' AND lower(item) LIKE '%engine%drone%' THEN 'drone-engines'
            WHEN category = 'drones' AND lower(item) NOT LIKE '%attack%' THEN 'light-drones'
            WHEN category = 'communications' THEN 'radios'
        END AS kind,
        item || ': provider ' || provider_kind || ', credibility ' || credibility || ', denials by China: '
        || coalesce(denied.n, 0) AS observed
    FROM support
    CROSS JOIN limits
    LEFT JOIN denied ON denied.support_id = support.support_id
    WHERE supplier_id = 'CHN' AND recipient_id = 'RUS' AND category <> 'vehicles_unarmed'
),

named AS (
    SELECT unnest(['drone-engines', 'light-drones', 'radios']) AS kind
)

SELECT
    named.kind AS case_id, 'asserted' AS role, 'from China' AS expected,
    coalesce(string_agg(observed, '; ' ORDER BY support_id), 'no row that day, search partial') AS observed,
    CASE WHEN bool_or(is_probable) THEN TRUE END AS holds,
    evidence_of(row_ref) AS evidence
FROM named
LEFT JOIN aid ON aid.kind = named.kind
GROUP BY named.kind
UNION ALL
SELECT support_id, 'counter', 'not named', observed, TRUE, [row_ref]
FROM aid
WHERE kind IS NULL AND is_probable
