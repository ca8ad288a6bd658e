package org.quartermaster.vehicle.transfer;

import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** Requests that somebody has signed on paper. */
@VehicleTest
class ProofTest {
    private final TestTenant tenant = TestTenant.create();
    private final Party clerk = Party.of(tenant);
    private final Party owner = Party.of(tenant);
    private final Party driver = Party.of(tenant);
    private UUID asset;

    @BeforeEach
    void enterTheVehicle() {
        asset = clerk.asset("1HGCM82633A004352");
    }

    private static String document(Party party) {
        return party.as("manager")
                .multiPart("file", "a.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .multiPart("kind", "proof_of_ownership")
                .post("/api/v1/documents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String recorded(String document) {
        return clerk.ask(asset, """
                        {"kind": "internal", "target_person_id": "%s", "requester_id": "%s", "proof_document_id": "%s"}
                        """.formatted(driver.user(), owner.user(), document))
                .statusCode(201)
                .body("requester_id", is(owner.user().toString()))
                .body("recorded_by", is(clerk.user().toString()))
                .extract()
                .path("id");
    }

    @Test
    void whoRecordedThePaperMayConsentButNotWhoSignedIt() {
        var request = recorded(document(clerk));

        owner.decide(request, "approve", "{}").statusCode(403).body("code", is("self_approval"));
        clerk.decide(request, "approve", "{}")
                .statusCode(200)
                .body("decided_by", is(clerk.user().toString()));
    }

    @Test
    void ofAHandoverOnPaperTheTakerConsentsAlone() {
        var taker = Party.of(TestTenant.create());
        var request = clerk.ask(asset, """
                        {"kind": "handover", "target_organization_id": "%s", "requester_id": "%s",
                         "proof_document_id": "%s"}""".formatted(taker.organization(), owner.user(), document(clerk)))
                .statusCode(201)
                .extract()
                .<String>path("id");

        clerk.decide(request, "approve", "{}").statusCode(403).body("code", is("self_approval"));
        taker.decide(request, "approve", "{}")
                .statusCode(200)
                .body("recorded_by", is(clerk.user().toString()));
    }

    @Test
    void theProofStaysWhatItIs() {
        var document = document(clerk);
        var request = recorded(document);

        clerk.as("manager")
                .delete("/api/v1/documents/" + document)
                .then()
                .statusCode(409)
                .body("code", is("document_in_use"));
        Party.run(
                "update system.document_contents set content = 'other' where document_id = cast(? as uuid)", document);
        clerk.decide(request, "approve", "{}").statusCode(409).body("code", is("proof_changed"));
    }

    @Test
    void aDocumentOfAnotherTenantIsNoProof() {
        var foreign = document(Party.of(TestTenant.create()));

        clerk.ask(asset, """
                        {"kind": "handover", "proof_document_id": "%s"}""".formatted(foreign)).statusCode(422).body("code", is("unknown_document"));
    }
}
