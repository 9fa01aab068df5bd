-- One row per checkable claim and day: its verdict, from the asserted cases; counter cases are counted beside it.
WITH counted AS (
    SELECT
        judged.claim_id, judged.as_of,
        count(found.case_id) FILTER (WHERE found.role = 'asserted') AS cases,
        count(found.case_id) FILTER (WHERE found.role = 'asserted' AND found.holds) AS holding,
        count(found.case_id) FILTER (WHERE found.role = 'asserted' AND NOT found.holds) AS failing,
        count(found.case_id) FILTER (WHERE found.role = 'counter' AND found.holds) AS counter
    FROM raw.claim_days AS judged
    LEFT JOIN claim_cases AS found ON found.claim_id = judged.claim_id AND found.as_of = judged.as_of
    GROUP BY judged.claim_id, judged.as_of
),

judged AS (
    SELECT
        counted.*, cases - holding - failing AS unknown, claims.would_settle, claims.minimum_known,
        CASE
            WHEN cases = 0 OR holding + failing = 0 OR holding + failing < claims.minimum_known * cases THEN 'undetermined'
            WHEN claims.quantifier = 'any' AND holding > 0 THEN 'supported'
            WHEN holding = 0 THEN 'contradicted'
            WHEN failing = 0 THEN 'supported'
            WHEN claims.quantifier = 'most' AND 2 * holding > holding + failing THEN 'supported'
            WHEN claims.quantifier = 'trend' AND 3 * holding >= 2 * (holding + failing) THEN 'supported'
            WHEN claims.quantifier = 'trend' AND 3 * holding <= holding + failing THEN 'contradicted'
            ELSE 'partly'
        END AS verdict
    FROM counted
    JOIN claims ON claims.claim_id = counted.claim_id
)

SELECT
    claim_id, as_of, cases, holding, failing, unknown, counter, verdict,
    CASE
        WHEN cases = 0 THEN 'no case is known by that day'
        WHEN verdict = 'undetermined' THEN holding + failing || ' of ' || cases || ' cases are known, too few'
        ELSE holding || ' of ' || holding + failing || ' known cases hold'
    END
    || CASE WHEN verdict <> 'undetermined' AND unknown > 0 THEN ', ' || unknown || ' cannot be told' ELSE '' END
    || CASE WHEN counter > 0 THEN '; ' || counter || ' left out or against it' ELSE '' END
    || CASE
        WHEN verdict = 'undetermined' AND would_settle IS NOT NULL THEN '; to settle it: ' || would_settle
        ELSE ''
    END AS reading
FROM judged
