-- Asserted, three fields, each asked twice. Balance: with Russia in at most half of its United Nations votes on Ukraine
-- since the invasion; at least half of its coded acts and words neutral; trade with the European Union and with the
-- United States above that with Russia. Lean: more votes with Russia than yes against it; more acts and words towards
-- than away; trade with Russia larger against that with each of the two than in 2021 (latest year typed for both, US
-- dollars). Counter: each yes where Russia voted no. An abstention explained is coded as one towards Russia.
-- "Slightly" is not measured.
WITH polled AS (
    SELECT
        resolution_id, row_keys, 'China ' || vote || ', Russia ' || other_vote AS observed,
        CASE WHEN vote = other_vote THEN 1 WHEN vote = 'yes' AND other_vote = 'no' THEN -1 ELSE 0 END AS side
    FROM votes_beside('CHN', 'RUS', DATE '2022-02-24')
    WHERE about_state_id = 'UKR' AND vote IS NOT NULL
),

coded AS (
    SELECT 'votes' AS field, side, 'votes|' || resolution_id || '|CHN' AS row_ref FROM polled
    UNION ALL
    SELECT 'words', direction, 'positions|' || position_id FROM positions
    WHERE actor_id = 'CHN' AND 'RUS' IN (target_id, counterpart_id) AND direction IS NOT NULL
        AND occurred_earliest >= DATE '2022-02-24'
),

counts AS (
    SELECT
        field, count(CASE WHEN side > 0 THEN 1 END) AS towards, count(CASE WHEN side < 0 THEN 1 END) AS away,
        count(CASE WHEN side = 0 THEN 1 END) AS neither, list(row_ref ORDER BY row_ref) AS evidence
    FROM coded
    GROUP BY field
),

pairs AS (
    SELECT
        west.partner_id, west.year, west.figure / 1e9 AS bn, russia.figure / 1e9 AS russia,
        west.row_keys || russia.row_keys AS evidence,
        west.year || ', bn USD: ' || CAST(west.figure / 1e9 AS DECIMAL(8, 0)) || ', Russia '
        || CAST(russia.figure / 1e9 AS DECIMAL(8, 0)) AS observed,
        row_number() OVER (PARTITION BY west.partner_id ORDER BY west.year DESC) AS nth
    FROM turnovers() AS west
    JOIN turnovers() AS russia
        ON russia.reporter_id = 'CHN' AND russia.partner_id = 'RUS' AND russia.year = west.year AND russia.unit = 'USD'
    WHERE west.reporter_id = 'CHN' AND west.partner_id IN ('USA', 'eu') AND west.unit = 'USD' AND west.year >= 2021
)

SELECT
    field || '-balance' AS case_id, 'asserted' AS role,
    CASE WHEN field = 'votes' THEN 'with Russia in at most half' ELSE 'at least half neutral' END AS expected,
    towards || ' with Russia, ' || neither || ' neither, ' || away || ' against it' AS observed,
    CASE WHEN field = 'votes' THEN towards <= neither + away ELSE neither >= towards + away END AS holds, evidence
FROM counts
UNION ALL
SELECT
    field || '-lean', 'asserted', 'more with Russia than against it', towards || ' with, ' || away || ' against',
    towards > away, evidence
FROM counts
UNION ALL
SELECT 'trade-balance-' || partner_id, 'asserted', 'above trade with Russia', observed, bn > russia, evidence
FROM pairs
WHERE nth = 1
UNION ALL
SELECT
    'trade-lean-' || later.partner_id, 'asserted', 'trade with Russia larger against it than in 2021',
    later.observed || coalesce('; ' || base.observed, '; 2021 not typed'),
    later.russia / later.bn > base.russia / base.bn, later.evidence || coalesce(base.evidence, [])
FROM pairs AS later
LEFT JOIN pairs AS base ON base.partner_id = later.partner_id AND base.year = 2021
WHERE later.nth = 1
UNION ALL
SELECT
    resolution_id, 'counter', 'a yes where Russia voted no', observed, TRUE, row_keys
FROM polled
WHERE side < 0
