-- Who moved since 2021: the shift of the alignment index over like components, and the latest index with its bounds.
SELECT
    name AS state, base_year, latest_year, components_compared, shift, moved_by, latest_index, latest_lower, latest_upper,
    count(*) OVER () AS compared,
    sum(CASE WHEN shift < 0 THEN 1 ELSE 0 END) OVER () AS away,
    sum(CASE WHEN shift > 0 THEN 1 ELSE 0 END) OVER () AS towards
FROM alignment_shift JOIN states USING (state_id)
WHERE shift IS NOT NULL
ORDER BY shift, name
