-- Held visits of one person overlap by a shared travel day at the most.
WITH stays AS (
    SELECT visit_id, person_id, began_latest, coalesce(ended_earliest, began_latest) AS ended_earliest
    FROM visits
    WHERE outcome = 'held'
)

SELECT
    'visits' AS table_name, later.visit_id AS row_id, 'began' AS field,
    'overlaps the visit ' || earlier.visit_id || ' by more than a travel day' AS reason
FROM stays AS earlier
JOIN stays AS later
    ON later.person_id = earlier.person_id
    AND (later.began_latest, later.visit_id) > (earlier.began_latest, earlier.visit_id)
WHERE later.began_latest < earlier.ended_earliest
    AND earlier.began_latest < later.ended_earliest
