-- Purpose: classes, features, values and units of ETIM
-- Depends: V0002
-- Rollback: U0004__create_etim.sql
create table catalog.etimgroup (
  code varchar(64) collate "C" not null,
  name varchar(300) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint etimgroup_pkey primary key (code)
);
call catalog.guard_global_table('catalog.etimgroup');

create table catalog.etimfeature (
  code varchar(64) collate "C" not null,
  name varchar(300) not null,
  type char(1) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint etimfeature_pkey primary key (code),
  constraint etimfeature_code_check check (code ~ '^EF[0-9A-Z]{6}$'),
  constraint etimfeature_type_check check (type in ('A', 'L', 'N', 'R'))
);
call catalog.guard_global_table('catalog.etimfeature');

create table catalog.etimvalue (
  code varchar(64) collate "C" not null,
  name varchar(300) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint etimvalue_pkey primary key (code)
);
call catalog.guard_global_table('catalog.etimvalue');

create table catalog.etimunit (
  code varchar(64) collate "C" not null,
  symbol varchar(64) not null,
  -- the same in UN/ECE Recommendation 20, where there is one
  uom_code varchar(8),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint etimunit_pkey primary key (code),
  constraint etimunit_uom_fk foreign key (uom_code) references catalog.unitofmeasure (code) on delete restrict
);
create index etimunit_uom_idx on catalog.etimunit (uom_code);
call catalog.guard_global_table('catalog.etimunit');

create table catalog.etimclass (
  id bigint not null default nextval('catalog.ids'),
  class_code char(8) collate "C" not null,
  version int not null,
  group_id varchar(64) collate "C" not null,
  description_en varchar(300) not null,
  description_de varchar(300),
  description_fr varchar(300),
  description_nl varchar(300),
  parent_class varchar(64),
  -- features, units and values as clients see them, put together from the tables below
  features jsonb not null default '[]',
  is_current boolean not null default true,
  -- words of the description, folded by the service
  folded_description text not null default '',
  description_tsv tsvector not null generated always as (to_tsvector('simple', folded_description)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint etimclass_pkey primary key (id),
  constraint etimclass_version_unique unique (class_code, version),
  constraint etimclass_group_fk foreign key (group_id) references catalog.etimgroup (code) on delete restrict,
  constraint etimclass_code_check check (class_code ~ '^EC[0-9]{6}$')
);
create unique index etimclass_current_unique on catalog.etimclass (class_code) where is_current;
create index etimclass_version_idx on catalog.etimclass (version);
create index etimclass_group_idx on catalog.etimclass (group_id);
create index etimclass_parent_idx on catalog.etimclass (parent_class);
create index etimclass_description_idx on catalog.etimclass using gin (description_tsv);
create index etimclass_features_idx on catalog.etimclass using gin (features);
call catalog.guard_global_table('catalog.etimclass');

-- The unit hangs on the pair: one feature may be in mm in one class and in cm in another.
create table catalog.etimclassfeature (
  id bigint not null default nextval('catalog.ids'),
  class_id bigint not null,
  feature_id varchar(64) collate "C" not null,
  unit_id varchar(64) collate "C",
  sort int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint etimclassfeature_pkey primary key (id),
  constraint etimclassfeature_feature_unique unique (class_id, feature_id),
  constraint etimclassfeature_class_fk foreign key (class_id) references catalog.etimclass (id) on delete cascade,
  constraint etimclassfeature_feature_fk foreign key (feature_id)
    references catalog.etimfeature (code) on delete restrict,
  constraint etimclassfeature_unit_fk foreign key (unit_id) references catalog.etimunit (code) on delete restrict
);
create index etimclassfeature_feature_idx on catalog.etimclassfeature (feature_id);
create index etimclassfeature_unit_idx on catalog.etimclassfeature (unit_id);
call catalog.guard_global_table('catalog.etimclassfeature');

create table catalog.etimclassfeaturevalue (
  id bigint not null default nextval('catalog.ids'),
  class_feature_id bigint not null,
  value_id varchar(64) collate "C" not null,
  sort int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint etimclassfeaturevalue_pkey primary key (id),
  constraint etimclassfeaturevalue_value_unique unique (class_feature_id, value_id),
  constraint etimclassfeaturevalue_feature_fk foreign key (class_feature_id)
    references catalog.etimclassfeature (id) on delete cascade,
  constraint etimclassfeaturevalue_value_fk foreign key (value_id) references catalog.etimvalue (code) on delete restrict
);
create index etimclassfeaturevalue_value_idx on catalog.etimclassfeaturevalue (value_id);
call catalog.guard_global_table('catalog.etimclassfeaturevalue');

create table catalog.etimsynonym (
  id bigint not null default nextval('catalog.ids'),
  class_id bigint not null,
  synonym varchar(300) not null,
  language varchar(8) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint etimsynonym_pkey primary key (id),
  constraint etimsynonym_word_unique unique (class_id, synonym, language),
  constraint etimsynonym_class_fk foreign key (class_id) references catalog.etimclass (id) on delete cascade
);
call catalog.guard_global_table('catalog.etimsynonym');
