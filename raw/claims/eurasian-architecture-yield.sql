-- "Little" is read as: the states called on have put their names to no text of its own. Asserted: every member of the
-- SCO or the CSTO on the day but Russia (the proposal of June 2024 names both as its frame). FALSE: a party with
-- Russia to a document since then with "Eurasian" in its title. NULL else: documents on it are searched in part.
-- Counter: any document of Russia with others since then that carries indivisible security. Context: how far it was
-- searched.
WITH limits AS (
    SELECT min(occurred_earliest) AS first_day FROM positions
    WHERE actor_id = 'RUS' AND topic = 'security_alliance' AND act = 'proposal'
        AND 'sco' IN (target_id, counterpart_id)
),

named AS (
    SELECT DISTINCT state_id
    FROM memberships
    WHERE organisation_id IN ('sco', 'csto') AND status = 'member' AND is_open AND state_id <> 'RUS'
),

texts AS (
    SELECT
        shared.document_id, title, issued, actor_id AS state_id, lower(title) LIKE '%eurasian%' AS is_own, provision
    FROM documents_with('RUS') AS shared
    CROSS JOIN limits
    LEFT JOIN provisions
        ON provisions.document_id = shared.document_id AND provision = 'indivisible_security' AND treatment = 'included'
    WHERE issued_earliest >= first_day
)

SELECT
    named.state_id AS case_id, 'asserted' AS role, 'party to no text of its own' AS expected,
    coalesce(min(texts.title), 'none typed; searched in part') AS observed,
    CASE WHEN count(texts.document_id) > 0 THEN FALSE END AS holds,
    coalesce(list('documents|' || document_id ORDER BY document_id) FILTER (WHERE is_own), []) AS evidence
FROM named
LEFT JOIN texts ON texts.state_id = named.state_id AND texts.is_own
GROUP BY named.state_id
UNION ALL
SELECT
    document_id, 'counter', 'a text that carries it', 'other parties: ' || count(*) || '; ' || min(title), TRUE,
    list(DISTINCT 'documents|' || document_id)
FROM texts
WHERE is_own OR provision IS NOT NULL
GROUP BY document_id
UNION ALL
SELECT coverage_id, 'context', 'how far it was searched', result || ' to ' || ended, NULL, ['coverage|' || coverage_id]
FROM coverage
WHERE table_name = 'documents' AND actor_id = 'RUS' AND topic LIKE '%Eurasian security%'
