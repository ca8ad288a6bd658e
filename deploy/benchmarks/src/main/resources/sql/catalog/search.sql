with found as materialized (select catalog.search_products(cast(cast(? as text) as jsonb)) as answer),
hit as materialized (
  select cast(h.value ->> 'id' as bigint) as id, h.value - 'id' as match, h.ordinality
  from found cross join jsonb_array_elements(answer -> 'hits') with ordinality h)
select cast(answer - 'hits' as text) as answer, (
    select cast(coalesce(jsonb_agg(
      to_jsonb(p) || jsonb_build_object('match', h.match) order by h.ordinality), '[]') as text)
    from hit h
      join catalog.product p on p.tenant_id = (select current_setting('app.tenant_id')) and p.id = h.id) as items
from found
