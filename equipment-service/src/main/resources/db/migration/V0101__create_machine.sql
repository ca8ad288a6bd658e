-- Purpose: the register of machines with its search and position keys
-- Depends: V0001
-- Rollback: U0101__create_machine.sql

create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists btree_gin;
create extension if not exists cube;

-- Lower case without Arabic diacritics, tatweel and letter variants: what is stored and what is asked are folded alike.
create function fold_search(input text) returns text
    language sql immutable strict parallel safe
as $$
    select pg_catalog.translate(
        pg_catalog.regexp_replace(
            pg_catalog.lower(input),
            U&'[\0610-\061A\0640\064B-\065F\0670\06D6-\06DC\06DF-\06E4\06E7\06E8\06EA-\06ED]', '', 'g'),
        U&'\0623\0625\0622\0671\0649\0629\0624\0626',
        U&'\0627\0627\0627\0627\064A\0647\0648\064A')
$$;

create table equipment (
    tenant_id varchar(100) not null,
    equipment_id varchar(50) not null,
    name varchar(200) not null,
    name_ar varchar(200),
    equipment_type varchar(50) not null,
    status varchar(20) not null default 'operational',
    brand varchar(100),
    model varchar(100),
    serial_number varchar(100),
    year int,
    purchase_date timestamptz,
    purchase_price numeric(12, 2),
    purchase_currency char(3),
    field_id varchar(100),
    location_name varchar(200),
    horsepower int,
    fuel_capacity_liters numeric(8, 2),
    current_fuel_percent numeric(5, 2),
    current_fuel_at timestamptz,
    current_hours numeric(10, 2),
    current_hours_at timestamptz,
    current_km numeric(12, 1),
    current_lat numeric(10, 7),
    current_lon numeric(10, 7),
    current_position_at timestamptz,
    last_seen_at timestamptz,
    silent_after_minutes int,
    last_maintenance_at timestamptz,
    next_maintenance_at timestamptz,
    next_maintenance_hours numeric(10, 2),
    due_stage varchar(10) not null default 'ok',
    qr_code varchar(100),
    vin varchar(17),
    vehicle_asset_id varchar(50),
    metadata jsonb,
    version bigint not null default 1,
    deleted_at timestamptz,
    deleted_by varchar(100),
    delete_reason varchar(20),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    name_key text collate "C" generated always as (lower(name)) stored,
    serial_key text collate "C" generated always as (upper(serial_number)) stored,
    vin_key text collate "C" generated always as (upper(vin)) stored,
    search_text text generated always as (
        fold_search(name || ' ' || coalesce(name_ar, '') || ' ' || coalesce(brand, '') || ' ' || coalesce(model, '')
            || ' ' || coalesce(serial_number, '') || ' ' || coalesce(qr_code, '') || ' ' || coalesce(vin, '')
            || ' ' || coalesce(location_name, ''))) stored,
    position cube generated always as (
        case when current_lat is null or current_lon is null then null
             else cube(array[cosd(current_lat) * cosd(current_lon),
                             cosd(current_lat) * sind(current_lon),
                             sind(current_lat)])
        end) stored,
    constraint equipment_pkey primary key (tenant_id, equipment_id),
    constraint equipment_type_check check (equipment_type in ('tractor', 'pump', 'drone', 'harvester', 'sprayer', 'pivot',
                                  'sensor', 'vehicle', 'other')),
    constraint equipment_status_check check (status in ('operational', 'maintenance', 'inactive', 'repair')),
    constraint equipment_due_stage_check check (due_stage in ('ok', 'due_soon', 'due', 'overdue')),
    constraint equipment_delete_reason_check
        check (delete_reason in ('deleted', 'sold', 'scrapped', 'transferred', 'duplicate')),
    constraint equipment_purchase_currency_check check (purchase_currency ~ '^[A-Z]{3}$'),
    constraint equipment_purchase_price_check check (purchase_price >= 0),
    constraint equipment_fuel_percent_check check (current_fuel_percent between 0 and 100),
    constraint equipment_latitude_check check (current_lat between -90 and 90),
    constraint equipment_longitude_check check (current_lon between -180 and 180),
    constraint equipment_silent_after_check check (silent_after_minutes > 0)
) with (fillfactor = 80);

call platform.guard_tenant_table('equipment', append_only => false);

create unique index equipment_tenant_serial_unique on equipment (tenant_id, serial_key) where deleted_at is null;
create unique index equipment_tenant_vin_unique on equipment (tenant_id, vin_key) where deleted_at is null;
create unique index equipment_tenant_vehicle_asset_unique
    on equipment (tenant_id, vehicle_asset_id) where deleted_at is null;
create unique index equipment_tenant_qr_unique on equipment (tenant_id, qr_code);
create index ix_equipment_tenant_status on equipment (tenant_id, status);
create index ix_equipment_type_status on equipment (tenant_id, equipment_type, status);
create index ix_equipment_field_status on equipment (tenant_id, field_id, status);
create index ix_equipment_next_maintenance on equipment (tenant_id, next_maintenance_at);
create index ix_equipment_name on equipment (tenant_id, name_key, equipment_id) where deleted_at is null;
create index ix_equipment_due_stage
    on equipment (tenant_id, due_stage) where deleted_at is null and due_stage <> 'ok';
create index ix_equipment_silence_watched
    on equipment (tenant_id, equipment_id) where deleted_at is null and silent_after_minutes is not null;
create index ix_equipment_search on equipment using gin (tenant_id, search_text gin_trgm_ops) where deleted_at is null;
create index ix_equipment_position on equipment using gist (tenant_id, position) where deleted_at is null;
