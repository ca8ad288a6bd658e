package org.quartermaster.procurement.billing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.RandomBytes;

/** Whatever bytes the provider of payments sends, none makes the service fail, also where they are signed. */
@ProcurementTest
class RandomEventTest {
    private static final String WEBHOOK = "/api/v1/billing/webhook";
    private static final String GOOD = """
            {"id": "evt_%s", "type": "%s", "created": 1767225600, "data": {"object": {"id": "sub_1", "customer": "cus_1",
             "status": "active", "current_period_start": 1767225600, "current_period_end": 1769904000, "amount_paid": 100,
             "currency": "eur", "subscription": "sub_1", "items": {"data": [{"price": {"id": "price_1"}}]}}}}
            """;

    private final RandomBytes bytes = new RandomBytes();

    @ParameterizedTest
    @ValueSource(strings = {"customer.subscription.updated", "invoice.paid", "invoice.payment_failed"})
    void aSignedEventIsTakenOrRefused(String type) {
        bytes.send(100, GOOD.formatted(Ids.random(12), type), sent -> given().contentType(ContentType.JSON)
                .header("Stripe-Signature", Signature.header(sent, "whsec_of_the_tests", Instant.now()))
                .body(sent)
                .post(WEBHOOK));
    }

    @Test
    void anUnsignedOneIsRefused() {
        bytes.send(50, GOOD.formatted(Ids.random(12), "invoice.paid"), sent -> given().contentType(ContentType.JSON)
                .header("Stripe-Signature", "t=1,v1=" + Ids.random(16))
                .body(sent)
                .post(WEBHOOK));
    }
}
