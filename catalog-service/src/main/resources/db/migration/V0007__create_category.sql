-- Purpose: the tree of categories of a tenant
-- Depends: V0003, V0004
-- Rollback: U0007__create_category.sql
create table catalog.category (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  name varchar(300) not null,
  name_ar varchar(300),
  slug varchar(300) not null,
  description varchar(20000),
  parent_id bigint,
  -- the numbers from the root to it, such as /12/40/; kept, as depth is, by the triggers
  path text collate "C" not null default '/',
  depth int not null default 0,
  position int not null default 0,
  external_code varchar(64),
  is_active boolean not null default true,
  default_unspsc char(8) collate "C",
  default_etim_group varchar(64) collate "C",
  required_fields jsonb not null default '["sku", "name", "description", "brand_id", "category_id"]',
  -- null: all features of the class
  required_features jsonb,
  min_margin_percent numeric(7, 4),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint category_pkey primary key (tenant_id, id),
  constraint category_slug_unique unique (tenant_id, slug),
  constraint category_external_code_unique unique (tenant_id, external_code),
  constraint category_parent_fk foreign key (tenant_id, parent_id)
    references catalog.category (tenant_id, id) on delete restrict,
  constraint category_unspsc_fk foreign key (default_unspsc) references catalog.unspsccode (code) on delete restrict,
  constraint category_etim_group_fk foreign key (default_etim_group)
    references catalog.etimgroup (code) on delete restrict,
  constraint category_required_features_json_check check (jsonb_typeof(required_features) = 'array'),
  constraint category_depth_check check (depth between 0 and 9),
  constraint category_margin_check check (min_margin_percent between 0 and 99.99)
);
create index category_parent_idx on catalog.category (tenant_id, parent_id, position);
create index category_active_idx on catalog.category (tenant_id, is_active);
create index category_path_idx on catalog.category (tenant_id, path text_pattern_ops);
create index category_unspsc_idx on catalog.category (default_unspsc);
create index category_etim_group_idx on catalog.category (default_etim_group);
call catalog.guard_tenant_table('catalog.category');

-- One change of a tenant's tree at a time: two of them that are right alone can close a circle together.
create function catalog.place_category() returns trigger language plpgsql as $$
declare
  above catalog.category;
begin
  perform pg_advisory_xact_lock(hashtextextended('catalog.category ' || new.tenant_id, 0));
  if new.parent_id is null then
    new.path := format('/%s/', new.id);
    new.depth := 0;
    return new;
  end if;
  select * into above from catalog.category where tenant_id = new.tenant_id and id = new.parent_id;
  if new.parent_id = new.id or above.path like '%/' || new.id || '/%' then
    call catalog.refuse('category_cycle_check', 'parent_id', 'a category cannot be above itself');
  end if;
  -- An unknown parent is refused by the key.
  new.path := format('%s%s/', coalesce(above.path, '/'), new.id);
  new.depth := coalesce(above.depth + 1, 0);
  return new;
end $$;
create trigger place_category before insert or update of id, parent_id, path, depth on catalog.category
  for each row execute function catalog.place_category();

-- NB: the children's own triggers take it further down.
create function catalog.move_subcategories() returns trigger language plpgsql as $$
begin
  update catalog.category set parent_id = parent_id where tenant_id = new.tenant_id and parent_id = new.id;
  return null;
end $$;
create trigger move_subcategories after update of parent_id, path, depth on catalog.category
  for each row when (new.path <> old.path or new.depth <> old.depth) execute function catalog.move_subcategories();
call catalog.add_version('catalog.category');
