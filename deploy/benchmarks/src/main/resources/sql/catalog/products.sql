-- Articles as the service folds them; the words are such that folding leaves them as they are.
with vocabulary as materialized (select %3$s::text[] as words)
insert into catalog.product (tenant_id, id, sku, name, slug, description, category_id, brand_id, supplier_id,
  availability, base_price, mpn, completeness, folded_name, folded_keys, folded_description, folded_specifications)
select '%1$s', n, 'BX-' || s.digits, t.name, 'bx-' || n, t.description, 1 + n %% 100, 1 + n %% 20, 1 + n %% 50,
  (array['in_stock', 'in_stock', 'out_of_stock', 'backorder'])[1 + n %% 4], 1 + n %% 500, 'MK ' || n * 7, 80,
  t.name, concat_ws(' ', 'bx', s.digits, 'bx' || s.digits, 'mk', n * 7, 'mk' || n * 7, 'brand', 1 + n %% 20),
  t.description, 'weight ' || 0.1 * (1 + n %% 100) || ' kg colour ' || (array['red', 'blue', 'grey'])[1 + n %% 3]
from vocabulary v cross join generate_series(1, %2$d) n
cross join lateral (select to_char(n, 'fm00000000') as digits) s
cross join lateral (select %4$s as name, %5$s as description) t
