-- Purpose: what judging samples needs to remember: newest device time, held positions and jumps, warnings in a row
-- Depends: V0101, V0102
-- Rollback: U0130__add_judgement_state.sql

-- last_sample_at null = unknown: the history is asked, as it is for every sample that is not newer.
alter table equipment
    add column last_sample_at timestamptz,
    add column held_lat double precision,
    add column held_lon double precision,
    add column held_position_at timestamptz,
    add column held_position_agreed smallint not null default 0;

alter table equipment_meters
    add column held_agreed smallint not null default 0,
    add column warned_in_row int not null default 0;
