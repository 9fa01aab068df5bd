-- Pages of one host have one publisher, save on hosts that carry what others publish.
WITH pages AS (
    SELECT source_id, publisher, regexp_replace(url, '^https?://(www[.])?([^/:?]+).*$', '\2') AS host
    FROM sources
),

several AS (
    SELECT host, min(publisher) AS publisher
    FROM pages
    WHERE host NOT IN ('github.com', 'web.archive.org', 'dzen.ru', 'online.flipbuilder.com')
    GROUP BY host
    HAVING count(DISTINCT publisher) > 1
)

SELECT
    'sources' AS table_name, pages.source_id AS row_id, 'publisher' AS field,
    'stands on ' || pages.host || ', whose pages elsewhere have the publisher ' || several.publisher AS reason
FROM pages
JOIN several ON several.host = pages.host
WHERE pages.publisher <> several.publisher
