-- Asserted: Uzbekistan and Kazakhstan, each in five fields since 24 February 2022: it no longer votes no on the yearly
-- text on human rights in Crimea; it left, froze or gave notice in CSTO, EAEU or CIS (an open spell says that it did
-- not); it received no state or official visit; its trade with Russia by one reporter (its own before Russia's) lies
-- below the last year before; its typed acts and statements away from Russia outnumber those towards it. Counter:
-- documents signed with Russia since, Russian arms ordered or delivered since. Context: the other states of Central
-- Asia (M49).
WITH limits AS (SELECT DATE '2022-02-24' AS invasion),

members AS (
    SELECT state_id, CASE WHEN state_id IN ('UZB', 'KAZ') THEN 'asserted' ELSE 'context' END AS role
    FROM memberships
    WHERE organisation_id = 'central-asia' AND status = 'member'
),

spells AS (
    SELECT state_id, organisation_id, 'memberships|' || membership_id AS row_key, NOT is_open AS is_cut
    FROM memberships CROSS JOIN limits
    WHERE organisation_id IN ('csto', 'eaeu', 'cis') AND status IN ('member', 'observer', 'partner')
        AND (is_open OR ended_latest >= invasion)
    UNION ALL
    SELECT state_id, organisation_id, 'membership_events|' || membership_event_id, TRUE
    FROM membership_events CROSS JOIN limits
    WHERE organisation_id IN ('csto', 'eaeu', 'cis') AND coalesce(occurred_latest, known_since) >= invasion
        AND event IN ('froze', 'notified_exit', 'exit_effective')
),

trade AS (
    SELECT
        members.state_id, reporter_id,
        string_agg(year || ': ' || CAST(figure / 1e6 AS BIGINT), ', ' ORDER BY year) || ' million USD by '
        || reporter_id AS observed,
        max_by(figure, year) < max_by(figure, year) FILTER (WHERE year < 2022) AS holds,
        flatten(list(row_keys)) AS evidence,
        row_number() OVER (PARTITION BY members.state_id ORDER BY reporter_id = 'RUS') AS turn
    FROM turnovers()
    JOIN members ON members.state_id IN (reporter_id, partner_id)
    WHERE 'RUS' IN (reporter_id, partner_id) AND unit = 'USD' AND year IS NOT NULL
    GROUP BY members.state_id, reporter_id
    HAVING min(year) < 2022 AND max(year) >= 2022
),

found AS (
    SELECT
        state_id, 'votes' AS field, string_agg(adopted || ' ' || vote, ', ' ORDER BY adopted) AS observed,
        max(vote) FILTER (WHERE NOT is_since) = 'no' AND max(vote) FILTER (WHERE is_since) <> 'no' AS holds,
        evidence_of('votes|' || votes.resolution_id || '|' || state_id) AS evidence
    FROM texts_around('human_rights', DATE '2022-02-24') AS texts
    JOIN votes ON votes.resolution_id = texts.resolution_id
    GROUP BY state_id
    UNION ALL
    SELECT
        state_id, 'organisations',
        string_agg(organisation_id || CASE WHEN is_cut THEN ' cut' ELSE ' kept' END, ', ' ORDER BY row_key),
        bool_or(is_cut), evidence_of(row_key)
    FROM spells
    GROUP BY state_id
    UNION ALL
    SELECT
        host_state_id, 'visits', string_agg(visit_type || ' visit on ' || began, ', ' ORDER BY began), FALSE,
        evidence_of('visits|' || visit_id)
    FROM visits CROSS JOIN limits
    WHERE person_id = 'putin' AND outcome = 'held' AND visit_type IN ('state', 'official')
        AND began_earliest >= invasion
    GROUP BY host_state_id
    UNION ALL
    SELECT state_id, 'trade', observed, holds, evidence FROM trade WHERE turn = 1
    UNION ALL
    SELECT
        actor_id, 'statements',
        count(*) FILTER (WHERE direction < 0) || ' away, ' || count(*) FILTER (WHERE direction > 0) || ' towards',
        count(*) FILTER (WHERE direction < 0) > count(*) FILTER (WHERE direction > 0),
        evidence_of('positions|' || position_id)
    FROM positions CROSS JOIN limits
    WHERE coalesce(occurred_latest, known_since) >= invasion
    GROUP BY actor_id
)

SELECT
    members.state_id || ' ' || fields.field AS case_id, members.role, 'away from Russia' AS expected,
    coalesce(observed, 'nothing typed to compare') AS observed,
    CASE WHEN members.role = 'asserted' THEN holds END AS holds, coalesce(evidence, []) AS evidence
FROM members
CROSS JOIN (SELECT unnest(['votes', 'organisations', 'visits', 'trade', 'statements']) AS field) AS fields
LEFT JOIN found ON found.state_id = members.state_id AND found.field = fields.field
UNION ALL
SELECT actor_id || ' ' || document_id, 'counter', 'not said', 'signed on ' || issued, TRUE, [row_key]
FROM documents_with('RUS') CROSS JOIN limits
WHERE actor_id IN ('UZB', 'KAZ') AND issued_earliest >= invasion
UNION ALL
SELECT
    recipient_id || ' ' || arms_deals.arms_deal_id, 'counter', 'not said',
    string_agg(event || ' ' || occurred, ', ' ORDER BY arms_event_id), TRUE,
    evidence_of('arms_events|' || arms_event_id)
FROM arms_deals
JOIN arms_events ON arms_events.arms_deal_id = arms_deals.arms_deal_id
CROSS JOIN limits
WHERE supplier_id = 'RUS' AND recipient_id IN ('UZB', 'KAZ') AND event IN ('ordered', 'delivery')
    AND coalesce(occurred_latest, arms_events.known_since) >= invasion
GROUP BY recipient_id, arms_deals.arms_deal_id
