-- One row per reported flow in a period and release of the figure; other currencies are converted at the year's average.
SELECT
    typed.trade_flow_id, typed.reporter_id, typed.partner_id, typed.flow, typed.commodity, typed.hs, typed.valuation,
    typed.period, CASE WHEN length(typed.period) = 4 THEN CAST(typed.period AS BIGINT) END AS year,
    typed.value, typed.currency,
    CASE
        WHEN typed.currency = 'USD' THEN typed.value
        ELSE CAST(round(typed.value / rates.per_usd) AS BIGINT)
    END AS value_usd,
    coalesce(typed.currency <> 'USD' AND rates.per_usd IS NOT NULL, FALSE) AS is_converted,
    typed.quantity, typed.unit, typed.source_id, typed.credibility, typed.second_source_id, typed.known_since,
    typed.note, typed._line
FROM raw.trade_flows AS typed
LEFT JOIN exchange_rates AS rates
    ON rates.currency = typed.currency AND CAST(rates.year AS VARCHAR) = left(typed.period, 4)
