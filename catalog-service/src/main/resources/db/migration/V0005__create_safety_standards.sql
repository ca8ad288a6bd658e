-- Purpose: standards, hazards and protective equipment that safety advice rests on
-- Depends: V0001
-- Rollback: U0005__create_safety_standards.sql

create table catalog.hazard (
  code varchar(64) collate "C" not null,
  name varchar(300) not null,
  name_ar varchar(300),
  description varchar(20000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint hazard_pkey primary key (code)
);
call catalog.guard_global_table('catalog.hazard');

create table catalog.ppetype (
  code varchar(64) collate "C" not null,
  name varchar(300) not null,
  name_ar varchar(300),
  unspsc_code char(8),
  etim_class char(8),
  osha_sections jsonb not null default '[]',
  consensus_family varchar(64),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ppetype_pkey primary key (code),
  constraint ppetype_unspsc_check check (unspsc_code ~ '^[0-9]{8}$'),
  constraint ppetype_etim_check check (etim_class ~ '^EC[0-9]{6}$')
);
call catalog.guard_global_table('catalog.ppetype');

create table catalog.oshastandard (
  id bigint not null default nextval('catalog.ids'),
  -- such as 29 CFR 1910.134
  cfr varchar(64) collate "C" not null,
  part varchar(64) not null,
  section varchar(64) not null,
  subpart varchar(64),
  title varchar(300) not null,
  description varchar(20000) not null,
  requirements varchar(20000) not null,
  applies_to jsonb not null default '[]',
  required_ppe jsonb not null default '[]',
  mandatory boolean not null default true,
  risk_level varchar(64) not null default 'medium',
  penalties varchar(20000),
  legal_reference_url varchar(2000) not null,
  jurisdiction varchar(64) not null default 'US',
  effective_from date,
  effective_to date,
  superseded_by varchar(64),
  source_date date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint oshastandard_pkey primary key (id),
  constraint oshastandard_cfr_unique unique (cfr),
  constraint oshastandard_risk_level_check check (risk_level in ('medium', 'low', 'high', 'critical'))
);
create index oshastandard_risk_level_idx on catalog.oshastandard (risk_level);
create index oshastandard_applies_to_idx on catalog.oshastandard using gin (applies_to);
create index oshastandard_required_ppe_idx on catalog.oshastandard using gin (required_ppe);
call catalog.guard_global_table('catalog.oshastandard');
call catalog.add_version('catalog.oshastandard');

-- Designations and facts only: no text of a standard.
create table catalog.ansistandard (
  id bigint not null default nextval('catalog.ids'),
  -- such as ANSI/ISEA Z87.1-2020
  standard varchar(64) collate "C" not null,
  family varchar(64) collate "C" not null,
  edition varchar(64) not null,
  edition_status varchar(64) not null default 'current',
  superseded_by varchar(64),
  body varchar(64) not null,
  title varchar(300) not null,
  description varchar(20000) not null,
  standard_type varchar(64) not null,
  specifications jsonb not null default '{}',
  markings jsonb not null default '{}',
  test_requirements jsonb not null default '{}',
  product_types jsonb not null default '[]',
  industries jsonb not null default '[]',
  cited_by jsonb not null default '[]',
  languages jsonb not null default '[]',
  reference_url varchar(2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ansistandard_pkey primary key (id),
  constraint ansistandard_standard_unique unique (standard),
  constraint ansistandard_edition_status_check check (edition_status in ('current', 'superseded', 'withdrawn'))
);
create unique index ansistandard_current_unique on catalog.ansistandard (family) where edition_status = 'current';
create index ansistandard_type_idx on catalog.ansistandard (standard_type);
create index ansistandard_family_idx on catalog.ansistandard (family);
create index ansistandard_product_types_idx on catalog.ansistandard using gin (product_types);
call catalog.guard_global_table('catalog.ansistandard');
call catalog.add_version('catalog.ansistandard');

create table catalog.ansiequipmentspecification (
  id bigint not null default nextval('catalog.ids'),
  equipment_type varchar(64) not null,
  ansi_standard_id bigint not null,
  ppe_code varchar(64) collate "C",
  required_marking varchar(300),
  protection_level varchar(64) not null default 'basic',
  specifications jsonb not null default '{}',
  test_specifications jsonb not null default '{}',
  suitable_for jsonb not null default '[]',
  not_suitable_for jsonb not null default '[]',
  notes varchar(20000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ansiequipmentspecification_pkey primary key (id),
  constraint ansiequipmentspecification_type_unique unique (equipment_type),
  constraint ansiequipmentspecification_standard_fk foreign key (ansi_standard_id)
    references catalog.ansistandard (id) on delete restrict,
  constraint ansiequipmentspecification_ppe_fk foreign key (ppe_code) references catalog.ppetype (code) on delete restrict,
  constraint ansiequipmentspecification_level_check
    check (protection_level in ('basic', 'moderate', 'high', 'maximum'))
);
create index ansiequipmentspecification_standard_idx on catalog.ansiequipmentspecification (ansi_standard_id);
create index ansiequipmentspecification_ppe_idx on catalog.ansiequipmentspecification (ppe_code);
create index ansiequipmentspecification_level_idx on catalog.ansiequipmentspecification (protection_level);
call catalog.guard_global_table('catalog.ansiequipmentspecification');
call catalog.add_version('catalog.ansiequipmentspecification');
