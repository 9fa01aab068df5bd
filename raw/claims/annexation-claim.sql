-- Asserted: the so-called referendums of September 2022 were held (a deed of Russia on territory against Ukraine),
-- and within two months of them Russia claimed in decisions of its own to annex regions of Ukraine. Counter: acts of
-- Russia on the standing of these regions earlier in 2022, on which the claim rests as well. Context: how the General
-- Assembly answered, and who recognised the claim. What is claimed is coded as a claim; status is not decided here.
WITH acts AS (
    SELECT position_id, occurred, occurred_earliest, form, summary
    FROM positions
    WHERE actor_id = 'RUS' AND target_id = 'UKR' AND topic IN ('territory', 'recognition')
        AND form IN ('deed', 'decision') AND occurred_earliest >= DATE '2022-01-01'
),

held AS (
    SELECT min(occurred_earliest) AS day FROM acts WHERE form = 'deed'
),

placed AS (
    SELECT
        acts.*,
        CASE WHEN form = 'deed' THEN 'vote' WHEN occurred_earliest < day THEN 'earlier'
            WHEN occurred_earliest <= day + 61 THEN 'claim' END AS kind
    FROM acts
    CROSS JOIN held
),

named AS (
    SELECT 'vote' AS kind, 'so-called referendums held' AS expected
    UNION ALL SELECT 'claim', 'annexation claimed within two months of them'
)

SELECT
    named.kind AS case_id, 'asserted' AS role, named.expected,
    coalesce(min(occurred || ': ' || summary), 'no such act typed') AS observed,
    CASE WHEN count(position_id) > 0 THEN TRUE END AS holds,
    evidence_of('positions|' || position_id) AS evidence
FROM named
LEFT JOIN placed ON placed.kind = named.kind
GROUP BY named.kind, named.expected
UNION ALL
SELECT position_id, 'counter', 'earlier act on these regions', summary, TRUE, ['positions|' || position_id]
FROM placed
WHERE kind = 'earlier'
UNION ALL
SELECT
    resolution_id, 'context', 'answer of the General Assembly',
    yes || ' yes, ' || no || ' no, ' || abstain || ' abstain', NULL, ['resolutions|' || resolution_id]
FROM resolutions
WHERE resolution_id = 'A/RES/ES-11/4'
UNION ALL
SELECT position_id, 'context', 'recognised the claim', summary, NULL, ['positions|' || position_id]
FROM positions
WHERE topic = 'territory' AND act = 'recognition' AND occurred_earliest >= DATE '2022-09-30'
