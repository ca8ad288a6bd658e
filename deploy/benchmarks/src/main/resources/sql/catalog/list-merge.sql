-- One merge, and one insert of log and outbox rows, into all tables that a new article has rows in; the words are such
-- that folding leaves them as they are but for their case.
with merged as (
  insert into catalog.product as p (tenant_id, sku, name, slug, description, category_id, brand_id, base_price, mpn,
    folded_name, folded_keys, folded_description)
  select '%1$s', s.sku, s.name, replace(lower(s.name), ' ', '-'), s.description, c.id, b.id, s.price, s.mpn,
    lower(s.name), concat_ws(' ', replace(lower(s.sku), '-', ' '), lower(catalog.key_of(s.sku)), lower(s.mpn),
      lower(catalog.key_of(s.mpn)), lower(b.name)), lower(s.description)
  from staged s
  left join catalog.category c on c.tenant_id = '%1$s' and c.name = s.category
  left join catalog.brand b on b.tenant_id = '%1$s' and b.name = s.brand
  on conflict (tenant_id, sku_upper) where deleted_at is null do update set name = excluded.name,
    description = excluded.description, category_id = excluded.category_id, brand_id = excluded.brand_id,
    base_price = excluded.base_price, mpn = excluded.mpn, folded_name = excluded.folded_name,
    folded_keys = excluded.folded_keys, folded_description = excluded.folded_description
  where (p.name, p.description, p.category_id, p.brand_id, p.base_price, p.mpn) is distinct from
    (excluded.name, excluded.description, excluded.category_id, excluded.brand_id, excluded.base_price, excluded.mpn)
  returning p.*
), priced as (
  insert into catalog.productpricing (tenant_id, product_id, amount, uom)
  select tenant_id, id, base_price, base_uom from merged
), said as (
  insert into catalog.productfieldsource (tenant_id, product_id, field, source, priority, value, source_ref,
    observed_at, is_chosen)
  select m.tenant_id, m.id, f.field, 'import', 70, f.value, 'yardstick', now(), true
  from merged m, lateral (values ('name', to_jsonb(m.name)), ('description', to_jsonb(m.description)),
    ('mpn', to_jsonb(m.mpn)), ('brand_id', to_jsonb(m.brand_id)), ('category_id', to_jsonb(m.category_id)))
    as f (field, value)
), shown as (
  select m.id, to_jsonb(m) - '{tenant_id,sku_upper,sku_key,mpn_key,folded_name,folded_keys,folded_description,folded_specifications,search_text,search_tsv}'::text[] as view
  from merged m
), logged as (
  insert into catalog.activitylog (tenant_id, entity_type, entity_id, action, user_id, details, request_id)
  select '%1$s', 'product', id::text, 'created', '%2$s', jsonb_build_object('after', view), 'yardstick' from shown
)
insert into platform.outbox (event_id, tenant_id, entity, entity_id, subject, envelope, lane)
select gen_random_uuid(), '%1$s', 'product', id::text, 'qm.catalog.%1$s.product.created',
  jsonb_build_object('specversion', '1.0', 'data', view)::text, 1
from shown limit 5000
