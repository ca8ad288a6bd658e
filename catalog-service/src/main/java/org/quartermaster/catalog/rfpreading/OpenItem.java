package org.quartermaster.catalog.rfpreading;

import java.util.regex.Pattern;
import org.quartermaster.catalog.quantity.Quantity;
import org.quartermaster.catalog.rfpreading.ReadDocument.Row;

/** An item whose followers may still come. */
final class OpenItem {
    private static final Pattern PART_NUMBER = Pattern.compile(
            "(?<!\\p{L})(?:p/n|part\\s?(?:no|number|nr)|mpn|sku|art\\.?\\s?(?:no|nr)|article no|cat\\.? no|réf|ref|арт|артикул)[.:]*\\s*[:#]?\\s*([\\p{L}\\p{N}][\\p{L}\\p{N}./_-]*\\p{Nd}[\\p{L}\\p{N}./_-]*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern EDGE = Pattern.compile("^[\\s,;:.…=–—-]+|[\\s,;:…=–—-]+$|\\s*\\.{2,}\\s*$");

    private final Row first;
    private final String lot;
    private final StringBuilder text;
    private int end;
    private boolean isTable;
    private Quantity quantity;
    private String brand;
    private String mpn;

    /** An item of a list, whose quantity stands in its text. */
    OpenItem(Row first, String lot, String text) {
        this.first = first;
        this.lot = lot;
        this.text = new StringBuilder(text);
        this.end = first.end();
    }

    /** An item of a table, whose quantity has a cell. */
    OpenItem withCells(Quantity cell, String brandCell, String codeCell) {
        isTable = true;
        quantity = cell;
        brand = brandCell.isBlank() ? null : brandCell;
        mpn = codeCell.isBlank() ? null : codeCell;
        return this;
    }

    void join(Row row, String more) {
        text.append(' ').append(more);
        end = row.end();
    }

    Row first() {
        return first;
    }

    String lot() {
        return lot;
    }

    int end() {
        return end;
    }

    String text() {
        return text.toString();
    }

    boolean isTable() {
        return isTable;
    }

    Quantity quantity() {
        return quantity;
    }

    String brand() {
        return brand;
    }

    /** The article number: of its cell, or behind a word that announces one. */
    String mpn() {
        var announced = PART_NUMBER.matcher(text);
        return mpn == null && announced.find() ? announced.group(1) : mpn;
    }

    /** The text without its quantity, and without the signs that stood between them. */
    String description(Quantity found) {
        var whole = text.toString();
        var without = isTable || found.end() <= found.start()
                ? whole
                : trim(whole.substring(0, found.start())) + " " + trim(whole.substring(found.end()));
        return Draft.clean(trim(without));
    }

    private static String trim(String text) {
        var trimmed = text;
        for (var before = ""; !before.equals(trimmed); ) {
            before = trimmed;
            trimmed = EDGE.matcher(before).replaceAll("");
        }
        return trimmed;
    }
}
