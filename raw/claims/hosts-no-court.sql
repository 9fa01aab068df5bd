-- "Did not recognise the decision": was no party to the Rome Statute on the first day of his visit in the year of the
-- statement, so owed no arrest; absence rests on the complete list of parties (to 30 June 2025, later it cannot be
-- told). Asserted: the six hosts named. Counter: every other host of a held visit since the warrant, occupied
-- territory apart: the fact against the statement is a party that did not arrest him. Context: visits to parties that
-- were not made.
WITH named AS (
    SELECT unnest(['CHN', 'UZB', 'VNM', 'TKM', 'BLR', 'PRK']) AS state_id
),

trips AS (
    SELECT visit_id, host_state_id AS state_id, outcome, began, began_latest AS visit_day
    FROM visits
    JOIN warrants ON warrants.person_id = visits.person_id AND warrants.issued_latest <= visits.began_earliest
    WHERE visits.person_id = 'putin' AND visits.territory IS NULL
),

judged AS (
    SELECT
        trips.visit_id, trips.state_id, trips.outcome, trips.began, member.membership_id, listed.coverage_id,
        row_number() OVER (PARTITION BY trips.state_id, year(trips.visit_day) ORDER BY trips.visit_day) AS turn,
        year(trips.visit_day) = year(CAST($made_on AS DATE)) AND named.state_id IS NOT NULL AS is_named,
        CASE
            WHEN member.membership_id IS NOT NULL THEN TRUE
            WHEN listed.coverage_id IS NOT NULL THEN FALSE
        END AS is_party
    FROM trips
    LEFT JOIN named ON named.state_id = trips.state_id
    LEFT JOIN memberships AS member
        ON member.organisation_id = 'icc' AND member.status = 'member' AND member.state_id = trips.state_id
        AND member.began_latest <= trips.visit_day AND (member.is_open OR member.ended_earliest > trips.visit_day)
    LEFT JOIN coverage AS listed
        ON listed.table_name = 'memberships' AND listed.actor_id = 'icc' AND listed.result = 'complete'
        AND trips.visit_day BETWEEN listed.began AND listed.ended
)

SELECT
    named.state_id AS case_id, 'asserted' AS role, 'no party to the Statute on the day of the visit' AS expected,
    CASE WHEN is_party THEN 'party on ' WHEN NOT is_party THEN 'no party on ' ELSE 'not known on ' END
    || coalesce(began, 'a day not typed') AS observed,
    NOT is_party AS holds,
    CASE
        WHEN visit_id IS NULL THEN []
        ELSE ['visits|' || visit_id, coalesce('memberships|' || membership_id, 'coverage|' || coverage_id)]
    END AS evidence
FROM named
LEFT JOIN judged ON judged.state_id = named.state_id AND judged.is_named AND judged.outcome = 'held' AND judged.turn = 1
UNION ALL
SELECT
    visit_id, CASE outcome WHEN 'held' THEN 'counter' ELSE 'context' END, 'a party as host',
    CASE WHEN is_party THEN 'party' WHEN NOT is_party THEN 'no party' ELSE 'not known' END
    || CASE outcome WHEN 'held' THEN ', visited on ' ELSE ', visit not made, meant for ' END || began,
    is_party,
    CASE WHEN is_party THEN ['visits|' || visit_id, 'memberships|' || membership_id] ELSE ['visits|' || visit_id] END
FROM judged
WHERE NOT is_named AND (outcome = 'held' OR is_party)
