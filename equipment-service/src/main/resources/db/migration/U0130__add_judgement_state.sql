-- Purpose: takes back V0130
-- Depends: V0130
-- Rollback: V0130__add_judgement_state.sql
-- Destructive: approved

alter table equipment_meters
    drop column warned_in_row,
    drop column held_agreed;
alter table equipment
    drop column held_position_agreed,
    drop column held_position_at,
    drop column held_lon,
    drop column held_lat,
    drop column last_sample_at;
