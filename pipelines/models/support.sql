-- One row per kind of aid to a side; known since the first report on it.
WITH first_reports AS (
    SELECT support_id, min(coalesce(known_since, edtf_latest(reported))) AS known_since
    FROM raw.support_reports
    GROUP BY support_id
)

SELECT
    typed.support_id, typed.supplier_id, typed.recipient_id, typed.provider_kind, typed.item, typed.category,
    typed.began, edtf_earliest(typed.began) AS began_earliest, edtf_latest(typed.began) AS began_latest,
    typed.quantity_low, typed.quantity_high, typed.source_id, typed.credibility, typed.second_source_id,
    coalesce(typed.known_since, first_reports.known_since, edtf_latest(typed.began)) AS known_since,
    typed.note, typed._line
FROM raw.support AS typed
LEFT JOIN first_reports ON first_reports.support_id = typed.support_id
