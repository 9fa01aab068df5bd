-- Asserted: every state outside BRICS that a page names at the summit of 22 to 24 October 2024 or that was offered a
-- standing that month; it holds where the state was offered one or its leader held talks with the President of Russia
-- there, and cannot be told where it was only in the room (the lists of talks are partial). One more case, as an offer
-- is no alliance: a treaty or defence document of Russia of those days. Counter: what came of it otherwise: a standing
-- blocked or declined that month, an offer without an acceptance a year later.
WITH outside AS (
    SELECT state_id
    FROM states
    WHERE state_id NOT IN (
        SELECT state_id
        FROM memberships
        WHERE organisation_id = 'brics' AND status = 'member' AND began_earliest < DATE '2024-10-22'
    )
),

seen AS (
    SELECT
        guest.actor_id AS state_id, CASE WHEN russia.person_id IS NULL THEN 'present' ELSE 'talks' END AS what,
        'meetings|' || meetings.meeting_id AS row_key
    FROM meetings
    JOIN meeting_participants AS guest ON guest.meeting_id = meetings.meeting_id AND guest.person_id <> 'putin'
    LEFT JOIN meeting_participants AS russia
        ON russia.meeting_id = meetings.meeting_id AND russia.person_id = 'putin'
        AND meeting_type IN ('margins', 'bilateral')
    WHERE host_state_id = 'RUS' AND began_earliest BETWEEN DATE '2024-10-22' AND DATE '2024-10-24'
        AND guest.participation <> 'invited_absent'
    UNION ALL
    SELECT state_id, 'offered a standing', 'membership_events|' || membership_event_id
    FROM membership_events
    WHERE organisation_id = 'brics' AND event = 'invited'
        AND occurred_earliest >= DATE '2024-10-01' AND occurred_latest <= DATE '2024-10-31'
),

answers AS (
    SELECT state_id, event, 'membership_events|' || membership_event_id AS row_key
    FROM membership_events
    WHERE organisation_id = 'brics' AND event IN ('accepted', 'joined', 'declined', 'blocked')
        AND occurred_latest >= DATE '2024-10-01'
)

SELECT
    seen.state_id AS case_id, 'asserted' AS role, 'an offer, or talks with the President of Russia' AS expected,
    string_agg(DISTINCT what, ', ' ORDER BY what) AS observed,
    CASE WHEN bool_or(what <> 'present') THEN TRUE END AS holds, list(DISTINCT row_key ORDER BY row_key) AS evidence
FROM seen
JOIN outside ON outside.state_id = seen.state_id
GROUP BY seen.state_id
UNION ALL
SELECT
    'alliance signed', 'asserted', 'a treaty or defence document',
    coalesce(string_agg(DISTINCT title, ', ' ORDER BY title), 'none typed'), CASE WHEN count(*) > 0 THEN TRUE END,
    evidence_of(row_key)
FROM documents_with('RUS')
WHERE issued_earliest BETWEEN DATE '2024-10-22' AND DATE '2024-10-24'
    AND document_type IN ('mutual_defence_treaty', 'partnership_treaty', 'arms_technical', 'basing', 'memorandum')
UNION ALL
SELECT
    state_id || ' ' || event, 'counter', 'a new tie', event || ' in BRICS, October 2024', TRUE,
    list(row_key ORDER BY row_key)
FROM answers
WHERE event IN ('declined', 'blocked')
GROUP BY state_id, event
UNION ALL
SELECT
    state_id || ' unanswered', 'counter', 'a new tie', 'offered in October 2024, no acceptance typed', TRUE,
    list(row_key ORDER BY row_key)
FROM seen
WHERE what = 'offered a standing' AND CAST($as_of AS DATE) >= DATE '2025-11-01'
    AND state_id NOT IN (SELECT state_id FROM answers WHERE event IN ('accepted', 'joined'))
GROUP BY state_id
