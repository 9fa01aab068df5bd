-- Last day an EDTF date (ISO 8601-2: year, month, day, or interval, with ~ ? %) may mean; NULL for `..` and empty.
CREATE MACRO edtf_latest(edtf_text) AS
    CASE length(regexp_replace(regexp_replace(edtf_text, '^.*/', '', 'g'), '[~?%]', '', 'g'))
        WHEN 4 THEN CAST(left(regexp_replace(edtf_text, '^.*/', '', 'g'), 4) || '-12-31' AS DATE)
        WHEN 7 THEN last_day(CAST(left(regexp_replace(edtf_text, '^.*/', '', 'g'), 7) || '-01' AS DATE))
        WHEN 10 THEN CAST(left(regexp_replace(edtf_text, '^.*/', '', 'g'), 10) AS DATE)
    END
