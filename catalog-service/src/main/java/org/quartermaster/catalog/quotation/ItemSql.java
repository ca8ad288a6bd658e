package org.quartermaster.catalog.quotation;

/** The statements of the items of a quotation, many at a time. */
final class ItemSql {
    static final String COLUMNS = """
            i.line_no, i.rfp_line_id, l.line_no as rfp_line_no, i.product_id, p.sku, i.item_description, i.quantity, i.uom,
            i.base_quantity, i.list_price, i.unit_price, i.line_total, i.tax_rate, i.line_tax, i.cost_snapshot,
            i.margin_percent, i.discount_percent, i.price_status, cast(i.price_trace as text) as price_trace,
            i.pricing_id, i.price_reason, i.item_category, i.supplier_id, i.delivery_days, i.match_confidence,
            cast(i.compliance as text) as compliance, i.notes, i.price_trace ->> 'override_reason' as override_reason,
            coalesce(cast(m.evidence as text), '[]') as evidence\
            """;
    static final String FROM = """
             from catalog.quotationitem i
            left join catalog.product p on p.tenant_id = i.tenant_id and p.id = i.product_id
            left join catalog.rfpline l on l.tenant_id = i.tenant_id and l.id = i.rfp_line_id
            left join catalog.rfplinematch m
              on m.tenant_id = i.tenant_id and m.line_id = i.rfp_line_id and m.product_id = i.product_id\
            """;

    /** Adds items from a JSON array, or changes those whose numbers are there. */
    static final String UPSERT = """
            insert into catalog.quotationitem as t (tenant_id, quotation_id, line_no, rfp_line_id, product_id,
              item_description, quantity, uom, base_quantity, list_price, unit_price, line_total, tax_rate, line_tax,
              cost_snapshot, margin_percent, discount_percent, price_status, price_trace, pricing_id, price_reason,
              item_category, supplier_id, delivery_days, match_confidence, compliance, notes)
            select $1, $2, line_no, rfp_line_id, product_id, item_description, quantity, uom, base_quantity, list_price,
              unit_price, line_total, tax_rate, line_tax, cost_snapshot, margin_percent, discount_percent, price_status,
              cast(price_trace as jsonb), pricing_id, price_reason, item_category, supplier_id, delivery_days,
              match_confidence, cast(compliance as jsonb), notes
            from jsonb_to_recordset(cast($3::text as jsonb)) as r (line_no int, rfp_line_id bigint, product_id bigint,
              item_description text, quantity numeric, uom text, base_quantity numeric, list_price numeric,
              unit_price numeric, line_total numeric, tax_rate numeric, line_tax numeric, cost_snapshot numeric,
              margin_percent numeric, discount_percent numeric, price_status text, price_trace text, pricing_id bigint,
              price_reason text, item_category text, supplier_id bigint, delivery_days int, match_confidence numeric,
              compliance text, notes text)
            on conflict on constraint quotationitem_number_unique do update set
              (rfp_line_id, product_id, item_description, quantity, uom, base_quantity, list_price, unit_price, line_total,
                tax_rate, line_tax, cost_snapshot, margin_percent, discount_percent, price_status, price_trace, pricing_id,
                price_reason, item_category, supplier_id, delivery_days, match_confidence, compliance, notes)
              = row (excluded.rfp_line_id, excluded.product_id, excluded.item_description, excluded.quantity, excluded.uom,
                excluded.base_quantity, excluded.list_price, excluded.unit_price, excluded.line_total, excluded.tax_rate,
                excluded.line_tax, excluded.cost_snapshot, excluded.margin_percent, excluded.discount_percent,
                excluded.price_status, excluded.price_trace, excluded.pricing_id, excluded.price_reason,
                excluded.item_category, excluded.supplier_id, excluded.delivery_days, excluded.match_confidence,
                excluded.compliance, excluded.notes)
            """;

    private ItemSql() {}
}
