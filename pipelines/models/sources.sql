-- One row per page or document that rows rest on.
SELECT source_id, title, publisher, url, archive_url, published, accessed, language, reliability, note, _line
FROM raw.sources
