package org.quartermaster.catalog.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every price, whatever the ladder. */
class PricePropertiesTest {

    private static final List<PriceScope> SCOPES =
            List.of(Ladder.CUSTOMER, Ladder.GROUP, Ladder.LIST, PriceScope.EVERYBODY);
    private static final Set<String> ABOUT_THE_PRICE =
            Set.of("type", "group_discount", "manual_discount", "fx", "floor", "round");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static Ladder random(long seed) {
        Random random = new Random(seed);
        Ladder ladder = new Ladder();
        Set<String> taken = new HashSet<>();
        for (int id = 1; id <= random.nextInt(20); id++) {
            String minimum = String.valueOf(1 + random.nextInt(40));
            PriceType type = PriceType.values()[random.nextInt(4)];
            PriceScope scope = SCOPES.get(random.nextInt(SCOPES.size()));
            if (taken.add(minimum + type + scope)) {
                ladder.sell(id, minimum, amount(random), type, scope);
            }
        }
        if (random.nextBoolean()) {
            ladder.cost(100, "1", amount(random), null);
        }
        ladder.groupDiscount = random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(1_000_000), 4);
        ladder.groupType =
                List.of(PriceType.BASE, PriceType.WHOLESALE, PriceType.RETAIL).get(random.nextInt(3));
        ladder.margin = BigDecimal.valueOf(random.nextInt(990_000), 4);
        ladder.tax = random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(1_000_000), 6);
        ladder.policy = PriceCase.Policy.values()[random.nextInt(2)];
        return ladder;
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(10_000_000), 4).toPlainString();
    }

    private static String quantity(long seed) {
        return String.valueOf(1 + new Random(-seed - 1).nextInt(60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replayingTheStepsGivesTheResult(long seed) {
        PriceAnswer answer = random(seed).ask(quantity(seed));

        BigDecimal price = null;
        for (PriceStep step : answer.steps()) {
            if (step.code().equals("tier")) {
                price = step.output();
            } else if (ABOUT_THE_PRICE.contains(step.code())) {
                assertEquals(price, step.input(), step.code());
                assertEquals(step.output(), replayed(step), step.code());
                price = step.output();
            }
        }
        assertEquals(answer.unitPrice(), price);
    }

    private static BigDecimal replayed(PriceStep step) {
        String number = step.reason().split(" ")[0];
        return switch (step.code()) {
            case "group_discount" ->
                step.input()
                        .multiply(BigDecimal.valueOf(100).subtract(new BigDecimal(number)))
                        .movePointLeft(2);
            case "floor" ->
                number.startsWith("floor") ? step.input() : step.input().max(new BigDecimal(number));
            case "round" -> step.input().setScale(Integer.parseInt(number), RoundingMode.HALF_UP);
            default -> step.output();
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void netAndTaxAreAlwaysTheGross(long seed) {
        PriceAnswer answer = random(seed).ask(quantity(seed));

        if (answer.isPriced()) {
            BigDecimal total = answer.quantity().multiply(answer.unitPrice()).setScale(2, RoundingMode.HALF_UP);
            assertEquals(total, answer.lineTotal());
            assertEquals(answer.taxRate() == null, answer.gross() == null);
        }
        if (answer.gross() != null) {
            assertEquals(answer.gross(), answer.lineTotal().add(answer.lineTax()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheRowsChangesNothing(long seed) {
        Ladder ladder = random(seed);
        PriceAnswer before = ladder.ask(quantity(seed));

        Collections.shuffle(ladder.rows(), new Random(seed));

        PriceAnswer after = ladder.ask(quantity(seed));
        assertEquals(before.unitPrice(), after.unitPrice());
        assertEquals(before.source(), after.source());
        assertEquals(before.steps(), after.steps());
        assertEquals(Set.copyOf(before.rejected()), Set.copyOf(after.rejected()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySellRowMakesThePriceOrIsRejectedOnce(long seed) {
        Ladder ladder = random(seed);
        PriceAnswer answer = ladder.ask(quantity(seed));

        List<Long> rejected =
                answer.rejected().stream().map(RejectedPrice::pricingId).toList();
        long sell = ladder.rows().stream().filter(row -> !row.isCost()).count();
        assertEquals(rejected.size(), Set.copyOf(rejected).size());
        assertEquals(sell, rejected.size() + (answer.isPriced() ? 1 : 0));
        assertTrue(!answer.isPriced() || !rejected.contains(answer.source().pricingId()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPriceLiesBelowItsFloor(long seed) {
        PriceAnswer answer = random(seed).ask(quantity(seed));

        assertTrue(!answer.isPriced() || !answer.floor().forbids(answer.unitPrice()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNextBreakIsThePriceAtThatQuantity(long seed) {
        Ladder ladder = random(seed);
        PriceAnswer answer = ladder.ask(quantity(seed));

        if (answer.nextBreak() != null) {
            BigDecimal bound = answer.nextBreak().minimumQuantity();
            assertTrue(bound.compareTo(answer.quantity()) > 0);
            assertEquals(
                    ladder.ask(bound.toPlainString()).unitPrice(),
                    answer.nextBreak().unitPrice());
        }
    }
}
