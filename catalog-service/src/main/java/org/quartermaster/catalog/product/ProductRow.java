package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.rest.Json;

/** Articles as a statement gives them back that changes them beside other rows. */
public final class ProductRow {
    private static final Rows<Product> ROWS = Rows.of(Product.class, Product::new);

    private ProductRow() {}

    /** What {@link #read} needs of the table with that alias. */
    public static String columns(String alias) {
        return Arrays.stream(Product.class.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> column(alias, field.getName(), field.getType() == JsonNode.class))
                .collect(Collectors.joining(", "));
    }

    private static String column(String alias, String field, boolean isJson) {
        var name = field.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return isJson ? "cast(%1$s.%2$s as text) as %2$s_text".formatted(alias, name) : "%s.%s".formatted(alias, name);
    }

    /** The article of a row. */
    public static Product read(Row row) {
        var product = ROWS.read(row);
        product.technicalSpecs = Json.stored(row.getString("technical_specs_text"));
        product.supplierInfo = Json.stored(row.getString("supplier_info_text"));
        product.competitorData = Json.stored(row.getString("competitor_data_text"));
        product.importMetadata = Json.stored(row.getString("import_metadata_text"));
        return product;
    }
}
