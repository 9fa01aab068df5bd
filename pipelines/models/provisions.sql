-- One row per document and provision looked for in it.
SELECT
    typed.document_id, typed.provision, typed.treatment, typed.source_id, typed.credibility, typed.second_source_id,
    coalesce(typed.known_since, documents.known_since) AS known_since, typed.note, typed._line
FROM raw.provisions AS typed
LEFT JOIN documents ON documents.document_id = typed.document_id
