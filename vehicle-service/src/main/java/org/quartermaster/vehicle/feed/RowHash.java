package org.quartermaster.vehicle.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.platform.security.Sha256;

/**
 * 128 bits of SHA-256 over what a record says: numbers and dates as understood, the others as they came, because a code
 * that is taught later, or another zone of a yard, does not make it another record.
 */
final class RowHash {
    private static final Map<String, Column> COLUMNS =
            Stream.of(Column.values()).collect(Collectors.toMap(Column::title, Function.identity()));

    private final StringBuilder text = new StringBuilder();
    private final MessageDigest digest = Sha256.digest();

    UUID of(Row row, LotValues lot) {
        text.setLength(0);
        for (var column : Column.values()) {
            add(value(row, lot, column));
        }
        if (lot.extra != null) {
            addExtra(row, lot);
        }
        var bytes = ByteBuffer.wrap(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** NB: a word that was kept because nobody knew it is said already; it leaves the extras when it is taught. */
    private void addExtra(Row row, LotValues lot) {
        lot.extra.forEach((name, value) -> {
            var column = COLUMNS.get(name);
            if (column == null || value(row, lot, column) == null) {
                add(name);
                add(value);
            }
        });
    }

    private static Object value(Row row, LotValues lot, Column column) {
        return switch (column) {
            case ID, CREATED, UPDATED, DAY_OF_WEEK -> null;
            case LOT_NUMBER -> lot.lotExternalId;
            case SALE_DATE -> lot.auctionDate;
            case ITEM -> lot.itemNumber;
            case YEAR -> lot.year;
            case CYLINDERS -> lot.cylinders;
            case AUTO_GRADE -> lot.autoGrade;
            case ODOMETER -> lot.odometer;
            case RETAIL_VALUE -> lot.retailValue;
            case REPAIR_COST -> lot.repairCost;
            case HIGH_BID -> lot.currentBid;
            case BUY_IT_NOW -> lot.buyItNow;
            default -> row.text(column);
        };
    }

    /** NB: no value holds NUL. */
    private void add(Object value) {
        if (value != null) {
            text.append(value);
        }
        text.append('\0');
    }
}
