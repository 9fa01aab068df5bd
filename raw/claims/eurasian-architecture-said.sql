-- Asserted: the President of Russia proposed a new security system for Eurasia (a proposal on security alliances to
-- the SCO, the frame it names). No row means NULL: positions are a sample. Counter: a text on it that is not of Russia
-- alone. Context: the proposal as repeated. The words in quotation marks in the source are not typed: what is checked
-- is their substance.
WITH spoken AS (
    SELECT position_id, occurred, act, summary
    FROM positions
    WHERE actor_id = 'RUS' AND topic = 'security_alliance' AND form = 'words' AND 'sco' IN (target_id, counterpart_id)
)

SELECT
    'announced' AS case_id, 'asserted' AS role, 'proposed by the President of Russia' AS expected,
    coalesce('proposed on ' || min(occurred), 'no proposal typed') AS observed,
    CASE WHEN count(*) > 0 THEN TRUE END AS holds,
    evidence_of('positions|' || position_id) AS evidence
FROM spoken
WHERE act = 'proposal'
UNION ALL
SELECT position_id, 'context', 'repeated', summary, TRUE, ['positions|' || position_id]
FROM spoken
WHERE act <> 'proposal'
UNION ALL
SELECT
    documents.document_id, 'counter', 'a text shared with others', title || ', issued ' || issued, TRUE,
    ['documents|' || documents.document_id]
FROM documents
JOIN document_parties AS russia ON russia.document_id = documents.document_id AND russia.actor_id = 'RUS'
WHERE lower(title) LIKE '%eurasian charter%'
