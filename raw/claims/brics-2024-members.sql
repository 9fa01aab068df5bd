-- Asserted: the four named states. Counter: other states whose member spell began in 2024 (contested ones too).
WITH named AS (
    SELECT unnest(['ARE', 'EGY', 'ETH', 'IRN']) AS state_id
),

joined AS (
    SELECT membership_id, state_id, began, contested_by
    FROM memberships
    WHERE organisation_id = 'brics' AND status = 'member'
        AND began_earliest BETWEEN DATE '2024-01-01' AND DATE '2024-12-31'
)

SELECT
    named.state_id AS case_id, 'asserted' AS role, 'member since 2024' AS expected,
    coalesce('member since ' || joined.began, 'no member spell that began in 2024') AS observed,
    joined.membership_id IS NOT NULL AND joined.contested_by IS NULL AS holds,
    CASE WHEN joined.membership_id IS NULL THEN [] ELSE ['memberships|' || joined.membership_id] END AS evidence
FROM named
LEFT JOIN joined ON joined.state_id = named.state_id
UNION ALL
SELECT
    joined.state_id, 'counter', 'not named',
    'member since ' || joined.began || coalesce(', contested by ' || joined.contested_by, ''),
    TRUE, ['memberships|' || joined.membership_id]
FROM joined
WHERE joined.state_id NOT IN (SELECT state_id FROM named)
