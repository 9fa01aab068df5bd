-- A page is read on or after the day it was published, and no later than the day searched up to.
SELECT
    'sources' AS table_name, source_id AS row_id, 'accessed' AS field,
    CASE
        WHEN accessed > data_through THEN 'is after ' || data_through || ', the day searched up to (data_through)'
        ELSE 'is before the page was published, ' || published
    END AS reason
FROM sources
CROSS JOIN release
WHERE accessed > data_through OR edtf_earliest(published) > accessed
