-- Purpose: rollback of V0152: the box around a zone
-- Depends: V0152
-- Rollback: V0152__add_geofence_box.sql
-- Destructive: approved

alter table geofences drop column east;
alter table geofences drop column west;
alter table geofences drop column north;
alter table geofences drop column south;
