-- The words that may be mistyped; stock and ladders of 20 rows for the first thousand articles.
insert into catalog.productword (tenant_id, word) select '%1$s', word from unnest(%2$s::text[]) as word;
insert into catalog.productinventory (tenant_id, product_id, warehouse_id, quantity_on_hand, reorder_level)
select '%1$s', n, 1, case n when 1000 then 100 else 100000000 end, 0 from generate_series(1, 1000) n;
insert into catalog.productpricing (tenant_id, product_id, amount, uom, minimum_quantity, effective_from)
select '%1$s', n, 50 - 2 * step, 'C62', 1 + 5 * step, now() - interval '1 day'
from generate_series(1, 1000) n, generate_series(0, 19) step;
