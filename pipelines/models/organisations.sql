-- One row per organisation, bloc, party, or aggregate of states.
SELECT organisation_id, name, short_name, kind,
    founded, edtf_earliest(founded) AS founded_earliest, edtf_latest(founded) AS founded_latest,
    source_id, credibility, second_source_id, coalesce(known_since, edtf_latest(founded)) AS known_since, note, _line
FROM raw.organisations
