-- Purpose: rollback of V0118: zones, which machines are inside, and their comings and goings by month
-- Depends: V0118
-- Rollback: V0118__create_geofence.sql
-- Destructive: approved

drop table geofence_events;
drop table geofence_presence;
drop table geofences;
