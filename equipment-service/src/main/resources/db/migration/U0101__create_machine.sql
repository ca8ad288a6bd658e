-- Purpose: rollback of V0101: the register of machines with its search and position keys
-- Depends: V0101
-- Rollback: V0101__create_machine.sql
-- Destructive: approved

drop table equipment;
drop function fold_search(text);
