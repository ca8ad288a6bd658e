-- Purpose: takes back V0029
-- Depends: V0029
-- Rollback: V0029__create_productclassification.sql
-- Destructive: approved
drop table catalog.cpvunspscmapping;
drop table catalog.calibration;
drop table catalog.classificationfeedback;
drop table catalog.classificationexample;
drop table catalog.productclassification;
