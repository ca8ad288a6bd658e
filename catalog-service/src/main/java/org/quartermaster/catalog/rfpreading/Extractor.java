package org.quartermaster.catalog.rfpreading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quartermaster.catalog.quantity.NumberHabit;
import org.quartermaster.catalog.quantity.Quantities;
import org.quartermaster.catalog.quantity.Quantity;
import org.quartermaster.catalog.rfpreading.Extraction.Warning;
import org.quartermaster.catalog.rfpreading.ReadDocument.Row;
import org.quartermaster.catalog.rfpreading.UnreadableFile.Reason;
import org.quartermaster.catalog.unit.Measures;
import org.quartermaster.catalog.unit.Units;

/** Finds the items of a request and what it says of itself (catalog.md 3.7). */
public final class Extractor {
    /** Changes whenever a rule of the reading does. */
    public static final String VERSION = "lines-1";

    private static final int MOST_ITEMS = 5_000;

    private final Quantities quantities;
    private final Measures measures;

    /** @param units those whose words are known */
    public Extractor(Units units) {
        this.quantities = new Quantities(units);
        this.measures = new Measures(units);
    }

    /** Whether a document can have more items than a request may. */
    static boolean mayBeTooLong(ReadDocument document) {
        return document.rows().size() > MOST_ITEMS;
    }

    /**
     * Reads the items in the order of the document.
     *
     * @throws UnreadableFile when there are more than 5,000
     */
    public Extraction extract(ReadDocument document) throws UnreadableFile {
        var habit = NumberHabit.of(document.content());
        var walk = new Walk(document, habit);
        for (var row : document.rows()) {
            walk.take(row);
            if (walk.found.size() > MOST_ITEMS) {
                throw new UnreadableFile(Reason.TOO_MANY_LINES);
            }
        }
        var items = new ArrayList<Item>();
        var warnings = new ArrayList<Warning>();
        for (var open : walk.found) {
            items.add(item(open, document.content(), habit, items.size() + 1));
        }
        items.stream()
                .filter(item -> item.quantity().warning() != null)
                .forEach(item -> warnings.add(new Warning(item.quantity().warning(), item.lineNo())));
        if (items.isEmpty()) {
            warnings.add(new Warning(Extraction.NO_LINES, null));
        }
        var facts = walk.facts;
        return new Extraction(
                List.copyOf(items),
                facts.client(),
                facts.deadline(),
                facts.currency(),
                facts.value(),
                List.copyOf(warnings));
    }

    private Item item(OpenItem open, String content, NumberHabit habit, int lineNo) {
        var row = open.first();
        var quantity = open.isTable() ? open.quantity() : quantities.in(open.text(), habit);
        var description = open.description(quantity);
        var span = new Item.Span(
                row.place().page(), row.place().sheet(), row.place().row(), row.start(), open.end());
        return new Item(
                lineNo,
                open.lot(),
                span,
                content.substring(span.start(), span.end()),
                description,
                quantity,
                open.brand(),
                open.mpn(),
                measures.in(description));
    }

    /** One way through the rows, with what the rows before have opened. */
    private final class Walk {
        private final ReadDocument document;
        private final NumberHabit habit;
        private final Facts facts;
        private final List<OpenItem> found = new ArrayList<>();
        private OpenItem open;
        private Header header;
        private String lot;
        private boolean isMarked;
        private int number;

        Walk(ReadDocument document, NumberHabit habit) {
            this.document = document;
            this.habit = habit;
            this.facts = new Facts(habit);
        }

        void take(Row row) {
            var line = document.content().substring(row.start(), row.end());
            if (LineKind.isPageNumber(line)) {
                return;
            }
            if (isNoItem(row, line)) {
                open = null;
                return;
            }
            if (header != null && !header.isFor(row)) {
                header = null;
            }
            if (header != null && takeTableRow(row)) {
                return;
            }
            takeLine(row, line);
        }

        private boolean isNoItem(Row row, String line) {
            if (LineKind.isSignature(line)) {
                header = null;
                return true;
            }
            var newHeader = LineKind.mark(line) == 0 ? Header.of(row) : Optional.<Header>empty();
            newHeader.ifPresent(found -> header = found);
            var newLot = LineKind.lot(line).filter(any -> !isAsking(line));
            newLot.ifPresent(found -> lot = found);
            return newHeader.isPresent() || newLot.isPresent() || LineKind.isTotal(line) || facts.take(line);
        }

        private boolean isAsking(String line) {
            return quantities.in(line, habit).isStated();
        }

        private boolean takeTableRow(Row row) {
            var cells = new TableRow(header, row);
            if (cells.isItem()) {
                add(cells.open(lot, quantities, habit));
                return true;
            }
            if (open != null && open.isTable() && cells.isFurther()) {
                open.join(row, cells.description());
                return true;
            }
            return row.isGrid() || row.cells().size() > 1;
        }

        private void takeLine(Row row, String line) {
            var mark = LineKind.mark(line);
            mark = mark == 0 && isAsking(line) ? LineKind.bareMark(line, number + 1) : mark;
            var text = line.substring(mark);
            if (mark > 0 && LineKind.hasWords(text) && !(LineKind.isProse(text) && !isAskingCounted(text))) {
                isMarked = true;
                number = LineKind.number(line);
                add(new OpenItem(row, lot, text));
            } else if (isFollower(row, text)) {
                open.join(row, line);
            } else if (isUnmarkedItem(line)) {
                isMarked = false;
                add(new OpenItem(row, lot, line));
            } else {
                open = null;
            }
        }

        private boolean isAskingCounted(String text) {
            return quantities.in(text, habit).uom() != null;
        }

        /** Lines below a marked item belong to it; below an unmarked one only what looks like its rest. */
        private boolean isFollower(Row row, String text) {
            if (open == null || open.isTable()) {
                return false;
            }
            var isRest = row.indent() > open.first().indent() || text.startsWith("(");
            return isRest && !(isUnmarkedItem(text) && !isMarked) || isMarked && !row.isApart();
        }

        private boolean isUnmarkedItem(String line) {
            var quantity = quantities.in(line, habit);
            return quantity.isStated() && !LineKind.isProse(line) && LineKind.hasWords(without(line, quantity));
        }

        private String without(String line, Quantity quantity) {
            return line.substring(0, quantity.start()) + " " + line.substring(quantity.end());
        }

        private void add(OpenItem item) {
            open = item;
            found.add(item);
        }
    }
}
