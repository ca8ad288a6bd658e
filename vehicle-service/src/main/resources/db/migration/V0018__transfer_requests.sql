-- Purpose: requests to hand a vehicle to another holder or organization
-- Depends: V0017
-- Rollback: U0018__transfer_requests.sql

create table if not exists vehicle.vehicle_transfer_requests (
  tenant_id text not null,
  id uuid not null default gen_random_uuid(),
  asset_id uuid not null,
  requester_id uuid not null,
  current_owner_id uuid,
  status varchar(20) not null default 'pending',
  proof_document_id uuid,
  requested_at timestamptz not null default now(),
  processed_at timestamptz,
  notes text,
  kind text not null,
  current_org_id uuid,
  target_organization_id uuid,
  target_person_id uuid,
  target_tenant_id text,
  new_asset_id uuid,
  recorded_by uuid,
  decided_by uuid,
  decision_reason text,
  giver_consent_at timestamptz,
  giver_consent_by uuid,
  taker_consent_at timestamptz,
  taker_consent_by uuid,
  expires_at timestamptz not null,
  proof_sha256 bytea,
  odometer_value numeric(10, 1),
  odometer_unit text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint vehicle_transfer_requests_pkey primary key (id),
  constraint vehicle_transfer_requests_asset_fk foreign key (asset_id) references vehicle.assets (id),
  constraint vehicle_transfer_requests_requester_fk foreign key (requester_id) references identity.users (id),
  constraint vehicle_transfer_requests_current_owner_fk foreign key (current_owner_id) references identity.persons (id),
  constraint vehicle_transfer_requests_target_person_fk foreign key (target_person_id) references identity.persons (id),
  constraint vehicle_transfer_requests_proof_fk foreign key (proof_document_id) references system.documents (id),
  constraint vehicle_transfer_requests_status_ck
    check (status in ('pending', 'approved', 'rejected', 'cancelled', 'expired')),
  constraint vehicle_transfer_requests_kind_ck check (kind in ('internal', 'handover')),
  constraint vehicle_transfer_requests_processed_ck check ((processed_at is not null) = (status <> 'pending')),
  constraint vehicle_transfer_requests_odometer_value_ck check (odometer_value >= 0),
  constraint vehicle_transfer_requests_odometer_unit_ck check (odometer_unit in ('km', 'mi'))
);
create index if not exists vehicle_transfer_requests_asset_idx on vehicle.vehicle_transfer_requests (asset_id);
create index if not exists vehicle_transfer_requests_requester_idx on vehicle.vehicle_transfer_requests (requester_id);
create index if not exists vehicle_transfer_requests_owner_idx on vehicle.vehicle_transfer_requests (current_owner_id);
create index if not exists vehicle_transfer_requests_target_person_idx
  on vehicle.vehicle_transfer_requests (target_person_id);
create index if not exists vehicle_transfer_requests_proof_idx on vehicle.vehicle_transfer_requests (proof_document_id);
create index if not exists vehicle_transfer_requests_list_idx
  on vehicle.vehicle_transfer_requests (tenant_id, status, requested_at);
create index if not exists vehicle_transfer_requests_target_idx
  on vehicle.vehicle_transfer_requests (target_tenant_id, status);
create index if not exists vehicle_transfer_requests_due_idx on vehicle.vehicle_transfer_requests (expires_at)
  where status = 'pending';
create unique index if not exists vehicle_transfer_requests_open_unique on vehicle.vehicle_transfer_requests (asset_id)
  where status = 'pending';
call platform.guard_tenant_table('vehicle.vehicle_transfer_requests');
call vehicle.add_version('vehicle.vehicle_transfer_requests');

-- The taker sees and decides what is meant for his tenant.
create policy target_access on vehicle.vehicle_transfer_requests for select to vehicle_app
  using (target_tenant_id = (select current_setting('app.tenant_id', true)));
create policy target_decision on vehicle.vehicle_transfer_requests for update to vehicle_app
  using (target_tenant_id = (select current_setting('app.tenant_id', true)))
  with check (target_tenant_id = (select current_setting('app.tenant_id', true)));

-- An organization of any tenant is turned into its tenant by this function, which tells nothing else of it.
create function vehicle.tenant_of_organization(organization uuid) returns text
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select tenant_id from identity.organizations where id = organization and status <> 'closed'
$$;
grant select on identity.organizations to vehicle_search;
create policy search_access on identity.organizations for select to vehicle_search using (true);
revoke all on function vehicle.tenant_of_organization(uuid) from public;
grant execute on function vehicle.tenant_of_organization(uuid) to vehicle_app, vehicle_system;
-- A new owner must be able to create in the schema at the moment of the change, and only then.
grant create on schema vehicle to vehicle_search;
alter function vehicle.tenant_of_organization(uuid) owner to vehicle_search;
revoke create on schema vehicle from vehicle_search;
