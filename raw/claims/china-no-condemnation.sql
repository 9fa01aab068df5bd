-- Asserted: on each United Nations text on Ukraine since the invasion that Russia voted against, China did not vote
-- yes. They deplore the invasion, answer it or name it, some in a preamble only (A/RES/77/284 is on the Council of
-- Europe). Texts without a roll call cannot be told. One case more for words: no condemnation of Russia by China is
-- coded, but the search for its statements was partial, so silence tells nothing. Counter: none apart from the
-- asserted cases that fail.
WITH polled AS (
    SELECT
        beside.resolution_id, vote AS china, row_keys AS evidence,
        coalesce('China ' || vote, 'no roll call typed') || ' (' || yes || ' yes, ' || no || ' no, ' || abstain
        || ' abstain)' AS observed
    FROM votes_beside('CHN', 'RUS', DATE '2022-02-24') AS beside
    JOIN resolutions ON resolutions.resolution_id = beside.resolution_id
    WHERE beside.about_state_id = 'UKR' AND coalesce(other_vote, 'no') = 'no'
),

words AS (
    SELECT count(*) AS found, list('positions|' || position_id ORDER BY position_id) AS evidence
    FROM positions
    WHERE actor_id = 'CHN' AND 'RUS' IN (target_id, counterpart_id) AND act = 'condemnation' AND direction < 0
        AND occurred_earliest >= DATE '2022-02-24'
)

SELECT
    resolution_id AS case_id, 'asserted' AS role, 'no yes from China' AS expected, observed, china <> 'yes' AS holds,
    evidence
FROM polled
UNION ALL
SELECT
    'words', 'asserted', 'no condemnation in words', found || ' coded, search partial',
    CASE WHEN found > 0 THEN FALSE END, coalesce(evidence, [])
FROM words
