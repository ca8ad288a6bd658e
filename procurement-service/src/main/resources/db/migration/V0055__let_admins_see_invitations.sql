-- Purpose: an invitation is seen by the organization that it is to, as its admins list it and take it back
-- Depends: V0005
-- Rollback: U0055__let_admins_see_invitations.sql
alter policy identity_access on procurement.user_tokens
  using (user_id::text = (select current_setting('app.user_id', true))
    or (purpose = 'invitation' and payload ->> 'tenant' = (select current_setting('app.tenant_id', true))))
  with check (user_id::text = (select current_setting('app.user_id', true))
    or (purpose = 'invitation' and payload ->> 'tenant' = (select current_setting('app.tenant_id', true))));
create index user_tokens_invitation on procurement.user_tokens ((payload ->> 'tenant'), created_at)
  where purpose = 'invitation';
