-- Asserted, three fields, each asked twice. Balance: with Russia in at most half of its United Nations votes on Ukraine
-- since the invasion; at least half of its coded acts and words neutral; trade with the European Union and with the
-- United States above that with Russia. Lean: more votes with Russia than yes against it; more acts and words towards
-- than away; trade with Russia larger against that with each of the two than in 2021 (latest year typed for both in
-- one currency). Counter: each yes where Russia voted no. An abstention explained is coded as one towards Russia.
-- "Slightly" is not measured.
WITH polled AS (
    SELECT
        china.resolution_id, 'China ' || china.vote || ', Russia ' || russia.vote AS observed,
        CASE WHEN china.vote = russia.vote THEN 1 WHEN china.vote = 'yes' AND russia.vote = 'no' THEN -1 ELSE 0 END
        AS side
    FROM votes AS china
    JOIN votes AS russia ON russia.resolution_id = china.resolution_id AND russia.state_id = 'RUS'
    JOIN resolutions ON resolutions.resolution_id = china.resolution_id
    WHERE china.state_id = 'CHN' AND about_state_id = 'UKR' AND adopted >= DATE '2022-02-24'
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

flows AS (
    SELECT
        partner_id, year, currency, value / 1e9 AS bn, 'trade_flows|' || trade_flow_id AS row_ref,
        row_number() OVER (PARTITION BY partner_id, year, currency ORDER BY known_since DESC, trade_flow_id) AS nth
    FROM trade_flows
    WHERE reporter_id = 'CHN' AND partner_id IN ('RUS', 'USA', 'eu') AND flow = 'total' AND commodity = 'total'
        AND value IS NOT NULL AND year >= 2021
),

pairs AS (
    SELECT
        west.partner_id, west.year, west.bn, russia.bn AS russia, [west.row_ref, russia.row_ref] AS evidence,
        west.year || ', bn ' || west.currency || ': ' || CAST(west.bn AS DECIMAL(8, 0)) || ', Russia '
        || CAST(russia.bn AS DECIMAL(8, 0)) AS observed,
        row_number() OVER (PARTITION BY west.partner_id ORDER BY west.year DESC, west.currency DESC) AS nth
    FROM flows AS west
    JOIN flows AS russia ON russia.partner_id = 'RUS' AND russia.year = west.year AND russia.currency = west.currency
    WHERE west.partner_id <> 'RUS' AND west.nth = 1 AND russia.nth = 1
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
    later.observed || coalesce('; ' || base.observed, '; 2021 not typed in one currency'),
    later.russia / later.bn > base.russia / base.bn, list_concat(later.evidence, coalesce(base.evidence, []))
FROM pairs AS later
LEFT JOIN pairs AS base ON base.partner_id = later.partner_id AND base.year = 2021
WHERE later.nth = 1
UNION ALL
SELECT
    resolution_id, 'counter', 'a yes where Russia voted no', observed, TRUE,
    ['votes|' || resolution_id || '|CHN', 'votes|' || resolution_id || '|RUS']
FROM polled
WHERE side < 0
