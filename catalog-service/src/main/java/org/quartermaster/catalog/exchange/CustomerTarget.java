package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.customer.CustomerBatch;
import org.quartermaster.catalog.exchange.FileColumns.Cell;
import org.quartermaster.platform.change.UnitOfWork;

/** Customers. */
@ApplicationScoped
class CustomerTarget implements ImportTarget {
    private static final FileColumns COLUMNS = new FileColumns()
            .key("code")
            .require("code")
            .with("code", Cell.LINE, "customer_code", "customer_number", "kundennummer", "رمز_العميل")
            .with("name", Cell.LINE, "customer_name", "contact", "الاسم")
            .with("email", Cell.LINE, "e-mail", "mail", "email_address")
            .with("company_name", Cell.LINE, "company", "firma")
            .with("phone", Cell.LINE, "telephone", "telefon")
            .with("address", Cell.TEXT)
            .with("industry", Cell.LINE, "branche")
            .with("customer_type", Cell.LINE, "type")
            .with("credit_limit", Cell.NUMBER)
            .with("payment_terms", Cell.LINE)
            .with("preferred_contact", Cell.LINE)
            .with("notes", Cell.TEXT, "remarks")
            .with("customer_group", Cell.LINE, "group", "customer_group_code")
            .with("customer_group_number", Cell.NUMBER, "customer_group_id")
            .with("currency", Cell.LINE)
            .with("tax_id", Cell.LINE, "vat_id", "vat_number")
            .with("language", Cell.LINE);

    private final CustomerBatch customers;

    @Inject
    CustomerTarget(CustomerBatch customers) {
        this.customers = customers;
    }

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public FileColumns columns() {
        return COLUMNS;
    }

    @Override
    public List<WordLookup> lookups() {
        return List.of(
                WordLookup.byCode("customer_group", "customergroup"),
                WordLookup.byNumber("customer_group", "customergroup"));
    }

    @Override
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows, FileMapping mapping, String importId) {
        return customers.write(unit, rows, mapping.clean() == FileMapping.Clean.ALL);
    }
}
