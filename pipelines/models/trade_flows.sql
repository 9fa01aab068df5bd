-- One row per reported flow in a period and release of the figure.
SELECT
    trade_flow_id, reporter_id, partner_id, flow, commodity, hs, valuation, period,
    CASE WHEN length(period) = 4 THEN CAST(period AS BIGINT) END AS year,
    value, currency, CASE WHEN currency = 'USD' THEN value END AS value_usd, FALSE AS is_converted,
    quantity, unit,
    source_id, credibility, second_source_id, known_since, note, _line
FROM raw.trade_flows
