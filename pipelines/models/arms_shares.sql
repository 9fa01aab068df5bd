-- One row per supplier's share of a recipient's arms imports in a period, per edition of the publication.
SELECT
    recipient_id, supplier_id, first_year, last_year, share_pct, edition,
    source_id, credibility, second_source_id, known_since, note, _line
FROM raw.arms_shares
