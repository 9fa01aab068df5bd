-- One row per donor, recipient, kind of aid and edition of a tracker.
SELECT
    supplier_id, recipient_id, category, through, amount, currency, edition,
    source_id, credibility, second_source_id, known_since, note, _line
FROM raw.support_totals
