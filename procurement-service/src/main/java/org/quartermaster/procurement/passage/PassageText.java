package org.quartermaster.procurement.passage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A text that is to be cut into passages.
 *
 * @param document whose text it is, or null for what the tender itself says
 * @param text empty where there is nothing left to cut
 */
record PassageText(String tender, UUID document, String text) {
    static PassageText of(ResultSet row) throws SQLException {
        var text = row.getString(3);
        return new PassageText(row.getString(1), row.getObject(2, UUID.class), text == null ? "" : text);
    }
}
