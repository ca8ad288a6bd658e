-- What is there of the list, each article with its row in the log, and how many of them are told of.
select concat_ws(' ', count(*), count(l.id), count(o.event_id),
  (select count(*) || ' ' || sum(amount) from catalog.productpricing where product_id in (
    select id from catalog.product where sku like 'SL-%')),
  (select count(*) from catalog.productfieldsource), md5(string_agg(concat_ws('|', sku, name, slug, description,
  category_id, brand_id, base_price, mpn, completeness, folded_name, folded_keys, folded_description), '|' order by sku)))
from catalog.product p
left join catalog.activitylog l
  on l.tenant_id = p.tenant_id and l.entity_type = 'product' and l.entity_id = p.id::text and l.action = 'created'
left join platform.outbox o on o.entity = 'product' and o.entity_id = p.id::text
where p.sku like 'SL-%'
