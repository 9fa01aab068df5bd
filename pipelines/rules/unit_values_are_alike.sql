-- What a tonne of crude oil or coal costs lies within a factor of three of what the reporter paid the world that year, or,
-- where that is not typed, of the middle of what it paid.
WITH priced AS (
    SELECT trade_flow_id, reporter_id, partner_id, flow, commodity, period, value_usd / quantity AS unit_value
    FROM trade_flows
    WHERE commodity IN ('crude_oil', 'coal') AND unit = 'tonnes' AND value_usd > 0 AND quantity > 0
),

usual AS (
    SELECT
        reporter_id, flow, commodity, period,
        coalesce(median(unit_value) FILTER (WHERE partner_id = 'world'), median(unit_value)) AS unit_value
    FROM priced
    GROUP BY reporter_id, flow, commodity, period
)

SELECT
    'trade_flows' AS table_name, priced.trade_flow_id AS row_id, 'value' AS field,
    'makes ' || round(priced.unit_value) || ' USD a tonne, usual is ' || round(usual.unit_value) AS reason
FROM priced
JOIN usual
    ON usual.reporter_id = priced.reporter_id AND usual.flow = priced.flow
    AND usual.commodity = priced.commodity AND usual.period = priced.period
WHERE priced.unit_value > 3 * usual.unit_value OR priced.unit_value < usual.unit_value / 3
