-- One row per span in which a table was searched for an actor: absence means something only inside it.
SELECT
    coverage_id, table_name, actor_id, counterpart_id, person_id, topic, began, ended, result, searched_on, note, _line
FROM raw.coverage
