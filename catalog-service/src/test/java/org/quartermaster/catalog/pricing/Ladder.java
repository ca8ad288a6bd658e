package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the rows and the case of a test, each change on its own. */
final class Ladder {

    static final Instant NOON = Instant.parse("2030-05-10T12:00:00Z");
    static final PriceScope CUSTOMER = new PriceScope(PriceScope.Kind.CUSTOMER, 5L);
    static final PriceScope GROUP = new PriceScope(PriceScope.Kind.GROUP, 6L);
    static final PriceScope LIST = new PriceScope(PriceScope.Kind.LIST, 7L);

    private final List<PriceRow> rows = new ArrayList<>();
    List<PriceScope> scopes = List.of(CUSTOMER, GROUP, LIST, PriceScope.EVERYBODY);
    PriceType groupType;
    BigDecimal groupDiscount;
    PriceCase.Policy policy = PriceCase.Policy.SPECIFIC;
    BigDecimal margin = BigDecimal.ZERO;
    List<FxRate> rates = List.of();
    BigDecimal tax;

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    Ladder sell(long id, String minimum, String amount) {
        return sell(id, minimum, amount, PriceType.BASE, PriceScope.EVERYBODY);
    }

    Ladder sell(long id, String minimum, String amount, PriceType type, PriceScope scope) {
        return add(new PriceRow(
                id,
                false,
                type,
                decimal(amount),
                "USD",
                BigDecimal.ONE,
                "C62",
                decimal(minimum),
                scope,
                null,
                NOON.minusSeconds(60),
                null,
                NOON.minusSeconds(60),
                null));
    }

    Ladder pack(long id, String minimum, String amount, String perUnits, String uom) {
        return add(new PriceRow(
                id,
                false,
                PriceType.BASE,
                decimal(amount),
                "USD",
                decimal(perUnits),
                uom,
                decimal(minimum),
                PriceScope.EVERYBODY,
                null,
                NOON.minusSeconds(60),
                null,
                NOON.minusSeconds(60),
                null));
    }

    Ladder dated(long id, String amount, Instant from, Instant to, Instant recorded, Instant superseded) {
        return add(new PriceRow(
                id,
                false,
                PriceType.BASE,
                decimal(amount),
                "USD",
                BigDecimal.ONE,
                "C62",
                BigDecimal.ONE,
                PriceScope.EVERYBODY,
                null,
                from,
                to,
                recorded,
                superseded));
    }

    Ladder cost(long id, String minimum, String amount, Long supplier) {
        return add(new PriceRow(
                id,
                true,
                PriceType.BASE,
                decimal(amount),
                "USD",
                BigDecimal.ONE,
                "C62",
                decimal(minimum),
                PriceScope.EVERYBODY,
                supplier,
                NOON.minusSeconds(60),
                null,
                NOON.minusSeconds(60),
                null));
    }

    Ladder add(PriceRow row) {
        rows.add(row);
        return this;
    }

    List<PriceRow> rows() {
        return rows;
    }

    PriceCase toCase() {
        return new PriceCase(
                List.copyOf(rows),
                "C62",
                Map.of("BX", decimal("50")),
                "USD",
                scopes,
                groupType,
                groupDiscount,
                policy,
                margin,
                Set.of(1L),
                rates,
                tax,
                2);
    }

    PriceAnswer ask(String quantity) {
        return ask(quantity, "C62", "USD", false);
    }

    PriceAnswer ask(String quantity, String uom, String currency, boolean convert) {
        return PriceResolution.resolve(
                toCase(), new PriceQuestion(decimal(quantity), uom, currency, NOON, NOON, convert, null));
    }
}
