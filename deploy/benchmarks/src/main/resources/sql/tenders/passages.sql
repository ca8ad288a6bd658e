-- The vector is as dense as those of real passages and as good as random.
with vocabulary as materialized (select %2$s::text[] as words)
insert into procurement.embeddings (tender_id, chunk_text, search, chunk_index, start_char, end_char, vector)
select t.tender_id, c.chunk, to_tsvector('simple', c.chunk), 1, 0, length(c.chunk), e.vector
from vocabulary v
cross join (select tender_id, row_number() over (order by tender_id) as n from procurement.tenders) t
cross join lateral (select %3$s as chunk) c
cross join lateral (select array_agg(((random() - 0.5) / 16)::real) as vector
  from generate_series(1, 768 + (0 * n)::int)) e
where t.n <= %1$d
