-- Members and partners of BRICS over time, certain and contested, and the dated steps of states that were ever invited or joined.
WITH shown AS (
    SELECT DISTINCT state_id FROM memberships WHERE organisation_id = 'brics'
    UNION
    SELECT DISTINCT state_id FROM membership_events WHERE organisation_id = 'brics' AND event IN ('invited', 'blocked')
),
searched AS (
    SELECT max(ended) AS last_day FROM coverage
    WHERE table_name = 'memberships' AND actor_id = 'brics' AND result <> 'not_searched'
),
publishers AS (
    SELECT publisher, count(*) AS cited
    FROM citations JOIN sources USING (source_id)
    WHERE (table_name IN ('memberships', 'membership_events')) AND starts_with(row_id, 'brics-')
    GROUP BY publisher
),
entries AS (
    SELECT
        state_id, status AS what, began_earliest AS began, began_latest,
        CASE WHEN is_open THEN last_day ELSE ended_latest END AS ended, contested_by IS NOT NULL AS is_contested
    FROM memberships CROSS JOIN searched
    WHERE organisation_id = 'brics'
    UNION ALL
    SELECT state_id, event, occurred_earliest, occurred_latest, NULL, false
    FROM membership_events
    WHERE organisation_id = 'brics'
        AND event IN ('applied', 'invited', 'declined', 'blocked', 'froze', 'suspended', 'exit_effective')
)
SELECT
    name AS state, what, began, began_latest, ended, is_contested, last_day,
    (SELECT list(publisher ORDER BY cited DESC, publisher) FROM publishers) AS publishers
FROM entries JOIN shown USING (state_id) JOIN states USING (state_id) CROSS JOIN searched
ORDER BY name, began, what
