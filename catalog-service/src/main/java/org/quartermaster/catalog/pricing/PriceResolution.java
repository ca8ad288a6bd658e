package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quartermaster.catalog.pricing.PriceAnswer.NextBreak;

/**
 * Resolves a price by the order uom, candidate, tier, type, group_discount, manual_discount, fx, floor, round, tax.
 *
 * <p>A price is never made up: without a row that holds the answer is missing, with the reason.
 */
final class PriceResolution {

    private final PriceCase priceCase;
    private final PriceQuestion question;
    private final UnitPrices units;
    private final Discounts discounts;
    private final List<PriceStep> steps = new ArrayList<>();
    private final List<RejectedPrice> rejected = new ArrayList<>();

    private final boolean showsBreak;

    private PriceResolution(PriceCase priceCase, PriceQuestion question, boolean showsBreak) {
        this.priceCase = priceCase;
        this.question = question;
        this.showsBreak = showsBreak;
        units = new UnitPrices(priceCase, question);
        discounts = new Discounts(priceCase, question);
    }

    /** The price of the question; a unit that the product lacks has no price. */
    static PriceAnswer resolve(PriceCase priceCase, PriceQuestion question) {
        PriceResolution resolution = new PriceResolution(priceCase, question, true);
        if (priceCase.factor(question.uom()) == null) {
            return new PriceLine(question, null, List.of(), List.of()).missing("unknown_unit", null);
        }
        return resolution.answer();
    }

    /** The lowest price that a typed one may be, also where no row has a price. */
    static PriceFloor floor(PriceCase priceCase, PriceQuestion question) {
        return priceCase.factor(question.uom()) == null
                ? PriceFloor.of(null, priceCase.marginPercent())
                : new PriceResolution(priceCase, question, false).floor(question.currency(), Optional.empty());
    }

    private PriceAnswer answer() {
        BigDecimal base = units.baseQuantity();
        steps.add(new PriceStep("uom", question.quantity(), base, question.uom()));
        String currency = rowCurrency();
        List<PriceRow> rows = new RowFilter(priceCase, question, currency, rejected).sellRows();
        steps.add(new PriceStep("candidate", count(priceCase.rows().size()), count(rows.size()), currency));
        PriceLine line = new PriceLine(question, base, steps, rejected);
        if (rows.isEmpty()) {
            return line.missing("no_price", null);
        }
        ScopeChoice choice = choose(rows);
        if (choice.chosen() == null) {
            return line.missing("below_minimum_quantity", nextBreak(choice));
        }
        return priced(line, choice, currency);
    }

    private PriceAnswer priced(PriceLine line, ScopeChoice choice, String currency) {
        BigDecimal list = listPrice(choice);
        BigDecimal net = discounts.apply(list, choice.scope(), steps);
        Optional<FxRate> rate = rate(currency);
        if (!currency.equals(question.currency()) && rate.isEmpty()) {
            return line.missing("no_fx_rate", null);
        }
        BigDecimal price = rate.map(fx -> converted(net, fx)).orElse(net);
        PriceFloor floor = floor(currency, rate);
        if (floor.forbids(price)) {
            floor = floor.applied();
        }
        BigDecimal lifted = floor.status() == PriceFloor.Status.APPLIED ? floor.value() : price;
        String reason = floor.value() == null ? "floor: unknown" : floor.value().toPlainString() + " is the floor";
        steps.add(new PriceStep("floor", price, lifted, reason));
        BigDecimal listed = rate.map(fx -> list.multiply(fx.rate())).orElse(list);
        return line.priced(listed, lifted, floor, choice.chosen(), nextBreak(choice), priceCase);
    }

    private ScopeChoice choose(List<PriceRow> rows) {
        List<ScopeChoice> choices = priceCase.scopes().stream()
                .filter(scope -> rows.stream().anyMatch(row -> row.scope().equals(scope)))
                .map(scope -> ScopeChoice.of(
                        scope,
                        rows.stream().filter(row -> row.scope().equals(scope)).toList(),
                        priceCase.wantedType(),
                        units,
                        question.uom()))
                .toList();
        ScopeChoice winner = priceCase.policy() == PriceCase.Policy.LOWEST ? lowest(choices) : choices.get(0);
        rejected.addAll(winner.rejected());
        rows.stream()
                .filter(row -> !row.scope().equals(winner.scope()))
                .forEach(row -> rejected.add(new RejectedPrice(row.id(), "other_scope")));
        return winner;
    }

    private ScopeChoice lowest(List<ScopeChoice> choices) {
        return choices.stream()
                .filter(choice -> choice.chosen() != null)
                .min(Comparator.comparing(
                        choice -> discounts.apply(units.of(choice.chosen()), choice.scope(), new ArrayList<>())))
                .orElse(choices.get(0));
    }

    private BigDecimal listPrice(ScopeChoice choice) {
        PriceRow first = choice.regular() == null ? choice.chosen() : choice.regular();
        BigDecimal tier = units.of(first);
        BigDecimal price = units.of(choice.chosen());
        steps.add(new PriceStep("tier", units.quantityFor(first), tier, bound(first)));
        steps.add(
                new PriceStep("type", tier, price, choice.chosen().type().name().toLowerCase(Locale.ROOT)));
        return price;
    }

    private static String bound(PriceRow row) {
        return row.minimumQuantity().stripTrailingZeros().toPlainString() + " or more";
    }

    /** Rows in the asked currency if there are any; the product's own only when a conversion was asked for. */
    private String rowCurrency() {
        boolean hasOwn = !new RowFilter(priceCase, question, question.currency(), new ArrayList<>())
                .sellRows()
                .isEmpty();
        return hasOwn || !question.convert() ? question.currency() : priceCase.productCurrency();
    }

    private Optional<FxRate> rate(String currency) {
        return currency.equals(question.currency())
                ? Optional.empty()
                : FxRate.newest(
                        priceCase.fxRates(),
                        currency,
                        question.currency(),
                        question.at().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private BigDecimal converted(BigDecimal net, FxRate fx) {
        BigDecimal price = net.multiply(fx.rate());
        steps.add(new PriceStep("fx", net, price, fx.rate().toPlainString() + " on " + fx.validOn()));
        return price;
    }

    private PriceFloor floor(String currency, Optional<FxRate> rate) {
        CostRows costs = new CostRows(priceCase, question, units);
        BigDecimal cost = costs.lowest(question.currency())
                .or(() -> rate.flatMap(fx -> costs.lowest(currency).map(fx.rate()::multiply)))
                .orElse(null);
        return PriceFloor.of(cost, priceCase.marginPercent());
    }

    private NextBreak nextBreak(ScopeChoice choice) {
        if (choice.next() == null || !showsBreak) {
            return null;
        }
        BigDecimal bound = units.boundOf(choice.next());
        PriceAnswer there = new PriceResolution(priceCase, question.withQuantity(bound), false).answer();
        return new NextBreak(bound, there.unitPrice());
    }

    private static BigDecimal count(int rows) {
        return BigDecimal.valueOf(rows);
    }
}
