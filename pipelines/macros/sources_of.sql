-- Sources of the rows of a table, with their grades: row_id is the primary key, its values joined by |.
CREATE MACRO sources_of(of_table) AS TABLE
    SELECT
        citations.row_id, citations.role, citations.credibility, sources.reliability, sources.publisher, sources.title,
        sources.published, sources.url
    FROM citations
    JOIN sources ON sources.source_id = citations.source_id
    WHERE citations.table_name = of_table
    ORDER BY citations.row_id, citations.role, sources.source_id
