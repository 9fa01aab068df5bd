-- "Turned away", in the statement's sentence: asked for open support, the state gave none. Asserted, per state of
-- Central Asia (M49) since 24 February 2022, in two halves. Votes: never against, with Russia, a text of the General
-- Assembly on the war, territory or peace. Answers: TRUE where it refused Russia or an organisation led by it
-- something, or its claims recognition, and no word of its own on the side of Russia over the war is typed; FALSE
-- where one is, probably true or better; NULL else (positions are a sample; for Kyrgyzstan there is only an account of
-- the Kremlin). Counter: agreements with Russia, or words and decisions towards it, since. Context: his visits, as the
-- trying.
WITH limits AS (
    SELECT DATE '2022-02-24' AS first_day, 2 AS probably_true
),

named AS (
    SELECT DISTINCT state_id FROM memberships WHERE organisation_id = 'central-asia'
),

facts AS (
    SELECT
        actor_id AS state_id, 'positions|' || position_id AS row_name,
        CASE
            WHEN topic IN ('war', 'recognition') AND form = 'words' AND direction > 0
            THEN CASE WHEN credibility <= probably_true THEN 'on its side' ELSE 'doubtful' END
            WHEN act IN ('refusal', 'non_recognition') AND direction <= 0 THEN 'refused'
            WHEN direction > 0 THEN 'towards'
        END AS kind
    FROM positions
    CROSS JOIN limits
    WHERE (target_id IN ('RUS', 'csto', 'eaeu', 'cis') OR topic = 'war') AND occurred_earliest >= first_day
    UNION ALL
    SELECT actor_id, row_key, 'towards'
    FROM documents_with('RUS') CROSS JOIN limits
    WHERE issued_earliest >= first_day
    UNION ALL
    SELECT host_state_id, 'visits|' || visit_id, 'visited'
    FROM visits
    CROSS JOIN limits
    WHERE person_id = 'putin' AND outcome = 'held' AND began_earliest >= first_day
    UNION ALL
    SELECT
        state_id, 'votes|' || votes.resolution_id || '|' || state_id,
        CASE vote WHEN 'no' THEN 'voted no' ELSE 'voted' END
    FROM votes
    CROSS JOIN limits
    JOIN resolutions ON resolutions.resolution_id = votes.resolution_id
    WHERE organ = 'general_assembly' AND about_state_id = 'UKR'
        AND topic IN ('war', 'territory', 'peace_process') AND adopted >= first_day
),

kinds AS (
    SELECT facts.state_id, kind, count(*) AS times, evidence_of(row_name) AS evidence
    FROM facts
    JOIN named ON named.state_id = facts.state_id
    WHERE kind IS NOT NULL
    GROUP BY facts.state_id, kind
),

told AS (
    SELECT
        state_id, max(times) FILTER (WHERE kind = 'voted') AS voted,
        coalesce(max(times) FILTER (WHERE kind = 'voted no'), 0) AS voted_no,
        coalesce(max(times) FILTER (WHERE kind = 'refused'), 0) AS refused,
        coalesce(max(times) FILTER (WHERE kind = 'on its side'), 0) AS sided,
        coalesce(max(times) FILTER (WHERE kind = 'doubtful'), 0) AS doubtful,
        flatten(list(evidence) FILTER (WHERE kind LIKE 'voted%')) AS ballots,
        coalesce(flatten(list(evidence) FILTER (WHERE kind IN ('refused', 'on its side', 'doubtful'))), []) AS answers
    FROM kinds
    GROUP BY state_id
)

SELECT
    state_id || ' votes' AS case_id, 'asserted' AS role, 'never against, with Russia' AS expected,
    voted_no || ' of ' || voted_no + voted || ' texts' AS observed, voted_no = 0 AS holds, ballots AS evidence
FROM told
UNION ALL
SELECT
    state_id || ' answers', 'asserted', 'refused, and not on its side over the war',
    refused || ' refused, ' || sided || ' on its side'
    || CASE WHEN doubtful > 0 THEN ', ' || doubtful || ' doubtful' ELSE '' END,
    CASE WHEN sided > 0 THEN FALSE WHEN doubtful = 0 AND refused > 0 THEN TRUE END, answers
FROM told
UNION ALL
SELECT
    state_id || ' ' || kind, CASE kind WHEN 'towards' THEN 'counter' ELSE 'context' END,
    CASE kind WHEN 'towards' THEN 'agreements or words towards Russia' ELSE 'visits of the President of Russia' END,
    'rows: ' || times, TRUE, evidence
FROM kinds
WHERE kind IN ('towards', 'visited')
