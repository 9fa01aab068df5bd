-- Asserted: steps by which a state gathers others, since 24 February 2022: Russia proposes a system of collective
-- security; signs a treaty of defence or partnership; forums it belongs to (BRICS, SCO) take in members; the
-- organisations it leads (CSTO, EAEU, Union State) take in members; it signs a defence document with two others or
-- more at once. No row is false only for the organisations it leads, where a complete search of CSTO and EAEU reaches
-- to within a year of the day. Counter: states that declined, or froze a standing in, these circles. Context: trips
-- abroad by year.
WITH limits AS (
    SELECT DATE '2022-02-24' AS invasion, CAST($as_of AS DATE) AS today
),

signed AS (
    SELECT
        row_key, document_type, string_agg(actor_id, ', ' ORDER BY actor_id) AS others, count(*) AS other_parties
    FROM documents_with('RUS') CROSS JOIN limits
    WHERE own_role = 'party' AND role = 'party' AND issued_earliest >= invasion
    GROUP BY row_key, document_type
),

steps AS (
    SELECT 'system of collective security proposed' AS kind, position_id AS what, 'positions|' || position_id AS row_key
    FROM positions CROSS JOIN limits
    WHERE actor_id = 'RUS' AND topic = 'security_alliance' AND act = 'proposal'
        AND coalesce(occurred_latest, known_since) >= invasion
    UNION ALL
    SELECT 'treaty of defence or partnership', others, row_key
    FROM signed
    WHERE document_type IN ('mutual_defence_treaty', 'partnership_treaty')
    UNION ALL
    SELECT 'defence document with two or more', others, row_key
    FROM signed
    WHERE document_type IN ('mutual_defence_treaty', 'arms_technical', 'memorandum') AND other_parties > 1
    UNION ALL
    SELECT
        CASE WHEN organisation_id IN ('brics', 'sco') THEN 'forums' ELSE 'own organisations' END || ' take in members',
        organisation_id || ' ' || state_id || coalesce(', contested by ' || contested_by, ''),
        'memberships|' || membership_id
    FROM memberships CROSS JOIN limits
    WHERE organisation_id IN ('brics', 'sco', 'csto', 'eaeu', 'union-state') AND status = 'member'
        AND began_earliest >= invasion
),

kinds AS (
    SELECT unnest([
        'system of collective security proposed', 'treaty of defence or partnership', 'forums take in members',
        'own organisations take in members', 'defence document with two or more'
    ]) AS kind
),

searched AS (
    SELECT count(DISTINCT actor_id) = 2 AS is_enough, list('coverage|' || coverage_id ORDER BY coverage_id) AS evidence
    FROM coverage CROSS JOIN limits
    WHERE table_name = 'memberships' AND actor_id IN ('csto', 'eaeu') AND result = 'complete'
        AND ended >= today - INTERVAL 1 YEAR
)

SELECT
    kinds.kind AS case_id, 'asserted' AS role, 'at least one since the invasion' AS expected,
    coalesce(string_agg(what, '; ' ORDER BY row_key), 'none typed') AS observed,
    CASE
        WHEN count(row_key) > 0 THEN TRUE
        WHEN kinds.kind = 'own organisations take in members' AND bool_and(is_enough) THEN FALSE
    END AS holds,
    coalesce(
        list(row_key ORDER BY row_key) FILTER (WHERE row_key IS NOT NULL),
        CASE WHEN kinds.kind = 'own organisations take in members' THEN min(searched.evidence) END, []
    ) AS evidence
FROM kinds
LEFT JOIN steps ON steps.kind = kinds.kind
CROSS JOIN searched
GROUP BY kinds.kind
UNION ALL
SELECT
    state_id, 'counter', 'not said',
    string_agg(event || ' ' || organisation_id || ' ' || occurred, ', ' ORDER BY membership_event_id), TRUE,
    list('membership_events|' || membership_event_id ORDER BY membership_event_id)
FROM membership_events CROSS JOIN limits
WHERE organisation_id IN ('brics', 'sco', 'csto', 'eaeu', 'union-state') AND event IN ('declined', 'froze')
    AND coalesce(occurred_latest, known_since) >= invasion
GROUP BY state_id
UNION ALL
SELECT
    'trips abroad in ' || extract(year FROM began_earliest), 'context', NULL,
    count(*) || ' held: ' || string_agg(host_state_id, ', ' ORDER BY began_earliest, visit_id), NULL,
    list('visits|' || visit_id ORDER BY visit_id)
FROM visits
WHERE person_id = 'putin' AND outcome = 'held' AND territory IS NULL AND began_earliest >= DATE '2019-01-01'
GROUP BY extract(year FROM began_earliest)
