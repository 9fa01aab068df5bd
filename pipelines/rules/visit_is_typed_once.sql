-- A visit is typed once: no other has its person, host, territory, first day and outcome.
SELECT
    'visits' AS table_name, later.visit_id AS row_id, 'began' AS field,
    'is the first day of the visit ' || earlier.visit_id || ' of the same person to the same host too' AS reason
FROM visits AS earlier
JOIN visits AS later
    ON later.person_id = earlier.person_id
    AND later.host_state_id = earlier.host_state_id
    AND later.began = earlier.began
    AND later.outcome = earlier.outcome
    AND coalesce(later.territory, '') = coalesce(earlier.territory, '')
    AND later.visit_id > earlier.visit_id
WHERE length(later.began) >= 10
