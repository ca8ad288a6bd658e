package org.quartermaster.catalog.product;

import org.quartermaster.platform.db.TenantDatabase.Query;

/** What an article is shown with when that is asked for; each is one JSON value. */
enum ProductExtra {
    /** Null for an article that no warehouse has a row of. */
    STOCK("""
            select cast((
              select jsonb_build_object('on_hand', sum(i.quantity_on_hand), 'reserved', sum(i.quantity_reserved),
                'available', sum(i.quantity_available), 'incoming', sum(i.quantity_incoming),
                'warehouses', jsonb_agg(jsonb_build_object('warehouse_id', w.id, 'code', w.code,
                  'on_hand', i.quantity_on_hand, 'reserved', i.quantity_reserved, 'available', i.quantity_available,
                  'incoming', i.quantity_incoming) order by w.priority, w.id))
              from catalog.productinventory i
              join catalog.warehouse w on w.tenant_id = i.tenant_id and w.id = i.warehouse_id
              where i.tenant_id = t.tenant_id and i.product_id = t.id having count(*) > 0) as text)
            from catalog.product t where\s"""),
    /** What it was confirmed to be. */
    CLASSIFICATION("""
            select cast((
              select coalesce(jsonb_agg(jsonb_build_object('unspsc_code', k.unspsc_code, 'unspsc_title', u.title,
                'etim_class', k.etim_class, 'etim_version', k.etim_version, 'etim_description', e.description_en)
                order by k.id), '[]')
              from catalog.productclassification k
              left join catalog.unspsccode u on u.code = k.unspsc_code
              left join catalog.etimclass e on e.class_code = k.etim_class and e.version = k.etim_version
              where k.tenant_id = t.tenant_id and k.product_id = t.id and k.status = 'confirmed') as text)
            from catalog.product t where\s""");

    private final String sql;

    ProductExtra(String sql) {
        this.sql = sql;
    }

    Query query(String condition, Object... values) {
        return Query.of(sql + condition, values);
    }
}
