-- Regime of every state in its newest year by the latest edition known, one row per state; editions are never mixed.
CREATE MACRO latest_regimes() AS TABLE
    SELECT
        regimes.state_id, max_by(regimes.regime, regimes.year) AS regime, max(regimes.year) AS year,
        concat_ws('|', 'regimes', regimes.state_id, max(regimes.year), regimes.index_name, regimes.edition) AS row_key
    FROM regimes
    JOIN (SELECT index_name, max_by(edition, known_since) AS edition FROM regimes GROUP BY index_name) AS latest
        ON latest.index_name = regimes.index_name AND latest.edition = regimes.edition
    WHERE regimes.index_name = 'V-Dem Regimes of the World'
    GROUP BY regimes.state_id, regimes.index_name, regimes.edition
