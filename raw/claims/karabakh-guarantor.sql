-- Asserted, of the statement of 10 November 2020 on Nagorno-Karabakh: Russia is a party to it; it holds a ceasefire;
-- it holds peacekeepers (Russian ones, by its text); it names Russia as guarantor (a role of its own in
-- document_parties); it holds security guarantees. What is not coded cannot be told. Counter: what speaks against the
-- part by the day: the peacekeepers withdrawn, a peace agreed or declared by the two without Russia. Context: help
-- that CSTO refused Armenia itself, which is no matter of Nagorno-Karabakh.
WITH pact AS (
    SELECT document_id, actor_id, role, 'document_parties|' || document_id || '|' || actor_id AS row_key
    FROM document_parties
    WHERE document_id = 'arm-aze-rus-statement-2020-11' AND actor_id = 'RUS'
),

terms AS (
    SELECT provision, treatment, 'provisions|' || document_id || '|' || provision AS row_key
    FROM provisions
    WHERE document_id = 'arm-aze-rus-statement-2020-11'
),

wanted AS (
    SELECT unnest(['ceasefire', 'peacekeepers', 'security_guarantees']) AS provision
),

later AS (
    SELECT documents.document_id, title, issued
    FROM documents
    JOIN document_parties ON document_parties.document_id = documents.document_id AND document_parties.role = 'party'
    WHERE issued_earliest > DATE '2020-11-10'
    GROUP BY documents.document_id, title, issued
    HAVING bool_or(actor_id = 'ARM') AND bool_or(actor_id = 'AZE') AND NOT bool_or(actor_id = 'RUS')
)

SELECT
    'party' AS case_id, 'asserted' AS role, 'Russia is a party' AS expected, 'role ' || pact.role AS observed,
    pact.role = 'party' AS holds, [row_key] AS evidence
FROM pact
UNION ALL
SELECT 'guarantor by name', 'asserted', 'role guarantor', 'role ' || pact.role, pact.role = 'guarantor', [row_key]
FROM pact
UNION ALL
SELECT
    wanted.provision, 'asserted', 'in the statement', coalesce(treatment, 'not coded'),
    treatment IN ('included', 'partly'), CASE WHEN row_key IS NULL THEN [] ELSE [row_key] END
FROM wanted
LEFT JOIN terms ON terms.provision = wanted.provision
UNION ALL
SELECT
    position_id, CASE WHEN actor_id = 'RUS' THEN 'counter' ELSE 'context' END, 'not said', summary,
    CASE WHEN actor_id = 'RUS' THEN TRUE END, ['positions|' || position_id]
FROM positions
WHERE (actor_id = 'RUS' AND act = 'force_withdrawal' AND 'ARM' IN (target_id, counterpart_id))
    OR (actor_id = 'csto' AND target_id = 'ARM' AND act = 'refusal')
UNION ALL
SELECT document_id, 'counter', 'not said', title || ', ' || issued, TRUE, ['documents|' || document_id]
FROM later
