-- Purpose: takes back V0046
-- Depends: V0046
-- Rollback: V0046__use_pgvector.sql
-- Destructive: approved

do $$ begin
  perform procurement.leave_pgvector();
end $$;
drop function procurement.leave_pgvector();
drop function procurement.use_pgvector();
