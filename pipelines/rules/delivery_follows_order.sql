-- A delivery follows an order, where an order of the deal is typed.
SELECT
    'arms_events' AS table_name, delivery.arms_event_id AS row_id, 'occurred' AS field,
    'is before every order of the deal' AS reason
FROM arms_events AS delivery
WHERE delivery.event IN ('delivery', 'completed')
    AND EXISTS (
        SELECT 1 FROM arms_events AS ordered
        WHERE ordered.arms_deal_id = delivery.arms_deal_id AND ordered.event = 'ordered'
    )
    AND NOT EXISTS (
        SELECT 1
        FROM arms_events AS ordered
        WHERE ordered.arms_deal_id = delivery.arms_deal_id
            AND ordered.event = 'ordered'
            AND ordered.occurred_earliest <= delivery.occurred_latest
    )
