package org.quartermaster.vehicle.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.quartermaster.vehicle.feed.StateZones.Family;

/** Finds the instant of an auction: local date and time in the zone of its yard. The label never gives an offset. */
final class AuctionTime {
    private static final BigDecimal SURE = new BigDecimal("1.00");
    private static final BigDecimal DOUBTFUL = new BigDecimal("0.50");
    private static final BigDecimal NONE = new BigDecimal("0.00");

    private final Map<String, ZoneId> yardZones;

    AuctionTime(Map<String, ZoneId> yardZones) {
        this.yardZones = yardZones;
    }

    void read(Row row, LotValues lot) {
        lot.saleDateRaw = row.text(Column.SALE_DATE);
        lot.saleTimeRaw = row.text(Column.SALE_TIME);
        lot.tzRaw = row.text(Column.TIME_ZONE);
        lot.auctionDate = SaleDay.date(row);
        lot.status = lot.auctionDate == null ? "unscheduled" : "active";
        if (lot.auctionDate != null) {
            SaleDay.compareWeekday(row, lot.auctionDate);
            readInstant(row, lot, SaleDay.time(row));
        }
    }

    private void readInstant(Row row, LotValues lot, LocalTime time) {
        var local = LocalDateTime.of(lot.auctionDate, time == null ? LocalTime.NOON : time);
        var family = Family.ofLabel(lot.tzRaw);
        var zone = zone(row, family, local.toInstant(ZoneOffset.UTC));
        if (zone == null) {
            lot.tzConfidence = NONE;
            return;
        }
        lot.tzZone = zone.getId();
        lot.tzConfidence = compareLabel(row, zone, family, local) ? SURE : DOUBTFUL;
        if (time != null) {
            lot.auctionDatetimeUtc = instant(row, zone, local);
        }
    }

    private ZoneId zone(Row row, Family family, Instant about) {
        var number = row.text(Column.YARD_NUMBER);
        var given = number == null ? null : yardZones.get(number);
        if (given != null) {
            return given;
        }
        var ofYard = StateZones.of(stateOf(row.text(Column.YARD_NAME)), family, about);
        if (ofYard != null) {
            return ofYard;
        }
        var state = row.text(Column.STATE);
        // Sales of Atlantic Canada carry labels of Alaska.
        var atlantic =
                state != null && (state.equals("NB") || state.equals("NS") || state.equals("PE") || state.equals("NL"));
        if (atlantic && family == Family.ALASKA) {
            return StateZones.of(state, family, about);
        }
        return family == null ? null : family.zone();
    }

    /** The state of a yard named {@code XX - NAME}; null for sales that are held nowhere. */
    private static String stateOf(String yardName) {
        return yardName != null && yardName.startsWith(" - ", 2) ? yardName.substring(0, 2) : null;
    }

    /** False when the label is of another family than the zone. */
    private static boolean compareLabel(Row row, ZoneId zone, Family family, LocalDateTime local) {
        var label = row.text(Column.TIME_ZONE);
        if (label == null || zone.getId().equals("America/Phoenix") && (label.equals("PDT") || label.equals("MST"))) {
            return true;
        }
        var at = local.atZone(zone).toInstant();
        if (family == null || !family.has(zone, at)) {
            row.say(Code.TZ_DISAGREES, Column.TIME_ZONE, label);
            return false;
        }
        if (family.isSummer(label) != zone.getRules().isDaylightSavings(at)) {
            row.say(Code.TZ_LABEL_DST, Column.TIME_ZONE, label);
        }
        return true;
    }

    /** A time that the clocks leave out moves on by the gap; of one that comes twice the earlier is taken. */
    private static Instant instant(Row row, ZoneId zone, LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local).size();
        if (offsets != 1) {
            row.say(offsets == 0 ? Code.LOCAL_TIME_GAP : Code.LOCAL_TIME_OVERLAP, Column.SALE_TIME, local.toString());
        }
        return local.atZone(zone).toInstant();
    }
}
