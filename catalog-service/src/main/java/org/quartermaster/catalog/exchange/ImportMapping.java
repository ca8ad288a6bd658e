package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.quartermaster.catalog.row.VersionedRow;

/** How files of one supplier are to be understood, kept under a name. */
final class ImportMapping extends VersionedRow {
    public String kind;
    public String name;
    public JsonNode mapping = JsonNodeFactory.instance.objectNode();
}
