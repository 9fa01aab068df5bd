-- "Turned away" as for Central Asia: asked for open support, the state gave none. Asserted for VEN, since 24 February
-- 2022: TRUE where it refused Russia something and no word of its own on the side of Russia over the war is typed;
-- FALSE where one is, probably true or better; NULL else (positions are a sample). Counter: documents with Russia
-- since; who kept Venezuela out of BRICS, where that was not Venezuela itself. Context: its votes on the war,
-- territory or peace (it had no right to vote), and talks with its president; no visit of the President of Russia
-- there is typed since.
WITH limits AS (
    SELECT DATE '2022-02-24' AS first_day, 2 AS probably_true
),

said AS (
    SELECT
        position_id, topic = 'war' AND direction > 0 AS is_on_side,
        act IN ('refusal', 'non_recognition') AND direction <= 0 AS is_refusal
    FROM positions
    CROSS JOIN limits
    WHERE actor_id = 'VEN' AND target_id = 'RUS' AND occurred_earliest >= first_day AND credibility <= probably_true
)

SELECT
    'VEN' AS case_id, 'asserted' AS role, 'refused, and not on its side over the war' AS expected,
    count(*) FILTER (WHERE is_refusal) || ' refused, ' || count(*) FILTER (WHERE is_on_side) || ' on its side'
    AS observed,
    CASE
        WHEN count(*) FILTER (WHERE is_on_side) > 0 THEN FALSE
        WHEN count(*) FILTER (WHERE is_refusal) > 0 THEN TRUE
    END AS holds,
    coalesce(list('positions|' || position_id ORDER BY position_id) FILTER (WHERE is_refusal OR is_on_side), [])
    AS evidence
FROM said
UNION ALL
SELECT document_id, 'counter', 'a document with Russia', title, TRUE, [row_key]
FROM documents_with('RUS') CROSS JOIN limits
WHERE actor_id = 'VEN' AND issued_earliest >= first_day
UNION ALL
SELECT
    membership_event_id, 'counter', 'kept out by another', event || ' by ' || by_actor_id, TRUE,
    ['membership_events|' || membership_event_id]
FROM membership_events
WHERE state_id = 'VEN' AND organisation_id = 'brics' AND event = 'blocked' AND by_actor_id <> 'VEN'
UNION ALL
SELECT DISTINCT meetings.meeting_id, 'context', 'talks', meetings.name, TRUE, ['meetings|' || meetings.meeting_id]
FROM meetings
JOIN meeting_participants AS russia ON russia.meeting_id = meetings.meeting_id AND russia.person_id = 'putin'
JOIN meeting_participants AS guest ON guest.meeting_id = meetings.meeting_id AND guest.actor_id = 'VEN'
WHERE meetings.meeting_type IN ('bilateral', 'margins')
UNION ALL
SELECT
    'votes', 'context', 'votes in the General Assembly',
    count(*) FILTER (WHERE vote = 'no_vote_right') || ' of ' || count(*) || ' texts without a right to vote', NULL,
    evidence_of('votes|' || votes.resolution_id || '|VEN')
FROM votes
CROSS JOIN limits
JOIN resolutions ON resolutions.resolution_id = votes.resolution_id
WHERE votes.state_id = 'VEN' AND organ = 'general_assembly' AND about_state_id = 'UKR'
    AND topic IN ('war', 'territory', 'peace_process') AND adopted >= first_day
