-- Purpose: takes back V0003
drop table platform.idempotency;
