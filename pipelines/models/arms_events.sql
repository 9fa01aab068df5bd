-- One row per dated step of an arms deal.
SELECT
    arms_event_id, arms_deal_id, event,
    occurred, edtf_earliest(occurred) AS occurred_earliest, edtf_latest(occurred) AS occurred_latest,
    quantity,
    source_id, credibility, second_source_id, coalesce(known_since, edtf_latest(occurred)) AS known_since, note, _line
FROM raw.arms_events
