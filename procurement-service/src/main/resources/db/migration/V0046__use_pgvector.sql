-- Purpose: vectors of the extension pgvector with an index, where the server has it
-- Depends: V0032
-- Rollback: U0046__use_pgvector.sql
-- Destructive: approved

-- Changes the column when it can, and says in a note why it cannot; again later, when the extension has come.
create function procurement.use_pgvector() returns boolean language plpgsql as $$
declare
  place text;
begin
  if (select atttypid <> 'real[]'::regtype from pg_attribute
      where attrelid = 'procurement.embeddings'::regclass and attname = 'vector') then
    return true;
  end if;
  if not exists (select from pg_available_extensions where name = 'vector') then
    raise notice 'pgvector is not on this server: vectors stay real[]';
    return false;
  end if;
  create extension if not exists vector with schema public;
  select extnamespace::regnamespace::text into place from pg_extension where extname = 'vector';
  execute format('alter table procurement.embeddings alter column vector type %1$s.vector(768)
    using vector::%1$s.vector(768)', place);
  execute format('create index embeddings_vector_idx on procurement.embeddings
    using hnsw (vector %s.vector_cosine_ops)', place);
  return true;
exception
  when insufficient_privilege or undefined_file or undefined_object or data_exception or feature_not_supported then
    raise notice 'pgvector cannot be used, vectors stay real[]: %', sqlerrm;
    return false;
end $$;

create function procurement.leave_pgvector() returns boolean language plpgsql as $$
begin
  if (select atttypid = 'real[]'::regtype from pg_attribute
      where attrelid = 'procurement.embeddings'::regclass and attname = 'vector') then
    return false;
  end if;
  drop index if exists procurement.embeddings_vector_idx;
  alter table procurement.embeddings alter column vector type real[] using vector::real[];
  return true;
end $$;
revoke all on function procurement.use_pgvector(), procurement.leave_pgvector() from public;

do $$ begin
  perform procurement.use_pgvector();
end $$;
