package org.quartermaster.procurement.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** The tokens that this service issues, and those that it refuses. */
@ProcurementTest
final class AccessTokenTest {
    private static final String ISSUER = "https://quartermaster.local";

    private final TestOrganization organization = TestOrganization.create();

    @Inject
    AccessTokens tokens;

    @Inject
    SigningKeys keys;

    private String token() {
        var holder = new AccessTokens.Holder(
                organization.user("viewer"), organization.tenant(), List.of("viewer"), UUID.randomUUID());
        return tokens.sign(holder, Duration.ofMinutes(15));
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/api/v1/auth/sessions").statusCode();
    }

    private JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("quartermaster");
        claims.setSubject(organization.user("viewer").toString());
        claims.setClaim("tenant", organization.tenant());
        claims.setStringListClaim("groups", "viewer");
        claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() - 600));
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    private static String signed(JwtClaims claims, SigningKey key) throws Exception {
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.privateKey());
        token.setKeyIdHeaderValue(key.id());
        token.setAlgorithmHeaderValue("RS256");
        return token.getCompactSerialization();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTokenSaysWhoItIsForAndNoAddress() throws Exception {
        var read = new JwtConsumerBuilder()
                .setVerificationKey(keys.active().publicKey().getKey())
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience("quartermaster")
                .build()
                .process(token());
        var claims = read.getJwtClaims();

        assertThat(read.getJoseObjects().get(0).getKeyIdHeaderValue())
                .isEqualTo(keys.active().id());
        assertThat(read.getJoseObjects().get(0).getAlgorithmHeaderValue()).isEqualTo("RS256");
        assertThat(claims.getClaimNames())
                .containsExactlyInAnyOrder("iss", "aud", "sub", "tenant", "groups", "sid", "jti", "iat", "exp");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(900);
    }

    @Test
    void itIsTakenWithoutAskingAnybody() {
        assertThat(status(token())).isEqualTo(200);
    }

    @Test
    void whatAnotherKeyOrNoKeySignedIsRefused() throws Exception {
        var parts = token().split("\\.");

        assertThat(status(signed(claims(), keys.active()))).isEqualTo(200);
        assertThat(status(signed(claims(), SigningKey.create()))).isEqualTo(401);
        assertThat(status(encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".")).isEqualTo(401);
        assertThat(status(parts[0] + "." + encoded(claims().toJson()) + "." + parts[2]))
                .isEqualTo(401);
    }

    @Test
    void anotherAudienceOrIssuerIsRefused() throws Exception {
        var audience = claims();
        audience.setAudience("somebody-else");
        var none = claims();
        none.unsetClaim("aud");
        var issuer = claims();
        issuer.setIssuer("https://elsewhere.example");

        assertThat(status(signed(audience, keys.active()))).isEqualTo(401);
        assertThat(status(signed(none, keys.active()))).isEqualTo(401);
        assertThat(status(signed(issuer, keys.active()))).isEqualTo(401);
    }

    @Test
    void clocksMayDifferByHalfAMinute() throws Exception {
        var late = claims();
        late.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 15));
        var tooLate = claims();
        tooLate.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 31));

        assertThat(status(signed(late, keys.active()))).isEqualTo(200);
        assertThat(status(signed(tooLate, keys.active()))).isEqualTo(401);
    }

    @Test
    void theKeysArePublishedWithoutTheirPrivateHalves() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "max-age=300")
                .body("keys.kid", hasItem(keys.active().id()))
                .body("keys.findAll { it.d != null || it.p != null }", hasSize(0));
        given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(ISSUER))
                .body("id_token_signing_alg_values_supported", equalTo(List.of("RS256")));
    }

    @Test
    void aRotatedKeyIsPublishedUntilItsTokensHaveExpired() {
        var before = keys.active().id();
        var token = token();
        var admin = TestOrganization.operator().as("admin");
        TestOrganization.create()
                .as("admin")
                .post("/api/v1/admin/keys/rotate")
                .then()
                .statusCode(403);
        TestOrganization.operator()
                .as("manager")
                .post("/api/v1/admin/keys/rotate")
                .then()
                .statusCode(403);

        var next = admin.post("/api/v1/admin/keys/rotate")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("active_kid");

        assertThat(next).isNotEqualTo(before).isEqualTo(keys.active().id());
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(token())).isEqualTo(200);
        given().get("/.well-known/jwks.json").then().body("keys", hasSize(3)).body("keys.kid", hasItem(before));
        admin.post("/api/v1/admin/keys/rotate").then().statusCode(202).body("active_kid", equalTo(next));
    }
}
