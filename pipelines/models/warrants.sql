-- One row per public arrest warrant of an international court.
SELECT
    warrant_id, organisation_id, person_id,
    issued, edtf_earliest(issued) AS issued_earliest, edtf_latest(issued) AS issued_latest,
    ended, edtf_earliest(ended) AS ended_earliest, edtf_latest(ended) AS ended_latest,
    source_id, credibility, second_source_id, coalesce(known_since, edtf_latest(issued)) AS known_since, note, _line
FROM raw.warrants
