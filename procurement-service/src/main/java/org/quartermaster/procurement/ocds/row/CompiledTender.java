package org.quartermaster.procurement.ocds.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A tender as its compiled release tells it, for the rows of the database; null is unknown. */
public record CompiledTender(
        String ocid,
        Words words,
        Buyer buyer,
        Stage stage,
        Money estimated,
        Money actual,
        Dates dates,
        Cpv cpv,
        String winner,
        String language,
        String country,
        List<Lot> lots,
        List<Item> items,
        List<Award> awards,
        List<Contract> contracts,
        List<Document> documents,
        List<Entity> entities) {

    /** What is bought, in words; the category is the publisher's. */
    public record Words(String title, String description, String category, String mainCategory) {}

    /** Who buys: the name shown. */
    public record Buyer(String name) {}

    /** How far and how it goes. */
    public record Stage(String status, String ocdsStatus, String procedure, String procedureDetails) {}

    public record Dates(Instant publication, Instant opening, Instant closing) {}

    /** Classification: the main code as published, and all codes of 8 digits, sorted. */
    public record Cpv(String main, List<String> all) {}

    public record Lot(String id, String title, String description, String status, Money value, Instant closing) {}

    public record Item(
            String id, String description, String cpv, List<String> additionalCpv, BigDecimal quantity, String unit,
            Money unitValue, String lotId) {}

    public record Award(
            String id, String title, String status, Instant date, Money value, List<String> lotIds,
            List<Entity> suppliers) {}

    public record Contract(
            String id, String awardId, String title, String status, Instant signed, Money value, Instant start,
            Instant end) {}

    public record Document(
            String id, String type, String title, String url, String format, String language, Instant published) {}

    /** An organization in a role; the identifier's parts, the party id and the name may each be null. */
    public record Entity(
            String role, String scheme, String identifier, String partyId, String name, String country) {}
}
