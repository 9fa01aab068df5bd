-- "Joined": gave Russia aid as a state (a row of aid by the state, possibly true or better) or is bound to it by a
-- mutual defence clause in a document signed since 24 February 2022. "Dictator", at two thresholds, by the last year
-- and edition known on the day (V-Dem's Regimes of the World): strict, a closed autocracy; wide, a closed or an
-- electoral one. Asserted: every state that joined, at both. NULL: no regime row. Counter: states not autocratic whose
-- firms, or providers not known, supplied Russia with aid that is possibly true or better.
WITH limits AS (
    SELECT DATE '2022-02-24' AS first_day, 3 AS possibly_true
),

joined AS (
    SELECT supplier_id AS state_id, 'support|' || support_id AS row_name, provider_kind = 'state' AS is_state
    FROM support
    CROSS JOIN limits
    WHERE recipient_id = 'RUS' AND credibility <= possibly_true
    UNION ALL
    SELECT parties.actor_id, 'provisions|' || documents.document_id || '|mutual_defence', TRUE
    FROM documents
    CROSS JOIN limits
    JOIN provisions ON provisions.document_id = documents.document_id
    JOIN document_parties AS parties ON parties.document_id = documents.document_id AND parties.actor_id <> 'RUS'
    JOIN document_parties AS russia ON russia.document_id = documents.document_id AND russia.actor_id = 'RUS'
    WHERE provision = 'mutual_defence' AND treatment = 'included' AND documents.issued_earliest >= first_day
),

latest AS (
    SELECT state_id, year, index_name, edition, regime
    FROM (
        SELECT *, row_number() OVER (PARTITION BY state_id ORDER BY year DESC, known_since DESC, edition DESC) AS turn
        FROM regimes
    ) AS editions
    WHERE turn = 1
),

sides AS (
    SELECT state_id, max(is_state) AS is_state, list(DISTINCT row_name ORDER BY row_name) AS evidence
    FROM joined
    GROUP BY state_id
)

SELECT
    sides.state_id || ' ' || thresholds.threshold AS case_id,
    CASE WHEN is_state THEN 'asserted' ELSE 'counter' END AS role,
    CASE
        WHEN NOT is_state THEN 'no autocracy'
        ELSE CASE threshold WHEN 'strict' THEN 'closed autocracy' ELSE 'autocracy' END
    END AS expected,
    coalesce(latest.regime || ' in ' || latest.year, 'no regime row') AS observed,
    CASE
        WHEN NOT is_state THEN latest.regime NOT IN ('closed_autocracy', 'electoral_autocracy')
        WHEN threshold = 'strict' THEN latest.regime = 'closed_autocracy'
        ELSE latest.regime IN ('closed_autocracy', 'electoral_autocracy')
    END AS holds,
    CASE
        WHEN latest.state_id IS NULL THEN sides.evidence
        ELSE list_append(sides.evidence, concat_ws('|', 'regimes', sides.state_id, year, index_name, edition))
    END AS evidence
FROM sides
CROSS JOIN (SELECT unnest(['strict', 'wide']) AS threshold) AS thresholds
LEFT JOIN latest ON latest.state_id = sides.state_id
WHERE is_state OR threshold = 'wide'
