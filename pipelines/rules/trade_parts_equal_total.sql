-- Exports and imports of one release add up to its reported total within 2 %.
SELECT
    'trade_flows' AS table_name, total.trade_flow_id AS row_id, 'value' AS field,
    'differs by more than 2 % from exports and imports of the same release, together '
    || (exports.value + imports.value) AS reason
FROM trade_flows AS total
JOIN trade_flows AS exports
    ON exports.flow = 'export' AND exports.reporter_id = total.reporter_id AND exports.partner_id = total.partner_id
    AND exports.commodity = total.commodity AND exports.period = total.period AND exports.currency = total.currency
    AND exports.known_since = total.known_since
JOIN trade_flows AS imports
    ON imports.flow = 'import' AND imports.reporter_id = total.reporter_id AND imports.partner_id = total.partner_id
    AND imports.commodity = total.commodity AND imports.period = total.period AND imports.currency = total.currency
    AND imports.known_since = total.known_since
WHERE total.flow = 'total'
    AND abs(exports.value + imports.value - total.value) > 0.02 * total.value
