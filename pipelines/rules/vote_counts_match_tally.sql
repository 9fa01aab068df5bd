-- The votes of a text add up to its official tally.
WITH counted AS (
    SELECT
        resolution_id,
        count(*) FILTER (WHERE vote = 'yes') AS yes,
        count(*) FILTER (WHERE vote = 'no') AS no,
        count(*) FILTER (WHERE vote = 'abstain') AS abstain,
        count(*) FILTER (WHERE vote IN ('absent', 'no_vote_right')) AS absent
    FROM votes
    GROUP BY resolution_id
),

compared AS (
    SELECT resolutions.resolution_id, 'yes' AS field, resolutions.yes AS official, counted.yes AS typed
    FROM resolutions JOIN counted ON counted.resolution_id = resolutions.resolution_id
    UNION ALL
    SELECT resolutions.resolution_id, 'no', resolutions.no, counted.no
    FROM resolutions JOIN counted ON counted.resolution_id = resolutions.resolution_id
    UNION ALL
    SELECT resolutions.resolution_id, 'abstain', resolutions.abstain, counted.abstain
    FROM resolutions JOIN counted ON counted.resolution_id = resolutions.resolution_id
    UNION ALL
    SELECT resolutions.resolution_id, 'absent', resolutions.absent, counted.absent
    FROM resolutions JOIN counted ON counted.resolution_id = resolutions.resolution_id
)

SELECT
    'resolutions' AS table_name, resolution_id AS row_id, field,
    'is the official tally, but the votes typed add up to ' || typed AS reason
FROM compared
WHERE official <> typed
