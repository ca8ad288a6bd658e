package org.quartermaster.catalog.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quartermaster.catalog.text.CleanText;

/** Cells that were cleaned, beside what is known and never was: they say nothing new where both are the same cleaned. */
public final class CleanedCells {
    private CleanedCells() {}

    /**
     * Takes the cells out that say nothing new.
     *
     * @param shown what is known, as the API shows it
     */
    public static void keepSame(ObjectNode cells, JsonNode shown) {
        var same = cells.properties().stream()
                .filter(cell -> isSame(
                        cell.getValue().textValue(), shown.path(cell.getKey()).textValue()))
                .map(cell -> cell.getKey())
                .toList();
        cells.remove(List.copyOf(same));
    }

    private static boolean isSame(String cell, String known) {
        if (cell == null || known == null || cell.equals(known)) {
            return false;
        }
        var cleaned = CleanText.of(known);
        return cell.equals(cleaned) || cell.equals(cleaned.replace('\n', ' '));
    }
}
