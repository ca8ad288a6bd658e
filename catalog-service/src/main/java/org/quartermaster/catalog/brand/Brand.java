package org.quartermaster.catalog.brand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.quartermaster.catalog.row.VersionedRow;

/** A name that goods are sold under. */
final class Brand extends VersionedRow {
    public String name;
    public String slug;
    public String description;
    public String websiteUrl;
    public String manufacturerName;
    public JsonNode aliases = JsonNodeFactory.instance.arrayNode();
    public boolean isActive = true;
}
