-- One row per spell of a measure of a sender against a target; the end day is not in the spell.
SELECT
    sanction_id, sender_id, target_id, measure, basis,
    began, edtf_earliest(began) AS began_earliest, edtf_latest(began) AS began_latest,
    ended, edtf_earliest(ended) AS ended_earliest, edtf_latest(ended) AS ended_latest,
    coalesce(ended = '..', FALSE) AS is_open,
    source_id, credibility, second_source_id, coalesce(known_since, edtf_latest(began)) AS known_since, note, _line
FROM raw.sanctions
