package org.quartermaster.catalog.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.platform.rest.Json;

/** A row of the demo's articles, as the requests that make it; {@code ;} parts the entries of a cell. */
record DemoArticle(ReferenceRow row) {
    private static final Pattern VALUE_CODE = Pattern.compile("EV[0-9]{6}");
    private static final Pattern FEATURE = Pattern.compile("EF[0-9A-Z]{6}");

    String sku() {
        return row.text("sku");
    }

    JsonNode product(DemoScript script) {
        var product = Json.object(null);
        for (var name : List.of("sku", "name", "name_ar", "mpn", "gtin", "description", "base_uom", "tax_class")) {
            if (row.text(name) != null) {
                product.put(name, row.text(name));
            }
        }
        for (var name : List.of("category", "brand", "supplier")) {
            if (row.text(name) != null) {
                product.put(name + "_id", script.id(row.text(name)));
            }
        }
        if (hasOnePrice()) {
            product.put("base_price", new BigDecimal(row.text("usd").substring(2)));
        }
        return product;
    }

    /** Null where it is not classified. */
    JsonNode classification(String system) {
        var code = row.text(system);
        return code == null ? null : Json.object(null).put("system", system).put("code", code);
    }

    /** Null where nothing is said of it. */
    JsonNode specifications() {
        var body = Json.object(null);
        var items = body.putArray("items");
        entries("features").forEach(entry -> {
            var item = items.addObject();
            var isFeature = FEATURE.matcher(entry[0]).matches();
            item.put(isFeature ? "feature_id" : "spec_name", entry[0]);
            put(item, entry[1]);
        });
        return items.isEmpty() ? null : body;
    }

    private static void put(ObjectNode item, String value) {
        if (VALUE_CODE.matcher(value).matches()) {
            item.put("value_code", value);
        } else if (value.equals("yes") || value.equals("no")) {
            item.put("value_bool", value.equals("yes"));
        } else {
            item.put("spec_value", value);
        }
    }

    List<ObjectNode> certifications() {
        return cells("certified")
                .map(standard -> Json.object(null).put("standard_text", standard))
                .toList();
    }

    List<ObjectNode> packs() {
        return entries("packs")
                .map(entry -> Json.object(null).put("code", entry[0]).put("factor", new BigDecimal(entry[1])))
                .toList();
    }

    /** Whether its price in dollars is the same for any quantity. */
    private boolean hasOnePrice() {
        return row.text("usd") != null && row.text("usd").matches("1=[0-9.]+");
    }

    boolean isPriced() {
        return row.text("usd") != null;
    }

    /** Null where it has none in the currency, or one price, which comes with the article itself. */
    JsonNode ladder(String currency) {
        if (currency.equals("USD") && hasOnePrice()) {
            return null;
        }
        var body = Json.object(null).put("currency", currency).put("price_type", "base");
        var tiers = body.putArray("tiers");
        entries(currency.toLowerCase(Locale.ROOT)).forEach(entry -> tiers.addObject()
                .put("minimum_quantity", new BigDecimal(entry[0]))
                .put("amount", new BigDecimal(entry[1])));
        return tiers.isEmpty() ? null : body;
    }

    /** Null where nobody knows what it costs. */
    JsonNode cost() {
        var cost = row.number("cost");
        return cost == null ? null : Json.object(null).put("price_kind", "cost").put("amount", cost);
    }

    List<ObjectNode> receipts(DemoScript script) {
        return entries("stock")
                .map(entry -> Json.object(null)
                        .put("product_id", script.id(sku()))
                        .put("warehouse_id", script.id(entry[0]))
                        .put("kind", "receipt")
                        .put("quantity", new BigDecimal(entry[1]))
                        .put("reason", "Opening stock"))
                .toList();
    }

    private Stream<String[]> entries(String column) {
        return cells(column).map(cell -> cell.split("=", 2));
    }

    private Stream<String> cells(String column) {
        var text = row.text(column);
        return text == null ? Stream.empty() : Stream.of(text.split("; *"));
    }
}
