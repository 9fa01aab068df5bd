-- Texts of the United Nations since a day with the votes of two states, oldest first; NULL where no roll call is typed.
CREATE MACRO votes_beside(state, other_state, first_day) AS TABLE
    SELECT
        text.resolution_id, text.organ, text.topic, text.about_state_id, text.adopted, own.vote, other.vote AS other_vote,
        list_filter(
            [
                CASE WHEN own.vote IS NULL THEN 'resolutions|' || text.resolution_id END,
                'votes|' || own.resolution_id || '|' || own.state_id,
                'votes|' || other.resolution_id || '|' || other.state_id
            ], lambda row_key: row_key IS NOT NULL
        ) AS row_keys
    FROM resolutions AS text
    LEFT JOIN votes AS own ON own.resolution_id = text.resolution_id AND own.state_id = state
    LEFT JOIN votes AS other ON other.resolution_id = text.resolution_id AND other.state_id = other_state
    WHERE text.adopted >= CAST(first_day AS DATE)
    ORDER BY text.adopted, text.resolution_id
