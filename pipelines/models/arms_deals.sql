-- One row per deal, or talk of one, on a kind of weapon; known since its first step.
WITH first_steps AS (
    SELECT arms_deal_id, min(coalesce(known_since, edtf_latest(occurred))) AS known_since
    FROM raw.arms_events
    GROUP BY arms_deal_id
)

SELECT
    typed.arms_deal_id, typed.supplier_id, typed.recipient_id, typed.weapon, typed.category,
    typed.source_id, typed.credibility, typed.second_source_id,
    coalesce(typed.known_since, first_steps.known_since) AS known_since, typed.note, typed._line
FROM raw.arms_deals AS typed
LEFT JOIN first_steps ON first_steps.arms_deal_id = typed.arms_deal_id
