-- "Joined": gave Russia aid as a state (a row of aid by the state, possibly true or better) or is bound to it by a
-- mutual defence clause in a document signed since 24 February 2022. "Dictator", at two thresholds, by the last year
-- of the newest edition known on the day (V-Dem's Regimes of the World): strict, a closed autocracy; wide, a closed or
-- an electoral one. Asserted: every state that joined, at both. NULL: no regime row. Counter: states not autocratic
-- whose firms, or providers not known, supplied Russia with aid that is possibly true or better.
WITH limits AS (
    SELECT DATE '2022-02-24' AS first_day, 3 AS possibly_true
),

joined AS (
    SELECT supplier_id AS state_id, 'support|' || support_id AS row_name, provider_kind = 'state' AS is_state
    FROM support
    CROSS JOIN limits
    WHERE recipient_id = 'RUS' AND credibility <= possibly_true
    UNION ALL
    SELECT actor_id, 'provisions|' || signed.document_id || '|mutual_defence', TRUE
    FROM documents_with('RUS') AS signed
    CROSS JOIN limits
    JOIN provisions ON provisions.document_id = signed.document_id
    WHERE provision = 'mutual_defence' AND treatment = 'included' AND issued_earliest >= first_day
),

sides AS (
    SELECT
        joined.state_id, max(is_state) AS is_state, latest.regime, latest.year,
        evidence_of(row_name) || CASE WHEN latest.row_key IS NULL THEN [] ELSE [latest.row_key] END AS evidence
    FROM joined
    LEFT JOIN latest_regimes() AS latest ON latest.state_id = joined.state_id
    GROUP BY joined.state_id, latest.regime, latest.year, latest.row_key
)

SELECT
    sides.state_id || ' ' || thresholds.threshold AS case_id,
    CASE WHEN is_state THEN 'asserted' ELSE 'counter' END AS role,
    CASE
        WHEN NOT is_state THEN 'no autocracy'
        ELSE CASE threshold WHEN 'strict' THEN 'closed autocracy' ELSE 'autocracy' END
    END AS expected,
    coalesce(regime || ' in ' || year, 'no regime row') AS observed,
    CASE
        WHEN NOT is_state THEN regime NOT IN ('closed_autocracy', 'electoral_autocracy')
        WHEN threshold = 'strict' THEN regime = 'closed_autocracy'
        ELSE regime IN ('closed_autocracy', 'electoral_autocracy')
    END AS holds,
    evidence
FROM sides
CROSS JOIN (SELECT unnest(['strict', 'wide']) AS threshold) AS thresholds
WHERE is_state OR threshold = 'wide'
