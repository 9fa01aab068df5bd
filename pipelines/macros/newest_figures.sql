-- The newest release of every trade figure, one row per reporter, partner, flow, commodity, period and unit: values in the
-- currency of the release and in US dollars (converted only where none was published), quantities in their own unit.
CREATE MACRO newest_figures() AS TABLE
    SELECT reporter_id, partner_id, flow, commodity, period, year, unit, figure, is_converted, row_key
    FROM (
        SELECT
            *, 'trade_flows|' || trade_flow_id AS row_key,
            row_number() OVER (
                PARTITION BY reporter_id, partner_id, flow, commodity, period, unit
                ORDER BY is_converted, known_since DESC, trade_flow_id
            ) AS age
        FROM (
            SELECT * REPLACE ('USD' AS unit), CAST(value_usd AS DOUBLE) AS figure FROM trade_flows
            UNION ALL
            SELECT * REPLACE (currency AS unit, FALSE AS is_converted), CAST(value AS DOUBLE) FROM trade_flows
            WHERE currency <> 'USD'
            UNION ALL
            SELECT * REPLACE (FALSE AS is_converted), CAST(quantity AS DOUBLE) FROM trade_flows
        ) AS measured
        WHERE figure IS NOT NULL
    ) AS released
    WHERE age = 1
