-- One row per person that another table names.
SELECT person_id, name, note, _line
FROM raw.people
