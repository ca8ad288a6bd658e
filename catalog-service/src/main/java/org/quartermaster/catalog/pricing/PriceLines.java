package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.quartermaster.catalog.request.References;
import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;

/** Resolves lines by the facts about them; what a line says wrongly is refused for all of them together. */
final class PriceLines {
    private static final Map<String, Integer> DECIMALS =
            Units.standard().all().stream().collect(Collectors.toMap(Unit::code, Unit::decimals));

    private final PriceCases cases;
    private final List<AskedPrice> lines;

    PriceLines(PriceFacts facts, List<AskedPrice> lines) {
        cases = new PriceCases(facts);
        this.lines = lines;
    }

    /** @param prefix what stands before the names of the fields of a line, such as {@code lines[3].} */
    List<ResolvedPrice> resolve(IntFunction<String> prefix) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < lines.size(); i++) {
            check(lines.get(i), prefix.apply(i), errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return lines.stream().map(this::resolve).toList();
    }

    private void check(AskedPrice line, String prefix, List<FieldError> errors) {
        if (!cases.hasCustomer(line)) {
            errors.add(new FieldError(prefix + "customer_id", References.UNKNOWN));
        }
        if (line.currency() != null && !cases.hasCurrency(line.currency())) {
            errors.add(new FieldError(prefix + "currency", References.UNKNOWN));
        }
        var product = cases.product(line);
        if (product == null) {
            errors.add(new FieldError(prefix + "product_id", References.UNKNOWN));
            return;
        }
        var decimals = decimals(line.uom() == null ? product.baseUom() : line.uom());
        if (line.quantity().stripTrailingZeros().scale() > decimals) {
            errors.add(new FieldError(prefix + "quantity", "decimal_max_places", decimals));
        }
    }

    /** NB: a pack with a code of its own is not sold in parts. */
    private static int decimals(String uom) {
        return DECIMALS.getOrDefault(uom, 0);
    }

    private ResolvedPrice resolve(AskedPrice line) {
        var question = cases.question(line);
        var priceCase = cases.of(line, question);
        BigDecimal taxRate = priceCase.taxRate();
        var answer = PriceResolution.resolve(priceCase, question);
        var floor = answer.floor() == null ? PriceResolution.floor(priceCase, question) : answer.floor();
        return ResolvedPrice.of(answer, floor, cases.product(line), taxRate);
    }
}
