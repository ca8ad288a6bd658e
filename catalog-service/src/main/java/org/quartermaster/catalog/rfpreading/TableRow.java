package org.quartermaster.catalog.rfpreading;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.catalog.quantity.NumberHabit;
import org.quartermaster.catalog.quantity.Quantities;
import org.quartermaster.catalog.rfpreading.Header.Column;
import org.quartermaster.catalog.rfpreading.ReadDocument.Row;

/** A row under a recognised header. */
record TableRow(Header header, Row row) {
    /** What the cells of description, article number and details say. */
    String description() {
        var name = Stream.of(Column.DESCRIPTION, Column.DETAIL)
                .map(column -> header.text(row, column))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
        return name.substring(Math.min(name.length(), LineKind.mark(name)));
    }

    private String code() {
        return header.text(row, Column.CODE);
    }

    /** An item has a number, an article number or a quantity of its own; a table without numbers needs no more than a name. */
    boolean isItem() {
        var isNamed = LineKind.hasWords(description()) || !code().isBlank();
        var quantity = header.text(row, Column.QUANTITY);
        var isFurther = header.isMerged(row, Column.QUANTITY) || header.isMerged(row, Column.NUMBER);
        if (!isNamed || isFurther) {
            return false;
        }
        return !code().isBlank()
                || quantity.matches(".*\\p{Nd}.*")
                || header.text(row, Column.NUMBER).matches("\\p{Nd}+(?:\\.\\p{Nd}+)*[.)]?")
                || row.isGrid() && !header.has(Column.NUMBER) && !isTitle();
    }

    /** One cell over several columns, or one that stands where no name stands. */
    private boolean isTitle() {
        var only = row.cells().get(0);
        return row.cells().size() == 1
                && (only.right() - only.left() > 1
                        || header.text(row, Column.DESCRIPTION).isBlank());
    }

    /** A row that goes on with the description above it. */
    boolean isFurther() {
        return !row.isApart() && LineKind.hasWords(description()) && !(row.isGrid() && isTitle()) && !isItem();
    }

    OpenItem open(String lot, Quantities quantities, NumberHabit habit) {
        var name = description();
        var cell = header.text(row, Column.QUANTITY);
        var quantity = header.has(Column.QUANTITY)
                ? quantities.inCells(cell, header.text(row, Column.UNIT), habit)
                : quantities.in(name, habit);
        var ownLot = header.text(row, Column.LOT);
        return new OpenItem(row, ownLot.isBlank() ? lot : ownLot, name.isBlank() ? code() : name)
                .withCells(quantity, header.text(row, Column.BRAND), code());
    }
}
