-- A state votes in the United Nations from the day of its admission.
SELECT
    'votes' AS table_name, vote.resolution_id || '|' || vote.state_id AS row_id, 'state_id' AS field,
    'was no member of the United Nations on ' || resolution.adopted AS reason
FROM votes AS vote
JOIN resolutions AS resolution ON resolution.resolution_id = vote.resolution_id
JOIN states AS state ON state.state_id = vote.state_id
WHERE state.un_member_since IS NULL OR state.un_member_since > resolution.adopted
