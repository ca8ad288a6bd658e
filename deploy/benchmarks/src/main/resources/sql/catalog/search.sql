with found as materialized (select catalog.search_products(cast(cast(? as text) as jsonb)) as answer)
select cast(answer - 'hits' as text) as answer, (
    select cast(coalesce(jsonb_agg(
      to_jsonb(p) || jsonb_build_object('match', h.value - 'id') order by h.ordinality), '[]') as text)
    from jsonb_array_elements(answer -> 'hits') with ordinality h
      join catalog.product p on p.tenant_id = (select current_setting('app.tenant_id'))
        and p.id = cast(h.value ->> 'id' as bigint)) as items
from found
