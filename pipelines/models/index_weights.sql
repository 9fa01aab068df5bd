-- One row per component of the alignment index.
SELECT component, sub_index, weight, reason, _line
FROM raw.index_weights
