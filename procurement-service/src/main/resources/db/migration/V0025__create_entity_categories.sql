-- Purpose: a tree of kinds of buyers and suppliers
-- Depends: V0001, V0000.26
-- Rollback: U0025__create_entity_categories.sql

create table procurement.entity_categories (
  category_id uuid not null default gen_random_uuid(),
  name varchar(255) not null,
  description text,
  parent_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint entity_categories_pkey primary key (category_id),
  constraint entity_categories_name_unique unique (name),
  constraint entity_categories_parent_fk foreign key (parent_id)
    references procurement.entity_categories (category_id) on delete set null
);
create index entity_categories_parent_idx on procurement.entity_categories (parent_id);
call platform.guard_global_table('procurement.entity_categories');
call platform.add_row_version('procurement.entity_categories');

-- One change of the tree at a time: two of them that are right alone can close a circle together.
create function procurement.refuse_category_cycle() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('procurement.entity_categories', 0));
  if exists (
    with recursive above (category_id) as (
      select new.parent_id
      union
      select c.parent_id from above a join procurement.entity_categories c on c.category_id = a.category_id
    )
    select from above where category_id = new.category_id
  ) then
    raise exception 'a category cannot be above itself' using errcode = '23514',
      schema = tg_table_schema, table = tg_table_name, column = 'parent_id', constraint = 'entity_categories_cycle_check';
  end if;
  return new;
end $$;
create trigger refuse_cycle before insert or update of category_id, parent_id on procurement.entity_categories
  for each row when (new.parent_id is not null) execute function procurement.refuse_category_cycle();
