-- Asserted: China's paper of February 2023 is silent on a withdrawal of troops, and it names the sovereignty of
-- states. Counter: other passages that would ask for the same by another name (borders of 1991). Context: what other
-- papers on the war say of withdrawal.
WITH wanted AS (
    SELECT 'troop_withdrawal' AS provision, 'asserted' AS role, 'silent' AS expected
    UNION ALL SELECT 'sovereignty', 'asserted', 'included'
    UNION ALL SELECT 'borders_1991', 'counter', 'included'
)

SELECT
    wanted.provision AS case_id, wanted.role, wanted.expected, coalesce(found.treatment, 'not coded') AS observed,
    found.treatment = wanted.expected AS holds,
    CASE WHEN found.provision IS NULL THEN [] ELSE ['provisions|' || document_id || '|' || found.provision] END
    AS evidence
FROM wanted
LEFT JOIN provisions AS found
    ON found.provision = wanted.provision AND found.document_id = 'chn-position-paper-2023'
UNION ALL
SELECT
    'other-' || provisions.document_id, 'context', 'troop withdrawal in another paper', treatment, NULL,
    ['provisions|' || provisions.document_id || '|troop_withdrawal']
FROM provisions
JOIN documents ON documents.document_id = provisions.document_id AND document_type = 'proposal'
WHERE provision = 'troop_withdrawal' AND provisions.document_id <> 'chn-position-paper-2023'
