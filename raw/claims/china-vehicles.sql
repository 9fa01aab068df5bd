-- Asserted: vehicles of the three named kinds went from China to Russia, whoever sold them: a row of aid, stated here
-- by its id, graded probable or better (credibility 2 at most) and with a beginning of supply. A row only possible, a
-- plan, or no row is unknown, as the search was partial. Counter: vehicles from China that are not named. Who in
-- China provides them is shown; the state itself is named in none.
WITH limits AS (SELECT 2 AS probable),

named AS (
    SELECT 'trucks' AS kind, 'chn-rus-trucks' AS support_id
    UNION ALL SELECT 'off-road', 'chn-rus-atv'
    UNION ALL SELECT 'motorcycles', 'chn-rus-motorcycles'
),

aid AS (
    SELECT
        support_id, began, credibility, 'support|' || support_id AS row_ref,
        item || ': provider ' || provider_kind || ', ' || coalesce('since ' || began, 'no beginning known')
        || ', credibility ' || credibility AS observed
    FROM support
    WHERE supplier_id = 'CHN' AND recipient_id = 'RUS' AND category = 'vehicles_unarmed'
)

SELECT
    named.kind AS case_id, 'asserted' AS role, 'supplied from China' AS expected,
    coalesce(aid.observed, 'no row that day, search partial') AS observed,
    CASE WHEN aid.began IS NOT NULL AND aid.credibility <= limits.probable THEN TRUE END AS holds,
    CASE WHEN aid.row_ref IS NULL THEN [] ELSE [aid.row_ref] END AS evidence
FROM named
CROSS JOIN limits
LEFT JOIN aid ON aid.support_id = named.support_id
UNION ALL
SELECT aid.support_id, 'counter', 'not named', aid.observed, TRUE, [aid.row_ref]
FROM aid
WHERE aid.support_id NOT IN (SELECT support_id FROM named)
