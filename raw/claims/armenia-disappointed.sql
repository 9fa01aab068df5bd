-- Asserted: signs of disappointment since 24 February 2022, each of its own kind: criticism in words; participation in
-- CSTO frozen; Russian forces asked to leave; accession to the court that sought the President of Russia (a warrant of
-- 2023); a vote no longer no on the yearly text on human rights in Crimea. Counter: what did not end or went the other
-- way: spells in CSTO, EAEU and CIS still open, acts and statements towards Russia, trade that grew.
WITH limits AS (SELECT DATE '2022-02-24' AS invasion),

moves AS (
    SELECT *
    FROM positions CROSS JOIN limits
    WHERE actor_id = 'ARM' AND coalesce(occurred_latest, known_since) >= invasion
),

signs AS (
    SELECT 'criticism in words' AS sign, occurred AS what, TRUE AS holds, 'positions|' || position_id AS row_key
    FROM moves WHERE form = 'words' AND direction < 0 AND target_id IN ('RUS', 'csto')
    UNION ALL
    SELECT 'forces asked to leave', occurred, TRUE, 'positions|' || position_id
    FROM moves WHERE act = 'force_withdrawal'
    UNION ALL
    SELECT 'CSTO frozen', occurred, TRUE, 'membership_events|' || membership_event_id
    FROM membership_events CROSS JOIN limits
    WHERE state_id = 'ARM' AND organisation_id = 'csto' AND event IN ('froze', 'notified_exit', 'exit_effective')
        AND coalesce(occurred_latest, known_since) >= invasion
    UNION ALL
    SELECT 'court joined', began, TRUE, 'memberships|' || membership_id
    FROM memberships CROSS JOIN limits
    WHERE state_id = 'ARM' AND organisation_id = 'icc' AND status = 'member' AND began_earliest >= invasion
    UNION ALL
    SELECT
        'vote no longer no', adopted || ' ' || vote, CASE WHEN is_since THEN vote <> 'no' END,
        'votes|' || votes.resolution_id || '|ARM'
    FROM texts_around('human_rights', DATE '2022-02-24') AS texts
    JOIN votes ON votes.resolution_id = texts.resolution_id AND state_id = 'ARM'
),

kinds AS (
    SELECT unnest([
        'criticism in words', 'CSTO frozen', 'forces asked to leave', 'court joined', 'vote no longer no'
    ]) AS sign
)

SELECT
    kinds.sign AS case_id, 'asserted' AS role, 'since the invasion' AS expected,
    coalesce(string_agg(what, ', ' ORDER BY what), 'nothing typed') AS observed, bool_and(holds) AS holds,
    evidence_of(row_key) AS evidence
FROM kinds
LEFT JOIN signs ON signs.sign = kinds.sign
GROUP BY kinds.sign
UNION ALL
SELECT
    'member of ' || organisation_id, 'counter', 'not said', status || ' since ' || began, TRUE,
    ['memberships|' || membership_id]
FROM memberships
WHERE state_id = 'ARM' AND organisation_id IN ('csto', 'eaeu', 'cis') AND status = 'member' AND is_open
UNION ALL
SELECT position_id, 'counter', 'not said', summary, TRUE, ['positions|' || position_id]
FROM moves
WHERE direction > 0
UNION ALL
SELECT
    'trade', 'counter', 'not said',
    string_agg(year || ': ' || CAST(figure / 1e6 AS BIGINT) || ' million USD', ', ' ORDER BY year),
    max_by(figure, year) > min_by(figure, year), flatten(list(row_keys))
FROM turnovers()
WHERE reporter_id = 'ARM' AND partner_id = 'RUS' AND unit = 'USD' AND year IS NOT NULL
HAVING count(*) > 1
