-- What each hopes for is not coded. Asserted, for each of IRN and PRK: aid of Russia with missiles or launchers
-- (category technology) is reported as sought, offered or given, possibly true or better; and a report names
-- intercontinental missiles or warheads. No such row means NULL: aid from Russia is searched in part. Counter: the
-- other kinds of aid from Russia that reports name instead, against "mainly".
WITH limits AS (
    SELECT 3 AS possibly_true
),

named AS (
    SELECT unnest(['IRN', 'PRK']) AS state_id
),

aid AS (
    SELECT
        support_id, recipient_id AS state_id, category, item,
        category = 'technology' AND (lower(item) LIKE '%missile%' OR lower(item) LIKE '%space%')
        AND lower(item) NOT LIKE '%air-to-air%' AS is_missiles,
        lower(item) LIKE '%warhead%' OR lower(item) LIKE '%intercontinental%' AS is_nuclear
    FROM support
    CROSS JOIN limits
    WHERE supplier_id = 'RUS' AND credibility <= possibly_true
),

halves AS (
    SELECT unnest(['missile technology', 'intercontinental or nuclear']) AS half
)

SELECT
    named.state_id || ' ' || halves.half AS case_id, 'asserted' AS role,
    'sought, offered or given, by a report' AS expected,
    coalesce(array_to_string(list(DISTINCT aid.item ORDER BY aid.item), '; '), 'no report typed') AS observed,
    CASE WHEN count(aid.support_id) > 0 THEN TRUE END AS holds,
    evidence_of('support|' || aid.support_id) AS evidence
FROM named
CROSS JOIN halves
LEFT JOIN aid
    ON aid.state_id = named.state_id AND CASE halves.half WHEN 'missile technology' THEN is_missiles ELSE is_nuclear END
GROUP BY named.state_id, halves.half
UNION ALL
SELECT
    aid.state_id || ' ' || aid.category, 'counter', 'other aid',
    array_to_string(list(DISTINCT aid.item ORDER BY aid.item), '; '), TRUE,
    list('support|' || aid.support_id ORDER BY aid.support_id)
FROM aid
JOIN named ON named.state_id = aid.state_id
WHERE NOT aid.is_missiles AND NOT aid.is_nuclear
GROUP BY aid.state_id, aid.category
