-- Asserted: three ways of losing a partner of 23 February 2022; each holds where at least ten states went it: "many"
-- is no number; ten is a twentieth of the United Nations. 1 No longer voting no with Russia on the yearly text on
-- human rights in Crimea, the last before the invasion against the latest. 2 Leaving, freezing or ending a bond: CSTO,
-- EAEU, CIS, Union State, treaty of defence or partnership. 3 Measures against Russia begun since, the European Union
-- standing for its members, Ukraine apart. Counter: states that came closer: a vote that became no, a treaty signed
-- since.
WITH limits AS (SELECT DATE '2022-02-24' AS invasion, 10 AS many),

ballots AS (
    SELECT
        votes.state_id, max(votes.vote) FILTER (WHERE NOT is_since) AS earlier,
        max(votes.vote) FILTER (WHERE is_since) AS later,
        list('votes|' || votes.resolution_id || '|' || votes.state_id ORDER BY votes.resolution_id) AS evidence
    FROM votes
    JOIN texts_around('human_rights', DATE '2022-02-24') AS texts ON texts.resolution_id = votes.resolution_id
    WHERE votes.state_id <> 'RUS' AND votes.vote <> 'no_vote_right'
    GROUP BY votes.state_id
    HAVING count(*) = 2
),

treaties AS (
    SELECT
        actor_id AS state_id, issued_latest >= invasion AS is_since, row_key,
        coalesce(denounced_latest, ended_latest) AS ended_on
    FROM documents_with('RUS') CROSS JOIN limits
    WHERE document_type IN ('mutual_defence_treaty', 'partnership_treaty')
        AND coalesce(denounced_latest >= invasion, TRUE)
),

bonds AS (
    SELECT state_id, NOT is_open AS is_cut, 'memberships|' || membership_id AS row_key
    FROM memberships CROSS JOIN limits
    WHERE organisation_id IN ('csto', 'eaeu', 'cis', 'union-state') AND status IN ('member', 'partner')
        AND began_latest < invasion AND (is_open OR ended_latest >= invasion)
    UNION ALL
    SELECT state_id, TRUE, 'membership_events|' || membership_event_id
    FROM membership_events CROSS JOIN limits
    WHERE organisation_id IN ('csto', 'eaeu', 'cis', 'union-state') AND occurred_latest >= invasion
        AND event IN ('froze', 'suspended', 'notified_exit', 'exit_effective', 'expelled')
    UNION ALL
    SELECT state_id, ended_on IS NOT NULL AND state_id NOT IN (SELECT state_id FROM treaties WHERE is_since), row_key
    FROM treaties
    WHERE NOT is_since
),

lost AS (
    SELECT 'no longer votes with Russia' AS case_id, state_id, later <> 'no' AS is_lost, evidence
    FROM ballots WHERE earlier = 'no'
    UNION ALL
    SELECT 'cut a bond with Russia', state_id, bool_or(is_cut), list(row_key ORDER BY row_key)
    FROM bonds WHERE state_id <> 'RUS' GROUP BY state_id
    UNION ALL
    SELECT
        'put measures on Russia', coalesce(members.state_id, sender_id), TRUE,
        list('sanctions|' || sanction_id ORDER BY sanction_id)
    FROM sanctions CROSS JOIN limits
    LEFT JOIN memberships AS members
        ON members.organisation_id = sender_id AND members.status = 'member' AND members.is_open
    WHERE target_id = 'RUS' AND measure = 'any' AND sanctions.is_open AND sanctions.began_latest >= invasion
        AND sender_id <> 'UKR'
    GROUP BY coalesce(members.state_id, sender_id)
    UNION ALL
    SELECT 'put measures on Russia', actor_id, FALSE, ['coverage|' || coverage_id]
    FROM coverage
    WHERE table_name = 'sanctions' AND counterpart_id = 'RUS' AND result = 'searched_none_found'
        AND actor_id IN (SELECT state_id FROM states)
),

closer AS (
    SELECT state_id, 'votes no since' AS reason, evidence FROM ballots WHERE earlier <> 'no' AND later = 'no'
    UNION ALL
    SELECT state_id, 'new treaty', list(row_key ORDER BY row_key) FROM treaties WHERE is_since GROUP BY state_id
)

SELECT
    case_id, 'asserted' AS role, 'at least ' || min(many) || ' states' AS expected,
    count(*) FILTER (WHERE is_lost) || ' of ' || count(*) || ' states looked at: '
    || coalesce(string_agg(state_id, ', ' ORDER BY state_id) FILTER (WHERE is_lost), 'none') AS observed,
    count(*) FILTER (WHERE is_lost) >= min(many) AS holds, flatten(list(evidence ORDER BY state_id)) AS evidence
FROM lost CROSS JOIN limits
GROUP BY case_id
UNION ALL
SELECT
    state_id, 'counter', 'not said', string_agg(reason, ', ' ORDER BY reason), TRUE,
    flatten(list(evidence ORDER BY reason))
FROM closer
GROUP BY state_id
