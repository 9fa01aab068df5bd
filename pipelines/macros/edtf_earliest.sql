-- First day an EDTF date (ISO 8601-2: year, month, day, or interval, with ~ ? %) may mean; NULL for `..` and empty.
CREATE MACRO edtf_earliest(edtf_text) AS
    CASE length(regexp_replace(split_part(edtf_text, '/', 1), '[~?%]', '', 'g'))
        WHEN 4 THEN CAST(left(edtf_text, 4) || '-01-01' AS DATE)
        WHEN 7 THEN CAST(left(edtf_text, 7) || '-01' AS DATE)
        WHEN 10 THEN CAST(left(edtf_text, 10) AS DATE)
    END
