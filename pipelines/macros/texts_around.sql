-- Two texts of the General Assembly on Ukraine with a topic: the last one before a day, and the newest since.
CREATE MACRO texts_around(text_topic, on_day) AS TABLE
    SELECT resolution_id, adopted, is_since
    FROM (
        SELECT
            resolution_id, adopted, adopted >= CAST(on_day AS DATE) AS is_since,
            row_number() OVER (
                PARTITION BY adopted >= CAST(on_day AS DATE) ORDER BY adopted DESC, resolution_id
            ) AS age
        FROM resolutions
        WHERE organ = 'general_assembly' AND topic = text_topic AND about_state_id = 'UKR'
    ) AS texts
    WHERE age = 1
