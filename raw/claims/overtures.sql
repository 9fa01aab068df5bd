-- Courting is a motive; counted are talks. Asserted: in every calendar year from 2022 to the day, the President of
-- Russia held talks with a leader or minister of China on at least two days ("constantly": more than once a year),
-- from 24 February 2022 on; summits of organisations and exercises apart, video included. NULL for fewer: talks are
-- covered in part, and calls by telephone are not coded. Counter: talks for which the Chinese side came to Russia.
-- Context: his visits to China.
WITH limits AS (
    SELECT 2 AS least_days, DATE '2022-02-24' AS first_day
),

talks AS (
    SELECT DISTINCT
        meetings.meeting_id, meetings.name, meetings.host_state_id, meetings.began, meetings.began_earliest,
        year(meetings.began_earliest) AS talk_year
    FROM meetings
    CROSS JOIN limits
    JOIN meeting_participants AS russia ON russia.meeting_id = meetings.meeting_id AND russia.person_id = 'putin'
    JOIN meeting_participants AS china ON china.meeting_id = meetings.meeting_id AND china.actor_id = 'CHN'
    WHERE meetings.meeting_type IN ('bilateral', 'margins', 'trilateral') AND meetings.began_earliest >= first_day
),

years AS (
    SELECT unnest(range(2022, CAST(year(CAST($as_of AS DATE)) + 1 AS BIGINT))) AS talk_year
)

SELECT
    CAST(years.talk_year AS VARCHAR) AS case_id, 'asserted' AS role, 'talks on two days or more' AS expected,
    'days: ' || count(DISTINCT talks.began_earliest) AS observed,
    CASE WHEN count(DISTINCT talks.began_earliest) >= min(least_days) THEN TRUE END AS holds,
    evidence_of('meetings|' || meeting_id) AS evidence
FROM years
CROSS JOIN limits
LEFT JOIN talks ON talks.talk_year = years.talk_year
GROUP BY years.talk_year
UNION ALL
SELECT meeting_id, 'counter', 'China came to Russia', name || ', ' || began, TRUE, ['meetings|' || meeting_id]
FROM talks
WHERE host_state_id = 'RUS'
UNION ALL
SELECT visit_id, 'context', 'a visit to China', 'from ' || began, TRUE, ['visits|' || visit_id]
FROM visits
WHERE person_id = 'putin' AND host_state_id = 'CHN' AND outcome = 'held' AND began_earliest >= DATE '2022-02-24'
