package org.quartermaster.vehicle.feed;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Understands the cells of a record; also those that a data admin has mended. NB: for one thread. */
final class LotReader {
    private static final int LONGEST_LOT_NUMBER = 20;
    private static final int BEST_GRADE = 9;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final FeedHeader header;
    private final LotCodes codes;
    private final AuctionTime auctionTime;
    private final SourceTime sourceTime;
    private final LotVin vins;
    private final RowHash hash = new RowHash();

    public LotReader(FeedHeader header, FeedContext context) {
        this.header = header;
        codes = new LotCodes(new FeedWords(context.aliases()));
        auctionTime = new AuctionTime(context.yardZones());
        sourceTime = new SourceTime(context);
        vins = new LotVin(context.now().atOffset(ZoneOffset.UTC).getYear());
    }

    /** @param cells as many as the header has columns, without white space around them */
    public LotReading read(List<String> cells) {
        return read(cells, new ArrayList<>());
    }

    /** @param found what was found about the cells' writing; what they say is added */
    LotReading read(List<String> cells, List<Finding> found) {
        var row = new Row(header, cells, found);
        var lot = new LotValues();
        lot.lotExternalId = lotNumber(row);
        auctionTime.read(row, lot);
        lot.sourceUpdatedAt = sourceTime.read(row);
        readNumbers(row, lot);
        LotTexts.read(row, lot);
        codes.read(row, lot);
        vins.read(row, lot);
        lot.extra = row.extra();
        var verdict = row.verdict();
        if (verdict == RowVerdict.QUARANTINE) {
            return new LotReading(verdict, row.findings(), null);
        }
        lot.rowHash = hash.of(row, lot);
        return new LotReading(verdict, row.findings(), lot);
    }

    private static String lotNumber(Row row) {
        var number = row.text(Column.LOT_NUMBER);
        if (number == null) {
            row.say(Code.LOT_NUMBER_MISSING, Column.LOT_NUMBER);
        } else if (number.length() > LONGEST_LOT_NUMBER || !number.chars().allMatch(LotReader::isOfLotNumber)) {
            row.say(Code.LOT_NUMBER_BAD, Column.LOT_NUMBER, number);
        }
        return number;
    }

    private static boolean isOfLotNumber(int each) {
        return each >= '0' && each <= '9' || each >= 'A' && each <= 'Z' || each >= 'a' && each <= 'z' || each == '-';
    }

    private static void readNumbers(Row row, LotValues lot) {
        lot.year = Numbers.year(row);
        lot.itemNumber = Numbers.optionalWhole(row, Column.ITEM, Integer.MAX_VALUE);
        lot.cylinders = Numbers.optionalWhole(row, Column.CYLINDERS, Short.MAX_VALUE);
        lot.autoGrade = Numbers.optional(row, Column.AUTO_GRADE, 1, BEST_GRADE);
        lot.odometer = Numbers.odometer(row);
        lot.odometerRaw = row.text(Column.ODOMETER);
        lot.retailValue = Numbers.money(row, Column.RETAIL_VALUE);
        lot.repairCost = Numbers.money(row, Column.REPAIR_COST);
        lot.currentBid = Numbers.money(row, Column.HIGH_BID);
        lot.currencyCode = currency(row);
        lot.buyItNow = Numbers.money(row, Column.BUY_IT_NOW);
    }

    private static String currency(Row row) {
        var currency = row.text(Column.CURRENCY);
        if (currency == null || CURRENCIES.contains(currency)) {
            return currency;
        }
        row.say(Code.CURRENCY_UNKNOWN, Column.CURRENCY, currency);
        row.keep(Column.CURRENCY);
        return null;
    }
}
