-- Spells of one state in one organisation with one status do not overlap.
WITH spells AS (
    SELECT
        membership_id, organisation_id, state_id, status, began_latest,
        coalesce(ended_earliest, CASE WHEN is_open THEN DATE '9999-12-31' ELSE began_latest END) AS ended_earliest
    FROM memberships
)

SELECT
    'memberships' AS table_name, later.membership_id AS row_id, 'began' AS field,
    'overlaps the spell ' || earlier.membership_id AS reason
FROM spells AS earlier
JOIN spells AS later
    ON later.organisation_id = earlier.organisation_id
    AND later.state_id = earlier.state_id
    AND later.status = earlier.status
    AND (later.began_latest, later.membership_id) > (earlier.began_latest, earlier.membership_id)
WHERE later.began_latest < earlier.ended_earliest
