-- Developing countries: the Group of 77 (list of the organisations table). Asserted, for each return of the same text
-- before the General Assembly since the invasion (human rights in Crimea or the occupied territories, each year;
-- cooperation with the Council of Europe): against the vote before, the spread of yes (1), abstain (0) and no (-1)
-- grew (standard deviation), and the share of abstentions, the middle, fell. Absent members are left out. A change
-- counts above 0.012: one of the 89 or more members voting moves either figure by less. Counter: over half of the
-- group still cast the same vote on the latest text. The concern of "the West" is not coded.
WITH limits AS (
    SELECT 0.012 AS least_change, DATE '2022-02-24' AS first_day
),

series AS (
    SELECT
        resolution_id, adopted,
        CASE WHEN topic = 'human_rights' THEN 'human rights' ELSE 'Council of Europe' END AS subject
    FROM resolutions
    WHERE about_state_id = 'UKR' AND topic = 'human_rights'
        OR title = 'Cooperation between the United Nations and the Council of Europe'
),

cast_votes AS (
    SELECT series.resolution_id, votes.vote, CASE votes.vote WHEN 'yes' THEN 1 WHEN 'no' THEN -1 ELSE 0 END AS score
    FROM series
    JOIN votes ON votes.resolution_id = series.resolution_id AND votes.vote IN ('yes', 'no', 'abstain')
    WHERE votes.state_id IN (SELECT state_id FROM memberships WHERE organisation_id = 'g77')
),

figures AS (
    SELECT
        resolution_id, stddev_pop(score) AS spread, avg(CASE vote WHEN 'abstain' THEN 1 ELSE 0 END) AS middle,
        greatest(avg(CASE vote WHEN 'yes' THEN 1 ELSE 0 END), avg(CASE vote WHEN 'no' THEN 1 ELSE 0 END)) AS larger_end
    FROM cast_votes
    GROUP BY resolution_id
),

pairs AS (
    SELECT
        series.subject, series.resolution_id, series.adopted, spread, middle, larger_end,
        lag(series.resolution_id) OVER (PARTITION BY series.subject ORDER BY series.adopted) AS earlier_id,
        lag(spread) OVER (PARTITION BY series.subject ORDER BY series.adopted) AS spread_before,
        lag(middle) OVER (PARTITION BY series.subject ORDER BY series.adopted) AS middle_before,
        row_number() OVER (PARTITION BY series.subject ORDER BY series.adopted DESC) AS from_last
    FROM series
    JOIN figures ON figures.resolution_id = series.resolution_id
)

SELECT
    resolution_id || ' spread' AS case_id, 'asserted' AS role, 'wider spread than at ' || earlier_id AS expected,
    round(spread_before, 3) || ' to ' || round(spread, 3) AS observed, spread - spread_before > least_change AS holds,
    ['resolutions|' || earlier_id, 'resolutions|' || resolution_id] AS evidence
FROM pairs
CROSS JOIN limits
WHERE earlier_id IS NOT NULL AND adopted >= first_day
UNION ALL
SELECT
    resolution_id || ' middle', 'asserted', 'fewer abstentions than at ' || earlier_id,
    round(100 * middle_before, 1) || ' to ' || round(100 * middle, 1) || ' % abstained',
    middle_before - middle > least_change,
    ['resolutions|' || earlier_id, 'resolutions|' || resolution_id]
FROM pairs
CROSS JOIN limits
WHERE earlier_id IS NOT NULL AND adopted >= first_day
UNION ALL
SELECT
    subject || ' one vote', 'counter', 'over half cast the same vote',
    round(100 * greatest(middle, larger_end), 1) || ' % on ' || resolution_id, greatest(middle, larger_end) > 0.5,
    ['resolutions|' || resolution_id]
FROM pairs
CROSS JOIN limits
WHERE from_last = 1 AND adopted >= first_day
