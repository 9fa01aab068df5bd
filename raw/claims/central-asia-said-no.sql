-- "They said they want no deeper cooperation": asserted are Uzbekistan and Kazakhstan, each in three fields: economy,
-- energy, security (blocs, troops, arms). A field holds where a statement in words of that state since 24 February
-- 2022 refuses cooperation with Russia or an organisation it leads; it fails where all typed words go towards Russia;
-- it cannot be told where there are none, or only reserved ones, as the search is partial. Counter: acts and words of
-- the two towards Russia. Context: refusals by decision, being no words, or on other matters.
WITH limits AS (SELECT DATE '2022-02-24' AS invasion),

said AS (
    SELECT
        position_id, actor_id AS state_id, act, form, direction, summary,
        CASE
            WHEN topic IN ('security_alliance', 'military_support', 'arms_trade') THEN 'security'
            WHEN topic = 'energy' THEN 'energy'
            WHEN topic = 'economic' THEN 'economy'
        END AS field
    FROM positions CROSS JOIN limits
    WHERE actor_id IN ('UZB', 'KAZ') AND coalesce(occurred_latest, known_since) >= invasion
        AND (target_id IN ('RUS', 'csto', 'eaeu', 'cis') OR counterpart_id = 'RUS')
),

fields AS (
    SELECT state_id, field
    FROM (SELECT unnest(['UZB', 'KAZ']) AS state_id) AS named
    CROSS JOIN (SELECT unnest(['economy', 'energy', 'security']) AS field) AS kinds
)

SELECT
    fields.state_id || ' ' || fields.field AS case_id, 'asserted' AS role, 'refuses in words' AS expected,
    coalesce(string_agg(summary, ' ' ORDER BY position_id), 'nothing typed') AS observed,
    CASE
        WHEN bool_or(act = 'refusal') THEN TRUE
        WHEN bool_and(direction > 0) THEN FALSE
    END AS holds,
    evidence_of('positions|' || position_id) AS evidence
FROM fields
LEFT JOIN said ON said.state_id = fields.state_id AND said.field = fields.field AND form = 'words'
GROUP BY fields.state_id, fields.field
UNION ALL
SELECT
    position_id, CASE WHEN direction > 0 THEN 'counter' ELSE 'context' END, 'not said', summary,
    CASE WHEN direction > 0 THEN TRUE END, ['positions|' || position_id]
FROM said
WHERE direction > 0 OR (act = 'refusal' AND (form <> 'words' OR field IS NULL))
