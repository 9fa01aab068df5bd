-- Friendly neutral: abstained from or absent at A/RES/ES-11/1, and no measure against Russia in a search that found
-- none; IRN, counted by the statement among those won over, is left out. "Does not follow": asserted per state in two
-- halves. Votes: against, with Russia, fewer than half of the Assembly texts on Ukraine that Russia opposed since.
-- Aid: no arms or troops from the state, by a search that found none and reaches the statement (NULL elsewhere, or
-- after a later report on a provider not known). Counter: states other than BLR, IRN and PRK that do follow: by such
-- votes, by recognition, or by a military document with Russia.
WITH limits AS (
    SELECT 0.5 AS half_of_texts, 3 AS possibly_true, DATE '2022-02-24' AS first_day
),

tallied AS (
    SELECT
        votes.state_id, count(*) AS texts, count(*) FILTER (WHERE votes.vote = 'no') AS against,
        list('votes|' || votes.resolution_id || '|' || votes.state_id ORDER BY votes.resolution_id)
        FILTER (WHERE votes.vote = 'no') AS evidence
    FROM votes
    CROSS JOIN limits
    JOIN votes AS russia ON russia.resolution_id = votes.resolution_id AND russia.state_id = 'RUS'
    JOIN resolutions ON resolutions.resolution_id = votes.resolution_id
    WHERE russia.vote = 'no' AND organ = 'general_assembly' AND about_state_id = 'UKR' AND adopted >= first_day
        AND votes.vote <> 'no_vote_right'
    GROUP BY votes.state_id
),

neutral AS (
    SELECT votes.state_id
    FROM votes
    JOIN coverage AS searched ON searched.actor_id = votes.state_id AND searched.table_name = 'sanctions'
    WHERE votes.resolution_id = 'A/RES/ES-11/1' AND votes.vote IN ('abstain', 'absent') AND votes.state_id <> 'IRN'
        AND searched.result = 'searched_none_found'
        AND votes.state_id NOT IN (SELECT sender_id FROM sanctions WHERE target_id = 'RUS')
),

aid AS (
    SELECT
        neutral.state_id, max(searched.ended) AS ended, 'coverage|' || max(searched.coverage_id) AS searched_row,
        list('support|' || support_id) FILTER (WHERE provider_kind = 'state' AND credibility <= possibly_true) AS given,
        count(*) FILTER (WHERE provider_kind = 'unknown' AND support.known_since > searched.ended) AS doubtful
    FROM neutral
    CROSS JOIN limits
    LEFT JOIN coverage AS searched
        ON searched.table_name = 'support' AND searched.actor_id = neutral.state_id
        AND searched.counterpart_id = 'RUS' AND searched.result = 'searched_none_found'
        AND searched.ended >= CAST($made_on AS DATE)
    LEFT JOIN support ON support.supplier_id = neutral.state_id AND support.recipient_id = 'RUS'
        AND (category = 'troops' OR is_weapon(category))
    GROUP BY neutral.state_id
),

followed AS (
    SELECT state_id, 'votes' AS told, unnest(evidence) AS row_name
    FROM tallied
    CROSS JOIN limits
    WHERE against >= half_of_texts * texts AND state_id NOT IN (SELECT state_id FROM neutral)
    UNION ALL
    SELECT actor_id, act, 'positions|' || position_id FROM positions WHERE act = 'recognition' AND direction = 2
    UNION ALL
    SELECT actor_id, 'military document', row_key
    FROM documents_with('RUS') CROSS JOIN limits
    WHERE issued_earliest >= first_day
        AND (document_type IN ('mutual_defence_treaty', 'arms_technical', 'basing')
            OR document_type = 'memorandum' AND lower(title) LIKE '%defence%')
)

SELECT
    neutral.state_id || ' votes' AS case_id, 'asserted' AS role, 'fewer than half against, with Russia' AS expected,
    against || ' of ' || texts || ' texts' AS observed, against < half_of_texts * texts AS holds,
    coalesce(tallied.evidence, ['votes|A/RES/ES-11/1|' || neutral.state_id]) AS evidence
FROM neutral
CROSS JOIN limits
JOIN tallied ON tallied.state_id = neutral.state_id
UNION ALL
SELECT
    state_id || ' aid', 'asserted', 'no arms or troops from the state',
    CASE WHEN given IS NULL THEN coalesce('none found to ' || ended, 'not searched so far') ELSE 'reported' END
    || CASE WHEN doubtful > 0 THEN '; later a report, provider not known' ELSE '' END,
    CASE WHEN given IS NOT NULL THEN FALSE WHEN ended IS NOT NULL AND doubtful = 0 THEN TRUE END,
    coalesce(given, CASE WHEN searched_row IS NULL THEN [] ELSE [searched_row] END)
FROM aid
UNION ALL
SELECT
    state_id, 'counter', 'follows Russia', array_to_string(list(DISTINCT told ORDER BY told), ', '), TRUE,
    list(DISTINCT row_name ORDER BY row_name)
FROM followed
WHERE state_id NOT IN ('RUS', 'BLR', 'IRN', 'PRK')
GROUP BY state_id
