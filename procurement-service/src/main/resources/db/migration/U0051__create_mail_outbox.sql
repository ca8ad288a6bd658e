-- Purpose: undo the outbox of mails
-- Depends: V0051
-- Rollback: V0051__create_mail_outbox.sql
-- Destructive: approved
drop table procurement.mail_outbox;
