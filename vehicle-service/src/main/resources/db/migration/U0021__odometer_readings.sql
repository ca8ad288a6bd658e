-- Purpose: takes back V0021
-- Depends: V0021
-- Rollback: V0021__odometer_readings.sql
-- Destructive: approved
drop table if exists vehicle.odometer_readings;
