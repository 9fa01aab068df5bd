-- Strain as four signs, each asserted: China spoke against the rapprochement of Russia and North Korea (NULL without a
-- row: searched in part); another government says that China is uneasy; fewer talks of the presidents of China and
-- Russia in the year from the treaty of June 2024 (or to the day) than in as long a time before (NULL for fewer: talks
-- are covered in part); less trade of China with North Korea in the last year known than in the year known before.
-- None of them is strain itself. Counter: China calls it a matter of the two, or hosts the leaders of both.
WITH limits AS (
    SELECT issued_earliest AS treaty_day, CAST(least(365, CAST($as_of AS DATE) - issued_earliest) AS INTEGER) AS span
    FROM documents_with('RUS')
    WHERE actor_id = 'PRK' AND document_type = 'mutual_defence_treaty' AND issued_earliest >= DATE '2022-02-24'
),

words AS (
    SELECT
        position_id, summary,
        CASE
            WHEN actor_id = 'CHN' AND act IN ('condemnation', 'refusal', 'recall', 'ban') THEN 'China against it'
            WHEN actor_id = 'CHN' THEN 'China neutral'
            ELSE 'said of China'
        END AS kind
    FROM positions
    WHERE topic = 'third_party'
        AND (actor_id = 'CHN' AND target_id = 'PRK' OR target_id = 'CHN' AND counterpart_id = 'PRK')
),

talks AS (
    SELECT meetings.meeting_id, meetings.began_earliest > treaty_day AS is_after
    FROM meetings
    CROSS JOIN limits
    JOIN meeting_participants AS china ON china.meeting_id = meetings.meeting_id AND china.person_id = 'xi-jinping'
    JOIN meeting_participants AS russia ON russia.meeting_id = meetings.meeting_id AND russia.person_id = 'putin'
    WHERE meetings.meeting_type IN ('bilateral', 'margins')
        AND meetings.began_earliest BETWEEN treaty_day - span AND treaty_day + span
),

trade AS (
    SELECT
        year, figure, row_keys, row_number() OVER (ORDER BY year DESC) AS from_last,
        lag(row_keys) OVER (ORDER BY year) AS keys_before, lag(figure) OVER (ORDER BY year) AS figure_before,
        lag(year) OVER (ORDER BY year) AS year_before
    FROM turnovers()
    WHERE reporter_id = 'CHN' AND partner_id = 'PRK' AND unit = 'USD' AND year IS NOT NULL
)

SELECT
    signs.kind AS case_id, 'asserted' AS role, 'such words' AS expected,
    coalesce(min(words.summary), 'none typed') AS observed,
    CASE WHEN count(words.position_id) > 0 THEN TRUE END AS holds,
    evidence_of('positions|' || position_id) AS evidence
FROM (SELECT unnest(['China against it', 'said of China']) AS kind) AS signs
LEFT JOIN words ON words.kind = signs.kind
GROUP BY signs.kind
UNION ALL
SELECT
    'fewer talks', 'asserted', 'fewer than before',
    count(*) FILTER (WHERE NOT is_after) || ' before, ' || count(*) FILTER (WHERE is_after) || ' after',
    CASE WHEN count(*) FILTER (WHERE is_after) >= count(*) FILTER (WHERE NOT is_after) THEN FALSE END,
    evidence_of('meetings|' || meeting_id)
FROM talks
UNION ALL
SELECT
    'less trade', 'asserted', 'in ' || year || ' less than in ' || year_before,
    CAST(figure_before / 1e6 AS BIGINT) || ' to ' || CAST(figure / 1e6 AS BIGINT) || ' million USD',
    figure < figure_before, keys_before || row_keys
FROM trade
WHERE from_last = 1
UNION ALL
SELECT position_id, 'counter', 'a matter of the two', summary, TRUE, ['positions|' || position_id]
FROM words
WHERE kind = 'China neutral'
UNION ALL
SELECT DISTINCT meetings.meeting_id, 'counter', 'both as guests in China', name, TRUE, ['meetings|' || meetings.meeting_id]
FROM meetings
JOIN meeting_participants AS korea ON korea.meeting_id = meetings.meeting_id AND korea.actor_id = 'PRK'
JOIN meeting_participants AS russia ON russia.meeting_id = meetings.meeting_id AND russia.actor_id = 'RUS'
WHERE meetings.host_state_id = 'CHN'
