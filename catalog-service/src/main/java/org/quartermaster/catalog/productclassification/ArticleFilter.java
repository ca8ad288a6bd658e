package org.quartermaster.catalog.productclassification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.platform.rest.Fields;

/** Which articles a run of proposals is about; null asks for all. */
record ArticleFilter(ClassSystem system, Long categoryId, Long brandId, Long supplierId) {
    private static final String MOST = "999999999999999999";

    static ArticleFilter read(Fields fields) {
        var filter = fields.nested("filter");
        return new ArticleFilter(
                fields.word("system", ClassSystem.class).or(ClassSystem.UNSPSC),
                id(filter, "category_id"),
                id(filter, "brand_id"),
                id(filter, "supplier_id"));
    }

    private static Long id(Fields fields, String name) {
        var id = fields.decimal(name, 0, "1", MOST).value();
        return id == null ? null : Long.valueOf(id.longValue());
    }

    static ArticleFilter of(ObjectNode parameters) {
        return new ArticleFilter(
                ClassSystem.valueOf(parameters.path("system").textValue()),
                id(parameters, "category_id"),
                id(parameters, "brand_id"),
                id(parameters, "supplier_id"));
    }

    private static Long id(ObjectNode parameters, String name) {
        return parameters.hasNonNull(name) ? parameters.get(name).longValue() : null;
    }

    ObjectNode parameters() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("system", system.name())
                .put("category_id", categoryId)
                .put("brand_id", brandId)
                .put("supplier_id", supplierId);
    }
}
