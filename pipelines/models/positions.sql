-- One row per dated act or statement that moves a state towards Russia or away from it.
SELECT
    position_id, actor_id, target_id, counterpart_id,
    occurred, edtf_earliest(occurred) AS occurred_earliest, edtf_latest(occurred) AS occurred_latest,
    topic, act, form, direction, document_id, summary,
    source_id, credibility, second_source_id, coalesce(known_since, edtf_latest(occurred)) AS known_since, note, _line
FROM raw.positions
