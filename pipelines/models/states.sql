-- One row per state, as typed.
SELECT state_id, name, un_name, official_name, iso2, m49, code_status, un_member_since, region, subregion,
    source_id, credibility, second_source_id, note, _line
FROM raw.states
