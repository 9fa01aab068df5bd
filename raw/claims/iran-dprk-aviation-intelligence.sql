-- Interest itself is not coded. Asserted, for each of IRN and PRK: aircraft, helicopters or the training of pilots
-- from Russia are dealt in, sought or given; and intelligence is, by a report of a government (asserts, admits or
-- requests). Possibly true or better; no such row means NULL: aid from Russia is searched in part. Counter: an answer
-- that denies it.
WITH limits AS (
    SELECT 3 AS possibly_true
),

named AS (
    SELECT unnest(['IRN', 'PRK']) AS state_id
),

fields AS (
    SELECT unnest(['aviation', 'intelligence']) AS field
),

facts AS (
    SELECT recipient_id AS state_id, 'aviation' AS field, weapon AS told, 'arms_deals|' || arms_deal_id AS row_name
    FROM arms_deals
    CROSS JOIN limits
    WHERE supplier_id = 'RUS' AND category IN ('aircraft', 'helicopters') AND credibility <= possibly_true
    UNION ALL
    SELECT recipient_id, 'aviation', item, 'support|' || support_id
    FROM support
    CROSS JOIN limits
    WHERE supplier_id = 'RUS' AND credibility <= possibly_true
        AND (lower(item) LIKE '%pilot%' OR lower(item) LIKE '%aircraft%' OR lower(item) LIKE '%helicopter%')
        AND category <> 'satellite_intelligence'
    UNION ALL
    SELECT DISTINCT support.recipient_id, 'intelligence', support.item, 'support|' || support.support_id
    FROM support
    CROSS JOIN limits
    JOIN support_reports AS reports ON reports.support_id = support.support_id AND reports.stance <> 'denies'
    WHERE support.supplier_id = 'RUS' AND support.category = 'satellite_intelligence'
        AND support.credibility <= possibly_true
)

SELECT
    named.state_id || ' ' || fields.field AS case_id, 'asserted' AS role, 'dealt in, sought or given' AS expected,
    coalesce(array_to_string(list(DISTINCT facts.told ORDER BY facts.told), '; '), 'no such report') AS observed,
    CASE WHEN count(facts.row_name) > 0 THEN TRUE END AS holds,
    evidence_of(facts.row_name) AS evidence
FROM named
CROSS JOIN fields
LEFT JOIN facts ON facts.state_id = named.state_id AND facts.field = fields.field
GROUP BY named.state_id, fields.field
UNION ALL
SELECT
    reports.support_report_id, 'counter', 'a denial', support.item || ': ' || reports.actor_id || ' denies', TRUE,
    ['support_reports|' || reports.support_report_id, 'support|' || support.support_id]
FROM support_reports AS reports
JOIN support ON support.support_id = reports.support_id
JOIN named ON named.state_id = support.recipient_id
WHERE support.supplier_id = 'RUS' AND reports.stance = 'denies'
    AND (support.category = 'satellite_intelligence' OR lower(support.item) LIKE '%pilot%')
