-- Purpose: what a machine's meters and position were at both ends of each day, so that no day needs another's samples
-- Depends: V0125
-- Rollback: U0135__extend_usage_daily.sql

alter table equipment_usage_daily
    add column first_hours numeric(10, 2),
    add column first_hours_at timestamptz,
    add column last_hours numeric(10, 2),
    add column last_hours_at timestamptz,
    add column first_km numeric(12, 1),
    add column first_km_at timestamptz,
    add column last_km numeric(12, 1),
    add column last_km_at timestamptz,
    add column first_lat double precision,
    add column first_lon double precision,
    add column last_lat double precision,
    add column last_lon double precision,
    -- between the day's own positions; distance_km adds the way from the position before
    add column path_km numeric(12, 3) not null default 0;

-- A machine may report kilometres once a year: the nearest reading must not be looked for day by day.
create index ix_usage_daily_hours on equipment_usage_daily (tenant_id, equipment_id, day)
    where first_hours_at is not null;
create index ix_usage_daily_km on equipment_usage_daily (tenant_id, equipment_id, day)
    where first_km_at is not null;
create index ix_usage_daily_position on equipment_usage_daily (tenant_id, equipment_id, day)
    where first_lat is not null;
