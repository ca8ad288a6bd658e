package org.quartermaster.procurement.verdict;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.text.RandomTexts;

/** Criteria with up to four criterions over the same few values that {@link RandomTenders} have. */
public final class RandomCriteria {
    private final Random random;
    private final RandomTexts texts;

    public RandomCriteria(Random random) {
        this.random = random;
        this.texts = new RandomTexts(random);
    }

    /** Criteria as they would be read from a request; never empty. */
    public Criteria next() {
        var json = object();
        for (var n = 1 + random.nextInt(4); n > 0; n--) {
            add(json);
        }
        json.put("unknown", unknown());
        var criteria = Criteria.stored(json);
        return criteria.isEmpty() ? next() : criteria;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private String unknown() {
        return random.nextBoolean() ? "include" : "exclude";
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    private void list(ObjectNode json, String name, int most, Supplier<String> value) {
        var list = json.putArray(name);
        Stream.generate(value).limit(random.nextInt(most + 1)).forEach(list::add);
    }

    private void add(ObjectNode json) {
        switch (random.nextInt(10)) {
            case 0, 1 -> keywords(json.putObject("keywords"));
            case 2 -> cpv(json.putObject("cpv"));
            case 3 -> value(json.putObject("value"));
            case 4 -> names(json.putObject("buyers"));
            case 5 -> names(json.putObject("suppliers"));
            case 6 -> list(json, "statuses", 3, () -> one("planned", "open", "closed", "awarded", "cancelled"));
            case 7 -> period(json.putObject("published"));
            case 8 -> closing(json.putObject("closing"));
            default -> choice(json);
        }
    }

    private void keywords(ObjectNode json) {
        list(json, "any", 3, () -> texts.term().text());
        list(json, "all", random.nextInt(3), () -> texts.term().text());
        list(json, "none", random.nextInt(2), () -> texts.term().text());
        list(json, "in", 3, () -> one("title", "description", "buyer", "documents"));
    }

    private void cpv(ObjectNode json) {
        list(json, "any", 3, () -> RandomTenders.code(random).substring(0, 2 + random.nextInt(7)));
        list(json, "none", random.nextInt(2), () -> RandomTenders.code(random).substring(0, 2 + random.nextInt(7)));
        json.put("scope", one("any", "main"));
    }

    private void value(ObjectNode json) {
        var min = random.nextInt(4);
        json.put("min", BigDecimal.valueOf(min))
                .put("currency", one("EUR", "MKD"))
                .put("of", one("estimated", "actual"));
        if (random.nextBoolean()) {
            json.put("max", BigDecimal.valueOf(min + random.nextInt(4)));
        }
        if (random.nextBoolean()) {
            json.put("unknown", unknown());
        }
    }

    private void names(ObjectNode json) {
        Supplier<String> name = () -> random.nextBoolean()
                ? RandomTenders.entity(random).toString()
                : texts.term().text();
        list(json, "any", 3, name);
        list(json, "none", random.nextInt(2), name);
    }

    private void period(ObjectNode json) {
        var from = RandomTenders.NOW.plus(random.nextInt(7) - 3L, ChronoUnit.DAYS);
        var to = from.plus(random.nextInt(3), ChronoUnit.DAYS);
        if (random.nextBoolean()) {
            json.put("from", bound(from));
        }
        if (random.nextBoolean()) {
            json.put("to", bound(to));
        }
    }

    private String bound(Instant instant) {
        return random.nextBoolean() ? instant.toString() : instant.toString().substring(0, 10);
    }

    private void closing(ObjectNode json) {
        if (random.nextBoolean()) {
            period(json);
        } else {
            json.put("min_days_left", random.nextInt(3));
        }
        if (random.nextBoolean()) {
            json.put("unknown", unknown());
        }
    }

    private void choice(ObjectNode json) {
        switch (random.nextInt(5)) {
            case 0 -> list(json, "procedures", 2, () -> one("open", "selective", "limited", "direct"));
            case 1 -> list(json, "main_categories", 2, () -> one("goods", "works", "services"));
            case 2 -> list(json, "countries", 2, () -> one("MK", "RS", "PT"));
            case 3 -> list(json, "languages", 2, () -> one("mk", "en", "und"));
            default -> list(json, "sources", 2, () -> one("base", "pcs", "manual"));
        }
    }
}
