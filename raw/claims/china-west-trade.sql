-- Asserted: the Group of Seven as partners in China's trade, its members of the European Union once, through the
-- Union (the statement lists nobody; this group lists itself). Tie kept: the partner's share of all trade of China
-- (exports and imports, China's figures of one year, both published in one currency) in the latest year is at least
-- four fifths of that of 2021, the last year before the invasion: a larger loss is more than prices moving. Counter:
-- the share fell at all.
WITH limits AS (SELECT 0.8 AS kept, 2021 AS base_year),

west AS (
    SELECT DISTINCT CASE WHEN eu.state_id IS NULL THEN g7.state_id ELSE 'eu' END AS partner_id
    FROM members_on('g7', $as_of) AS g7
    LEFT JOIN members_on('eu', $as_of) AS eu ON eu.state_id = g7.state_id
),

shares AS (
    SELECT
        flows.partner_id, flows.year, 100 * flows.figure / world.figure AS pct,
        flows.row_keys || world.row_keys AS evidence,
        row_number() OVER (PARTITION BY flows.partner_id, flows.year ORDER BY flows.unit DESC) AS one,
        row_number() OVER (PARTITION BY flows.partner_id ORDER BY flows.year DESC, flows.unit DESC) AS latest
    FROM turnovers() AS flows
    JOIN turnovers() AS world
        ON world.reporter_id = 'CHN' AND world.partner_id = 'world' AND world.year = flows.year
        AND world.unit = flows.unit AND NOT world.is_converted
    WHERE flows.reporter_id = 'CHN' AND NOT flows.is_converted
),

compared AS (
    SELECT
        west.partner_id, since.pct AS pct, base.pct AS base_pct,
        coalesce(CAST(CAST(base.pct AS DECIMAL(5, 1)) AS VARCHAR) || ' % in 2021', 'share of 2021 not known') || ', '
        || coalesce(CAST(CAST(since.pct AS DECIMAL(5, 1)) AS VARCHAR) || ' % in ' || since.year, 'no later one')
        AS observed,
        list_concat(coalesce(base.evidence, []), coalesce(since.evidence, [])) AS evidence
    FROM west
    LEFT JOIN shares AS base
        ON base.partner_id = west.partner_id AND base.one = 1 AND base.year = (SELECT base_year FROM limits)
    LEFT JOIN shares AS since
        ON since.partner_id = west.partner_id AND since.latest = 1 AND since.year > (SELECT base_year FROM limits)
)

SELECT
    partner_id AS case_id, 'asserted' AS role, 'at least four fifths of its share of 2021 in all trade' AS expected,
    observed, pct >= base_pct * (SELECT kept FROM limits) AS holds, evidence
FROM compared
UNION ALL
SELECT
    partner_id || '-fell', 'counter', 'share in all trade below that of 2021', observed, pct < base_pct, evidence
FROM compared
WHERE base_pct IS NOT NULL AND pct IS NOT NULL
