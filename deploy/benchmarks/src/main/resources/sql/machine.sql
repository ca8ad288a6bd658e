select e.*,
  (select count(*) from equipment_alerts a where a.tenant_id = e.tenant_id
    and a.equipment_id = e.equipment_id and a.state <> 'resolved') as open_alerts,
  (select p.photo_id from equipment_photos p where p.tenant_id = e.tenant_id
    and p.equipment_id = e.equipment_id and p.is_primary and p.deleted_at is null) as primary_photo_id,
  (select cast(json_build_object('plan_id', p.plan_id, 'maintenance_type', p.maintenance_type,
      'due_at', to_char(p.next_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'due_hours', p.next_due_hours, 'due_km', p.next_due_km,
      'forecast_due_at', to_char(p.forecast_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'stage', p.stage) as text)
    from maintenance_plans p where p.tenant_id = e.tenant_id and p.equipment_id = e.equipment_id
      and p.state = 'active' and p.deleted_at is null
    order by array_position(array['overdue', 'due', 'due_soon', 'ok'], cast(p.stage as text)),
      least(p.next_due_at, p.forecast_due_at), p.plan_id limit 1) as next_due
from equipment e where e.equipment_id = $1 and e.deleted_at is null
