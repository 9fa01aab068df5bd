-- Trade of China with Russia as China reports it, by year: total, crude oil and coal, latest release of each figure, against 2021.
WITH figures AS (
    SELECT
        trade_flow_id, commodity, flow, year, value_usd, is_converted,
        CASE WHEN unit = 'tonnes' THEN quantity END AS tonnes, known_since, source_id
    FROM trade_flows
    WHERE reporter_id = 'CHN' AND partner_id = 'RUS' AND year >= 2019
        AND (commodity = 'total' OR (commodity IN ('crude_oil', 'coal') AND flow = 'import'))
        AND value_usd IS NOT NULL
),
latest AS (
    SELECT * FROM figures
    QUALIFY row_number() OVER (PARTITION BY commodity, flow, year ORDER BY is_converted, known_since DESC, source_id) = 1
),
publishers AS (
    SELECT publisher, count(*) AS cited
    FROM citations JOIN sources USING (source_id)
    WHERE table_name = 'trade_flows' AND row_id IN (SELECT trade_flow_id FROM latest)
    GROUP BY publisher
)
SELECT
    commodity, flow, year, value_usd, tonnes, is_converted, known_since,
    (SELECT list(publisher ORDER BY cited DESC, publisher) FROM publishers) AS publishers
FROM latest
ORDER BY commodity, flow, year
