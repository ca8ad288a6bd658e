-- Purpose: takes back V0002
drop table platform.outbox_position;
drop table platform.outbox;
