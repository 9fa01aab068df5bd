-- Asserted: the five named, each among the first five members by the day its spell began, and its short English name
-- beginning with its letter of the name. Counter: named states that were not yet members at the first leaders'
-- meeting, when the group was called BRIC; and states that joined as early as the fifth without being named.
WITH named AS (
    SELECT unnest(['BRA', 'RUS', 'IND', 'CHN', 'ZAF']) AS state_id, unnest(['B', 'R', 'I', 'C', 'S']) AS letter
),

joined AS (
    SELECT
        membership_id, memberships.state_id, states.name, began, began_earliest,
        rank() OVER (ORDER BY began_earliest) AS place, min(began_earliest) OVER () AS first_day
    FROM memberships
    JOIN states ON states.state_id = memberships.state_id
    WHERE organisation_id = 'brics' AND status = 'member'
)

SELECT
    named.state_id AS case_id, 'asserted' AS role, 'one of the first five members, ' || letter AS expected,
    coalesce(name || ', member since ' || began || ', place ' || place, 'no member spell') AS observed,
    coalesce(place <= 5 AND left(name, 1) = letter, FALSE) AS holds,
    CASE WHEN membership_id IS NULL THEN [] ELSE ['memberships|' || membership_id] END AS evidence
FROM named
LEFT JOIN joined ON joined.state_id = named.state_id
UNION ALL
SELECT
    named.state_id || ' later', 'counter', 'member from the first meeting', 'member since ' || began, TRUE,
    ['memberships|' || membership_id]
FROM named
JOIN joined ON joined.state_id = named.state_id AND began_earliest > first_day
UNION ALL
SELECT joined.state_id, 'counter', 'not named', 'member since ' || began, TRUE, ['memberships|' || membership_id]
FROM joined
WHERE place <= 5 AND joined.state_id NOT IN (SELECT state_id FROM named)
