-- Part checked: what the first common texts, before South Africa joined, say of trade and of mutual benefit. Asserted:
-- each text of the four with each of the two provisions; where no row says how a text treats one, the text was not
-- read whole and it cannot be told. Counter: other provisions of those texts, which speak of politics or security.
-- Context: energy, and consultation, which may be on either.
WITH texts AS (
    SELECT documents.document_id, issued
    FROM documents
    JOIN document_parties ON document_parties.document_id = documents.document_id
    WHERE issued_latest < DATE '2010-12-01' AND document_type IN ('communique', 'joint_statement')
    GROUP BY documents.document_id, issued
    HAVING count(*) FILTER (WHERE actor_id IN ('BRA', 'RUS', 'IND', 'CHN')) = 4 AND count(*) = 4
),

wanted AS (
    SELECT unnest(['trade', 'mutual_benefit']) AS provision
)

SELECT
    texts.document_id || ' ' || wanted.provision AS case_id, 'asserted' AS role, 'included' AS expected,
    coalesce(treatment, 'not coded; the text was seen in part') AS observed,
    treatment IN ('included', 'partly') AS holds,
    CASE
        WHEN treatment IS NULL THEN ['documents|' || texts.document_id]
        ELSE ['provisions|' || texts.document_id || '|' || wanted.provision]
    END AS evidence
FROM texts
CROSS JOIN wanted
LEFT JOIN provisions ON provisions.document_id = texts.document_id AND provisions.provision = wanted.provision
UNION ALL
SELECT
    texts.document_id || ' ' || provision,
    CASE WHEN provision IN ('energy', 'consultation') THEN 'context' ELSE 'counter' END, 'not said', treatment,
    CASE WHEN provision NOT IN ('energy', 'consultation') THEN treatment IN ('included', 'partly') END,
    ['provisions|' || texts.document_id || '|' || provision]
FROM texts
JOIN provisions ON provisions.document_id = texts.document_id
WHERE provision NOT IN ('trade', 'mutual_benefit')
