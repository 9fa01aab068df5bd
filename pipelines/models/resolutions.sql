-- One row per United Nations text put to a recorded vote.
SELECT
    resolution_id, organ, title, adopted, outcome, topic, about_state_id, yes, no, abstain, absent, is_amended,
    source_id, credibility, second_source_id, coalesce(known_since, adopted) AS known_since, note, _line
FROM raw.resolutions
