-- "Used the opening" is read in two halves, since 24 February 2022: the state gave Russia aid in the war (a row of aid
-- by the state, possibly true or better), and tied itself to Russia (a document with Russia, a step into an
-- organisation of which Russia is a member, or a joint statement). Economic gain itself is not coded. No row means
-- NULL: neither table is complete. Asserted: IRN and PRK and, by the same sentence, BLR. Counter: ties of the four
-- hosts that the sentence sets against them.
WITH limits AS (
    SELECT DATE '2022-02-24' AS first_day, 3 AS possibly_true
),

named AS (
    SELECT unnest(['BLR', 'IRN', 'PRK']) AS state_id, 'asserted' AS role
    UNION ALL
    SELECT unnest(['CHN', 'UZB', 'VNM', 'TKM']), 'counter'
),

facts AS (
    SELECT supplier_id AS state_id, 'aid' AS half, category AS told, 'support|' || support_id AS row_name
    FROM support
    CROSS JOIN limits
    WHERE recipient_id = 'RUS' AND provider_kind = 'state' AND credibility <= possibly_true
    UNION ALL
    SELECT actor_id, 'ties', document_type, row_key
    FROM documents_with('RUS') CROSS JOIN limits
    WHERE issued_earliest >= first_day AND role = 'party' AND own_role = 'party'
    UNION ALL
    SELECT
        steps.state_id, 'ties', event || ' ' || steps.organisation_id, 'membership_events|' || steps.membership_event_id
    FROM membership_events AS steps
    CROSS JOIN limits
    JOIN memberships AS russia
        ON russia.organisation_id = steps.organisation_id AND russia.state_id = 'RUS' AND russia.status = 'member'
        AND russia.is_open
    WHERE steps.event IN ('accepted', 'joined') AND steps.occurred_earliest >= first_day
    UNION ALL
    SELECT actor_id, 'ties', act, 'positions|' || position_id
    FROM positions
    CROSS JOIN limits
    WHERE target_id = 'RUS' AND act = 'joint_statement' AND direction > 0 AND occurred_earliest >= first_day
)

SELECT
    named.state_id || ' ' || halves.half AS case_id, named.role,
    CASE halves.half WHEN 'aid' THEN 'gave aid' ELSE 'tied itself to Russia' END AS expected,
    coalesce(array_to_string(list(DISTINCT facts.told ORDER BY facts.told), ', '), 'no row') AS observed,
    CASE WHEN count(facts.row_name) > 0 THEN TRUE END AS holds,
    evidence_of(facts.row_name) AS evidence
FROM named
CROSS JOIN (SELECT unnest(['aid', 'ties']) AS half) AS halves
LEFT JOIN facts ON facts.state_id = named.state_id AND facts.half = halves.half
WHERE named.role = 'asserted' OR halves.half = 'ties'
GROUP BY named.state_id, named.role, halves.half
