package org.quartermaster.catalog.setting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;

/** The company as quotations show it: name, address, tax_id, logo_file_id, pdf_language. */
final class CompanyFields {
    private static final int MAX_BYTES = 100_000;

    private CompanyFields() {}

    /** Merges what the request says of the company into what is kept; the number of the logo's file, or null. */
    static Long merge(Fields fields, CatalogSetting setting) {
        var kept = (ObjectNode) Json.stored(setting.company);
        fields.object("company", MAX_BYTES, 2).to(given -> {
            if (given == null) {
                kept.removeAll();
            } else {
                merge(fields.nested("company", Fields.Nulls.CLEAR), kept);
            }
        });
        setting.company = kept.toString();
        return kept.hasNonNull("logo_file_id") ? kept.get("logo_file_id").longValue() : null;
    }

    private static void merge(Fields members, ObjectNode kept) {
        set(kept, "name", members.text("name", 1, 300));
        set(kept, "address", members.text("address", 1, 20_000));
        set(kept, "tax_id", members.text("tax_id", 1, 64));
        set(kept, "pdf_language", members.text("pdf_language", 2, 8));
        Numbers.id(members, "logo_file_id").to(id -> kept.put("logo_file_id", id));
    }

    private static void set(ObjectNode kept, String name, Field<String> member) {
        member.to(value -> kept.put(name, value));
    }
}
