-- Purpose: parts, tools and protection that the catalogue recommends for an alert
-- Depends: V0112
-- Rollback: U0114__create_alert_recommendation.sql

create table alert_recommendations (
    tenant_id varchar(100) not null,
    recommendation_id varchar(50) not null,
    line_no smallint not null,
    alert_id varchar(50) not null,
    sku varchar(100),
    name varchar(200),
    name_ar varchar(200),
    product_id varchar(50),
    kind varchar(20) not null,
    quantity numeric(12, 3),
    uom varchar(20),
    mandatory boolean not null default false,
    unit_price numeric(14, 4),
    currency char(3),
    in_stock boolean,
    reason text,
    standards jsonb,
    payload jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint alert_recommendations_pkey primary key (tenant_id, recommendation_id, line_no),
    constraint alert_recommendations_alert_fk
        foreign key (tenant_id, alert_id) references equipment_alerts (tenant_id, alert_id),
    constraint alert_recommendations_kind_check check (kind in ('part', 'consumable', 'tool', 'ppe')),
    constraint alert_recommendations_currency_check check (currency ~ '^[A-Z]{3}$')
);

call platform.guard_tenant_table('alert_recommendations', append_only => false);

create index ix_alert_recommendations_alert on alert_recommendations (tenant_id, alert_id, recommendation_id, line_no);
create index ix_alert_recommendations_product on alert_recommendations (tenant_id, product_id);
create index ix_alert_recommendations_sku on alert_recommendations (tenant_id, sku);
