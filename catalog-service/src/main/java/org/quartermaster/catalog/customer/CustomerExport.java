package org.quartermaster.catalog.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.catalog.export.ExportColumn;
import org.quartermaster.catalog.export.ExportSource;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Customers as rows of a file. */
@ApplicationScoped
class CustomerExport implements ExportSource {
    private static final String GROUP = "(select g.code from catalog.customergroup g"
            + " where g.tenant_id = c.tenant_id and g.id = c.customer_group_id)";
    private static final String ADDRESSES = """
            (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'lines', a.lines, 'city', a.city,
                'region', a.region, 'postal_code', a.postal_code, 'country', a.country) order by a.id), '[]')
              from catalog.customeraddress a where a.tenant_id = c.tenant_id and a.customer_id = c.id)\
            """;

    private static final List<ExportColumn> COLUMNS = List.of(
            ExportColumn.of("code", "c.code"),
            ExportColumn.of("name", "c.name"),
            ExportColumn.of("company_name", "c.company_name"),
            ExportColumn.of("email", "c.email"),
            ExportColumn.of("phone", "c.phone"),
            ExportColumn.of("address", "c.address"),
            ExportColumn.of("industry", "c.industry"),
            ExportColumn.of("customer_type", "c.customer_type"),
            ExportColumn.of("customer_group", GROUP),
            ExportColumn.of("credit_limit", "c.credit_limit"),
            ExportColumn.of("currency", "c.currency"),
            ExportColumn.of("payment_terms", "c.payment_terms"),
            ExportColumn.of("preferred_contact", "c.preferred_contact"),
            ExportColumn.of("tax_id", "c.tax_id"),
            ExportColumn.of("language", "c.language"),
            ExportColumn.of("notes", "c.notes"),
            ExportColumn.json("addresses", ADDRESSES),
            ExportColumn.of("id", "c.id"),
            ExportColumn.of("created_at", "c.created_at"),
            ExportColumn.of("updated_at", "c.updated_at"),
            ExportColumn.of("deleted_at", "c.deleted_at"));

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public String key() {
        return "c.id";
    }

    @Override
    public List<ExportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ListQuery rows(String select, Caller caller, Fields filter) {
        return CustomerList.filtered(select, caller, filter);
    }
}
