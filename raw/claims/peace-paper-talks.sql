-- Asserted: talks of China and Russia (a meeting with persons of both) began within two weeks of the paper of
-- February 2023, before or after; and they dealt with military cooperation (a document of the two on it from the same
-- weeks). Two weeks is what "coincided" can bear. No search covers their meetings of that month completely, so what
-- is missing is unknown. Counter: none. Context: exercises that may touch these weeks, and the nearest talks of the
-- presidents.
WITH paper AS (
    SELECT issued_earliest AS day, 14 AS days FROM documents WHERE document_id = 'chn-position-paper-2023'
),

talks AS (
    SELECT DISTINCT
        meetings.meeting_id, meetings.name || ', ' || meetings.began AS observed,
        meetings.began_latest >= day - days AND meetings.began_earliest <= day + days AS is_near
    FROM meetings
    CROSS JOIN paper
    JOIN meeting_participants AS china ON china.meeting_id = meetings.meeting_id AND china.actor_id = 'CHN'
    JOIN meeting_participants AS russia ON russia.meeting_id = meetings.meeting_id AND russia.actor_id = 'RUS'
    WHERE meeting_type IN ('bilateral', 'margins', 'ministerial', 'negotiation_round')
        AND meetings.began_earliest BETWEEN day - 60 AND day + 60
),

papers AS (
    SELECT shared.document_id
    FROM documents_with('RUS') AS shared
    CROSS JOIN paper
    JOIN provisions ON provisions.document_id = shared.document_id AND provision = 'military_technical'
    WHERE actor_id = 'CHN' AND treatment IN ('included', 'partly') AND issued_latest BETWEEN day - days AND day + days
)

SELECT
    'talks' AS case_id, 'asserted' AS role, 'talks within two weeks of the paper' AS expected,
    coalesce(max(observed), 'none typed, search not complete') AS observed,
    CASE WHEN count(*) > 0 THEN TRUE END AS holds,
    evidence_of('meetings|' || meeting_id) AS evidence
FROM talks
WHERE is_near
UNION ALL
SELECT
    'military', 'asserted', 'document on military cooperation from these weeks',
    CASE WHEN count(*) > 0 THEN 'found' ELSE 'none typed, search not complete' END,
    CASE WHEN count(*) > 0 THEN TRUE END,
    evidence_of('documents|' || document_id)
FROM papers
UNION ALL
SELECT meeting_id, 'context', 'nearest talks typed', observed, NULL, ['meetings|' || meeting_id]
FROM talks
WHERE NOT is_near
UNION ALL
SELECT
    meeting_id, 'context', 'exercise that may touch these weeks', name || ', ' || began, NULL,
    ['meetings|' || meeting_id]
FROM meetings
CROSS JOIN paper
WHERE meeting_type = 'exercise' AND name LIKE '%China%' AND began_latest >= day - days AND began_earliest <= day + days
