-- Asserted: vehicles of the three named kinds (by words of the item) went from China to Russia, whoever sold them and
-- to whom: a row graded probable or better (credibility 2 at most) with a beginning of supply, ordinary trade
-- included. A row only possible, a plan, or no row is unknown, as the search was partial. Counter: vehicles from China
-- that are not named. Who in China provides them is shown; the state itself is named in none.
WITH limits AS (SELECT 2 AS probable),

aid AS (
    SELECT
        support_id, credibility, 'support|' || support_id AS row_ref,
        began IS NOT NULL AND credibility <= probable AS is_supplied,
        CASE
            WHEN lower(item) LIKE '%motorcycle%' THEN 'motorcycles'
            WHEN lower(item) LIKE '%truck%' THEN 'trucks'
            WHEN lower(item) LIKE '%terrain%' THEN 'off-road'
        END AS kind,
        item || ': provider ' || provider_kind || ', ' || coalesce('since ' || began, 'no beginning known')
        || ', credibility ' || credibility AS observed
    FROM support
    CROSS JOIN limits
    WHERE supplier_id = 'CHN' AND recipient_id = 'RUS' AND category = 'vehicles_unarmed'
),

named AS (
    SELECT unnest(['trucks', 'off-road', 'motorcycles']) AS kind
)

SELECT
    named.kind AS case_id, 'asserted' AS role, 'supplied from China' AS expected,
    coalesce(string_agg(observed, '; ' ORDER BY credibility, support_id), 'no row that day, search partial')
    AS observed,
    CASE WHEN bool_or(is_supplied) THEN TRUE END AS holds,
    evidence_of(row_ref) AS evidence
FROM named
LEFT JOIN aid ON aid.kind = named.kind
GROUP BY named.kind
UNION ALL
SELECT support_id, 'counter', 'not named', observed, TRUE, [row_ref]
FROM aid
WHERE kind IS NULL
