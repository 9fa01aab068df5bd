-- Trade both ways by one reporter, one row per reporter, partner, period and unit: the newest total, or the sum of the newest
-- exports and imports where that alone is typed, or alone was published in the unit.
CREATE MACRO turnovers() AS TABLE
    SELECT reporter_id, partner_id, period, year, unit, figure, is_converted, row_keys
    FROM (
        SELECT
            *, row_number() OVER (PARTITION BY reporter_id, partner_id, period, unit ORDER BY is_converted, is_sum) AS turn
        FROM (
            SELECT *, FALSE AS is_sum, [row_key] AS row_keys
            FROM newest_figures()
            WHERE commodity = 'total' AND flow = 'total'
            UNION ALL BY NAME
            SELECT
                reporter_id, partner_id, period, year, unit, sum(figure) AS figure, bool_or(is_converted) AS is_converted,
                TRUE AS is_sum, list(row_key ORDER BY row_key) AS row_keys
            FROM newest_figures()
            WHERE commodity = 'total' AND flow <> 'total'
            GROUP BY reporter_id, partner_id, period, year, unit
            HAVING count(*) = 2
        ) AS made
    ) AS ranked
    WHERE turn = 1
