package org.quartermaster.procurement.ocds.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.Pointer;
import org.quartermaster.procurement.ocds.Texts;
import org.quartermaster.procurement.ocds.merge.Compiled;
import org.quartermaster.procurement.ocds.row.CompiledTender.Award;

/** Makes of a compiled release the tender that is searched. */
public final class TenderRow {
    private static final int TITLE_OF_DESCRIPTION = 200;
    private static final Set<String> OCDS_STATUS =
            Set.of("planning", "planned", "active", "cancelled", "unsuccessful", "complete", "withdrawn");
    private static final Set<String> PROCEDURES = Set.of("open", "selective", "limited", "direct");
    private static final Set<String> MAIN_CATEGORIES = Set.of("goods", "works", "services");
    private static final Set<String> WITHOUT_VALUE = Set.of("cancelled", "unsuccessful");
    private static final Pointer TENDER = Pointer.ROOT.at("tender");

    /** The tender and what could not be taken as it stands. */
    public record Result(CompiledTender tender, List<Issue> issues) {}

    private final Compiled compiled;
    private final JsonNode release;
    private final JsonNode tender;
    private final SourceFacts source;
    private final Reading reading;
    private final Entities entities;

    private TenderRow(Compiled compiled, SourceFacts source) {
        this.compiled = compiled;
        this.source = source;
        release = compiled.release();
        tender = release.path("tender");
        reading = new Reading(source, Texts.of(release.path("ocid")));
        entities = new Entities(release);
    }

    public static Result of(Compiled compiled, SourceFacts source) {
        var row = new TenderRow(compiled, source);
        return new Result(row.tender(), row.reading.issues());
    }

    private CompiledTender tender() {
        var parts = new Parts(reading, entities);
        var awards = parts.awards(release);
        return new CompiledTender(
                Texts.of(release.path("ocid")),
                words(),
                new CompiledTender.Buyer(buyerName()),
                stage(),
                reading.money(tender.path("value"), TENDER.at("value")),
                actual(awards),
                dates(),
                CpvCodes.of(release, reading),
                winner(awards),
                language(),
                source.country(),
                parts.lots(tender),
                parts.items(tender),
                awards,
                parts.contracts(release),
                parts.documents(release),
                entities.all());
    }

    private CompiledTender.Words words() {
        var description = Texts.of(tender.path("description"));
        return new CompiledTender.Words(
                Texts.first(Texts.of(tender.path("title")), beginning(description), Texts.of(release.path("ocid"))),
                description,
                String.join("; ", Texts.list(tender.path("additionalProcurementCategories")))
                        .transform(TenderRow::orNull),
                Parts.known(MAIN_CATEGORIES, tender.path("mainProcurementCategory")));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String beginning(String text) {
        if (text == null || text.codePointCount(0, text.length()) <= TITLE_OF_DESCRIPTION) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, TITLE_OF_DESCRIPTION));
    }

    private String buyerName() {
        return Texts.first(
                Texts.of(release.path("buyer").path("name")),
                entities.nameOfRole("buyer"),
                entities.name(tender.path("procuringEntity")));
    }

    private CompiledTender.Stage stage() {
        var ocdsStatus = Parts.known(OCDS_STATUS, tender.path("status"));
        var releases = compiled.releases();
        var tags = releases.isEmpty()
                ? List.<String>of()
                : releases.get(releases.size() - 1).tags();
        return new CompiledTender.Stage(
                TenderStatus.of(release, ocdsStatus, tags),
                ocdsStatus,
                Parts.known(PROCEDURES, tender.path("procurementMethod")),
                Texts.of(tender.path("procurementMethodDetails")));
    }

    /** The sum of the awards, where all are in one currency. */
    private static Money actual(List<Award> awards) {
        var values = awards.stream()
                .filter(award -> hasValue(award.status()))
                .map(Award::value)
                .filter(value -> value.amount() != null)
                .toList();
        var currencies = values.stream().map(Money::currency).collect(Collectors.toSet());
        if (currencies.size() != 1 || currencies.contains(null)) {
            return Money.UNKNOWN;
        }
        var sum = values.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, values.get(0).currency());
    }

    /** @param status of an award, or null */
    static boolean hasValue(String status) {
        return status == null || !WITHOUT_VALUE.contains(status);
    }

    private CompiledTender.Dates dates() {
        var period = tender.path("tenderPeriod");
        var published = reading.start(tender.path("datePublished"), TENDER.at("datePublished"));
        return new CompiledTender.Dates(
                published == null ? firstDate() : published,
                reading.start(
                        period.path("startDate"), TENDER.at("tenderPeriod").at("startDate")),
                reading.end(period.path("endDate"), TENDER.at("tenderPeriod").at("endDate")));
    }

    private Instant firstDate() {
        return compiled.releases().isEmpty() ? null : compiled.releases().get(0).date();
    }

    private static String winner(List<Award> awards) {
        var names = awards.stream()
                .filter(award -> "active".equals(award.status()))
                .flatMap(award -> award.suppliers().stream())
                .map(CompiledTender.Entity::name)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? null : names;
    }

    private String language() {
        var language = Texts.of(release.path("language"));
        return language == null ? null : language.toLowerCase(Locale.ROOT);
    }
}
