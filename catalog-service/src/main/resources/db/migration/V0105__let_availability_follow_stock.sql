-- Purpose: what stock says of an article's availability holds, whoever writes something else
-- Depends: V0011, V0022
-- Rollback: U0105__let_availability_follow_stock.sql

-- NB: who books stock locks the article first, so the sum cannot change meanwhile.
create function catalog.follow_stock() returns trigger language plpgsql as $$
declare
  stocked text;
begin
  select case when sum(i.quantity_available) > 0 then 'in_stock'
    when new.allow_backorder then 'backorder' else 'out_of_stock' end
  into stocked
  from catalog.productinventory i where i.tenant_id = new.tenant_id and i.product_id = new.id
  having count(*) > 0;
  new.availability := coalesce(stocked, new.availability);
  return new;
end $$;

-- By its name it comes before raise_version, which has to see what is kept.
create trigger follow_stock before update of availability, allow_backorder on catalog.product
  for each row when (new.availability <> old.availability or new.allow_backorder <> old.allow_backorder)
  execute function catalog.follow_stock();
