-- Words move a state by one step at most, condemnations and denials are words, and Russia's own acts have no direction.
SELECT 'positions' AS table_name, position_id AS row_id, 'direction' AS field, 'is more than words weigh' AS reason
FROM positions
WHERE form = 'words' AND abs(direction) > 1
UNION ALL
SELECT 'positions', position_id, 'direction', 'is given to an act of Russia'
FROM positions
WHERE actor_id = 'RUS' AND direction IS NOT NULL
UNION ALL
SELECT 'positions', position_id, 'form', 'is not words, but the act is ' || act
FROM positions
WHERE act IN ('condemnation', 'denial') AND form <> 'words'
