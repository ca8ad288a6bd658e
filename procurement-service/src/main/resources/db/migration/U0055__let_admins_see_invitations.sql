-- Purpose: takes back V0055
-- Depends: V0055
-- Rollback: V0055__let_admins_see_invitations.sql
-- Destructive: approved
drop index procurement.user_tokens_invitation;
alter policy identity_access on procurement.user_tokens
  using ((user_id::text = (select current_setting('app.user_id', true))) or (false))
  with check ((user_id::text = (select current_setting('app.user_id', true))) or (false));
