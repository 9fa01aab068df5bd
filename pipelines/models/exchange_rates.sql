-- One row per currency and year.
SELECT currency, year, per_usd, source_id, credibility, note, _line
FROM raw.exchange_rates
