package org.quartermaster.catalog.supplier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a supplier. */
final class SupplierFields {
    private static final int MAX_JSON = 64 * 1_024;
    private static final int MAX_DEPTH = 16;

    private SupplierFields() {}

    static void apply(Fields fields, Saving saving, Supplier supplier) {
        fields.require("code", "name");
        Input.line(fields, "code", 1, 64).to(value -> supplier.code = value);
        Input.line(fields, "name", 1, 300).to(value -> supplier.name = value);
        saving.take(Input.line(fields, "website", 0, 2_000), value -> supplier.website = value);
        saving.take(Input.line(fields, "api_endpoint", 0, 2_000), value -> supplier.apiEndpoint = value);
        saving.take(Input.line(fields, "contact_email", 0, 300), value -> supplier.contactEmail = value);
        saving.take(Input.currency(fields, "currency"), "USD", value -> supplier.currency = value);
        saving.take(fields.integer("lead_time_days", 0, Integer.MAX_VALUE), value -> supplier.leadTimeDays = value);
        saving.take(Numbers.amount(fields, "minimum_order_value"), value -> supplier.minimumOrderValue = value);
        saving.take(Numbers.exact(fields, "rating", 2, "0", "5"), value -> supplier.rating = value);
        saving.take(Input.line(fields, "credentials_ref", 0, 300), value -> supplier.credentialsRef = value);
        saving.take(fields.bool("is_active"), true, value -> supplier.isActive = value);
        saving.take(
                fields.object("scraping_config", MAX_JSON, MAX_DEPTH),
                JsonNodeFactory.instance.objectNode(),
                value -> supplier.scrapingConfig = value);
        fields.checkStrictly();
    }
}
