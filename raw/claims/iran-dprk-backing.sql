-- Asserted: IRN and PRK and, by the same passage, BLR have the support of Russia in the world, since 24 February 2022:
-- a document with Russia that promises defence, consultation, guarantees or a stand against measures; a position of
-- Russia for the state; its vote against a Security Council text on the state; or an offer of BRICS in 2024, when
-- Russia chaired it (as in kazan-new-alliances). No row means NULL: documents are searched in part, of texts on Iran
-- none is typed. Counter: such a document that is silent on or rejects defence;
-- measures of the United Nations begun since; texts on the state that Russia did not oppose.
WITH limits AS (
    SELECT DATE '2022-02-24' AS first_day
),

named AS (
    SELECT unnest(['BLR', 'IRN', 'PRK']) AS state_id
),

promises AS (
    SELECT
        actor_id AS state_id, signed.document_id, provision, treatment,
        'provisions|' || signed.document_id || '|' || provision AS row_name
    FROM documents_with('RUS') AS signed
    CROSS JOIN limits
    JOIN provisions ON provisions.document_id = signed.document_id
    WHERE actor_id IN (SELECT state_id FROM named) AND role = 'party' AND issued_earliest >= first_day AND provision IN
        ('mutual_defence', 'consultation', 'security_guarantees', 'end_unilateral_sanctions', 'sanctions_relief')
),

ballots AS (
    SELECT named.state_id, votes.resolution_id, vote, 'votes|' || votes.resolution_id || '|RUS' AS row_name
    FROM named
    CROSS JOIN limits
    JOIN resolutions ON resolutions.about_state_id = named.state_id AND adopted >= first_day
    JOIN votes ON votes.resolution_id = resolutions.resolution_id AND votes.state_id = 'RUS'
    WHERE organ = 'security_council'
),

facts AS (
    SELECT state_id, provision AS told, row_name
    FROM promises
    WHERE treatment = 'included'
    UNION ALL
    SELECT named.state_id, positions.act, 'positions|' || positions.position_id
    FROM positions
    JOIN named ON named.state_id = positions.target_id OR named.state_id = positions.counterpart_id
    WHERE positions.actor_id = 'RUS'
        AND (positions.act IN ('endorsement', 'recognition') AND positions.target_id = named.state_id
            OR positions.act = 'condemnation' AND positions.counterpart_id = named.state_id)
    UNION ALL
    SELECT state_id, 'vote against ' || resolution_id, row_name
    FROM ballots
    WHERE vote = 'no'
    UNION ALL
    SELECT state_id, 'offer of BRICS under its chair', 'membership_events|' || membership_event_id
    FROM membership_events
    WHERE organisation_id = 'brics' AND event = 'invited' AND year(occurred_earliest) = 2024
)

SELECT
    named.state_id AS case_id, 'asserted' AS role,
    'Russia stands by it in a document, position, vote or offer' AS expected,
    coalesce(array_to_string(list(DISTINCT facts.told ORDER BY facts.told), ', '), 'no row') AS observed,
    CASE WHEN count(facts.row_name) > 0 THEN TRUE END AS holds,
    evidence_of(facts.row_name) AS evidence
FROM named
LEFT JOIN facts ON facts.state_id = named.state_id
GROUP BY named.state_id
UNION ALL
SELECT
    state_id || ' no defence clause', 'counter', 'no duty of defence', document_id || ': ' || treatment, TRUE,
    [row_name]
FROM promises
WHERE provision = 'mutual_defence' AND treatment IN ('silent', 'rejected')
UNION ALL
SELECT
    sanctions.target_id || ' measures of the United Nations', 'counter', 'measures begun since February 2022',
    'from ' || min(sanctions.began), TRUE, list('sanctions|' || sanction_id ORDER BY sanction_id)
FROM sanctions
CROSS JOIN limits
JOIN named ON named.state_id = sanctions.target_id
WHERE sanctions.sender_id = 'un' AND sanctions.began_earliest >= first_day
GROUP BY sanctions.target_id
UNION ALL
SELECT state_id || ' ' || resolution_id, 'counter', 'a text it did not oppose', vote, TRUE, [row_name]
FROM ballots
WHERE vote <> 'no'
