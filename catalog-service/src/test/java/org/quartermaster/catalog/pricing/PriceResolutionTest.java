package org.quartermaster.catalog.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quartermaster.catalog.pricing.Ladder.CUSTOMER;
import static org.quartermaster.catalog.pricing.Ladder.GROUP;
import static org.quartermaster.catalog.pricing.Ladder.LIST;
import static org.quartermaster.catalog.pricing.Ladder.NOON;
import static org.quartermaster.catalog.pricing.Ladder.decimal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceResolutionTest {

    private static Ladder worked() {
        Ladder ladder = new Ladder()
                .sell(1, "1", "10.00")
                .sell(2, "10", "9.50")
                .sell(3, "100", "8.00")
                .cost(4, "1", "7.00", null);
        ladder.groupDiscount = decimal("5");
        ladder.margin = decimal("10");
        ladder.tax = decimal("0.15");
        return ladder;
    }

    private static Map<Long, String> reasons(PriceAnswer answer) {
        return answer.rejected().stream().collect(Collectors.toMap(RejectedPrice::pricingId, RejectedPrice::reason));
    }

    private static List<String> codes(PriceAnswer answer) {
        return answer.steps().stream().map(PriceStep::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "9, 9.5000, 85.50, 12.83, 98.33, KEPT",
        "10, 9.0250, 90.25, 13.54, 103.79, KEPT",
        "100, 7.7778, 777.78, 116.67, 894.45, APPLIED"
    })
    void theWorkedExampleComesOutToTheLetter(
            String quantity, String unit, String total, String tax, String gross, PriceFloor.Status floor) {
        PriceAnswer answer = worked().ask(quantity);

        assertEquals(decimal(unit), answer.unitPrice());
        assertEquals(decimal(total), answer.lineTotal());
        assertEquals(decimal(tax), answer.lineTax());
        assertEquals(decimal(gross), answer.gross());
        assertEquals(floor, answer.floor().status());
        assertEquals(decimal("7.7778"), answer.floor().value());
    }

    @Test
    void everyStepIsShownInItsOrder() {
        PriceAnswer answer = worked().ask("10");

        assertEquals(
                List.of("uom", "candidate", "tier", "type", "group_discount", "floor", "round", "tax"), codes(answer));
        assertEquals(2, answer.source().pricingId());
        assertEquals(decimal("9.5000"), answer.listPrice());
        assertEquals(Map.of(1L, "lower_tier", 3L, "above_quantity"), reasons(answer));
        assertEquals(new PriceAnswer.NextBreak(decimal("100"), decimal("7.7778")), answer.nextBreak());
    }

    @Test
    void belowTheLowestBoundThereIsNoPriceButTheNextTierIsShown() {
        PriceAnswer answer = new Ladder().sell(1, "10", "9.50").ask("9");

        assertFalse(answer.isPriced());
        assertEquals("below_minimum_quantity", answer.reason());
        assertNull(answer.unitPrice());
        assertNull(answer.lineTotal());
        assertEquals(new PriceAnswer.NextBreak(decimal("10"), decimal("9.5000")), answer.nextBreak());
    }

    @Test
    void withoutARowTheAnswerIsMissing() {
        PriceAnswer answer = new Ladder().cost(1, "1", "5", null).ask("1");

        assertFalse(answer.isPriced());
        assertEquals("no_price", answer.reason());
        assertNull(answer.unitPrice());
        assertNull(answer.gross());
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, 5", "GROUP, 6", "LIST, 7"})
    void theMostSpecificScopeWinsEvenWhenItIsDearer(PriceScope.Kind kind, long id) {
        PriceAnswer answer = new Ladder()
                .sell(1, "1", "8.00")
                .sell(2, "1", "9.00", PriceType.BASE, new PriceScope(kind, id))
                .ask("1");

        assertEquals(2, answer.source().pricingId());
        assertEquals("other_scope", reasons(answer).get(1L));
    }

    @Test
    void aScopeThatBeginsAboveTheQuantityStillWins() {
        PriceAnswer answer = new Ladder()
                .sell(1, "1", "8.00")
                .sell(2, "10", "7.00", PriceType.BASE, CUSTOMER)
                .ask("5");

        assertEquals("below_minimum_quantity", answer.reason());
    }

    @Test
    void theLowestNetPriceWinsByThatPolicy() {
        Ladder ladder = new Ladder()
                .sell(1, "1", "10.00")
                .sell(2, "1", "9.60", PriceType.BASE, GROUP)
                .sell(3, "10", "1.00", PriceType.BASE, CUSTOMER);
        ladder.policy = PriceCase.Policy.LOWEST;
        ladder.groupDiscount = decimal("5");

        PriceAnswer answer = ladder.ask("1");

        assertEquals(1, answer.source().pricingId());
        assertEquals(decimal("9.5000"), answer.unitPrice());
    }

    @Test
    void thePricesOfACustomerAndAGroupAreNotDiscountedAgain() {
        Ladder ladder = new Ladder().sell(1, "1", "10.00", PriceType.BASE, GROUP);
        ladder.groupDiscount = decimal("5");

        assertEquals(decimal("10.0000"), ladder.ask("1").unitPrice());
    }

    @Test
    void thePriceOfAnotherCustomerIsNoCandidate() {
        PriceScope stranger = new PriceScope(PriceScope.Kind.CUSTOMER, 99L);
        PriceAnswer answer =
                new Ladder().sell(1, "1", "1.00", PriceType.BASE, stranger).ask("1");

        assertEquals("no_price", answer.reason());
        assertEquals(Map.of(1L, "not_for_this_customer"), reasons(answer));
    }

    @Test
    void aSaleReplacesOnlyADearerPrice() {
        Ladder lower = new Ladder().sell(1, "1", "10").sell(2, "1", "9", PriceType.SALE, PriceScope.EVERYBODY);
        Ladder dearer = new Ladder().sell(1, "1", "10").sell(2, "1", "11", PriceType.SALE, PriceScope.EVERYBODY);

        assertEquals(decimal("9.0000"), lower.ask("1").unitPrice());
        assertEquals(PriceType.SALE, lower.ask("1").source().priceType());
        assertEquals("sale_is_lower", reasons(lower.ask("1")).get(1L));
        assertEquals(decimal("10.0000"), dearer.ask("1").unitPrice());
        assertEquals("sale_is_not_lower", reasons(dearer.ask("1")).get(2L));
    }

    @Test
    void theGroupsTypeStandsBeforeBaseAndBaseStandsInForIt() {
        Ladder both = new Ladder()
                .sell(1, "1", "10")
                .sell(2, "1", "8", PriceType.WHOLESALE, PriceScope.EVERYBODY)
                .sell(3, "1", "7", PriceType.RETAIL, PriceScope.EVERYBODY);
        both.groupType = PriceType.WHOLESALE;
        Ladder baseOnly = new Ladder().sell(1, "1", "10");
        baseOnly.groupType = PriceType.WHOLESALE;

        assertEquals(decimal("8.0000"), both.ask("1").unitPrice());
        assertEquals("other_price_type", reasons(both.ask("1")).get(3L));
        assertEquals(decimal("10.0000"), baseOnly.ask("1").unitPrice());
    }

    @Test
    void aPackRowIsUsedForPacksOnlyAndBeforeBaseRows() {
        Ladder ladder = new Ladder().sell(1, "1", "1.00").pack(2, "1", "40.00", "1", "BX");

        assertEquals(decimal("40.0000"), ladder.ask("2", "BX", "USD", false).unitPrice());
        assertEquals(decimal("80.00"), ladder.ask("2", "BX", "USD", false).lineTotal());
        assertEquals(decimal("100"), ladder.ask("2", "BX", "USD", false).baseQuantity());
        assertEquals(decimal("1.0000"), ladder.ask("50").unitPrice());
        assertEquals("other_unit", reasons(ladder.ask("50")).get(2L));
    }

    @Test
    void aPackWithoutARowIsPricedByItsBaseUnits() {
        PriceAnswer answer = new Ladder()
                .sell(1, "1", "1.00")
                .sell(2, "100", "0.90")
                .sell(3, "120", "0.80")
                .ask("2", "BX", "USD", false);

        assertEquals(decimal("45.0000"), answer.unitPrice());
        assertEquals(new PriceAnswer.NextBreak(decimal("3"), decimal("40.0000")), answer.nextBreak());
    }

    @Test
    void aPriceForAHundredPiecesIsDivided() {
        PriceAnswer answer = new Ladder().pack(1, "1", "8.25", "100", "C62").ask("30");

        assertEquals(decimal("0.0825"), answer.unitPrice());
        assertEquals(decimal("2.48"), answer.lineTotal());
    }

    @Test
    void aUnitThatTheProductLacksHasNoPrice() {
        assertEquals("unknown_unit", worked().ask("1", "KG", "USD", false).reason());
    }

    @Test
    void thePriceOfYesterdayIsFoundByWhatWasKnownThen() {
        Ladder ladder = new Ladder()
                .dated(1, "10", NOON.minusSeconds(900), null, NOON.minusSeconds(900), NOON.minusSeconds(300))
                .dated(2, "12", NOON.minusSeconds(900), null, NOON.minusSeconds(300), null);
        PriceQuestion before =
                new PriceQuestion(BigDecimal.ONE, "C62", "USD", NOON, NOON.minusSeconds(301), false, null);

        assertEquals(
                decimal("10.0000"),
                PriceResolution.resolve(ladder.toCase(), before).unitPrice());
        assertEquals(decimal("12.0000"), ladder.ask("1").unitPrice());
        assertEquals(Map.of(1L, "superseded"), reasons(ladder.ask("1")));
    }

    @Test
    void validityIncludesItsBeginningAndExcludesItsEnd() {
        Ladder begins = new Ladder().dated(1, "10", NOON, null, NOON.minusSeconds(9), null);
        Ladder ends = new Ladder().dated(1, "10", NOON.minusSeconds(9), NOON, NOON.minusSeconds(9), null);

        assertTrue(begins.ask("1").isPriced());
        assertEquals(Map.of(1L, "not_valid_then"), reasons(ends.ask("1")));
    }

    @Test
    void anotherCurrencyIsConvertedOnlyWhenAskedAndOnlyByAFreshRate() {
        Ladder ladder = new Ladder().sell(1, "1", "10.00").cost(2, "1", "9.00", null);
        ladder.rates = List.of(
                new FxRate("USD", "EUR", decimal("0.90"), LocalDate.of(2030, 5, 3)),
                new FxRate("USD", "EUR", decimal("0.50"), LocalDate.of(2030, 5, 11)));

        assertEquals("no_price", ladder.ask("1", "C62", "EUR", false).reason());
        PriceAnswer converted = ladder.ask("1", "C62", "EUR", true);
        assertEquals(decimal("9.0000"), converted.unitPrice());
        assertEquals(decimal("8.1000"), converted.floor().value());
        assertTrue(converted.steps().stream()
                .anyMatch(step -> step.code().equals("fx") && step.reason().equals("0.90 on 2030-05-03")));
        ladder.rates = List.of(new FxRate("USD", "EUR", decimal("0.90"), LocalDate.of(2030, 5, 2)));
        assertEquals("no_fx_rate", ladder.ask("1", "C62", "EUR", true).reason());
    }

    @Test
    void theCostIsTheLowestOfTheActiveSuppliersAtThatQuantity() {
        Ladder ladder = new Ladder()
                .sell(1, "1", "10")
                .cost(2, "1", "6", 1L)
                .cost(3, "100", "5", 1L)
                .cost(4, "1", "2", 9L)
                .cost(5, "1", "7", null);

        assertEquals(decimal("6"), ladder.ask("1").floor().cost());
        assertEquals(decimal("5"), ladder.ask("100").floor().cost());
    }

    @Test
    void anUnknownCostLiftsNothing() {
        Ladder ladder = new Ladder().sell(1, "1", "0.01");
        ladder.margin = decimal("50");

        PriceAnswer answer = ladder.ask("1");

        assertEquals(decimal("0.0100"), answer.unitPrice());
        assertEquals(PriceFloor.Status.UNKNOWN, answer.floor().status());
        assertNull(answer.floor().value());
    }

    @Test
    void aFloorForbidsWhatLiesBelowIt() {
        PriceFloor floor = PriceFloor.of(decimal("7"), decimal("10"));

        assertTrue(floor.forbids(decimal("7.7777")));
        assertFalse(floor.forbids(decimal("7.7778")));
        assertFalse(PriceFloor.of(null, decimal("10")).forbids(BigDecimal.ZERO));
    }

    @Test
    void anUnknownTaxLeavesTheGrossUnknown() {
        PriceAnswer answer = new Ladder().sell(1, "1", "10").ask("1");

        assertTrue(answer.isPriced());
        assertNull(answer.taxRate());
        assertNull(answer.lineTax());
        assertNull(answer.gross());
    }

    @Test
    void theManualDiscountComesAfterTheGroups() {
        PriceQuestion question = new PriceQuestion(decimal("10"), "C62", "USD", NOON, NOON, false, decimal("10"));

        PriceAnswer answer = PriceResolution.resolve(worked().toCase(), question);

        assertEquals(decimal("8.1225"), answer.unitPrice());
        assertTrue(codes(answer).indexOf("group_discount") < codes(answer).indexOf("manual_discount"));
    }

    @Test
    void aListIsDiscountedLikeThePriceForEverybody() {
        Ladder ladder = new Ladder().sell(1, "1", "10.00", PriceType.BASE, LIST);
        ladder.groupDiscount = decimal("5");

        assertEquals(decimal("9.5000"), ladder.ask("1").unitPrice());
    }
}
