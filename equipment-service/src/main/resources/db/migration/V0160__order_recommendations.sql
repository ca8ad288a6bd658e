-- Purpose: keep how new a recommendation and its stock are, so that late and repeated events change nothing
-- Depends: V0114
-- Rollback: U0160__order_recommendations.sql

create table recommendation_marks (
    tenant_id varchar(100) not null,
    recommendation_id varchar(50) not null,
    alert_id varchar(50) not null,
    as_of timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint recommendation_marks_pkey primary key (tenant_id, recommendation_id),
    constraint recommendation_marks_alert_fk
        foreign key (tenant_id, alert_id) references equipment_alerts (tenant_id, alert_id)
);

call platform.guard_tenant_table('recommendation_marks', append_only => false);

create index ix_recommendation_marks_alert on recommendation_marks (tenant_id, alert_id);

alter table alert_recommendations add column stock_at timestamptz;
