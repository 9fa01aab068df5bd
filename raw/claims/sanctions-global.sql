-- Asserted: in each of the five regions of the UN standard M49 at least one state of the table has measures against
-- Russia in force (members of the European Union through it). A region without any fails only where the search
-- reaches the day. Counter: in the spans searched more states of the region were found without any measure than with
-- one (Africa was searched as a whole, under the African Union). Context: all regions together.
WITH senders AS (
    SELECT coalesce(eu.state_id, sanctions.sender_id) AS state_id, min('sanctions|' || sanction_id) AS row_ref
    FROM sanctions
    LEFT JOIN members_on('eu', $as_of) AS eu ON sanctions.sender_id = 'eu'
    WHERE target_id = 'RUS' AND measure = 'any' AND (is_open OR ended_earliest > CAST($as_of AS DATE))
    GROUP BY coalesce(eu.state_id, sanctions.sender_id)
),

searched AS (
    SELECT states.state_id, max(coverage.ended) AS ended, min('coverage|' || coverage_id) AS row_ref
    FROM coverage
    JOIN states ON states.state_id = coverage.actor_id OR coverage.actor_id = 'au' AND states.region = 'Africa'
    WHERE table_name = 'sanctions' AND counterpart_id = 'RUS' AND result IN ('complete', 'searched_none_found')
    GROUP BY states.state_id
),

marked AS (
    SELECT
        states.region, states.state_id, senders.state_id AS sender, searched.state_id AS clear, searched.ended,
        coalesce(senders.row_ref, searched.row_ref) AS row_ref
    FROM states
    LEFT JOIN senders ON senders.state_id = states.state_id
    LEFT JOIN searched ON searched.state_id = states.state_id AND senders.state_id IS NULL
),

regions AS (
    SELECT
        coalesce(region, 'world') AS region, count(state_id) AS states, count(sender) AS senders,
        count(clear) AS clear, min(ended) AS reached,
        count(sender) || ' of ' || count(state_id) || ' states with measures, ' || count(clear)
        || ' searched without any' || coalesce(', to ' || min(ended) || ' at least', '') AS observed,
        evidence_of(row_ref) AS evidence
    FROM marked
    GROUP BY GROUPING SETS ((region), ())
)

SELECT
    region AS case_id, CASE WHEN region = 'world' THEN 'context' ELSE 'asserted' END AS role,
    CASE WHEN region = 'world' THEN 'share of all states' ELSE 'at least one state with measures' END AS expected,
    observed,
    CASE WHEN region = 'world' THEN NULL WHEN senders > 0 THEN TRUE
        WHEN clear = states AND reached >= CAST($as_of AS DATE) THEN FALSE END AS holds,
    evidence
FROM regions
UNION ALL
SELECT
    region || '-without', 'counter', 'more searched without measures than with', observed, clear > senders, evidence
FROM regions
WHERE region <> 'world'
