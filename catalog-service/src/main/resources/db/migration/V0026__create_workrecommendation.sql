-- Purpose: work that is proposed, what it needs, and the kits that proposals are made from
-- Depends: V0011
-- Rollback: U0026__create_workrecommendation.sql
create table catalog.workrecommendation (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  title varchar(300) not null,
  description varchar(20000) not null,
  category varchar(300) not null,
  priority varchar(64) not null default 'medium',
  status varchar(64) not null default 'open',
  estimated_hours numeric,
  estimated_value numeric(19, 4),
  related_products jsonb not null default '[]',
  client_requirements jsonb not null default '{}',
  recommendation_source varchar(64) not null default 'manual',
  confidence_score numeric(5, 4),
  assigned_to varchar(300),
  due_date timestamptz,
  source_ref varchar(300),
  outcome varchar(64),
  evidence jsonb not null default '[]',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint workrecommendation_pkey primary key (tenant_id, id),
  constraint workrecommendation_source_unique unique (tenant_id, recommendation_source, source_ref),
  constraint workrecommendation_priority_check check (priority in ('medium', 'low', 'high', 'urgent')),
  constraint workrecommendation_status_check check (status in ('open', 'in_progress', 'completed', 'cancelled')),
  constraint workrecommendation_hours_check check (estimated_hours >= 0),
  constraint workrecommendation_value_check check (estimated_value >= 0),
  constraint workrecommendation_source_check
    check (recommendation_source in ('manual', 'rules', 'rfp_analysis', 'equipment_alert', 'external')),
  constraint workrecommendation_confidence_check check (confidence_score between 0 and 1),
  constraint workrecommendation_outcome_check check (outcome in ('accepted', 'dismissed'))
);
create index workrecommendation_status_idx on catalog.workrecommendation (tenant_id, status, priority);
create index workrecommendation_category_idx on catalog.workrecommendation (tenant_id, category, status);
create index workrecommendation_assigned_idx on catalog.workrecommendation (tenant_id, assigned_to, status);
create index workrecommendation_due_idx on catalog.workrecommendation (tenant_id, due_date, status);
create index workrecommendation_confidence_idx on catalog.workrecommendation (tenant_id, confidence_score);
create index workrecommendation_products_idx on catalog.workrecommendation using gin (tenant_id, related_products);
call catalog.guard_tenant_table('catalog.workrecommendation');
call catalog.add_version('catalog.workrecommendation');

create table catalog.recommendationitem (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  recommendation_id bigint not null,
  kind varchar(64) not null default 'part',
  product_id bigint,
  selector jsonb not null default '{}',
  quantity numeric(18, 6),
  uom varchar(64),
  mandatory boolean not null,
  reason varchar(20000) not null,
  standards jsonb not null default '[]',
  outcome varchar(64),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint recommendationitem_pkey primary key (tenant_id, id),
  constraint recommendationitem_recommendation_fk foreign key (tenant_id, recommendation_id)
    references catalog.workrecommendation (tenant_id, id) on delete cascade,
  constraint recommendationitem_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete restrict,
  constraint recommendationitem_kind_check check (kind in ('part', 'consumable', 'ppe', 'tool')),
  constraint recommendationitem_quantity_check check (quantity > 0),
  constraint recommendationitem_outcome_check check (outcome in ('accepted', 'dismissed'))
);
create index recommendationitem_recommendation_idx on catalog.recommendationitem (tenant_id, recommendation_id);
create index recommendationitem_product_idx on catalog.recommendationitem (tenant_id, product_id);
call catalog.guard_tenant_table('catalog.recommendationitem');

create table catalog.maintenancekit (
  tenant_id text,
  id bigint not null default nextval('catalog.ids'),
  maintenance_type varchar(64) not null,
  equipment_type varchar(64),
  brand varchar(300),
  model varchar(300),
  name varchar(300) not null,
  -- what a key of another table can hold on to although tenant_id may be null
  owner_key text collate "C" not null generated always as (coalesce(tenant_id, '')) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint maintenancekit_pkey primary key (id),
  constraint maintenancekit_owner_unique unique (owner_key, id)
);
create index maintenancekit_type_idx on catalog.maintenancekit (tenant_id, maintenance_type);
call catalog.guard_shared_table('catalog.maintenancekit');
call catalog.add_version('catalog.maintenancekit');

create table catalog.maintenancekititem (
  tenant_id text,
  id bigint not null default nextval('catalog.ids'),
  kit_id bigint not null,
  kind varchar(64) not null default 'part',
  product_id bigint,
  -- class, category, features
  selector jsonb not null default '{}',
  quantity numeric(18, 6) not null,
  uom varchar(64),
  mandatory boolean not null default false,
  reason varchar(20000),
  owner_key text collate "C" not null generated always as (coalesce(tenant_id, '')) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint maintenancekititem_pkey primary key (id),
  constraint maintenancekititem_kit_fk foreign key (owner_key, kit_id)
    references catalog.maintenancekit (owner_key, id) on delete cascade,
  constraint maintenancekititem_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete restrict,
  constraint maintenancekititem_kind_check check (kind in ('part', 'consumable', 'ppe', 'tool')),
  constraint maintenancekititem_quantity_check check (quantity > 0),
  -- a key with a null in it is not checked, so a shared row could name any product
  constraint maintenancekititem_own_product_check check (product_id is null or tenant_id is not null),
  constraint maintenancekititem_what_check check (product_id is not null or selector <> '{}')
);
create index maintenancekititem_kit_idx on catalog.maintenancekititem (owner_key, kit_id);
create index maintenancekititem_product_idx on catalog.maintenancekititem (tenant_id, product_id);
call catalog.guard_shared_table('catalog.maintenancekititem');
