-- Asserted: in 2023 China made an offer to mediate (coded as such, on the peace process), and its paper of that year
-- asks for talks and for a ceasefire. What the paper was meant as is not checked. Counter: points without which a
-- paper is hardly a plan to end this war and on which it is silent; meetings on peace that China stayed away from;
-- and answers that say it is no plan (by words of the summary).
WITH offers AS (
    SELECT 'positions|' || position_id AS row_ref, summary
    FROM positions
    WHERE actor_id = 'CHN' AND act = 'mediation_offer' AND topic = 'peace_process'
        AND occurred_earliest >= DATE '2023-01-01' AND occurred_latest <= DATE '2023-12-31'
),

points AS (
    SELECT provision, treatment, 'provisions|' || document_id || '|' || provision AS row_ref
    FROM provisions
    WHERE document_id = 'chn-position-paper-2023'
),

against AS (
    SELECT position_id, summary FROM positions
    WHERE actor_id = 'CHN' AND act = 'non_attendance' AND topic = 'peace_process'
        OR target_id = 'CHN' AND act = 'reaction' AND topic = 'peace_process' AND lower(summary) LIKE '%no peace plan%'
)

SELECT
    'offer-2023' AS case_id, 'asserted' AS role, 'offer to mediate in 2023' AS expected,
    count(*) || ' coded, search partial' AS observed, CASE WHEN count(*) > 0 THEN TRUE END AS holds,
    evidence_of(row_ref) AS evidence
FROM offers
UNION ALL
SELECT
    'paper-' || provision, 'asserted', 'asked for in the paper', treatment, treatment IN ('included', 'partly'),
    [row_ref]
FROM points
WHERE provision IN ('talks', 'ceasefire')
UNION ALL
SELECT 'paper-' || provision, 'counter', 'not asked for in the paper', treatment, treatment = 'silent', [row_ref]
FROM points
WHERE provision IN ('troop_withdrawal', 'borders_1991')
UNION ALL
SELECT position_id, 'counter', 'speaks against it', summary, TRUE, ['positions|' || position_id]
FROM against
