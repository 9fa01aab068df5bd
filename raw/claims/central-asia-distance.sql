-- Asserted: Uzbekistan and Kazakhstan, each in five fields since 24 February 2022: it no longer votes no on the yearly
-- text on human rights in Crimea; it left, froze or gave notice in CSTO, EAEU or CIS (an open spell says that it did
-- not); it received no state or official visit; its trade with Russia by one reporter lies below the last year before;
-- its typed acts and statements away from Russia outnumber those towards it. Counter: documents signed with Russia
-- since, Russian arms ordered or delivered since. Context: the other states of Central Asia (M49).
WITH limits AS (SELECT DATE '2022-02-24' AS invasion),

members AS (
    SELECT state_id, CASE WHEN state_id IN ('UZB', 'KAZ') THEN 'asserted' ELSE 'context' END AS role
    FROM memberships
    WHERE organisation_id = 'central-asia' AND status = 'member'
),

texts AS (
    SELECT
        resolution_id, adopted >= invasion AS is_since,
        row_number() OVER (PARTITION BY adopted >= invasion ORDER BY adopted DESC, resolution_id) AS age
    FROM resolutions CROSS JOIN limits
    WHERE organ = 'general_assembly' AND topic = 'human_rights' AND about_state_id = 'UKR'
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

released AS (
    SELECT
        CASE WHEN reporter_id = 'RUS' THEN partner_id ELSE reporter_id END AS state_id, reporter_id,
        year, year <= 2021 AS is_before, value_usd, 'trade_flows|' || trade_flow_id AS row_key,
        row_number() OVER (PARTITION BY reporter_id, partner_id, year ORDER BY known_since DESC, trade_flow_id) AS age
    FROM trade_flows
    WHERE flow = 'total' AND commodity = 'total' AND value_usd IS NOT NULL AND 'RUS' IN (reporter_id, partner_id)
),

found AS (
    SELECT
        state_id, 'votes' AS field, string_agg(adopted || ' ' || vote, ', ' ORDER BY adopted) AS observed,
        max(vote) FILTER (WHERE NOT is_since) = 'no' AND max(vote) FILTER (WHERE is_since) <> 'no' AS holds,
        list('votes|' || votes.resolution_id || '|' || state_id ORDER BY adopted) AS evidence
    FROM votes
    JOIN texts ON texts.resolution_id = votes.resolution_id AND age = 1
    JOIN resolutions ON resolutions.resolution_id = votes.resolution_id
    GROUP BY state_id
    UNION ALL
    SELECT
        state_id, 'organisations',
        string_agg(organisation_id || CASE WHEN is_cut THEN ' cut' ELSE ' kept' END, ', ' ORDER BY row_key),
        bool_or(is_cut), list(row_key ORDER BY row_key)
    FROM spells GROUP BY state_id
    UNION ALL
    SELECT
        host_state_id, 'visits', string_agg(visit_type || ' visit on ' || began, ', ' ORDER BY began), FALSE,
        list('visits|' || visit_id ORDER BY visit_id)
    FROM visits CROSS JOIN limits
    WHERE person_id = 'putin' AND outcome = 'held' AND visit_type IN ('state', 'official')
        AND began_earliest >= invasion
    GROUP BY host_state_id
    UNION ALL
    SELECT
        state_id, 'trade',
        string_agg(
            year || ': ' || CAST(value_usd / 1000000 AS BIGINT) || ' million USD', ', ' ORDER BY year
        ) || ' by ' || reporter_id,
        max_by(value_usd, year) < max_by(value_usd, year) FILTER (WHERE is_before), list(row_key ORDER BY year)
    FROM released WHERE age = 1 GROUP BY state_id, reporter_id HAVING bool_or(is_before) AND NOT bool_and(is_before)
    UNION ALL
    SELECT
        actor_id, 'statements',
        count(*) FILTER (WHERE direction < 0) || ' away, ' || count(*) FILTER (WHERE direction > 0) || ' towards',
        count(*) FILTER (WHERE direction < 0) > count(*) FILTER (WHERE direction > 0),
        list('positions|' || position_id ORDER BY position_id)
    FROM positions CROSS JOIN limits
    WHERE coalesce(occurred_latest, known_since) >= invasion GROUP BY actor_id
),

fields AS (
    SELECT unnest(['votes', 'organisations', 'visits', 'trade', 'statements']) AS field
)

SELECT
    members.state_id || ' ' || fields.field AS case_id, members.role, 'away from Russia' AS expected,
    coalesce(observed, 'nothing typed to compare') AS observed,
    CASE WHEN members.role = 'asserted' THEN holds END AS holds, coalesce(evidence, []) AS evidence
FROM members CROSS JOIN fields
LEFT JOIN found ON found.state_id = members.state_id AND found.field = fields.field
UNION ALL
SELECT
    party.actor_id || ' ' || documents.document_id, 'counter', 'not said', 'signed on ' || issued, TRUE,
    ['documents|' || documents.document_id]
FROM documents
JOIN document_parties AS party ON party.document_id = documents.document_id AND party.actor_id IN ('UZB', 'KAZ')
JOIN document_parties AS russia ON russia.document_id = documents.document_id AND russia.actor_id = 'RUS'
CROSS JOIN limits
WHERE issued_earliest >= invasion
UNION ALL
SELECT
    recipient_id || ' ' || arms_deals.arms_deal_id, 'counter', 'not said',
    string_agg(event || ' ' || occurred, ', ' ORDER BY arms_event_id), TRUE,
    list('arms_events|' || arms_event_id ORDER BY arms_event_id)
FROM arms_deals
JOIN arms_events ON arms_events.arms_deal_id = arms_deals.arms_deal_id
CROSS JOIN limits
WHERE supplier_id = 'RUS' AND recipient_id IN ('UZB', 'KAZ') AND event IN ('ordered', 'delivery')
    AND coalesce(occurred_latest, arms_events.known_since) >= invasion
GROUP BY recipient_id, arms_deals.arms_deal_id
