-- Purpose: the box around a zone, so that only zones near the positions of a chunk are read
-- Depends: V0118
-- Rollback: U0152__add_geofence_box.sql

-- In degrees; a zone across the antimeridian or around a pole has the full range of longitudes.
alter table geofences add column south double precision not null default -90;
alter table geofences add column north double precision not null default 90;
alter table geofences add column west double precision not null default -180;
alter table geofences add column east double precision not null default 180;
