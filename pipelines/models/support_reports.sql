-- One row per report on a kind of aid: who asserts, admits, denies or requests it, and when.
SELECT
    support_report_id, support_id, actor_id, stance,
    reported, edtf_earliest(reported) AS reported_earliest, edtf_latest(reported) AS reported_latest,
    source_id, credibility, second_source_id, coalesce(known_since, edtf_latest(reported)) AS known_since, note, _line
FROM raw.support_reports
