-- Asserted: for each category of weapons no aid of the Chinese state or its firms to Russia is typed by the day whose
-- fact is graded possible or better (credibility 3 at most). TRUE needs a search for weapons that found none and
-- reaches the day; a row of unknown provider that a government asserts makes the category unknown. Counter: what
-- comes near it: weapons or their makings from firms or an unknown provider that a government asserts, and any aid of
-- the state or its firms in other categories.
WITH limits AS (SELECT 3 AS possible),

weapons AS (
    SELECT code AS category FROM vocabulary
    WHERE table_name = 'support' AND field = 'category' AND is_weapon(code)
),

aid AS (
    SELECT
        support.support_id, item, category, provider_kind, credibility, 'support|' || support.support_id AS row_ref,
        support.support_id IN (SELECT support_id FROM support_reports WHERE stance = 'asserts') AS is_asserted
    FROM support
    WHERE supplier_id = 'CHN' AND recipient_id = 'RUS'
),

searched AS (
    SELECT coverage_id FROM coverage
    WHERE table_name = 'support' AND actor_id = 'CHN' AND counterpart_id = 'RUS' AND topic LIKE 'weapons%'
        AND result IN ('complete', 'searched_none_found') AND ended >= CAST($as_of AS DATE)
),

counted AS (
    SELECT
        weapons.category,
        count(CASE WHEN provider_kind IN ('state', 'state_firm') AND credibility <= possible THEN 1 END) AS of_state,
        count(CASE WHEN provider_kind = 'unknown' AND is_asserted THEN 1 END) AS unclear,
        count(CASE WHEN provider_kind = 'private_firm' THEN 1 END) AS of_firms,
        evidence_of(row_ref) AS evidence
    FROM weapons
    CROSS JOIN limits
    LEFT JOIN aid ON aid.category = weapons.category
    GROUP BY weapons.category
)

SELECT
    category AS case_id, 'asserted' AS role, 'none from the Chinese state' AS expected,
    of_state || ' of the state, ' || unclear || ' asserted of unknown provider, ' || of_firms || ' of private firms; '
    || CASE WHEN searches.n > 0 THEN 'searched' ELSE 'not searched' END || ' to the day' AS observed,
    CASE WHEN of_state > 0 THEN FALSE WHEN unclear = 0 AND searches.n > 0 THEN TRUE END AS holds,
    list_concat(evidence, searches.refs) AS evidence
FROM counted
CROSS JOIN (
    SELECT count(*) AS n, evidence_of('coverage|' || coverage_id) AS refs FROM searched
) AS searches
UNION ALL
SELECT
    support_id, 'counter', 'comes near it', item || ' (' || provider_kind || ', credibility ' || credibility || ')',
    TRUE, [row_ref]
FROM aid
WHERE is_asserted AND category IN (SELECT category FROM weapons)
    OR provider_kind IN ('state', 'state_firm') AND category NOT IN (SELECT category FROM weapons)
