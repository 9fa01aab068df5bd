-- One row per member of the United Nations (Russia apart), year since 2014 and component that is known: missing is missing.
-- Votes: agreement with Russia on General Assembly texts about Ukraine only.
WITH years AS (
    SELECT unnest(range(2014, CAST(year(data_through) AS BIGINT) + 1)) AS year, data_through
    FROM release
),

panel AS (
    SELECT
        states.state_id, years.year, make_date(years.year, 1, 1) AS first_day,
        least(make_date(years.year, 12, 31), years.data_through) AS last_day
    FROM states
    CROSS JOIN years
    WHERE states.un_member_since <= make_date(years.year, 12, 31) AND states.state_id <> 'RUS'
),

agreement AS (
    SELECT
        own.state_id, CAST(year(text.adopted) AS BIGINT) AS year,
        avg(CASE WHEN own.vote = lead.vote THEN 100.0 WHEN 'abstain' IN (own.vote, lead.vote) THEN 50.0 ELSE 0.0 END) AS value
    FROM votes AS own
    JOIN votes AS lead ON lead.resolution_id = own.resolution_id AND lead.state_id = 'RUS'
    JOIN resolutions AS text ON text.resolution_id = own.resolution_id
        AND text.organ = 'general_assembly' AND text.about_state_id = 'UKR'
    WHERE own.vote IN ('yes', 'no', 'abstain') AND lead.vote IN ('yes', 'no', 'abstain')
    GROUP BY own.state_id, year(text.adopted)
),

inside AS (
    SELECT panel.state_id, panel.year, spell.organisation_id
    FROM panel
    JOIN memberships AS spell
        ON spell.state_id = panel.state_id AND spell.status = 'member' AND spell.contested_by IS NULL
        AND coalesce(spell.began_latest <= panel.last_day, FALSE)
        AND (spell.is_open OR spell.ended_earliest > panel.last_day)
),

measures AS (
    SELECT panel.state_id, panel.year, count(DISTINCT spell.measure) AS value
    FROM panel
    JOIN sanctions AS spell
        ON spell.target_id = 'RUS' AND spell.began_latest <= panel.last_day
        AND (spell.is_open OR spell.ended_earliest > panel.last_day)
    LEFT JOIN inside
        ON inside.state_id = panel.state_id AND inside.year = panel.year AND inside.organisation_id = spell.sender_id
    WHERE spell.sender_id = panel.state_id OR inside.organisation_id IS NOT NULL
    GROUP BY panel.state_id, panel.year
),

none_found AS (
    SELECT DISTINCT panel.state_id, panel.year
    FROM panel
    JOIN coverage AS searched
        ON searched.table_name = 'sanctions' AND searched.actor_id = panel.state_id
        AND searched.result = 'searched_none_found'
        AND searched.began <= panel.last_day AND searched.ended >= panel.first_day
    WHERE coalesce(searched.counterpart_id = 'RUS', TRUE)
),

covered_years AS (
    SELECT DISTINCT panel.year
    FROM panel
    JOIN coverage AS searched
        ON searched.table_name = 'visits' AND searched.result = 'complete' AND searched.person_id = 'putin'
        AND searched.counterpart_id IS NULL
        AND searched.began <= panel.first_day AND searched.ended >= panel.last_day
),

trips AS (
    SELECT host_state_id AS state_id, CAST(year(began_earliest) AS BIGINT) AS year, count(*) AS value
    FROM visits
    WHERE person_id = 'putin' AND outcome = 'held' AND territory IS NULL
    GROUP BY host_state_id, year(began_earliest)
),

shares AS (
    SELECT panel.state_id, panel.year, max_by(share.share_pct, share.known_since) AS value
    FROM panel
    JOIN arms_shares AS share
        ON share.recipient_id = panel.state_id AND share.supplier_id = 'RUS'
        AND panel.year BETWEEN share.first_year AND share.last_year
    GROUP BY panel.state_id, panel.year
),

turnover AS (
    SELECT
        CASE WHEN reporter_id = 'RUS' THEN partner_id ELSE reporter_id END AS state_id, reporter_id, year,
        max_by(value_usd, known_since) AS value
    FROM trade_flows
    WHERE flow = 'total' AND commodity = 'total' AND value_usd IS NOT NULL AND year IS NOT NULL
        AND 'RUS' IN (reporter_id, partner_id)
    GROUP BY reporter_id, partner_id, year
),

ratios AS (
    SELECT now.state_id, now.year, avg(now.value / base.value) AS value
    FROM turnover AS now
    JOIN turnover AS base ON base.state_id = now.state_id AND base.reporter_id = now.reporter_id AND base.year = 2021
    GROUP BY now.state_id, now.year
),

aid AS (
    SELECT
        panel.state_id, panel.year,
        max(CASE WHEN given.support_id IS NOT NULL THEN 1 END) AS to_russia,
        max(CASE WHEN total.amount > 0 THEN 1 WHEN total.amount = 0 THEN 0 END) AS to_ukraine
    FROM panel
    LEFT JOIN support AS given
        ON given.supplier_id = panel.state_id AND given.recipient_id = 'RUS' AND given.credibility <= 3
        AND given.provider_kind IN ('state', 'state_firm') AND given.began_latest <= panel.last_day
    LEFT JOIN support_totals AS total
        ON total.supplier_id = panel.state_id AND total.recipient_id = 'UKR' AND total.category = 'military'
        AND CAST(year(total.through) AS BIGINT) = panel.year
    GROUP BY panel.state_id, panel.year
),

words AS (
    SELECT actor_id AS state_id, CAST(year(occurred_earliest) AS BIGINT) AS year, avg(direction) AS value
    FROM positions
    WHERE direction IS NOT NULL
    GROUP BY actor_id, year(occurred_earliest)
),

known AS (
    SELECT state_id, year, 'votes' AS component, CAST(value AS DOUBLE) AS value FROM agreement
    UNION ALL
    SELECT panel.state_id, panel.year, 'spells', CAST(count(inside.organisation_id) AS DOUBLE)
    FROM panel
    LEFT JOIN inside
        ON inside.state_id = panel.state_id AND inside.year = panel.year
        AND inside.organisation_id IN ('csto', 'eaeu', 'cis', 'union-state')
    GROUP BY panel.state_id, panel.year
    UNION ALL
    SELECT state_id, year, 'sanctions', CAST(value AS DOUBLE) FROM measures
    UNION ALL
    SELECT none_found.state_id, none_found.year, 'sanctions', 0.0
    FROM none_found
    WHERE NOT EXISTS (
        SELECT 1 FROM measures WHERE measures.state_id = none_found.state_id AND measures.year = none_found.year
    )
    UNION ALL
    SELECT panel.state_id, panel.year, 'visits', CAST(coalesce(trips.value, 0) AS DOUBLE)
    FROM panel
    JOIN covered_years ON covered_years.year = panel.year
    LEFT JOIN trips ON trips.state_id = panel.state_id AND trips.year = panel.year
    UNION ALL
    SELECT state_id, year, 'arms', value FROM shares
    UNION ALL
    SELECT state_id, year, 'trade', value FROM ratios
    UNION ALL
    SELECT state_id, year, 'support', CAST(coalesce(to_russia, 0) - coalesce(to_ukraine, 0) AS DOUBLE)
    FROM aid
    WHERE to_russia IS NOT NULL OR to_ukraine IS NOT NULL
    UNION ALL
    SELECT state_id, year, 'positions', value FROM words
)

SELECT
    known.state_id, known.year, known.component, round(known.value, 4) AS value,
    round(alignment_score(known.component, known.value), 4) AS score
FROM known
JOIN panel ON panel.state_id = known.state_id AND panel.year = known.year
