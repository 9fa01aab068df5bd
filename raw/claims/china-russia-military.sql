-- Asserted: in each year since 2022 more joint exercises and patrols of China and Russia than in the mean year of
-- 2017 to 2021; a joint document since the invasion with military cooperation in it; an order of Russian arms since.
-- The search for exercises was partial: those of 2017 to 2021 it names as not found (Peace Mission 2018, Joint Sea
-- 2018 and 2020) are added to the mean, and a year that is not above it is
-- unknown. Who took part is not coded: China is known by the name. Counter: no weapons of the Chinese state to
-- Russia, where searched.
WITH limits AS (SELECT 2017 AS base_first, 2021 AS base_last, 3 AS not_found),

exercises AS (
    SELECT year(began_earliest) AS year, began_earliest, 'meetings|' || meeting_id AS row_ref
    FROM meetings
    WHERE meeting_type = 'exercise' AND name LIKE '%China%'
),

base AS (
    SELECT
        (count(*) + max(not_found)) / (max(base_last) - max(base_first) + 1.0) AS mean,
        list(row_ref ORDER BY row_ref) AS evidence
    FROM exercises
    JOIN limits ON exercises.year BETWEEN base_first AND base_last
),

years AS (
    SELECT unnest(range(2022, CAST(year(CAST($as_of AS DATE)) AS BIGINT) + 1)) AS year
),

counted AS (
    SELECT years.year, count(exercises.row_ref) AS found, list(exercises.row_ref ORDER BY exercises.row_ref) AS evidence
    FROM years
    LEFT JOIN exercises ON exercises.year = years.year AND exercises.began_earliest >= DATE '2022-02-24'
    GROUP BY years.year
),

papers AS (
    SELECT 'provisions|' || shared.document_id || '|military_technical' AS row_ref
    FROM documents_with('RUS') AS shared
    JOIN provisions ON provisions.document_id = shared.document_id
    WHERE actor_id = 'CHN' AND provision = 'military_technical' AND treatment IN ('included', 'partly')
        AND issued_earliest >= DATE '2022-02-24'
),

orders AS (
    SELECT 'arms_events|' || arms_event_id AS row_ref
    FROM arms_events
    JOIN arms_deals ON arms_deals.arms_deal_id = arms_events.arms_deal_id
    WHERE recipient_id = 'CHN' AND supplier_id = 'RUS' AND event = 'ordered' AND occurred_earliest >= DATE '2022-02-24'
),

searched AS (
    SELECT 'coverage|' || coverage_id AS row_ref FROM coverage
    WHERE table_name = 'support' AND actor_id = 'CHN' AND counterpart_id = 'RUS' AND topic LIKE 'weapons%'
        AND result = 'searched_none_found' AND ended >= CAST($as_of AS DATE)
)

SELECT
    'exercises-' || year AS case_id, 'asserted' AS role, 'more than the mean year of 2017 to 2021' AS expected,
    found || ' found, mean year ' || CAST(base.mean AS DECIMAL(4, 1)) || ' with those not found' AS observed,
    CASE WHEN found > base.mean THEN TRUE END AS holds,
    CASE WHEN found > 0 THEN list_concat(base.evidence, counted.evidence) ELSE base.evidence END AS evidence
FROM counted
CROSS JOIN base
UNION ALL
SELECT
    'document', 'asserted', 'joint document with military cooperation', count(*) || ' coded, search partial',
    CASE WHEN count(*) > 0 THEN TRUE END, evidence_of(row_ref)
FROM papers
UNION ALL
SELECT
    'arms-order', 'asserted', 'order of Russian arms by China', count(*) || ' coded, search partial',
    CASE WHEN count(*) > 0 THEN TRUE END, evidence_of(row_ref)
FROM orders
UNION ALL
SELECT
    'no-weapons', 'counter', 'no weapons of the Chinese state to Russia',
    CASE WHEN count(*) > 0 THEN 'searched to the day, none found' ELSE 'not searched to the day' END,
    CASE WHEN count(*) > 0 THEN TRUE END, evidence_of(row_ref)
FROM searched
