-- A held visit lies within an office of its person.
SELECT
    'visits' AS table_name, visit.visit_id AS row_id, 'person_id' AS field,
    'holds no office of table offices on ' || visit.began AS reason
FROM visits AS visit
WHERE visit.outcome = 'held'
    AND NOT EXISTS (
        SELECT 1
        FROM offices AS office
        WHERE office.person_id = visit.person_id
            AND coalesce(office.began_earliest <= visit.began_latest, TRUE)
            AND coalesce(office.ended_latest >= visit.began_earliest, TRUE)
    )
