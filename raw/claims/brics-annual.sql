-- Asserted: every year from the first summit (2009) to the year of the day, each with a regular summit of the leaders,
-- by video or in person. A finished year without one is false where a complete search of the summits covers it; an
-- unfinished year without one cannot be told. Context: years with an extraordinary meeting besides.
WITH years AS (
    SELECT CAST(on_year AS INTEGER) AS on_year, on_year < extract(year FROM CAST($as_of AS DATE)) AS is_over
    FROM generate_series(2009, extract(year FROM CAST($as_of AS DATE))) AS series(on_year)
),

held AS (
    SELECT
        extract(year FROM began_earliest) AS in_year, meeting_type,
        string_agg(name || ', ' || began || ', ' || mode, '; ' ORDER BY meeting_id) AS what,
        list('meetings|' || meeting_id ORDER BY meeting_id) AS evidence
    FROM meetings
    WHERE organisation_id = 'brics' AND meeting_type IN ('summit', 'extraordinary_summit')
    GROUP BY extract(year FROM began_earliest), meeting_type
),

searched AS (
    SELECT min(began) AS first_day, max(ended) AS last_day
    FROM coverage
    WHERE table_name = 'meetings' AND actor_id = 'brics' AND result IN ('complete', 'searched_none_found')
)

SELECT
    CAST(on_year AS VARCHAR) AS case_id, 'asserted' AS role, 'a summit' AS expected,
    coalesce(what, CASE WHEN is_over THEN 'none typed' ELSE 'none typed; the year is not over' END) AS observed,
    CASE
        WHEN what IS NOT NULL THEN TRUE
        WHEN is_over AND make_date(on_year, 1, 1) >= first_day AND make_date(on_year, 12, 31) <= last_day THEN FALSE
    END AS holds,
    coalesce(evidence, []) AS evidence
FROM years
LEFT JOIN held ON in_year = on_year AND meeting_type = 'summit'
CROSS JOIN searched
UNION ALL
SELECT 'extraordinary ' || CAST(in_year AS VARCHAR), 'context', 'not said', what, NULL, evidence
FROM held
WHERE meeting_type = 'extraordinary_summit'
