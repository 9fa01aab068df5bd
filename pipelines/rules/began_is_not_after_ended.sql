-- Nothing ends before it begins.
SELECT table_name, row_id, 'ended' AS field, 'is before the day it began, ' || began_earliest AS reason
FROM contract_spells
WHERE began_earliest > ended_latest
