-- Asserted: the so-called referendums in four Ukrainian regions and the paper of China lie within a month of each
-- other (a month is more than "coincided" can bear). Counter: none.
WITH paper AS (
    SELECT document_id, issued_earliest AS day, 31 AS days FROM documents WHERE document_id = 'chn-position-paper-2023'
),

votes_held AS (
    SELECT position_id, occurred_earliest AS day
    FROM positions
    WHERE actor_id = 'RUS' AND target_id = 'UKR' AND topic = 'territory' AND form = 'deed'
)

SELECT
    position_id AS case_id, 'asserted' AS role, 'within a month of the paper' AS expected,
    votes_held.day || ', paper on ' || paper.day || ': ' || abs(date_diff('day', votes_held.day, paper.day))
    || ' days apart' AS observed,
    abs(date_diff('day', votes_held.day, paper.day)) <= days AS holds,
    ['positions|' || position_id, 'documents|' || document_id] AS evidence
FROM votes_held
CROSS JOIN paper
