select n.conrelid::regclass || ' ' || n.conname as line
from pg_constraint n
where n.contype = 'f' and n.conparentid = 0 and not exists (
  select from pg_index i
  where i.indrelid = n.conrelid
    -- a partial index serves the check when it leaves out empty references alone
    and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\(\w+ IS NOT NULL\)$')
    and (select array_agg(k order by k) from unnest((i.indkey::int2[])[0:cardinality(n.conkey) - 1]) k)
      = (select array_agg(k order by k) from unnest(n.conkey) k))
order by line
