-- Asserted: in the latest year in which China's exports to the United States, the European Union and ASEAN are all
-- typed in one currency: the United States lead among states; the European Union, for Western Europe, among blocs;
-- and the largest market in Western Europe (M49 group, with the United Kingdom) comes second among states. States are
-- held against states and blocs against blocs. Counter: markets elsewhere larger than the largest of Western Europe,
-- or than the Union where they are blocs. Hong Kong is not a partner of its own in these tables.
WITH flows AS (
    SELECT partner_id, year, unit AS currency, figure AS value, row_key AS row_ref
    FROM newest_figures()
    WHERE reporter_id = 'CHN' AND flow = 'export' AND commodity = 'total' AND partner_id <> 'world'
        AND year IS NOT NULL AND NOT is_converted
),

chosen AS (
    SELECT year, currency, row_number() OVER (ORDER BY year DESC, count(*) DESC, currency) AS nth
    FROM flows
    GROUP BY year, currency
    HAVING count(CASE WHEN partner_id IN ('USA', 'eu', 'asean') THEN 1 END) = 3
),

markets AS (
    SELECT
        flows.partner_id, flows.row_ref, flows.value, partner_id IN ('eu', 'asean') AS is_bloc,
        partner_id = 'GBR' OR partner_id IN (SELECT state_id FROM members_on('western-europe', $as_of)) AS is_western,
        'place ' || rank() OVER (PARTITION BY partner_id IN ('eu', 'asean') ORDER BY flows.value DESC) || ' in '
        || flows.year || ': ' || CAST(CAST(flows.value / 1e9 AS DECIMAL(8, 0)) AS VARCHAR) || ' bn ' || flows.currency
        AS observed,
        rank() OVER (PARTITION BY partner_id IN ('eu', 'asean') ORDER BY flows.value DESC) AS place
    FROM flows
    JOIN chosen ON chosen.year = flows.year AND chosen.currency = flows.currency AND chosen.nth = 1
),

western AS (
    SELECT partner_id, row_number() OVER (ORDER BY value DESC) AS nth FROM markets WHERE is_western
),

named AS (
    SELECT 'USA' AS partner_id, 1 AS place, 'first among states' AS expected
    UNION ALL SELECT 'eu', 1, 'first among blocs'
    UNION ALL SELECT partner_id, 2, 'largest of Western Europe: second among states' FROM western WHERE nth = 1
)

SELECT
    named.partner_id AS case_id, 'asserted' AS role, named.expected,
    coalesce(markets.observed, 'no year with all of them typed') AS observed, markets.place <= named.place AS holds,
    CASE WHEN markets.row_ref IS NULL THEN [] ELSE [markets.row_ref] END AS evidence
FROM named
LEFT JOIN markets ON markets.partner_id = named.partner_id
UNION ALL
SELECT
    other.partner_id, 'counter', 'elsewhere, larger than ' || held.partner_id, other.observed, TRUE, [other.row_ref]
FROM markets AS other
JOIN markets AS held ON held.is_bloc = other.is_bloc AND held.partner_id <> 'USA'
JOIN named ON named.partner_id = held.partner_id
WHERE other.value > held.value AND other.partner_id NOT IN (SELECT partner_id FROM named) AND NOT other.is_western
