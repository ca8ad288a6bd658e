-- Purpose: rollback of V0160: keep how new a recommendation and its stock are
-- Depends: V0160
-- Rollback: V0160__order_recommendations.sql
-- Destructive: approved

alter table alert_recommendations drop column stock_at;
drop table recommendation_marks;
