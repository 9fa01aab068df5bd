-- Votes on the texts of the eleventh emergency special session by subregion of the United Nations, and the official tallies.
WITH texts AS (
    SELECT resolution_id, title, adopted, is_amended, yes, no, abstain, absent
    FROM resolutions
    WHERE resolution_id LIKE 'A/RES/ES-11/%'
),
publishers AS (
    SELECT publisher, count(*) AS cited
    FROM citations JOIN sources USING (source_id)
    WHERE table_name = 'resolutions' AND row_id IN (SELECT resolution_id FROM texts)
    GROUP BY publisher
)
SELECT
    resolution_id, title, adopted, is_amended, region, subregion, count(*) AS members,
    sum(CASE WHEN vote = 'yes' THEN 1 ELSE 0 END) AS in_favour,
    sum(CASE WHEN vote = 'no' THEN 1 ELSE 0 END) AS against,
    sum(CASE WHEN vote = 'abstain' THEN 1 ELSE 0 END) AS abstaining,
    sum(CASE WHEN vote IN ('absent', 'no_vote_right') THEN 1 ELSE 0 END) AS not_voting,
    yes, no, abstain, absent,
    (SELECT list(publisher ORDER BY cited DESC, publisher) FROM publishers) AS publishers
FROM texts LEFT JOIN votes USING (resolution_id) LEFT JOIN states USING (state_id)
GROUP BY resolution_id, title, adopted, is_amended, yes, no, abstain, absent, region, subregion
ORDER BY adopted, resolution_id, region, subregion
