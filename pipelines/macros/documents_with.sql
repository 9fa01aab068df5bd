-- Documents in which an actor has a part, one row per document and other actor: that one's role and its own dates.
CREATE MACRO documents_with(actor) AS TABLE
    SELECT
        documents.document_id, documents.document_type, documents.title, documents.issued, documents.issued_earliest,
        documents.issued_latest, documents.ended_latest, own.role AS own_role, other.actor_id, other.role,
        other.denounced_latest, 'documents|' || documents.document_id AS row_key
    FROM documents
    JOIN document_parties AS own ON own.document_id = documents.document_id AND own.actor_id = actor
    JOIN document_parties AS other ON other.document_id = documents.document_id AND other.actor_id <> actor
