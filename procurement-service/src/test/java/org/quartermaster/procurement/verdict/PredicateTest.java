package org.quartermaster.procurement.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.criteria.MainCategory;
import org.quartermaster.procurement.criteria.Procedure;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.verdict.TenderVersion.Money;

class PredicateTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Instant CLOSING = NOW.plusSeconds(3 * 86_400);
    private static final String ENTITY = "00000000-0000-4000-9000-000000000001";
    private static final TenderVersion FULL = tender(TenderStatus.OPEN, CLOSING);
    private static final TenderVersion BARE = new TenderVersion(
            "t2",
            1,
            "Шрафови",
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            new Money(null, null),
            new Money(null, null),
            null,
            null,
            TenderStatus.OPEN,
            null,
            "und",
            "base",
            null,
            null,
            List.of());

    private static TenderVersion tender(TenderStatus status, Instant closing) {
        return new TenderVersion(
                "t1",
                4,
                "Набавка на работни ракавици",
                "За потребите на градската школа.",
                "Општина Битола",
                UUID.fromString(ENTITY),
                "Заштита ДОО; Acme",
                List.of(UUID.fromString(ENTITY)),
                List.of("18141000", "18424000"),
                "18141000",
                new Money(new BigDecimal("0.00"), "EUR"),
                new Money(new BigDecimal("950"), "MKD"),
                Procedure.OPEN,
                MainCategory.GOODS,
                status,
                "MK",
                "mk",
                "base",
                Instant.parse("2026-06-01T10:00:00Z"),
                closing,
                List.of("чевли во кутија"));
    }

    private static Predicate criteria(String json) {
        return Predicate.of(Criteria.stored(Json.object(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'keywords':{'any':['skola','x']}}; HIT; MISS",
                "{'keywords':{'any':['skola'],'in':['title']}}; MISS; MISS",
                "{'keywords':{'any':['bitola'],'in':['buyer']}}; HIT; MISS",
                "{'keywords':{'any':['cevli'],'in':['documents']}}; HIT; MISS",
                "{'keywords':{'any':['cevli']}}; MISS; MISS",
                "{'keywords':{'all':['работни ракавици','школа']}}; HIT; MISS",
                "{'keywords':{'all':['ракавици работни']}}; MISS; MISS",
                "{'keywords':{'none':['школа']}}; MISS; HIT",
                "{'cpv':{'any':['181','45']}}; HIT; UNKNOWN",
                "{'cpv':{'any':['18424']}}; HIT; UNKNOWN",
                "{'cpv':{'any':['18424'],'scope':'main'}}; MISS; UNKNOWN",
                "{'cpv':{'none':['18000000-9']}}; MISS; HIT",
                "{'cpv':{'none':['19']}}; HIT; HIT",
                "{'value':{'min':0,'max':0,'currency':'EUR'}}; HIT; UNKNOWN",
                "{'value':{'min':0.0001,'currency':'EUR'}}; MISS; UNKNOWN",
                "{'value':{'max':950,'currency':'MKD','of':'actual'}}; HIT; UNKNOWN",
                "{'value':{'min':0,'currency':'MKD'}}; UNKNOWN; UNKNOWN",
                "{'buyers':{'any':['opstina bitola']}}; HIT; UNKNOWN",
                "{'buyers':{'any':['ракавици']}}; MISS; UNKNOWN",
                "{'buyers':{'any':['00000000-0000-4000-9000-000000000001']}}; HIT; UNKNOWN",
                "{'buyers':{'none':['битола']}}; MISS; HIT",
                "{'suppliers':{'any':['acme']}}; HIT; UNKNOWN",
                "{'suppliers':{'any':['00000000-0000-4000-9000-000000000002']}}; MISS; UNKNOWN",
                "{'suppliers':{'none':['acme']}}; MISS; HIT",
                "{'procedures':['limited','open']}; HIT; UNKNOWN",
                "{'main_categories':['works']}; MISS; UNKNOWN",
                "{'countries':['MK']}; HIT; UNKNOWN",
                "{'languages':['mk']}; HIT; UNKNOWN",
                "{'sources':['pcs']}; MISS; MISS",
                "{'statuses':['open']}; HIT; HIT",
                "{'published':{'from':'2026-06-01','to':'2026-06-01'}}; HIT; UNKNOWN",
                "{'closing':{'min_days_left':3}}; HIT; UNKNOWN",
                "{'closing':{'min_days_left':4}}; MISS; UNKNOWN",
                "{'closing':{'to':'2026-06-18T11:59:59Z'}}; MISS; UNKNOWN",
                "{'procedures':['open'],'countries':['RS']}; MISS; UNKNOWN",
                "{'procedures':['open'],'statuses':['awarded']}; MISS; MISS"
            })
    void aCriterionIsHitOrMissOrUnknown(String json, Verdict full, Verdict bare) {
        assertEquals(full, criteria(json).judge(FULL, NOW));
        assertEquals(bare, criteria(json).judge(BARE, NOW));
    }

    @Test
    void anOpenTenderIsClosedOnceItsClosingTimeIsPast() {
        var closed = criteria("{'statuses':['closed']}");
        var open = criteria("{'statuses':['open']}");

        assertFalse(closed.admits(FULL, CLOSING));
        assertTrue(open.admits(FULL, CLOSING));
        assertTrue(closed.admits(FULL, CLOSING.plusNanos(1_000)));
        assertFalse(open.admits(FULL, CLOSING.plusNanos(1_000)));
        assertFalse(closed.admits(tender(TenderStatus.AWARDED, CLOSING), CLOSING.plusSeconds(1)));
    }

    @Test
    void aCancelledTenderWillHaveNoSupplier() {
        var cancelled = new TenderVersion(
                "t3",
                1,
                "x",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                new Money(null, null),
                new Money(null, null),
                null,
                null,
                TenderStatus.CANCELLED,
                null,
                "und",
                "base",
                null,
                null,
                List.of());
        var explained =
                criteria("{'suppliers':{'any':['acme']},'unknown':'include'}").explain(cancelled, NOW);

        assertEquals(Verdict.MISS, explained.verdict());
        assertEquals(Reason.CANCELLED, explained.criteria().get(0).reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'countries':['MK'],'unknown':'exclude'}; false",
                "{'countries':['MK'],'unknown':'include'}; true",
                "{'countries':['MK'],'sources':['pcs'],'unknown':'include'}; false",
                "{'value':{'min':1,'currency':'EUR','unknown':'include'}}; true",
                "{'value':{'min':1,'currency':'EUR','unknown':'exclude'},'unknown':'include'}; false",
                "{'closing':{'min_days_left':1,'unknown':'include'}}; true",
                "{'closing':{'min_days_left':1,'unknown':'include'},'countries':['MK']}; false"
            })
    void whatIsUnknownBelongsToTheAnswerWhereItIsIncluded(String json, boolean isAdmitted) {
        var explained = criteria(json).explain(BARE, NOW);

        assertEquals(isAdmitted, explained.wouldNotify());
        assertEquals(isAdmitted, explained.uncertain());
    }

    @Test
    void anExplanationShowsWhatWasExpectedAndFound() {
        var explained = criteria("""
                {'keywords':{'any':['rabotni rakavici','skola','x']},'value':{'min':5,'currency':'MKD'},
                 'cpv':{'none':['45']},'buyers':{'any':['битола']}}
                """).explain(FULL, NOW);
        var keywords = explained.criteria().get(0);
        var value = explained.criteria().get(2);

        assertEquals("keywords.any", keywords.criterion());
        assertEquals(List.of("rabotni rakavici", "skola", "x"), keywords.expected());
        assertEquals(List.of("rabotni rakavici", "skola"), keywords.actual());
        assertEquals(
                List.of(
                        new Evidence("rabotni rakavici", "title", "Набавка на работни ракавици"),
                        new Evidence("skola", "description", "За потребите на градската школа.")),
                keywords.evidence());
        assertEquals(Reason.OTHER_CURRENCY, value.reason());
        assertEquals(List.of("value"), explained.turnedAwayBy());
        assertEquals(4, explained.materialVersion());
        assertEquals(
                new Evidence("битола", "buyer", "Општина Битола"),
                explained.criteria().get(3).evidence().get(0));
    }

    @Test
    void anExclusionThatCannotBeJudgedPassesAndSaysSo() {
        var explained = criteria("{'cpv':{'none':['45']},'buyers':{'none':['x']},'suppliers':{'none':['x']}}")
                .explain(BARE, NOW);

        assertEquals(Verdict.HIT, explained.verdict());
        assertTrue(explained.criteria().stream().allMatch(each -> each.reason() == Reason.UNKNOWN_PASSES));
    }
}
