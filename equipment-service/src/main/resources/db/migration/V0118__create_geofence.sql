-- Purpose: zones, which machines are inside, and their comings and goings by month
-- Depends: V0101
-- Rollback: U0118__create_geofence.sql

create table geofences (
    tenant_id varchar(100) not null,
    zone_id varchar(50) not null,
    name varchar(200) not null,
    name_ar varchar(200),
    shape varchar(10) not null,
    center_lat double precision,
    center_lon double precision,
    radius_m double precision,
    polygon jsonb,
    alert_on varchar(10) not null default 'none',
    equipment_ids varchar[],
    active boolean not null default true,
    deleted_at timestamptz,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint geofences_pkey primary key (tenant_id, zone_id),
    constraint geofences_shape_check check (shape in ('circle', 'polygon')),
    constraint geofences_alert_on_check check (alert_on in ('none', 'enter', 'exit', 'both')),
    constraint geofences_outline_check
        check (case shape when 'circle' then num_nulls(center_lat, center_lon, radius_m) = 0
                          else polygon is not null end)
);

call platform.guard_tenant_table('geofences', append_only => false);

create index ix_geofences_active on geofences (tenant_id, zone_id) where active and deleted_at is null;

create table geofence_presence (
    tenant_id varchar(100) not null,
    zone_id varchar(50) not null,
    equipment_id varchar(50) not null,
    inside boolean not null,
    since timestamptz not null,
    candidate_count smallint not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint geofence_presence_pkey primary key (tenant_id, zone_id, equipment_id),
    constraint geofence_presence_zone_fk
        foreign key (tenant_id, zone_id) references geofences (tenant_id, zone_id),
    constraint geofence_presence_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id)
) with (fillfactor = 80);

call platform.guard_tenant_table('geofence_presence', append_only => false);

create index ix_geofence_presence_equipment on geofence_presence (tenant_id, equipment_id);

create table geofence_events (
    tenant_id varchar(100) not null,
    zone_id varchar(50) not null,
    equipment_id varchar(50) not null,
    event varchar(10) not null,
    at timestamptz not null,
    lat double precision,
    lon double precision,
    constraint geofence_events_pkey primary key (tenant_id, zone_id, at, equipment_id, event),
    constraint geofence_events_event_check check (event in ('enter', 'exit'))
) partition by range (at);

call platform.guard_tenant_table('geofence_events', append_only => false);

create index ix_geofence_events_equipment on geofence_events (tenant_id, equipment_id, at);

create table geofence_events_default partition of geofence_events default;
alter table geofence_events_default enable row level security;
alter table geofence_events_default force row level security;
revoke all on geofence_events_default from public, equipment_app, equipment_system;
