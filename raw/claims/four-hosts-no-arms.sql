-- Asserted: of the four hosts named, the state gave no troops and no weapons of any kind. FALSE: a
-- row of aid by the state that is possibly true or better. TRUE: none, and a search that found none reaches the
-- statement. NULL: not searched so far, or a report on a provider not known came after the search. Counter: aid of any
-- kind to Russia from there by firms, or by providers not known, that is possibly true or better, by kind.
WITH limits AS (
    SELECT 3 AS possibly_true
),

named AS (
    SELECT unnest(['CHN', 'UZB', 'VNM', 'TKM']) AS state_id
),

aid AS (
    SELECT
        support_id, supplier_id AS state_id, category, provider_kind, known_since,
        credibility <= possibly_true AS is_likely,
        category = 'troops' OR is_weapon(category) AS is_arms
    FROM support
    CROSS JOIN limits
    WHERE recipient_id = 'RUS'
),

searched AS (
    SELECT actor_id AS state_id, max(ended) AS ended, max(coverage_id) AS coverage_id
    FROM coverage
    WHERE table_name = 'support' AND counterpart_id = 'RUS' AND result = 'searched_none_found'
        AND ended >= CAST($made_on AS DATE)
    GROUP BY actor_id
),

judged AS (
    SELECT
        named.state_id, searched.ended, searched.coverage_id,
        list('support|' || aid.support_id ORDER BY aid.support_id)
        FILTER (WHERE aid.provider_kind = 'state' AND aid.is_likely) AS given,
        list('support|' || aid.support_id ORDER BY aid.support_id)
        FILTER (WHERE aid.provider_kind = 'unknown' AND coalesce(aid.known_since > searched.ended, TRUE)) AS doubtful
    FROM named
    LEFT JOIN searched ON searched.state_id = named.state_id
    LEFT JOIN aid ON aid.state_id = named.state_id AND aid.is_arms
    GROUP BY named.state_id, searched.ended, searched.coverage_id
)

SELECT
    state_id AS case_id, 'asserted' AS role, 'no weapons, ammunition or troops from the state' AS expected,
    CASE
        WHEN given IS NOT NULL THEN 'aid by the state is reported'
        WHEN ended IS NULL THEN 'not searched to the statement'
        WHEN doubtful IS NULL THEN 'none found to ' || ended
        ELSE 'none found to ' || ended || '; later a report, provider not known'
    END AS observed,
    CASE WHEN given IS NOT NULL THEN FALSE WHEN ended IS NOT NULL AND doubtful IS NULL THEN TRUE END AS holds,
    coalesce(given, doubtful, CASE WHEN coverage_id IS NULL THEN [] ELSE ['coverage|' || coverage_id] END) AS evidence
FROM judged
UNION ALL
SELECT
    aid.state_id || ' ' || aid.category, 'counter', 'aid by firms or providers not known',
    'kinds reported: ' || count(*), TRUE,
    list('support|' || aid.support_id ORDER BY aid.support_id)
FROM aid
JOIN named ON named.state_id = aid.state_id
WHERE aid.is_likely AND aid.provider_kind <> 'state'
GROUP BY aid.state_id, aid.category
