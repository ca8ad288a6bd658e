package org.quartermaster.catalog.category;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.catalog.row.VersionedRow;

/** A place in the tree that articles are sorted into. */
final class Category extends VersionedRow {
    public String name;
    public String nameAr;
    public String slug;
    public String description;
    public Long parentId;
    public String path;
    public int depth;
    public int position;
    public String externalCode;
    public boolean isActive = true;
    public String defaultUnspsc;
    public String defaultEtimGroup;
    public JsonNode requiredFields = usualFields();

    /** Null for all features of the class. */
    public JsonNode requiredFeatures;

    public BigDecimal minMarginPercent;

    static ArrayNode usualFields() {
        var fields = JsonNodeFactory.instance.arrayNode();
        List.of("sku", "name", "description", "brand_id", "category_id").forEach(fields::add);
        return fields;
    }
}
