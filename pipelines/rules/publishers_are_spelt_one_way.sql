-- A publisher is spelt one way.
WITH spellings AS (
    SELECT DISTINCT publisher, lower(regexp_replace(publisher, '[^A-Za-z0-9]', '', 'g')) AS plain
    FROM sources
),

usual AS (
    SELECT plain, min(publisher) AS publisher
    FROM spellings
    WHERE plain <> ''
    GROUP BY plain
    HAVING count(*) > 1
)

SELECT
    'sources' AS table_name, source.source_id AS row_id, 'publisher' AS field,
    'is elsewhere spelt ' || usual.publisher AS reason
FROM sources AS source
JOIN usual ON usual.plain = lower(regexp_replace(source.publisher, '[^A-Za-z0-9]', '', 'g'))
WHERE source.publisher <> usual.publisher
