-- Asserted: a document of which China is the author, issued in 2023, is a proposal on the war with the title named.
-- Counter: later papers of China on the same matter, which the statement leaves out.
WITH papers AS (
    SELECT documents.document_id, title, issued, issued_earliest, issued_latest, document_type
    FROM documents
    JOIN document_parties ON document_parties.document_id = documents.document_id AND actor_id = 'CHN'
    WHERE title LIKE '%Ukraine%'
)

SELECT
    'paper-2023' AS case_id, 'asserted' AS role, 'published in 2023' AS expected,
    coalesce(max(title || ', ' || issued), 'no such paper typed') AS observed,
    CASE WHEN count(*) > 0 THEN TRUE END AS holds,
    evidence_of('documents|' || document_id) AS evidence
FROM papers
WHERE title = 'China’s Position on the Political Settlement of the Ukraine Crisis'
    AND document_type = 'proposal' AND issued_earliest >= DATE '2023-01-01' AND issued_latest <= DATE '2023-12-31'
UNION ALL
SELECT document_id, 'counter', 'later paper, left out', title || ', ' || issued, TRUE, ['documents|' || document_id]
FROM papers
WHERE issued_earliest > DATE '2023-12-31'
