-- Whether a kind of aid is weapons or what they fire.
CREATE MACRO is_weapon(aid_category) AS
    aid_category IN ('ammunition', 'missiles', 'drones', 'heavy_weapons', 'small_arms')
