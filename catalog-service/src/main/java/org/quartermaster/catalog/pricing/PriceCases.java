package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.catalog.pricing.PriceFacts.OfCustomer;
import org.quartermaster.catalog.pricing.PriceFacts.OfProduct;
import org.quartermaster.catalog.pricing.PriceFacts.OfTax;
import org.quartermaster.platform.db.Words;

/** Makes of what the database says the case and the question of each line. */
final class PriceCases {
    private final PriceFacts facts;
    private final Map<Long, OfProduct> products;
    private final Map<Long, OfCustomer> customers;
    private final Map<Long, OfCustomer> groups;
    private final Map<Long, List<PriceRow>> rows = new HashMap<>();

    PriceCases(PriceFacts facts) {
        this.facts = facts;
        products = byId(facts.products(), OfProduct::id);
        customers = byId(facts.customers(), OfCustomer::id);
        groups = byId(facts.groups(), OfCustomer::groupId);
    }

    private static <T> Map<Long, T> byId(List<T> items, Function<T, Long> id) {
        return orNone(items).stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static <T> List<T> orNone(List<T> items) {
        return items == null ? List.of() : items;
    }

    /** The product of a line; null where there is none. */
    OfProduct product(AskedPrice line) {
        return products.get(line.productId());
    }

    /** The customer, or a group as such; null for nobody in particular. */
    private OfCustomer buyer(AskedPrice line) {
        return line.customerId() == null ? groups.get(line.customerGroupId()) : customers.get(line.customerId());
    }

    boolean hasCustomer(AskedPrice line) {
        return line.customerId() == null || customers.containsKey(line.customerId());
    }

    boolean hasCurrency(String currency) {
        return facts.minorUnits().containsKey(currency);
    }

    /** The line with all that was left open, of a product that there is. */
    PriceQuestion question(AskedPrice line) {
        return new PriceQuestion(
                line.quantity(),
                line.uom() == null ? product(line).baseUom() : line.uom(),
                currency(line),
                line.at() == null ? facts.now() : line.at(),
                line.knownAt() == null ? facts.now() : line.knownAt(),
                line.convert(),
                line.manualDiscount());
    }

    private String currency(AskedPrice line) {
        var customer = buyer(line);
        if (line.currency() != null) {
            return line.currency();
        }
        return customer != null && customer.currency() != null
                ? customer.currency()
                : product(line).currency();
    }

    PriceCase of(AskedPrice line, PriceQuestion question) {
        var product = product(line);
        var prices = rows.computeIfAbsent(product.id(), id -> product.rows());
        var customer = buyer(line);
        var packs = product.packs() == null ? Map.<String, BigDecimal>of() : product.packs();
        return new PriceCase(
                prices,
                product.baseUom(),
                packs,
                product.currency(),
                scopes(customer),
                customer == null || customer.priceType() == null ? null : type(customer.priceType()),
                customer == null ? null : customer.discountPercent(),
                policy(),
                margin(product),
                activeSuppliers(prices),
                orNone(facts.fxRates()),
                taxRate(product, question.at()),
                facts.minorUnits().get(question.currency()));
    }

    /** Customer, group, lists made for them, default lists, everybody. */
    private List<PriceScope> scopes(OfCustomer customer) {
        var scopes = new ArrayList<PriceScope>();
        if (customer != null) {
            if (customer.id() != null) {
                scopes.add(new PriceScope(PriceScope.Kind.CUSTOMER, customer.id()));
            }
            if (customer.groupId() != null) {
                scopes.add(new PriceScope(PriceScope.Kind.GROUP, customer.groupId()));
            }
            orNone(customer.lists()).forEach(id -> scopes.add(new PriceScope(PriceScope.Kind.LIST, id)));
        }
        orNone(facts.defaultLists()).forEach(id -> scopes.add(new PriceScope(PriceScope.Kind.LIST, id)));
        scopes.add(PriceScope.EVERYBODY);
        return scopes;
    }

    private PriceCase.Policy policy() {
        return facts.setting() == null
                ? PriceCase.Policy.SPECIFIC
                : Words.find(PriceCase.Policy.class, facts.setting().pricePolicy())
                        .orElseThrow();
    }

    private BigDecimal margin(OfProduct product) {
        if (product.marginPercent() != null) {
            return product.marginPercent();
        }
        return facts.setting() == null ? BigDecimal.ZERO : facts.setting().minMarginPercent();
    }

    private Set<Long> activeSuppliers(List<PriceRow> prices) {
        return prices.stream()
                .map(PriceRow::supplierId)
                .filter(Objects::nonNull)
                .filter(id -> !orNone(facts.inactiveSuppliers()).contains(id))
                .collect(Collectors.toSet());
    }

    private static BigDecimal taxRate(OfProduct product, Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return orNone(product.taxRates()).stream()
                .filter(rate -> rate.isValidOn(day))
                .map(OfTax::rate)
                .findFirst()
                .orElse(null);
    }

    private static PriceType type(String word) {
        return Words.find(PriceType.class, word).orElseThrow();
    }
}
