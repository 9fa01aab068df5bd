-- Held visits of which a day lies, or may lie, between two days, both included.
CREATE MACRO visits_between(first_day, last_day) AS TABLE
    SELECT
        visits.visit_id, people.name AS person, states.name AS host, visits.city, visits.began, visits.ended,
        visits.visit_type, visits.occasion
    FROM visits
    JOIN people ON people.person_id = visits.person_id
    JOIN states ON states.state_id = visits.host_state_id
    WHERE visits.outcome = 'held'
        AND visits.began_earliest <= CAST(last_day AS DATE)
        AND coalesce(visits.ended_latest, visits.began_latest) >= CAST(first_day AS DATE)
    ORDER BY visits.began_earliest, visits.visit_id
