-- One row per document and actor with a part in it.
SELECT
    typed.document_id, typed.actor_id, typed.role,
    typed.signed, edtf_earliest(typed.signed) AS signed_earliest, edtf_latest(typed.signed) AS signed_latest,
    typed.ratified, edtf_earliest(typed.ratified) AS ratified_earliest, edtf_latest(typed.ratified) AS ratified_latest,
    typed.denounced, edtf_earliest(typed.denounced) AS denounced_earliest, edtf_latest(typed.denounced) AS denounced_latest,
    typed.source_id, typed.credibility, typed.second_source_id,
    coalesce(typed.known_since, edtf_latest(typed.signed), documents.known_since) AS known_since, typed.note, typed._line
FROM raw.document_parties AS typed
LEFT JOIN documents ON documents.document_id = typed.document_id
