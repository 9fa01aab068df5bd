-- Allies: states bound to Russia on 23 February 2022 by CSTO, EAEU, CIS or Union State, or by a treaty of defence or
-- partnership not denounced by then. Asserted, to test "steadily": year by year, fewer allies vote no with Russia on
-- the yearly text on human rights in Crimea than on the one before; and an ally leaves, freezes or gives notice in
-- those organisations ("none" counts only where the search of CSTO and EAEU members reaches the last month of the
-- year, or the day). Counter: allies that signed a treaty, joint statement, communique or defence programme with
-- Russia since.
WITH limits AS (
    SELECT DATE '2022-02-24' AS invasion, CAST($as_of AS DATE) AS today
),

shared AS (
    SELECT
        actor_id AS state_id, denounced_latest AS denounced, document_type, issued, issued_earliest, issued_latest,
        row_key
    FROM documents_with('RUS')
    WHERE role = 'party'
),

allies AS (
    SELECT state_id
    FROM memberships CROSS JOIN limits
    WHERE organisation_id IN ('csto', 'eaeu', 'cis', 'union-state') AND status IN ('member', 'partner')
        AND state_id <> 'RUS' AND began_latest < invasion AND (is_open OR ended_latest >= invasion)
    UNION
    SELECT state_id
    FROM shared CROSS JOIN limits
    WHERE document_type IN ('mutual_defence_treaty', 'partnership_treaty') AND issued_latest < invasion
        AND coalesce(denounced >= invasion, TRUE)
),

counted AS (
    SELECT
        adopted, count(*) FILTER (WHERE vote = 'no') AS noes,
        string_agg(votes.state_id, ', ' ORDER BY votes.state_id) FILTER (WHERE vote = 'no') AS who,
        list('votes|' || votes.resolution_id || '|' || votes.state_id ORDER BY votes.state_id) AS evidence
    FROM votes
    JOIN allies ON allies.state_id = votes.state_id
    JOIN resolutions ON resolutions.resolution_id = votes.resolution_id
    WHERE organ = 'general_assembly' AND topic = 'human_rights' AND about_state_id = 'UKR'
    GROUP BY adopted
),

compared AS (
    SELECT
        *, lag(noes) OVER (ORDER BY adopted) AS noes_before, lag(who) OVER (ORDER BY adopted) AS who_before,
        lag(evidence) OVER (ORDER BY adopted) AS evidence_before
    FROM counted
),

steps AS (
    SELECT
        extract(year FROM occurred_latest) AS in_year,
        string_agg(DISTINCT allies.state_id || ' ' || event || ' ' || organisation_id, ', ') AS what,
        list('membership_events|' || membership_event_id ORDER BY membership_event_id) AS evidence
    FROM membership_events
    JOIN allies ON allies.state_id = membership_events.state_id
    CROSS JOIN limits
    WHERE organisation_id IN ('csto', 'eaeu', 'cis', 'union-state') AND occurred_latest >= invasion
        AND event IN ('froze', 'suspended', 'notified_exit', 'exit_effective', 'expelled')
    GROUP BY extract(year FROM occurred_latest)
),

years AS (
    SELECT
        on_year, (
            SELECT count(DISTINCT actor_id) = 2
            FROM coverage
            WHERE table_name = 'memberships' AND actor_id IN ('csto', 'eaeu') AND result = 'complete'
                AND ended >= least(make_date(on_year, 12, 1), today)
        ) AS is_searched
    FROM limits, generate_series(2022, extract(year FROM today)) AS series(on_year)
)

SELECT
    'votes ' || extract(year FROM adopted) AS case_id, 'asserted' AS role,
    'fewer noes than the year before' AS expected,
    noes || ' (' || who || ') after ' || noes_before || ' (' || who_before || ')' AS observed,
    noes < noes_before AS holds, evidence || evidence_before AS evidence
FROM compared CROSS JOIN limits
WHERE adopted >= invasion
UNION ALL
SELECT
    'bonds ' || on_year, 'asserted', 'an ally leaves, freezes or gives notice',
    coalesce(what, CASE WHEN is_searched THEN 'none' ELSE 'not searched to the end of the year' END),
    CASE WHEN what IS NOT NULL THEN TRUE WHEN is_searched THEN FALSE END, coalesce(evidence, [])
FROM years
LEFT JOIN steps ON in_year = on_year
UNION ALL
SELECT
    shared.state_id, 'counter', 'not said', count(*) || ' signed since, the first on ' || min(issued), TRUE,
    evidence_of(row_key)
FROM shared
JOIN allies ON allies.state_id = shared.state_id
CROSS JOIN limits
WHERE issued_earliest >= invasion
    AND document_type IN ('mutual_defence_treaty', 'partnership_treaty', 'joint_statement', 'communique', 'memorandum')
GROUP BY shared.state_id
