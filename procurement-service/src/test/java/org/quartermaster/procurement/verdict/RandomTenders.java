package org.quartermaster.procurement.verdict;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quartermaster.procurement.criteria.MainCategory;
import org.quartermaster.procurement.criteria.Procedure;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.text.RandomTexts;
import org.quartermaster.procurement.verdict.TenderVersion.Money;

/** Tenders of few values, of which any but those of required columns may be missing. */
public final class RandomTenders {
    /** The instant around which their dates lie. */
    public static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private static final List<UUID> ENTITIES = Stream.of(1, 2, 3, 4)
            .map(n -> UUID.fromString("00000000-0000-4000-9000-00000000000" + n))
            .toList();

    private final Random random;
    private final RandomTexts texts;
    private int count;

    public RandomTenders(Random random) {
        this.random = random;
        this.texts = new RandomTexts(random);
    }

    /** One of the few entities that tenders name. */
    public static UUID entity(Random random) {
        return ENTITIES.get(random.nextInt(ENTITIES.size()));
    }

    /** A code of 8 digits; many share their beginning. */
    public static String code(Random random) {
        var code = new StringBuilder(random.nextBoolean() ? "45" : "30");
        random.ints(6, 0, 3)
                .map(digit -> Math.max(0, digit - random.nextInt(3)))
                .forEach(code::append);
        return code.toString();
    }

    /** The next tender, with an id of its own. */
    public TenderVersion next() {
        var codes = list(3, () -> code(random));
        return new TenderVersion(
                "random-" + ++count,
                1,
                texts.text(5),
                maybe(texts.text(20)),
                maybe(texts.text(3)),
                maybe(entity(random)),
                maybe(texts.text(3)),
                list(random.nextInt(3), () -> entity(random)),
                codes,
                codes.isEmpty() ? null : maybe(codes.get(0)),
                money(),
                money(),
                maybe(one(Procedure.values())),
                maybe(one(MainCategory.values())),
                one(TenderStatus.values()),
                maybe(one("MK", "RS", "PT")),
                one("mk", "en", "und"),
                one("base", "pcs", "manual"),
                maybe(date()),
                maybe(date()),
                list(random.nextInt(3), () -> texts.text(10)));
    }

    private <T> T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> list(int most, Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(most + 1)).distinct().toList();
    }

    private Money money() {
        return new Money(maybe(BigDecimal.valueOf(random.nextInt(80), 1)), maybe(one("EUR", "EUR", "MKD")));
    }

    /** NB: often to the microsecond at a bound. */
    private Instant date() {
        var day = NOW.plus(random.nextInt(7) - 3L, ChronoUnit.DAYS);
        var time = random.nextBoolean() ? day : day.truncatedTo(ChronoUnit.DAYS);
        return time.plus(random.nextInt(3) - 1L, ChronoUnit.MICROS);
    }
}
