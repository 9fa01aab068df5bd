-- One row per member of the United Nations (Russia apart): 2021 against the latest year in which its votes are known.
-- The shift compares like with like: only the components known in both years; sanctions are those since 24 February 2022,
-- of which 2021 had none.
WITH latest AS (
    SELECT state_id, max(year) AS year
    FROM alignment
    WHERE year > 2021 AND votes_agree_pct IS NOT NULL
    GROUP BY state_id
),

known AS (
    SELECT state_id, year, component, value, score FROM alignment_components
    UNION ALL
    SELECT state_id, 2021, 'sanctions', 0.0, alignment_score('sanctions', 0.0) FROM latest
),

compared AS (
    SELECT
        latest.state_id, latest.year, base.component, base.value AS base_value, now.value AS now_value,
        weights.weight, base.score AS base_score, now.score AS now_score
    FROM latest
    JOIN known AS base ON base.state_id = latest.state_id AND base.year = 2021
    JOIN known AS now
        ON now.state_id = latest.state_id AND now.year = latest.year AND now.component = base.component
    JOIN index_weights AS weights ON weights.component = base.component
),

shifted AS (
    SELECT
        state_id, year, count(*) AS components_compared,
        100 * sum(weight * (now_score - base_score)) / sum(weight) AS shift,
        max(now_value - base_value) FILTER (WHERE component = 'votes') AS votes_change_pct,
        max(now_value - base_value) FILTER (WHERE component = 'spells') AS spells_change,
        max(now_value - base_value) FILTER (WHERE component = 'visits') AS visits_change,
        max(now_value) FILTER (WHERE component = 'trade') AS trade_ratio,
        max(now_value - base_value) FILTER (WHERE component = 'arms') AS arms_change_pct,
        string_agg(component, ';' ORDER BY abs(weight * (now_score - base_score)) DESC, component)
            FILTER (WHERE now_score <> base_score) AS moved_by
    FROM compared
    GROUP BY state_id, year
)

SELECT
    shifted.state_id, 2021 AS base_year, shifted.year AS latest_year, shifted.components_compared,
    round(shifted.shift, 1) AS shift, shifted.moved_by, round(shifted.votes_change_pct, 1) AS votes_change_pct,
    CAST(shifted.spells_change AS BIGINT) AS spells_change, CAST(shifted.visits_change AS BIGINT) AS visits_change,
    shifted.trade_ratio, round(shifted.arms_change_pct, 1) AS arms_change_pct,
    now.sanction_measures, now.support_net, now.positions_mean,
    now.alignment_index AS latest_index, now.index_lower AS latest_lower, now.index_upper AS latest_upper
FROM shifted
JOIN alignment AS now ON now.state_id = shifted.state_id AND now.year = shifted.year
