package org.quartermaster.catalog.quotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.catalog.export.ExportColumn;
import org.quartermaster.catalog.export.ExportSource;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Quotations with their items as rows of a file. */
@ApplicationScoped
class QuotationExport implements ExportSource {
    private static final String CUSTOMER =
            "(select c.code from catalog.customer c where c.tenant_id = q.tenant_id and c.id = q.customer_id)";
    private static final String ITEMS = """
            (select coalesce(jsonb_agg(jsonb_build_object('line_no', n.line_no, 'sku', p.sku,
                'item_description', n.item_description, 'quantity', n.quantity, 'uom', n.uom,
                'list_price', n.list_price, 'discount_percent', n.discount_percent, 'unit_price', n.unit_price,
                'line_total', n.line_total, 'tax_rate', n.tax_rate, 'line_tax', n.line_tax,
                'price_status', n.price_status, 'notes', n.notes) order by n.line_no), '[]')
              from catalog.quotationitem n
              left join catalog.product p on p.tenant_id = n.tenant_id and p.id = n.product_id
              where n.tenant_id = q.tenant_id and n.quotation_id = q.id)\
            """;

    /** NB: what was sent is shown as it was then, whatever became of its articles. */
    private static final String LINES = "case when q.sent_date is null then " + ITEMS + " else q.line_items end";

    private static final List<ExportColumn> COLUMNS = List.of(
            ExportColumn.of("quotation_number", "q.quotation_number"),
            ExportColumn.of("revision", "q.revision"),
            ExportColumn.of("is_current", "q.is_current"),
            ExportColumn.of("status", "q.status"),
            ExportColumn.of("customer", CUSTOMER),
            ExportColumn.of("client_name", "q.client_name"),
            ExportColumn.of("client_email", "q.client_email"),
            ExportColumn.of("project_title", "q.project_title"),
            ExportColumn.of("currency", "q.currency"),
            ExportColumn.of("subtotal", "q.subtotal"),
            ExportColumn.of("discount_total", "q.discount_total"),
            ExportColumn.of("tax_total", "q.tax_total"),
            ExportColumn.of("total_amount", "q.total_amount"),
            ExportColumn.of("valid_until", "q.valid_until"),
            ExportColumn.of("sent_date", "q.sent_date"),
            ExportColumn.of("response_date", "q.response_date"),
            ExportColumn.of("response_note", "q.response_note"),
            ExportColumn.of("terms_conditions", "q.terms_conditions"),
            ExportColumn.of("notes", "q.notes"),
            ExportColumn.json("line_items", LINES),
            ExportColumn.of("rfp_id", "q.rfp_id"),
            ExportColumn.of("created_by", "q.created_by"),
            ExportColumn.of("id", "q.id"),
            ExportColumn.of("created_at", "q.created_at"),
            ExportColumn.of("updated_at", "q.updated_at"));

    @Override
    public String kind() {
        return "quotations";
    }

    @Override
    public String key() {
        return "q.id";
    }

    @Override
    public List<ExportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ListQuery rows(String select, Caller caller, Fields filter) {
        return QuotationList.filtered(select, caller, filter);
    }
}
