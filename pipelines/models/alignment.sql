-- One row per member of the United Nations (Russia apart) and year since 2014: the components first, the index after.
-- Missing is missing: the index needs four known components, its bounds let the missing ones be 0 or 1.
WITH weighed AS (
    SELECT known.state_id, known.year, known.component, known.value, known.score, weights.weight, weights.sub_index
    FROM alignment_components AS known
    JOIN index_weights AS weights ON weights.component = known.component
),

whole AS (
    SELECT sum(weight) AS weight FROM index_weights
),

made AS (
    SELECT
        office.actor_id AS state_id, CAST(year(visit.began_earliest) AS BIGINT) AS year,
        count(DISTINCT visit.visit_id) AS visits_made
    FROM visits AS visit
    JOIN offices AS office ON office.person_id = visit.person_id
    WHERE visit.host_state_id = 'RUS' AND visit.outcome = 'held'
    GROUP BY office.actor_id, year(visit.began_earliest)
),

summed AS (
    SELECT
        state_id, year, count(*) AS components_known, sum(weight) AS weight, sum(weight * score) AS scored,
        sum(weight) FILTER (WHERE sub_index = 'level') AS level_weight,
        sum(weight * score) FILTER (WHERE sub_index = 'level') AS level_scored,
        sum(weight) FILTER (WHERE sub_index = 'change') AS change_weight,
        sum(weight * score) FILTER (WHERE sub_index = 'change') AS change_scored,
        max(value) FILTER (WHERE component = 'votes') AS votes_agree_pct,
        max(value) FILTER (WHERE component = 'spells') AS led_spells,
        max(value) FILTER (WHERE component = 'visits') AS visits_received,
        max(value) FILTER (WHERE component = 'sanctions') AS sanction_measures,
        max(value) FILTER (WHERE component = 'arms') AS arms_share_pct,
        max(value) FILTER (WHERE component = 'support') AS support_net,
        max(value) FILTER (WHERE component = 'trade') AS trade_ratio,
        max(value) FILTER (WHERE component = 'positions') AS positions_mean
    FROM weighed
    GROUP BY state_id, year
)

SELECT
    summed.state_id, summed.year, votes_agree_pct, CAST(led_spells AS BIGINT) AS led_spells,
    CAST(visits_received AS BIGINT) AS visits_received, made.visits_made, CAST(sanction_measures AS BIGINT) AS sanction_measures,
    arms_share_pct, CAST(support_net AS BIGINT) AS support_net, trade_ratio, positions_mean, components_known,
    round(100 * level_scored / level_weight, 1) AS level_index,
    round(100 * change_scored / change_weight, 1) AS change_index,
    CASE WHEN components_known >= 4 THEN round(100 * scored / summed.weight, 1) END AS alignment_index,
    round(100 * scored / whole.weight, 1) AS index_lower,
    round(100 * (scored + whole.weight - summed.weight) / whole.weight, 1) AS index_upper
FROM summed
CROSS JOIN whole
LEFT JOIN made ON made.state_id = summed.state_id AND made.year = summed.year
