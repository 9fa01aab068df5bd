-- Part checked: that the four named stand by Russia in words and votes, and that their states give it no arms or goods
-- of war. Asserted, since 24 February 2022: typed acts and statements towards Russia outnumber those away from it (all
-- four); General Assembly texts on Ukraine not voted for outnumber those voted for (three states); no aid from the
-- state or its firms (three states; a party has neither). The last is false where such aid is typed with credibility 1
-- or 2, not to be told where only doubtful aid is, and true where a search of the supplier reaches the day and found
-- none. Counter: goods for the war from private or unknown suppliers, measures against Russia that the actor takes
-- part in.
WITH limits AS (SELECT DATE '2022-02-24' AS invasion),

named AS (
    SELECT unnest(['CHN', 'SRB', 'HUN', 'us-republicans']) AS actor_id
),

moves AS (
    SELECT
        actor_id, count(*) FILTER (WHERE direction > 0) AS towards, count(*) FILTER (WHERE direction < 0) AS away,
        list('positions|' || position_id ORDER BY position_id) AS evidence
    FROM positions CROSS JOIN limits
    WHERE direction <> 0 AND coalesce(occurred_latest, known_since) >= invasion
    GROUP BY actor_id
),

ballots AS (
    SELECT
        state_id, count(*) FILTER (WHERE vote = 'yes') AS yes_votes,
        count(*) FILTER (WHERE vote <> 'yes') AS other_votes,
        list('votes|' || votes.resolution_id || '|' || state_id ORDER BY votes.resolution_id) AS evidence
    FROM votes
    JOIN resolutions ON resolutions.resolution_id = votes.resolution_id
    CROSS JOIN limits
    WHERE organ = 'general_assembly' AND about_state_id = 'UKR' AND adopted >= invasion
    GROUP BY state_id
),

aid AS (
    SELECT
        supplier_id, provider_kind IN ('state', 'state_firm') AS is_public, min(credibility) AS best,
        string_agg(item, '; ' ORDER BY support_id) AS items,
        list('support|' || support_id ORDER BY support_id) AS evidence
    FROM support
    WHERE recipient_id = 'RUS' AND credibility <= 3
    GROUP BY supplier_id, provider_kind IN ('state', 'state_firm')
),

searched AS (
    SELECT actor_id, list('coverage|' || coverage_id ORDER BY coverage_id) AS evidence
    FROM coverage
    WHERE table_name = 'support' AND counterpart_id = 'RUS' AND result = 'searched_none_found'
        AND ended >= CAST($as_of AS DATE)
    GROUP BY actor_id
)

SELECT
    named.actor_id || ' words and acts' AS case_id, 'asserted' AS role, 'more towards Russia' AS expected,
    coalesce(towards || ' towards, ' || away || ' away', 'nothing typed by the day') AS observed,
    towards > away AS holds, coalesce(evidence, []) AS evidence
FROM named
LEFT JOIN moves ON moves.actor_id = named.actor_id
UNION ALL
SELECT
    state_id || ' votes', 'asserted', 'more texts not voted for',
    other_votes || ' not voted for, ' || yes_votes || ' voted for', other_votes > yes_votes, evidence
FROM ballots
JOIN named ON named.actor_id = state_id
UNION ALL
SELECT
    named.actor_id || ' aid', 'asserted', 'none from the state or its firms', coalesce(items, 'none typed'),
    CASE WHEN best <= 2 THEN FALSE WHEN best IS NULL AND searched.actor_id IS NOT NULL THEN TRUE END,
    coalesce(aid.evidence, searched.evidence, [])
FROM named
LEFT JOIN aid ON aid.supplier_id = named.actor_id AND is_public
LEFT JOIN searched ON searched.actor_id = named.actor_id
WHERE named.actor_id IN (SELECT state_id FROM states)
UNION ALL
SELECT supplier_id || ' goods', 'counter', 'none', items, TRUE, evidence
FROM aid
JOIN named ON named.actor_id = supplier_id AND NOT is_public
UNION ALL
SELECT
    named.actor_id || ' measures', 'counter', 'none', 'through ' || sender_id || ' since ' || min(sanctions.began),
    TRUE, list('sanctions|' || sanction_id ORDER BY sanction_id)
FROM named
JOIN memberships ON memberships.state_id = named.actor_id AND memberships.status = 'member' AND memberships.is_open
JOIN sanctions ON sender_id = memberships.organisation_id AND sanctions.is_open
WHERE target_id = 'RUS' AND measure = 'any'
GROUP BY named.actor_id, sender_id
