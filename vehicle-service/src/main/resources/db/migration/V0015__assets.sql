-- Purpose: vehicles of tenants
-- Depends: V0013
-- Rollback: U0015__assets.sql

create table if not exists vehicle.assets (
  tenant_id text not null,
  id uuid not null default gen_random_uuid(),
  vin text,
  vin_raw text,
  vin_normalized text generated always as (upper(vin)) stored,
  license_plate text,
  -- who runs it, and who owns it
  current_organization_id uuid,
  owner_org_id uuid,
  -- entry of a catalogue
  catalog_ref text,
  -- holder
  owner_person_id uuid,
  asset_kind text not null default 'car',
  serial_number text,
  plate_country char(2),
  make text,
  model text,
  variant text,
  year int,
  body text,
  fuel text,
  transmission text,
  drive text,
  engine text,
  color text,
  odometer_value numeric(10, 1),
  odometer_unit text,
  odometer_read_at timestamptz,
  first_registration_date date,
  inspection_expires_on date,
  insurance_expires_on date,
  registration_country char(2),
  location_name text,
  acquired_at timestamptz,
  acquisition text,
  acquired_lot_id bigint,
  -- in another tenant, hence no key
  previous_asset_id uuid,
  purchase_price numeric(14, 2),
  purchase_currency char(3),
  value numeric(14, 2),
  value_currency char(3),
  value_at timestamptz,
  notes text,
  metadata jsonb,
  completeness_score numeric(5, 2),
  completeness_version int,
  verified_at timestamptz,
  verified_by uuid,
  verified_score numeric(5, 2),
  verified_version int,
  vin_override_reason text,
  archived_at timestamptz,
  archived_by uuid,
  archive_reason text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint assets_pkey primary key (id),
  constraint assets_current_organization_fk foreign key (current_organization_id) references identity.organizations (id),
  constraint assets_owner_org_fk foreign key (owner_org_id) references identity.organizations (id),
  constraint assets_owner_person_fk foreign key (owner_person_id) references identity.persons (id),
  constraint assets_acquired_lot_fk foreign key (acquired_lot_id) references vehicle.lots (id),
  constraint assets_vin_format_ck check (vin ~ '^[A-HJ-NPR-Z0-9]{11,17}$'),
  constraint assets_kind_ck check (asset_kind in ('car', 'motorcycle', 'truck', 'bus', 'trailer', 'boat', 'machine',
    'other')),
  constraint assets_year_ck check (year between 1900 and 2100),
  constraint assets_odometer_value_ck check (odometer_value >= 0),
  constraint assets_odometer_unit_ck check (odometer_unit in ('km', 'mi')),
  constraint assets_acquisition_ck check (acquisition in ('manual', 'lot', 'transfer')),
  constraint assets_purchase_price_ck check (purchase_price >= 0),
  constraint assets_purchase_currency_ck check (purchase_currency ~ '^[A-Z]{3}$'),
  constraint assets_value_ck check (value >= 0),
  constraint assets_value_currency_ck check (value_currency ~ '^[A-Z]{3}$')
);
create index if not exists assets_current_organization_idx on vehicle.assets (current_organization_id);
create index if not exists assets_owner_org_idx on vehicle.assets (owner_org_id);
create index if not exists assets_owner_person_idx on vehicle.assets (owner_person_id);
create index if not exists assets_acquired_lot_idx on vehicle.assets (acquired_lot_id);
create index if not exists assets_plate_idx on vehicle.assets (tenant_id, license_plate);
create index if not exists assets_make_model_year_idx on vehicle.assets (tenant_id, make, model, year);
call platform.guard_tenant_table('vehicle.assets');
call vehicle.add_version('vehicle.assets');
