package org.quartermaster.vehicle.feed;

import org.quartermaster.platform.db.Words;
import org.quartermaster.vehicle.vin.CheckDigit;
import org.quartermaster.vehicle.vin.MarketVin;

/** Reads the VIN of a lot, and what it says about the vehicle. */
final class LotVin {
    private final int currentYear;

    LotVin(int currentYear) {
        this.currentYear = currentYear;
    }

    void read(Row row, LotValues lot) {
        lot.vinRaw = row.text(Column.VIN);
        var vin = MarketVin.of(lot.vinRaw, MarketVin.market(lot.locationCountry), lot.year, currentYear);
        lot.vinKind = Words.of(vin.kind());
        lot.vinCheck = Words.of(vin.check());
        lot.vin = vin.normalized();
        lot.wmi = vin.wmi();
        lot.decodedYear = vin.modelYear();
        sayKind(row, lot, vin);
        if (vin.check() == CheckDigit.Status.MISMATCH) {
            row.say(Code.VIN_CHECK_DIGIT_MISMATCH, Column.VIN, lot.vinRaw);
        }
        if (lot.year != null && lot.decodedYear != null && !lot.year.equals(lot.decodedYear)) {
            row.say(Code.VIN_YEAR_DISAGREES, Column.YEAR, lot.year.toString(), lot.decodedYear.toString());
        }
    }

    private static void sayKind(Row row, LotValues lot, MarketVin vin) {
        switch (vin.kind()) {
            case MISSING -> row.say(Code.VIN_MISSING, Column.VIN);
            case TOO_SHORT, TOO_LONG -> row.say(Code.VIN_LENGTH, Column.VIN, lot.vinRaw);
            case MASKED -> row.say(Code.VIN_MASKED, Column.VIN, lot.vinRaw);
            case MALFORMED -> row.say(Code.VIN_ILLEGAL_CHARACTER, Column.VIN, lot.vinRaw);
            case VIN17, VIN_LEGACY -> {}
        }
    }
}
