-- Score of a component of alignment, 0 (furthest from Russia) to 1 (closest), never falling as the state draws closer:
-- votes and arms in per cent, spells and visits up to four, sanctions by whether there are any, then by up to seven kinds
-- (how many are typed depends on the coding, that there are any does not), support from minus 1 to 1, trade as a ratio to
-- 2021 (par is a half), positions from minus 2 to 2.
CREATE MACRO alignment_score(component_name, component_value) AS
    CASE component_name
        WHEN 'votes' THEN component_value / 100.0
        WHEN 'arms' THEN component_value / 100.0
        WHEN 'spells' THEN least(component_value, 4) / 4.0
        WHEN 'visits' THEN least(component_value, 4) / 4.0
        WHEN 'sanctions' THEN CASE WHEN component_value = 0 THEN 1.0 ELSE 0.05 * (7 - least(component_value, 7)) END
        WHEN 'support' THEN (component_value + 1) / 2.0
        WHEN 'positions' THEN (component_value + 2) / 4.0
        WHEN 'trade' THEN component_value / (1.0 + component_value)
    END
