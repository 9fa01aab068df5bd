-- One row per United Nations text put to a recorded vote.
SELECT
    resolution_id, organ, title, adopted, outcome, topic, about_state_id, yes, no, abstain, absent, is_amended,
    EXISTS (SELECT 1 FROM raw.votes AS vote WHERE vote.resolution_id = text.resolution_id) AS has_roll_call,
    source_id, credibility, second_source_id, coalesce(known_since, adopted) AS known_since, note, _line
FROM raw.resolutions AS text
