package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row of a file of articles.
 *
 * @param line that it begins on
 * @param cells by the names of fields; what is not there stays as it is
 */
public record ImportedProduct(long line, ObjectNode cells) {
    /** As the file writes it; empty where there is none. */
    public String sku() {
        return cells.path("sku").asText();
    }
}
