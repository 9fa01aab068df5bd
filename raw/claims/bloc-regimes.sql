-- Those Russia gathers: hosts of a held visit of its president since 24 February 2022 (occupied territory apart),
-- parties to a treaty with it signed since then, states that aid it (possibly true or better). "Autocrats, dictators"
-- at two thresholds of V-Dem's Regimes of the World, last year of the newest edition known on the day: strict, a closed
-- autocracy; wide, a closed or an electoral one. Asserted: every such state, wide. Context: the same, strict. Counter:
-- those that are democracies. NULL: no regime row. Populism is not coded.
WITH gathered AS (
    SELECT host_state_id AS state_id, 'visits|' || visit_id AS row_name
    FROM visits
    WHERE person_id = 'putin' AND outcome = 'held' AND territory IS NULL AND began_earliest >= DATE '2022-02-24'
    UNION ALL
    SELECT actor_id, row_key
    FROM documents_with('RUS')
    WHERE document_type IN ('mutual_defence_treaty', 'partnership_treaty', 'arms_technical')
        AND issued_earliest >= DATE '2022-02-24'
    UNION ALL
    SELECT supplier_id, 'support|' || support_id
    FROM support
    WHERE recipient_id = 'RUS' AND credibility <= 3 AND provider_kind IN ('state', 'state_firm')
),

judged AS (
    SELECT
        gathered.state_id, latest.regime, latest.year,
        evidence_of(gathered.row_name) || CASE WHEN latest.row_key IS NULL THEN [] ELSE [latest.row_key] END AS evidence
    FROM gathered
    JOIN states ON states.state_id = gathered.state_id
    LEFT JOIN latest_regimes() AS latest ON latest.state_id = gathered.state_id
    GROUP BY gathered.state_id, latest.regime, latest.year, latest.row_key
)

SELECT
    state_id AS case_id, 'asserted' AS role, 'autocracy' AS expected,
    coalesce(regime || ' in ' || year, 'no regime row') AS observed,
    regime IN ('closed_autocracy', 'electoral_autocracy') AS holds, evidence
FROM judged
UNION ALL
SELECT
    state_id || ' strict', 'context', 'closed autocracy', coalesce(regime || ' in ' || year, 'no regime row'),
    regime = 'closed_autocracy', evidence
FROM judged
UNION ALL
SELECT state_id || ' democracy', 'counter', 'an autocracy', regime || ' in ' || year, TRUE, evidence
FROM judged
WHERE regime IN ('electoral_democracy', 'liberal_democracy')
