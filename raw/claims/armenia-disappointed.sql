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

ballots AS (
    SELECT
        vote, adopted, 'votes|' || votes.resolution_id || '|ARM' AS row_key, adopted >= invasion AS is_since,
        row_number() OVER (PARTITION BY adopted >= invasion ORDER BY adopted DESC, votes.resolution_id) AS age
    FROM votes
    JOIN resolutions ON resolutions.resolution_id = votes.resolution_id
    CROSS JOIN limits
    WHERE state_id = 'ARM' AND organ = 'general_assembly' AND topic = 'human_rights' AND about_state_id = 'UKR'
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
    SELECT 'vote no longer no', adopted || ' ' || vote, CASE WHEN is_since THEN vote <> 'no' END, row_key
    FROM ballots WHERE age = 1
),

kinds AS (
    SELECT unnest([
        'criticism in words', 'CSTO frozen', 'forces asked to leave', 'court joined', 'vote no longer no'
    ]) AS sign
)

SELECT
    kinds.sign AS case_id, 'asserted' AS role, 'since the invasion' AS expected,
    coalesce(string_agg(what, ', ' ORDER BY what), 'nothing typed') AS observed, bool_and(holds) AS holds,
    coalesce(list(row_key ORDER BY row_key) FILTER (WHERE row_key IS NOT NULL), []) AS evidence
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
    string_agg(
        year || ': ' || CAST(value_usd / 1000000 AS BIGINT) || ' million USD', ', ' ORDER BY year, trade_flow_id
    ),
    max_by(value_usd, year) > min_by(value_usd, year), list('trade_flows|' || trade_flow_id ORDER BY trade_flow_id)
FROM trade_flows
WHERE reporter_id = 'ARM' AND partner_id = 'RUS' AND flow = 'total' AND commodity = 'total' AND value_usd IS NOT NULL
HAVING count(*) > 1
