-- Asserted: a meeting on the soil of Turkmenistan in the year of the statement (to the day) at which both presidents
-- were present in person, Masoud Pezeshkian in office as head of government (raw/README.md on Iranian presidents).
-- Context: other meetings of Vladimir Putin with a president of Iran, before and since. No counter case was found to
-- seek.
WITH met AS (
    SELECT meetings.meeting_id, meetings.began, meetings.began_earliest, meetings.host_state_id, iran.person_id
    FROM meetings
    JOIN meeting_participants AS russia ON russia.meeting_id = meetings.meeting_id AND russia.person_id = 'putin'
    JOIN meeting_participants AS iran
        ON iran.meeting_id = meetings.meeting_id AND iran.person_id IN ('pezeshkian', 'raisi')
    WHERE russia.participation = 'in_person' AND iran.participation = 'in_person'
        AND meetings.meeting_type IN ('bilateral', 'margins')
),

named AS (
    SELECT met.meeting_id, met.began, offices.office_id
    FROM met
    LEFT JOIN offices
        ON offices.person_id = met.person_id AND offices.office = 'head_of_government'
        AND offices.began_latest <= met.began_earliest
    WHERE met.person_id = 'pezeshkian' AND met.host_state_id = 'TKM'
        AND year(met.began_earliest) = year(CAST($made_on AS DATE)) AND met.began_earliest <= CAST($made_on AS DATE)
)

SELECT
    'TKM' AS case_id, 'asserted' AS role, 'the two met in Turkmenistan that year' AS expected,
    coalesce('met on ' || min(named.began), 'no such meeting typed') AS observed,
    CASE WHEN count(named.office_id) > 0 THEN TRUE END AS holds,
    evidence_of('meetings|' || named.meeting_id) AS evidence
FROM named
UNION ALL
SELECT
    met.meeting_id, 'context', 'another meeting with a president of Iran',
    'met on ' || met.began || ' in ' || coalesce(met.host_state_id, 'no state'), TRUE, ['meetings|' || met.meeting_id]
FROM met
WHERE met.meeting_id NOT IN (SELECT meeting_id FROM named)
