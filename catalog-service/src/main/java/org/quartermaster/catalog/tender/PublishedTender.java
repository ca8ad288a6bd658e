package org.quartermaster.catalog.tender;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quartermaster.catalog.classification.CpvCode;

/** What is read of a public tender; whatever it lacks is null. */
record PublishedTender(
        String tenderId,
        String title,
        String description,
        String procuringEntity,
        String cpvCode,
        List<String> cpvCodes,
        List<TenderItem> items,
        List<TenderLot> lots,
        Instant closingDate,
        BigDecimal estimatedValue,
        String estimatedCurrency,
        String language) {
    /** As the columns take it. */
    private static final int LONGEST_NAME = 300;

    private static final int LONGEST_LANGUAGE = 8;
    private static final int MONEY_DIGITS = 15;
    private static final int MONEY_DECIMALS = 4;

    /** Something that a tender asks for. */
    record TenderItem(String description, BigDecimal quantity, String unit, String cpvCode, String lotId) {
        boolean isNamed() {
            return description != null && !description.isBlank();
        }
    }

    /** A part of a tender that is awarded by itself. */
    record TenderLot(String lotId, String title) {}

    /** What the lot of an item is called: its id with its title, where the tender gives one; null without a lot. */
    String lotOf(TenderItem item) {
        if (lots == null || item.lotId() == null) {
            return item.lotId();
        }
        return lots.stream()
                .filter(lot -> item.lotId().equals(lot.lotId())
                        && lot.title() != null
                        && !lot.title().isBlank())
                .findFirst()
                .map(lot -> lot.lotId() + " " + lot.title().strip())
                .orElse(item.lotId());
    }

    /** Its codes, the main one first; what is no code is left out. */
    List<CpvCode> codes() {
        return Stream.concat(Stream.ofNullable(cpvCode), cpvCodes == null ? Stream.of() : cpvCodes.stream())
                .filter(code -> code != null)
                .flatMap(code -> CpvCode.read(code).stream())
                .distinct()
                .toList();
    }

    /** What subscriptions to its codes, or to what is above them, begin with. */
    Set<String> prefixes() {
        var prefixes = new LinkedHashSet<String>();
        codes().forEach(code -> prefixes.addAll(code.prefixes()));
        return prefixes;
    }

    List<TenderItem> namedItems() {
        return items == null
                ? List.of()
                : items.stream().filter(TenderItem::isNamed).toList();
    }

    String name() {
        return title == null || title.isBlank() ? tenderId : cut(title.strip(), LONGEST_NAME);
    }

    String client() {
        return procuringEntity == null || procuringEntity.isBlank() ? null : cut(procuringEntity, LONGEST_NAME);
    }

    String text() {
        return description == null ? null : description.replace('\0', ' ');
    }

    LocalDate deadline() {
        return closingDate == null ? null : closingDate.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Null also where it is more than a value can be. */
    BigDecimal value() {
        return estimatedValue == null
                        || estimatedValue.signum() < 0
                        || estimatedValue.precision() - estimatedValue.scale() > MONEY_DIGITS
                ? null
                : estimatedValue.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
    }

    String languageCode() {
        return language == null || language.length() > LONGEST_LANGUAGE ? null : language;
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length())).replace('\0', ' ');
    }
}
