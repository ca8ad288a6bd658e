-- Purpose: takes back V0135
-- Depends: V0135
-- Rollback: V0135__extend_usage_daily.sql
-- Destructive: approved

drop index ix_usage_daily_position;
drop index ix_usage_daily_km;
drop index ix_usage_daily_hours;
alter table equipment_usage_daily
    drop column path_km,
    drop column last_lon,
    drop column last_lat,
    drop column first_lon,
    drop column first_lat,
    drop column last_km_at,
    drop column last_km,
    drop column first_km_at,
    drop column first_km,
    drop column last_hours_at,
    drop column last_hours,
    drop column first_hours_at,
    drop column first_hours;
