-- Purpose: what an article is by UNSPSC and ETIM, and what classification learns from
-- Depends: V0003, V0004, V0011
-- Rollback: U0029__create_productclassification.sql
create table catalog.productclassification (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  product_id bigint not null,
  unspsc_code char(8) collate "C",
  etim_class char(8) collate "C",
  etim_version int,
  confidence numeric(5, 4) not null,
  raw_score numeric,
  classification_method varchar(64) not null default 'manual',
  model_version varchar(64),
  status varchar(64) not null default 'proposed',
  alternatives jsonb not null default '[]',
  evidence jsonb not null default '[]',
  classified_at timestamptz not null default now(),
  classified_by varchar(300),
  decided_at timestamptz,
  notes varchar(20000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint productclassification_pkey primary key (tenant_id, id),
  constraint productclassification_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete cascade,
  constraint productclassification_unspsc_fk foreign key (unspsc_code)
    references catalog.unspsccode (code) on delete restrict,
  constraint productclassification_etim_fk foreign key (etim_class, etim_version)
    references catalog.etimclass (class_code, version) match full on delete restrict,
  constraint productclassification_method_check
    check (classification_method in ('manual', 'rules', 'text', 'learned', 'import', 'external')),
  constraint productclassification_status_check
    check (status in ('proposed', 'confirmed', 'rejected', 'superseded')),
  constraint at_least_one_classification check (unspsc_code is not null or etim_class is not null),
  constraint confidence_range check (confidence between 0 and 1)
);
create unique index productclassification_unspsc_unique on catalog.productclassification (tenant_id, product_id)
  where status = 'confirmed' and unspsc_code is not null;
create unique index productclassification_etim_unique on catalog.productclassification (tenant_id, product_id)
  where status = 'confirmed' and etim_class is not null;
create index productclassification_product_idx on catalog.productclassification (tenant_id, product_id);
create index productclassification_unspsc_idx on catalog.productclassification (tenant_id, unspsc_code);
create index productclassification_etim_idx on catalog.productclassification (tenant_id, etim_class);
create index productclassification_method_idx on catalog.productclassification (tenant_id, classification_method);
create index productclassification_confidence_idx on catalog.productclassification (tenant_id, confidence);
create index productclassification_status_idx on catalog.productclassification (tenant_id, status, classified_at);
create index productclassification_code_idx on catalog.productclassification (unspsc_code)
  where unspsc_code is not null;
create index productclassification_class_idx on catalog.productclassification (etim_class, etim_version);
call catalog.guard_tenant_table('catalog.productclassification');
call catalog.add_version('catalog.productclassification');
call catalog.allow_search('catalog.productclassification');

create table catalog.classificationexample (
  id bigint not null default nextval('catalog.ids'),
  text varchar(300) not null,
  folded varchar(600) collate "C" not null,
  system varchar(64) not null default 'unspsc',
  code varchar(64) not null,
  weight int not null default 1,
  source varchar(64) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint classificationexample_pkey primary key (id),
  constraint classificationexample_code_unique unique (folded, system, code),
  constraint classificationexample_system_check check (system in ('unspsc', 'etim')),
  constraint classificationexample_weight_check check (weight > 0)
);
call catalog.guard_global_table('catalog.classificationexample');

create table catalog.classificationfeedback (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  product_id bigint,
  folded varchar(600) collate "C" not null,
  system varchar(64) not null default 'unspsc',
  code varchar(64) not null,
  verdict varchar(64) not null,
  actor varchar(300),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint classificationfeedback_pkey primary key (tenant_id, id),
  constraint classificationfeedback_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete restrict,
  constraint classificationfeedback_system_check check (system in ('unspsc', 'etim')),
  constraint classificationfeedback_verdict_check check (verdict in ('confirmed', 'rejected'))
);
create index classificationfeedback_folded_idx on catalog.classificationfeedback (tenant_id, folded);
create index classificationfeedback_code_idx on catalog.classificationfeedback (tenant_id, system, code);
create index classificationfeedback_product_idx on catalog.classificationfeedback (tenant_id, product_id);
call catalog.guard_tenant_table('catalog.classificationfeedback');

create table catalog.calibration (
  id bigint not null default nextval('catalog.ids'),
  kind varchar(64) not null,
  model_version varchar(64) not null,
  bins jsonb not null default '[]',
  sample_size int not null,
  measured_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint calibration_pkey primary key (id),
  constraint calibration_sample_check check (sample_size >= 0)
);
create index calibration_kind_idx on catalog.calibration (kind, measured_at);
call catalog.guard_global_table('catalog.calibration');

create table catalog.cpvunspscmapping (
  id bigint not null default nextval('catalog.ids'),
  cpv_prefix varchar(8) collate "C" not null,
  unspsc_code char(8) not null,
  weight numeric not null,
  source varchar(64) not null default 'curated',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint cpvunspscmapping_pkey primary key (id),
  constraint cpvunspscmapping_code_unique unique (cpv_prefix, unspsc_code),
  constraint cpvunspscmapping_prefix_check check (cpv_prefix ~ '^[0-9]{2,8}$'),
  constraint cpvunspscmapping_code_check check (unspsc_code ~ '^[0-9]{8}$'),
  constraint cpvunspscmapping_weight_check check (weight between 0 and 1),
  constraint cpvunspscmapping_source_check check (source in ('curated', 'proposed'))
);
call catalog.guard_global_table('catalog.cpvunspscmapping');
