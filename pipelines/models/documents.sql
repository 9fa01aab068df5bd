-- One row per treaty, joint statement, communique, proposal or ceasefire.
SELECT
    document_id, title, document_type,
    issued, edtf_earliest(issued) AS issued_earliest, edtf_latest(issued) AS issued_latest,
    in_force, edtf_earliest(in_force) AS in_force_earliest, edtf_latest(in_force) AS in_force_latest,
    ended, edtf_earliest(ended) AS ended_earliest, edtf_latest(ended) AS ended_latest,
    source_id, credibility, second_source_id, coalesce(known_since, edtf_latest(issued)) AS known_since, note, _line
FROM raw.documents
