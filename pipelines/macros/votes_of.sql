-- Votes of a state (ISO 3166-1 alpha-3), oldest first.
CREATE MACRO votes_of(state) AS TABLE
    SELECT resolutions.adopted, votes.resolution_id, resolutions.title, votes.vote
    FROM votes
    JOIN resolutions ON resolutions.resolution_id = votes.resolution_id
    WHERE votes.state_id = upper(state)
    ORDER BY resolutions.adopted, votes.resolution_id
