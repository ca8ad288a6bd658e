-- Purpose: how complete an article is, kept with whatever changes it
-- Depends: V0007, V0011, V0013, V0029
-- Rollback: U0050__measure_completeness.sql

-- Fields count when they hold something; features only of the confirmed class, with a value or with the reason that
-- there is none (NA) or that it is not known (UN).
create function catalog.completeness_of(article catalog.product)
returns table (score numeric, required int, filled int, missing text[], missing_features text[])
language sql stable as $$
  with category as (
    select c.required_fields, c.required_features from catalog.category c
    where c.tenant_id = article.tenant_id and c.id = article.category_id
  ), field as (
    select f.name as name, f.n as n, coalesce(to_jsonb(article) ->> f.name, '') not in ('', '{}', '[]') as is_filled
    from jsonb_array_elements_text(coalesce((select required_fields from category),
      '["sku", "name", "description", "brand_id", "category_id"]')) with ordinality f (name, n)
  ), feature as (
    select cf.feature_id as name, cf.sort as n, exists (
      select from catalog.productspecification s
      where s.tenant_id = article.tenant_id and s.product_id = article.id and s.feature_id = cf.feature_id
        and (s.no_value_reason is null or s.no_value_reason <> 'MV')) as is_filled
    from catalog.productclassification k
    join catalog.etimclass e on e.class_code = k.etim_class and e.version = k.etim_version
    join catalog.etimclassfeature cf on cf.class_id = e.id
    where k.tenant_id = article.tenant_id and k.product_id = article.id and k.status = 'confirmed'
      and coalesce((select jsonb_exists(required_features, cf.feature_id) from category), true)
  ), asked as (
    select is_filled from field union all select is_filled from feature
  )
  select case when count(*) = 0 then 100 else round(100.0 * count(*) filter (where is_filled) / count(*), 2) end,
    count(*)::int, (count(*) filter (where is_filled))::int,
    array(select name from field where not is_filled order by n),
    array(select name from feature where not is_filled order by n, name)
  from asked
$$;

create function catalog.measure_product() returns trigger language plpgsql as $$
declare
  usual jsonb := '["sku", "name", "description", "brand_id", "category_id"]';
  asked jsonb := usual;
begin
  if tg_op = 'INSERT' then
    if new.category_id is not null then
      select c.required_fields into asked from catalog.category c
      where c.tenant_id = new.tenant_id and c.id = new.category_id;
    end if;
    -- NB: a new article has no features yet, and an import adds a million of them.
    if asked is null or asked = usual then
      new.completeness := 20 * ((new.sku <> '')::int + (new.name <> '')::int + (coalesce(new.description, '') <> '')::int
        + (new.brand_id is not null)::int + (new.category_id is not null)::int);
      return new;
    end if;
  end if;
  select m.score into new.completeness from catalog.completeness_of(new) m;
  return new;
end $$;
create trigger measure_product before insert or update of sku, name, name_ar, slug, description, category_id, brand_id,
    supplier_id, base_price, catalogue_item_id, source_url, images_url, enriched_description, technical_specs,
    supplier_info, mpn, gtin, base_uom, tax_class, successor_id on catalog.product
  for each row execute function catalog.measure_product();

-- Measures articles again, such as after their category asks for something else; gives how many changed.
create function catalog.measure_products(tenant text, products bigint[]) returns int language plpgsql as $$
declare
  changed int;
begin
  update catalog.product p set completeness = m.score
  from catalog.product q, lateral catalog.completeness_of(q) m
  where p.tenant_id = tenant and p.id = any (products) and q.tenant_id = p.tenant_id and q.id = p.id
    and p.completeness is distinct from m.score;
  get diagnostics changed = row_count;
  return changed;
end $$;

create function catalog.measure_changed() returns trigger language plpgsql as $$
declare
  touched record;
begin
  for touched in select tenant_id, array_agg(distinct product_id) as products from changed group by tenant_id loop
    perform catalog.measure_products(touched.tenant_id, touched.products);
  end loop;
  return null;
end $$;
do $$
declare
  target text;
begin
  foreach target in array array['productspecification', 'productclassification'] loop
    execute format('create trigger measure_added after insert on catalog.%I referencing new table as changed
        for each statement execute function catalog.measure_changed()', target);
    execute format('create trigger measure_changed after update on catalog.%I referencing new table as changed
        for each statement execute function catalog.measure_changed()', target);
    execute format('create trigger measure_removed after delete on catalog.%I referencing old table as changed
        for each statement execute function catalog.measure_changed()', target);
  end loop;
end $$;
