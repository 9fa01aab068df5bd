-- One row per accepted spelling of a state's name in a language.
SELECT name, language, state_id, kind, source_id, _line
FROM raw.state_names
