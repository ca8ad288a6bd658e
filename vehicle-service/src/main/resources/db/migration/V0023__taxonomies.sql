-- Purpose: codes of the feed's values with their labels, and the words that mean them
-- Depends: V0022
-- Rollback: U0023__taxonomies.sql

create table if not exists vehicle.taxonomy (
  domain text not null,
  code text not null,
  label_en text,
  label_ar text,
  sort_order int not null default 0,
  deprecated boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint taxonomy_pkey primary key (domain, code)
);
call vehicle.guard_global_table('vehicle.taxonomy');

create table if not exists vehicle.taxonomy_alias (
  domain text not null,
  raw_norm text not null,
  code text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint taxonomy_alias_pkey primary key (domain, raw_norm),
  constraint taxonomy_alias_code_fk foreign key (domain, code) references vehicle.taxonomy (domain, code)
);
create index if not exists taxonomy_alias_code_idx on vehicle.taxonomy_alias (domain, code);
call vehicle.guard_global_table('vehicle.taxonomy_alias');

create table if not exists audit.unknown_values (
  domain text not null,
  raw_value text not null,
  occurrences bigint not null default 0,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  last_file_id uuid,
  mapped_code text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint unknown_values_pkey primary key (domain, raw_value)
);
call vehicle.guard_global_table('audit.unknown_values');
call vehicle.add_version('audit.unknown_values');
